/** Speaks to a Chromium over two pipes, as its DevTools do: one JSON message after another, each ended by a NUL byte. */
import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  /** Of an event: its name, and what it tells. */
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class DevtoolsPipe {
  readonly #writing: Writable;
  readonly #waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  readonly #hearing = new Map<string, (params: unknown) => void>();
  #chunks: Buffer[] = [];
  #asked = 0;
  #lost: Error | undefined;

  constructor(reading: Readable, writing: Writable) {
    this.#writing = writing;
    reading.on('data', (chunk: Buffer) => this.#receive(chunk));
    reading.on('close', () => this.lose('it ended before it had answered'));
    // A browser that is gone tells by the other pipe, or by its end.
    writing.on('error', () => undefined);
    reading.on('error', () => undefined);
  }

  /** Sends a command, to the browser or to a page that was attached. Throws what the browser says is wrong. */
  async ask<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#lost) throw this.#lost;
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#writing.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    return (await answer) as T;
  }

  /** Calls back at every event of this name; other events are let pass. */
  hear<T>(method: string, heard: (params: T) => void): void {
    this.#hearing.set(method, heard as (params: unknown) => void);
  }

  /** Nothing more will be answered, and this is why. */
  lose(why: string): void {
    this.#lost ??= new Error(why);
    for (const { reject } of this.#waiting.values()) reject(this.#lost);
    this.#waiting.clear();
  }

  #receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const message = Buffer.concat([...this.#chunks, rest.subarray(0, end)]).toString('utf8');
      this.#chunks = [];
      rest = rest.subarray(end + 1);
      this.#hear(message);
    }
    if (rest.length > 0) this.#chunks.push(rest);
  }

  #hear(message: string): void {
    try {
      this.#answer(JSON.parse(message) as Message);
    } catch {
      this.lose('it said what is no message');
    }
  }

  #answer({ id, result, error, method, params }: Message): void {
    if (method !== undefined) this.#hearing.get(method)?.(params);
    const asked = id === undefined ? undefined : this.#waiting.get(id);
    if (!asked || id === undefined) return;
    this.#waiting.delete(id);
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result);
  }
}
