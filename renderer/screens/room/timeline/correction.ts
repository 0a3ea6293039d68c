/** Between a line of the timeline and the two fields in which it is corrected. */
import type { CommandDraft } from '../../../../shared/incident/commands.ts';
import type { LineContext } from '../../../../shared/incident/log-line/parsed-line.ts';
import { readStatedTime } from '../../../../shared/incident/log-line/stated-time.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { clockTime, dayOf } from '../../../../shared/vocabulary/zoned-time.ts';

type Timed = Pick<ShownEntry, 'occurredAt' | 'endAt' | 'precision'>;

/** A line's time as a person would type it after an `@`, with its day: `2026-03-29 01:58`. */
export function timeAsTyped(entry: Timed, zone: string): string {
  const day = dayOf(entry.occurredAt, zone);
  if (entry.precision === 'day') return day;
  const clock = clockTime(entry.occurredAt, zone);
  if (entry.endAt !== undefined) return `${day} ${clock}..${clockTime(entry.endAt, zone)}`;
  return `${entry.precision === 'approx' ? '~' : ''}${day} ${clock}`;
}

/** The command that brings the line to what the fields say; undefined when they say what it says already. Errors: in words, for the time's field. */
export function correctionOf(
  entry: ShownEntry,
  fields: { readonly text: string; readonly time: string },
  context: LineContext,
): Result<CommandDraft<'entry.correct'> | undefined, string> {
  const text = fields.text.trim();
  const typed = fields.time.trim();
  const sameTime = typed === timeAsTyped(entry, context.zone);
  const sameText = text === entry.text || text === '';
  if (sameTime && sameText) return ok(undefined);
  const draft: CommandDraft<'entry.correct'> = { type: 'entry.correct', entry: entry.item.id, ...(!sameText && { text }) };
  if (sameTime) return ok(draft);
  const line = `@${typed}`;
  const read = readStatedTime({ line, at: 0 }, context, '@');
  if (!read.ok) return err(read.error.message);
  if (read.value === undefined || read.value.next.at < line.length) return err(`${typed || 'nothing'} is not a time`);
  return ok({ ...draft, ...read.value.time });
}
