/** Short labels of things in an incident: `f4`, `t4`, `h1`. Their writer gives the next number; where two consoles gave the same one, the later by clock shows with a letter behind it. */

/** The label that a new thing gets: the letter with the number after the highest that is taken. */
export function nextLabel(letter: string, things: readonly { readonly label: string }[]): string {
  const numbers = things.map(({ label }) => (label.startsWith(letter) ? Number.parseInt(label.slice(letter.length), 10) : 0));
  return `${letter}${Math.max(0, ...numbers.filter((number) => number > 0)) + 1}`;
}

/** The label, or with a letter behind it where it is taken: `f4b`, `f4c` … and from `f4z` on with a number, `f4-27`. */
export function freeLabel(wanted: string, things: readonly { readonly label: string }[]): string {
  const taken = new Set(things.map(({ label }) => label));
  if (!taken.has(wanted)) return wanted;
  for (let nth = 2; ; nth += 1) {
    const label = nth <= 26 ? wanted + String.fromCharCode(96 + nth) : `${wanted}-${nth}`;
    if (!taken.has(label)) return label;
  }
}
