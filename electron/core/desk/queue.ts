/** Lets one piece of work at a time through, for each key, in the order in which they came. */

export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the work after everything that was queued under the same key; answers what it answers. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    // One failure must not fail, or hold up, what stands behind it.
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return mine;
  }

  /** Runs the work with the turns of all keys at once. They are taken in one order, so that two such pieces of work never wait for each other. */
  runAll<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return [...new Set(keys)].sort().reduceRight<() => Promise<T>>((inner, key) => () => this.run(key, inner), work)();
  }

  /** Kept once nothing that was queued until now is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
