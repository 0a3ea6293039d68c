/**
 * A printed PDF made the same for the same document: what the clock and the printing process put into it is overwritten in place, and an update at
 * its end says whose events it was made from, and gives it an id that is made of its own bytes.
 */
import { createHash } from 'node:crypto';
import type { LogHead } from '../../../../shared/postmortem/draft.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

/** The key of the document's information under which its heads stand, as JSON in hex. */
const headsKey = 'WheelhouseLog';

/** What of a draft goes into the PDF's information. */
export interface PdfOrigin {
  readonly incident: string;
  readonly heads: readonly LogHead[];
}

/** Each byte is a character of the text, so that places in it are places in the file. Errors: it is no PDF that this knows to change. */
export function steadyPdf(printed: Uint8Array, origin: PdfOrigin | undefined): Result<Uint8Array, string> {
  const text = withNodesCounted(withoutDates(Buffer.from(printed).toString('latin1')));
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const size = /\/Size (\d+)/.exec(trailer?.[1] ?? '')?.[1];
  const root = /\/Root (\d+) 0 R/.exec(trailer?.[1] ?? '')?.[1];
  const info = /\/Info (\d+) 0 R/.exec(trailer?.[1] ?? '')?.[1];
  if (!trailer?.[2] || !size || !root || !info) return err('the browser printed a PDF of a kind that is not known here');
  const facts = new RegExp(`(?:^|\\n)${info} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj`).exec(text)?.[1] ?? '';
  const told = origin === undefined ? '' : `\n/${headsKey} <${Buffer.from(JSON.stringify(origin), 'utf8').toString('hex')}>`;
  const id = createHash('sha256').update(text, 'latin1').update(told).digest('hex').slice(0, 32);
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const object = `${info} 0 obj\n<<${facts.replace(dates, '')}${told}>>\nendobj\n`;
  const at = whole.length + object.length;
  const update = [
    `xref\n${info} 1\n${String(whole.length).padStart(10, '0')} 00000 n \n`,
    `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${trailer[2]}\n/ID [<${id}> <${id}>]>>\n`,
    `startxref\n${at}\n%%EOF\n`,
  ].join('');
  return ok(Buffer.from(whole + object + update, 'latin1'));
}

/** What the PDF says of its log, unproven; undefined where it says nothing. The last says it: an update comes after what it changes. */
export function originInPdf(bytes: Uint8Array): unknown {
  const told = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(new RegExp(`/${headsKey} <([0-9a-f]+)>`, 'g')),
  ].at(-1)?.[1];
  if (told === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(told, 'hex').toString('utf8'));
  } catch {
    return undefined;
  }
}

const dates = /\s*\/(?:CreationDate|ModDate) \(D:[^()]*\)/g;

/** The first digits are the year; zeros keep the length, and with it every place in the file. */
const withoutDates = (text: string): string =>
  text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)([^()]*)(\))/g,
    (_, key: string, date: string, end: string) => `${key}${date.replace(/\d/g, '0')}${end}`,
  );

/** Names of elements are numbers that go on from document to document while a process lives: here they count from 1, in their own order. */
function withNodesCounted(text: string): string {
  const named = /(?<!\\)\(node(\d{8})\)/g;
  const numbers = [...new Set([...text.matchAll(named)].map(([, number = '']) => number))].toSorted();
  const counted = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return text.replace(named, (_, number: string) => `(node${counted.get(number) ?? number})`);
}
