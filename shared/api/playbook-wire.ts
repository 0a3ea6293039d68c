/** The playbook as the console's doors hand it out. */
import * as z from 'zod';
import type { PlaybookLibrary, PlaybookVersion } from '../playbook/library.ts';
import type { PlaybookFault } from '../playbook/playbook-fault.ts';
import { playbookSchema } from '../playbook/schema.ts';

/** The playbook in force, and what was saved before it. */
export type ShownPlaybook = PlaybookLibrary['inForce'] & {
  /** Why a newer one, saved by a newer console, is not in force here. */
  readonly faults: readonly PlaybookFault[];
  readonly versions: readonly PlaybookVersion[];
  /** Up to where the log was folded; 0 before the first event. */
  readonly position: number;
};

const fault = z.object({
  line: z.number().int().describe('from 1'),
  column: z.number().int().describe('from 1'),
  path: z.string(),
  message: z.string(),
});

const version = z
  .object({
    id: z.string(),
    hash: z.string().describe('hex SHA-256 of its rules'),
    name: z.string(),
    version: z.string(),
    savedAt: z.number().describe('ms since epoch, UTC'),
    by: z.string().optional(),
    note: z.string().optional(),
    readable: z.boolean().describe('one that this console cannot read is never in force here'),
  })
  .meta({ id: 'PlaybookVersion' });

/** See `ShownPlaybook`. */
export const shownPlaybookSchema = z.object({
  id: z.string().describe('the version in force; `default` for the shipped one'),
  text: z.string().describe('YAML, as it was written'),
  playbook: playbookSchema,
  hash: z.string(),
  source: z.enum(['default', 'saved']),
  faults: z.array(fault).describe('why a newer one, saved by a newer console, is not in force here'),
  versions: z.array(version).describe('the newest first'),
  position: z.number(),
});

/** A version with its text; the shipped one was never saved. */
export type PlaybookText = Omit<PlaybookVersion, 'savedAt'> & { readonly savedAt?: number; readonly text: string };

/** See `PlaybookText`. */
export const playbookTextSchema = version.partial({ savedAt: true }).extend({ text: z.string() });
