/** What an organisation may configure. An incident pins one playbook at declaration and reads that one only. */
import * as z from 'zod';
import { audiences, roleIds, severities } from '../vocabulary/words.ts';

const minutes = z.number().int().positive();
const minutesOrNone = minutes.nullable();
const bySeverity = z.record(z.enum(severities.map(String) as ['1', '2', '3', '4', '5']), minutesOrNone);

const severityRow = z.object({
  label: z.string().min(1),
  meaning: z.string().min(1),
  whoIsCalled: z.string(),
  requiredRoles: z.array(z.enum(roleIds)).min(1),
  /** Minutes of quiet after mitigation before resolving (design: severity matrix). */
  soakMinutes: z.number().int().nonnegative(),
  review: z.object({
    depth: z.enum(['full', 'light', 'note']),
    optional: z.boolean(),
    dueDays: z.number().int().positive(),
    businessDays: z.boolean(),
  }),
});

const cadenceRow = z.object({
  /** Minutes between updates while working; `null` means no clock, "on change" or by hand. */
  bySeverity,
  /** Minutes between updates while monitoring; the slower of this and the severity's holds. */
  monitoring: minutesOrNone,
  /** Minutes to the first message, for severities that have such a target. */
  firstPost: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), minutes),
});

/** The schema of a playbook; `parse` throws a ZodError with the path of each fault. */
export const playbookSchema = z.object({
  schema: z.literal('wheelhouse-playbook/1'),
  name: z.string().min(1),
  version: z.string().min(1),
  triageDecisionMinutes: minutes,
  reopenDays: z.number().int().positive(),
  /** A promise counts as broken this long after its time. */
  brokenAfterMinutes: minutes,
  dueSoonMinutes: minutes,
  /** Combined clock of a lone responder, by severity; others use the responders' cadence. */
  aloneMinutes: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), minutes),
  severities: z.record(z.enum(['1', '2', '3', '4', '5']), severityRow),
  roles: z.array(
    z.object({ id: z.enum(roleIds), name: z.string().min(1), short: z.string().min(1), duties: z.string(), mustNot: z.string() }),
  ),
  cadences: z.record(z.enum(audiences), cadenceRow),
});
export type Playbook = z.infer<typeof playbookSchema>;
