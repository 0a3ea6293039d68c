/** Prints by the desktop app, asked over the core's port: its main process has a Chromium at hand. */
import { err, type Result } from '../../../../shared/result.ts';
import type { PrintAnswer, PrintQuestion } from '../../server/port-protocol.ts';
import { type Printer, printPatience } from './printer.ts';

type Answer = Result<Uint8Array, string>;

export class AskedPrinter implements Printer {
  readonly #ask: (question: PrintQuestion) => void;
  readonly #patience: number;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  /** `patience`, ms: longer than the app gives itself, for when it does not answer at all. */
  constructor(ask: (question: PrintQuestion) => void, patience = printPatience + 15_000) {
    this.#ask = ask;
    this.#patience = patience;
  }

  readonly print = (html: string): Promise<Answer> => {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      const impatient = setTimeout(
        () => this.receive({ type: 'printed', id, answer: err('The app did not answer. Try again.') }),
        this.#patience,
      );
      this.#waiting.set(id, (answer) => {
        clearTimeout(impatient);
        resolve(answer);
      });
      this.#ask({ type: 'print', id, html });
    });
  };

  /** Takes an answer; one to no question is dropped. */
  receive({ id, answer }: PrintAnswer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
