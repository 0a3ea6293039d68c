/** What people wrote, made safe to put before other people's eyes: nothing in it acts, hides or turns the text around it. */

/**
 * Control and format characters (among them those that turn the reading direction and those without width) and halves of a pair. Not tab and
 * newline, nor the joiners and number signs that scripts and emoji are written with.
 */
const unseen = /(?!\t|\n|\u200c|\u200d|[\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** Most texts are plain ASCII and hold nothing to look for. */
const plain = /^[ -~]*$/;

/** The text with everything unseen written out, such as `[U+202E]`, and its line ends as `\n`. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(unseen, (found) => {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}

/** The same where XML is written, which has no place for two characters more. */
export const visibleInXml = (text: string): string =>
  visible(text).replace(/[\ufffe\uffff]/g, (found) => `[U+${found.charCodeAt(0).toString(16).toUpperCase()}]`);

/** The same on one line. Line ends become a sign that can be seen. */
export function visibleLine(text: string): string {
  return visible(text)
    .trim()
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(/\t/g, ' ');
}
