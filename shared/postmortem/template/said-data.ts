/** The forms that a template's data is made of: texts and times that know their events. */
import * as z from 'zod';
import type { ShownEntry } from '../../incident/timeline.ts';
import { sourcesOf, whoOf } from '../parts/statements.ts';
import { momentText, spanOfTime } from '../when.ts';

export const said = z
  .strictObject({ text: z.string(), from: z.array(z.string()) })
  .describe('A text of the log, with the events that it came from. Printed as it is, it becomes text that makes no markup.');

export const moment = z
  .strictObject({ ...said.shape, at: z.number().describe('ms since epoch, UTC') })
  .describe('A time, as exact as the log knows it.');

export const entry = z
  .strictObject({
    ...said.shape,
    kind: z.string().describe('note, detection, hypothesis, action, decision, update, milestone or question'),
    at: z.number().describe('When it happened: ms since epoch, UTC.'),
    time: z.string().describe('The same in words, with its precision.'),
    who: z.string(),
    starred: z.boolean(),
    written: z.boolean().describe('Whether a person wrote it; the rest are records of what was done.'),
    tags: z.array(z.string()),
  })
  .describe('A line of the timeline.');
export type EntryData = z.infer<typeof entry>;

export function entryData(line: ShownEntry, zone: string): EntryData {
  const { text, kind, occurredAt, starred, written, tags } = line;
  return {
    text,
    from: [...sourcesOf(line)],
    kind,
    at: occurredAt,
    time: spanOfTime(line, zone),
    who: whoOf(line),
    starred,
    written,
    tags: [...tags],
  };
}

/** A time of the log, known to the minute. */
export const momentData = (at: number, zone: string, from: readonly string[] = []): z.infer<typeof moment> => ({
  text: momentText(at, 'exact', zone),
  from: [...from],
  at,
});
