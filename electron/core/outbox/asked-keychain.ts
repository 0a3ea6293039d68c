/** The keychain of the desktop app, asked over the core's port: only Electron's main process can speak to the operating system's. */
import type { Result } from '../../../shared/result.ts';
import type { KeychainAnswer, KeychainQuestion } from '../server/port-protocol.ts';
import type { Keychain } from './keychain.ts';

export class AskedKeychain implements Keychain {
  readonly #ask: (question: KeychainQuestion) => void;
  readonly #waiting = new Map<number, (answer: Result<string, string>) => void>();
  #asked = 0;

  constructor(ask: (question: KeychainQuestion) => void) {
    this.#ask = ask;
  }

  readonly seal = (text: string): Promise<Result<string, string>> => this.#question('seal', text);
  readonly open = (sealed: string): Promise<Result<string, string>> => this.#question('open', sealed);

  /** Takes an answer; one to no question is dropped. */
  receive({ id, answer }: KeychainAnswer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  #question(act: 'seal' | 'open', text: string): Promise<Result<string, string>> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#ask({ type: 'keychain', id, act, text });
    });
  }
}
