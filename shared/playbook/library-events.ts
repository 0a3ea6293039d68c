/** The catalogue of the playbook's events: bodies parse loosely, what a newer console wrote beside is kept. Frozen: rows only gain optional fields. */
import * as z from 'zod';

export const playbookEvents = {
  /** The whole text as it was written, comments and all: the last by clock that reads is in force. */
  'playbook.saved': z.looseObject({
    text: z.string(),
    /** Of its content: see `playbookHash`. */
    hash: z.string(),
    name: z.string(),
    version: z.string(),
    note: z.string().optional(),
    /** The name of whoever saved it, as it was then: the stream knows no people. */
    by: z.string().optional(),
  }),
} as const;

/** Version of the row; a row whose body changes gets an upcast and a higher one. */
export const playbookEventVersion = 1;

export type PlaybookSaved = z.output<(typeof playbookEvents)['playbook.saved']>;

/** Whether the catalogue has this type. */
export function isPlaybookEvent(type: string): boolean {
  return Object.hasOwn(playbookEvents, type);
}
