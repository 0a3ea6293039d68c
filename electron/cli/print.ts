/** What commands answer on standard output. */

/** One line, or several. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
