/**
 * What an organisation may configure. An incident pins one playbook at declaration and reads that one only. The schema is read in two
 * ways: strictly for a file that somebody writes, so that a slip is found; loosely for what an incident pinned, so that what a newer
 * console wrote beside is no fault.
 */
import * as z from 'zod';
import { activePhases, audiences, checklistModes, gatedTransitions, roleIds, severities, tempos } from '../vocabulary/words.ts';

const minutes = z.number().int().positive();
const minutesOrNone = minutes.nullable();
const severityKey = z.enum(severities.map(String) as ['1', '2', '3', '4', '5']);
const severity = z.union(severities.map((n) => z.literal(n)));
/** Small letters, digits and hyphens, such as `first-five-minutes`. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens, such as first-five-minutes');
const words = z.string().min(1).max(500);
const role = z.enum(roleIds);

/** The most items that a checklist may hold: the killer items, which a tired person reads to the end (design: checklists). */
export const mostItems = 9;

type ObjectOf = typeof z.object;

function schemaWith(object: ObjectOf) {
  const severityRow = object({
    label: words.describe('What people call it: SEV1, P1.'),
    meaning: words.describe('What it means, in plain words.'),
    thresholds: z.string().max(500).default('').describe('From when on it applies, in figures: share of users, money, data.'),
    whoIsCalled: z.string().max(500),
    requiredRoles: z.array(role).min(1),
    soakMinutes: z.number().int().nonnegative().describe('Minutes of quiet after mitigation before resolving.'),
    /** A prompt, never a change by itself. */
    escalate: object({ afterMinutes: minutes, asks: words })
      .optional()
      .describe('Asks whether to raise it, when it is not mitigated after so many minutes.'),
    review: object({
      depth: z.enum(['full', 'light', 'note']),
      optional: z.boolean(),
      dueDays: z.number().int().positive(),
      businessDays: z.boolean(),
    }),
  });

  const triageQuestion = object({
    id: slug,
    asks: words,
    answers: z
      .array(object({ says: words, severity }))
      .min(2)
      .max(9),
    unsure: severity.describe('What "unsure" suggests: the higher one.'),
  });

  const lever = object({
    id: slug,
    name: words,
    kind: z.enum(['rollback', 'data-rollback', 'degrade', 'scale', 'block', 'drain', 'quarantine', 'flag', 'other']),
    says: z.string().max(500).describe('What it does, for somebody who never saw the system.'),
    blastRadius: z.string().max(500),
    undo: z.string().max(500),
    whoMay: z.string().max(500),
    risky: z.boolean().describe('Asks for a checker who reads the target back.'),
  });

  const cadenceRow = object({
    bySeverity: z
      .record(severityKey, minutesOrNone)
      .describe('Minutes between updates while working; null: no clock, on change or by hand.'),
    monitoring: minutesOrNone.describe("Minutes between updates while monitoring; the slower of this and the severity's holds."),
    long: minutesOrNone
      .optional()
      .describe('Minutes between updates once the tempo is long or a marathon; the slowest that applies holds.'),
    firstPost: z
      .partialRecord(severityKey, minutes)
      .describe('Minutes to the first message, from the first moment that severity is 1 or 2.'),
    scopePost: z
      .partialRecord(severityKey, minutes)
      .default({})
      .describe('Minutes to the second message, which says how far it reaches; from the same moment.'),
  });

  const checklist = object({
    id: slug,
    title: words,
    mode: z.enum(checklistModes),
    when: object({
      phases: z.array(z.enum([...activePhases, 'paused', 'resolved', 'review'])).optional(),
      tempos: z.array(z.enum(tempos)).optional(),
      roles: z.array(role).optional(),
      types: z.array(slug).optional(),
      severities: z.array(severity).optional(),
    })
      .default({})
      .describe('When it is offered: every part that is given must hold. Nothing given: only on request.'),
    items: z
      .array(object({ id: slug, says: words, required: z.enum(gatedTransitions).optional() }))
      .min(1)
      .max(mostItems, `at most ${mostItems} items: split the list, or keep what kills`),
  });

  const updateTemplate = object({
    id: slug,
    name: words,
    audiences: z.array(z.enum(audiences)).min(1),
    /** `first`: the first message; `scope`: the second; `final`: the last; `pause`: before everybody sleeps. */
    use: z.enum(['first', 'scope', 'update', 'final', 'pause']),
    types: z.array(slug).optional(),
    text: z.string().min(1).max(5000).describe('Text with slots such as {impact}; the list of slots is in the guide of the playbook.'),
  });

  const incidentType = object({
    id: slug,
    name: words,
    says: z.string().max(500).default(''),
    requiredRoles: z.array(role),
  });

  /** Somebody or something to call, as a card of the directory. */
  const contact = object({
    kind: z.enum(['person', 'team', 'service']).default('person'),
    name: words,
    phones: z.array(z.string().min(2).max(60)).max(8).default([]),
    team: z.string().max(80).optional(),
    services: z.array(z.string().min(1).max(80)).max(50).default([]),
    order: z.number().int().min(1).max(99).optional(),
    note: z.string().max(500).optional(),
  });

  /** Figures of command, in minutes but for the span (design: roles, lifecycle). */
  const commandRules = object({
    vacancyMinutes: minutes,
    handoffExpiresMinutes: minutes,
    unconfirmedMinutes: minutes,
    reliefNightMinutes: minutes,
    reliefDayMinutes: minutes,
    reliefHardMinutes: minutes,
    spanOfControl: minutes.describe('People who report to the commander before a sub-team is proposed.'),
    fixationMinutes: minutes,
    taskMinutes: minutes,
    leaseMinutes: minutes,
  });

  // Playbooks that incidents pinned before a row existed do not have it: such rows have a default.
  return object({
    schema: z.literal('wheelhouse-playbook/1'),
    name: words,
    version: z.string().min(1).max(64),
    triageDecisionMinutes: minutes,
    reopenDays: z.number().int().positive(),
    brokenAfterMinutes: minutes.describe('A promise counts as broken this long after its time.'),
    dueSoonMinutes: minutes,
    /** Approval of drafts to these audiences, when comms is not the commander. */
    approval: object({
      audiences: z.array(z.enum(audiences)),
      waitMinutes: minutes.describe('After this, comms may send without it; the message is marked unapproved.'),
    }).default({ audiences: ['customers', 'executives'], waitMinutes: 2 }),
    aloneMinutes: z
      .partialRecord(severityKey, minutes)
      .describe("Combined clock of a lone responder, by severity; others use the responders' cadence."),
    severities: z.record(severityKey, severityRow),
    triage: z.array(triageQuestion).max(9).default([]),
    roles: z.array(
      object({
        id: role,
        name: words,
        short: words,
        duties: z.string().max(500),
        mustNot: z.string().max(500),
        brief: z.string().max(500).default('').describe('What one who hands this role on tells the next.'),
      }),
    ),
    cadences: z.record(z.enum(audiences), cadenceRow),
    levers: z.array(lever).default([]),
    thingsToTry: z.array(words).default([]).describe('What to try when nothing comes to mind, one line each.'),
    types: z.array(incidentType).default([]),
    labels: z.array(slug).max(200).default([]).describe('Words by which incidents are found again: themes, systems.'),
    checklists: z.array(checklist).max(60).default([]),
    updateTemplates: z.array(updateTemplate).max(60).default([]),
    directory: z.array(contact).max(2000).default([]),
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
}

/** A playbook as an incident pinned it: unknown keys are no fault. */
export const playbookSchema = schemaWith(z.object);
/** A playbook as somebody writes it: an unknown key is a fault. The two have one shape. */
export const playbookFileSchema = schemaWith(z.strictObject as unknown as ObjectOf);

export type Playbook = z.infer<typeof playbookSchema>;
export type Checklist = Playbook['checklists'][number];
export type ChecklistItem = Checklist['items'][number];
export type UpdateTemplate = Playbook['updateTemplates'][number];
export type TriageQuestion = Playbook['triage'][number];
