/** Every command that changes the playbook in force, as strict schemas. Frozen with version 1: rows only gain optional fields. */
import * as z from 'zod';

export const playbookCommandSchemas = {
  /** The whole text. `replaces`: the version that it was made from, by its id, or by its hash; `default` for the shipped one. Absent: whatever is in force. */
  'playbook.save': z.strictObject({
    commandId: z.uuid(),
    type: z.literal('playbook.save'),
    text: z.string(),
    note: z.string().trim().min(1).max(500).optional(),
    replaces: z.string().min(1).max(100).optional(),
  }),
} as const;

export type PlaybookCommand = z.infer<(typeof playbookCommandSchemas)['playbook.save']>;
/** A command before it has its id. */
export type PlaybookCommandDraft = Omit<PlaybookCommand, 'commandId'>;

/** Any command; an unknown `type` or field is an error with its path. */
export const playbookCommandSchema = z.discriminatedUnion('type', [playbookCommandSchemas['playbook.save']]);
