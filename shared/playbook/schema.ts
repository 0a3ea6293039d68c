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

const lever = z.object({
  /** Small letters, digits and hyphens. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1),
  kind: z.enum(['rollback', 'data-rollback', 'degrade', 'scale', 'block', 'drain', 'quarantine', 'flag', 'other']),
  /** What it does, for somebody who never saw the system. */
  says: z.string(),
  blastRadius: z.string(),
  undo: z.string(),
  whoMay: z.string(),
  /** Asks for a checker who reads the target back. */
  risky: z.boolean(),
});

const cadenceRow = z.object({
  /** Minutes between updates while working; `null` means no clock, "on change" or by hand. */
  bySeverity,
  /** Minutes between updates while monitoring; the slower of this and the severity's holds. */
  monitoring: minutesOrNone,
  /** Minutes between updates once the tempo is long or a marathon; the slowest that applies holds. */
  long: minutesOrNone.optional(),
  /** Minutes to the first message, for severities that have such a target. */
  firstPost: z.partialRecord(z.enum(['1', '2', '3', '4', '5']), minutes),
});

/** Figures of command, in minutes but for the span (design: roles, lifecycle). */
const commandRules = z.object({
  vacancyMinutes: minutes,
  handoffExpiresMinutes: minutes,
  unconfirmedMinutes: minutes,
  reliefNightMinutes: minutes,
  reliefDayMinutes: minutes,
  reliefHardMinutes: minutes,
  /** People who report to the commander before a sub-team is proposed. */
  spanOfControl: minutes,
  fixationMinutes: minutes,
  taskMinutes: minutes,
  leaseMinutes: minutes,
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
    z.object({
      id: z.enum(roleIds),
      name: z.string().min(1),
      short: z.string().min(1),
      duties: z.string(),
      mustNot: z.string(),
      /** What one who hands this role on tells the next. */
      brief: z.string().default(''),
    }),
  ),
  cadences: z.record(z.enum(audiences), cadenceRow),
  // Playbooks that incidents pinned before these rows existed do not have them.
  levers: z.array(lever).default([]),
  /** What to try when nothing comes to mind, one line each. */
  thingsToTry: z.array(z.string().min(1)).default([]),
  types: z.array(z.object({ id: z.string().min(1), name: z.string().min(1), requiredRoles: z.array(z.enum(roleIds)) })).default([]),
  command: commandRules.default({
    vacancyMinutes: 5,
    handoffExpiresMinutes: 10,
    unconfirmedMinutes: 3,
    reliefNightMinutes: 120,
    reliefDayMinutes: 240,
    reliefHardMinutes: 360,
    spanOfControl: 7,
    fixationMinutes: 20,
    taskMinutes: 5,
    leaseMinutes: 15,
  }),
});
export type Playbook = z.infer<typeof playbookSchema>;
