/** From what stands in the composer to the commands that Enter sends, one for each line. */

import type { CommandDraft } from '../../../../shared/incident/commands.ts';
import type { LineContext, Opening, ParsedLine } from '../../../../shared/incident/log-line/parsed-line.ts';
import { parseLine, parsePaste, plainLine } from '../../../../shared/incident/log-line.ts';

export interface ReadLine {
  readonly text: string;
  readonly parsed: ParsedLine;
}

/** A report has a line for each of its parts: what follows it belongs to it. */
const isReport = (text: string): boolean => /^\s*\/can\s+\S/i.test(text);

/** The lines of the composer, read; blank ones are left out. */
export function readLines(text: string, context: LineContext): readonly ReadLine[] {
  if (isReport(text)) return [{ text, parsed: parseLine(text.trim(), context) }];
  const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return lines.map((line) => ({ text: line, parsed: parseLine(line, context) }));
  const parsed = parsePaste(text, context);
  return lines.map((line, index) => ({ text: line, parsed: parsed[index] ?? { kind: 'empty' } }));
}

/**
 * The command of a line. `plain`: as it stands. A line among several that is faulty, or sends nothing, is written as a plain note, so that a paste
 * is never stopped by one of its lines; alone it is not sent, and its fault is shown. Undefined: nothing to send.
 */
export function draftOf(line: ReadLine, reading: 'plain' | 'recognised', among: number): CommandDraft | undefined {
  const { parsed, text } = line;
  if (reading === 'plain') return plainLine(text);
  if (parsed.kind === 'command') return parsed.draft;
  if (among > 1 && !isSilent(parsed)) return plainLine(text);
  return undefined;
}

/** Whether a line among others is neither sent nor kept: the heading above the rest. */
const isSilent = (parsed: ParsedLine): boolean => parsed.kind === 'heading' || parsed.kind === 'empty';

/** What a line alone brings up: `now`, sending nothing, or `afterwards`, once it is written. */
export function openingOf(
  lines: readonly ReadLine[],
  reading: 'plain' | 'recognised',
): { readonly opens: Opening; readonly when: 'now' | 'afterwards' } | undefined {
  const parsed = lines.length === 1 && reading === 'recognised' ? lines[0]?.parsed : undefined;
  if (parsed?.kind === 'open' || parsed?.kind === 'fill' || parsed?.kind === 'copy') return { opens: parsed, when: 'now' };
  if (parsed?.kind !== 'command' || parsed.opens === undefined) return undefined;
  return { opens: parsed.opens, when: 'afterwards' };
}

/** `5 lines as entries, 1 of them as a plain note`. */
export function pasteSays(lines: readonly ReadLine[], reading: 'plain' | 'recognised'): string {
  const timed = lines.filter(({ parsed }) => parsed.kind === 'command' && parsed.chip.time !== undefined).length;
  if (reading === 'plain') return `${lines.length} lines as plain notes`;
  const faulty = lines.filter(({ parsed }) => parsed.kind !== 'command' && !isSilent(parsed)).length;
  const written = lines.filter(({ parsed }) => !isSilent(parsed)).length;
  const parts = [`${written} ${written === 1 ? 'line' : 'lines'} as ${written === lines.length ? 'entries' : 'recent changes'}`];
  if (timed > 0) parts.push(`${timed} with a time of their own`);
  if (faulty > 0) parts.push(`${faulty} not understood, kept as plain notes`);
  return parts.join(', ');
}

/** Whether the composer recognised anything but a plain note. */
export function isRecognised(parsed: ParsedLine): boolean {
  if (parsed.kind !== 'command') return parsed.kind !== 'empty' && parsed.kind !== 'help';
  return parsed.chip.label !== 'note' || parsed.chip.time !== undefined || parsed.chip.details !== undefined;
}

/** A text with every override taken out and an open one put at its end: what a refused line becomes when a person goes on all the same. */
export function withOverride(line: string): string {
  return `${line.replace(/\s+override:.*$/s, '').trimEnd()} override: `;
}

/** Where the caret goes in a text to start from: over its `…`, which typing replaces, else at the end. */
export function caretOf(text: string): readonly [start: number, end: number] {
  const at = text.indexOf('…');
  return at < 0 ? [text.length, text.length] : [at, at + 1];
}
