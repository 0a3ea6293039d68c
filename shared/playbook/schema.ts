/**
 * What an organisation may configure. An incident pins one playbook at declaration and reads that one only. The schema is read in two
 * ways: strictly for a file that somebody writes, so that a slip is found; loosely for what an incident pinned, so that what a newer
 * console wrote beside is no fault.
 */
import * as z from 'zod';
import { activePhases, audiences, checklistModes, gatedTransitions, roleIdPattern, severities, tempos } from '../vocabulary/words.ts';
import { templateSlots } from './template-slots.ts';

const minutes = z.number().int().positive();
const minutesOrNone = minutes.nullable();
const severityKey = z.enum(severities.map(String) as ['1', '2', '3', '4', '5']);
const severity = z.union(severities.map((n) => z.literal(n))).describe('1 is the worst, 5 the mildest.');
/** Small letters, digits and hyphens, such as `first-five-minutes`. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens, such as first-five-minutes');
const slotNames = Object.keys(templateSlots)
  .map((slot) => `{${slot}}`)
  .join(' ');
const words = z.string().min(1).max(500);
/** A role that is built in, or one of the organisation's own. */
const role = z.string().regex(roleIdPattern, 'small letters, digits and hyphens, at most 40, such as customer-care');

/** The most items that a checklist may hold: the killer items, which a tired person reads to the end (design: checklists). */
export const mostItems = 9;

type ObjectOf = typeof z.object;

function schemaWith(object: ObjectOf) {
  const severityRow = object({
    label: words.describe('What people call it: SEV1, P1.'),
    meaning: words.describe('What it means, in plain words.'),
    thresholds: z.string().max(500).default('').describe('From when on it applies, in figures: share of users, money, data.'),
    whoIsCalled: z.string().max(500).describe('Who is called or told, in words.'),
    requiredRoles: z.array(role).min(1).describe('Roles that somebody has to hold; commander is always one of them.'),
    soakMinutes: z.number().int().nonnegative().describe('Minutes of quiet after mitigation before resolving.'),
    escalate: object({
      afterMinutes: minutes.describe('Minutes without mitigation.'),
      asks: words.describe('What is asked then; nothing changes by itself.'),
    })
      .optional()
      .describe('Asks whether to raise it, when it is not mitigated after so many minutes.'),
    review: object({
      depth: z.enum(['full', 'light', 'note']).describe('full: a meeting and a postmortem; light: a short one; note: two minutes.'),
      optional: z.boolean().describe('Whether the incident may be closed without one.'),
      dueDays: z.number().int().positive().describe('Days until it is due.'),
      businessDays: z.boolean().describe('Whether weekends are left out of these days.'),
    }).describe('The review afterwards.'),
  }).meta({ title: 'Severity' });

  const triageQuestion = object({
    id: slug.describe('Key of the question; it stays when the words change.'),
    asks: words.describe('The question, in a few words.'),
    answers: z
      .array(object({ says: words.describe('The answer, in a few words.'), severity }))
      .min(2)
      .max(9)
      .describe('Two to nine answers, each with the severity that it suggests.'),
    unsure: severity.describe('What "unsure" suggests: the higher one.'),
  }).meta({ title: 'Triage question' });

  const lever = object({
    id: slug.describe('Key of the lever, as it is written after /lever on.'),
    name: words.describe('What people call it.'),
    kind: z
      .enum(['rollback', 'data-rollback', 'degrade', 'scale', 'block', 'drain', 'quarantine', 'flag', 'other'])
      .describe('What sort of thing it does.'),
    says: z.string().max(500).describe('What it does, for somebody who never saw the system.'),
    blastRadius: z.string().max(500).describe('Who or what else it hits; the worst case.'),
    undo: z.string().max(500).describe('The way back.'),
    whoMay: z.string().max(500).describe('Who may pull it.'),
    risky: z.boolean().describe('Asks for a checker who reads the target back.'),
  }).meta({ title: 'Lever' });

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
  }).meta({ title: 'Cadence' });

  const checklist = object({
    id: slug.describe('Key of the list; it stays when the title changes.'),
    title: words.describe('What the list is for.'),
    mode: z
      .enum(checklistModes)
      .describe('read-do: one item at a time, read and done; do-confirm: done from memory, confirmed together at a pause.'),
    when: object({
      phases: z
        .array(z.enum([...activePhases, 'paused', 'resolved', 'review']))
        .optional()
        .describe('In any of these phases.'),
      tempos: z.array(z.enum(tempos)).optional().describe('At any of these tempos.'),
      roles: z.array(role).optional().describe('To who holds any of these roles.'),
      types: z.array(slug).optional().describe('For incidents of any of these types.'),
      severities: z.array(severity).optional().describe('At any of these severities.'),
    })
      .default({})
      .describe('When it is offered: every part that is given must hold. Nothing given: only on request.'),
    items: z
      .array(
        object({
          id: slug.describe('Key of the item; it stays when the words change.'),
          says: words.describe('One act or one check, short enough to be read at three in the morning.'),
          required: z
            .enum(gatedTransitions)
            .optional()
            .describe('The step that asks for this item first; it can be overridden with a reason.'),
        }),
      )
      .min(1)
      .max(mostItems, `at most ${mostItems} items: split the list, or keep what kills`)
      .describe(`One to ${mostItems} items: only what people forget and what hurts then.`),
  }).meta({ title: 'Checklist' });

  const updateTemplate = object({
    id: slug.describe('Key of the template; messages that began with it name it.'),
    name: words.describe('What people choose it by.'),
    audiences: z.array(z.enum(audiences)).min(1).describe('Whom it is written for.'),
    use: z
      .enum(['first', 'scope', 'update', 'final', 'pause'])
      .describe(
        'first: the first message; scope: the second, which says how far it reaches; final: the last; pause: before everybody sleeps.',
      ),
    types: z.array(slug).optional().describe('For incidents of these types only, in place of the general one.'),
    text: z.string().min(1).max(5000).describe(`The message. Slots: ${slotNames}. {{ and }} are braces.`),
  }).meta({ title: 'Message template' });

  const incidentType = object({
    id: slug.describe('Key of the type.'),
    name: words.describe('What people call it.'),
    says: z.string().max(500).default('').describe('What belongs to it, in a sentence.'),
    requiredRoles: z.array(role).describe('Roles that it needs beside those of its severity.'),
  }).meta({ title: 'Incident type' });

  /** Somebody or something to call, as a card of the directory. */
  const contact = object({
    kind: z.enum(['person', 'team', 'service']).default('person').describe('What it is.'),
    name: words.describe('The name by which it is found.'),
    phones: z.array(z.string().min(2).max(60)).max(8).default([]).describe('Numbers, the one to try first on top.'),
    team: z.string().max(80).optional().describe('The team that it belongs to.'),
    services: z.array(z.string().min(1).max(80)).max(50).default([]).describe('What it answers for.'),
    order: z.number().int().min(1).max(99).optional().describe('Place among those to call, 1 first.'),
    note: z.string().max(500).optional().describe('What else whoever calls should know.'),
  }).meta({ title: 'Contact' });

  /** Figures of command, in minutes but for the span (design: roles, lifecycle). */
  const commandRules = object({
    vacancyMinutes: minutes.describe('Minutes without a commander before it is said aloud.'),
    handoffExpiresMinutes: minutes.describe('Minutes after which an offer of command that nobody took lapses.'),
    unconfirmedMinutes: minutes.describe('Minutes after which who accepted may take command unconfirmed.'),
    reliefNightMinutes: minutes.describe('Minutes in a role before relief is proposed, at night.'),
    reliefDayMinutes: minutes.describe('Minutes in a role before relief is proposed, by day.'),
    reliefHardMinutes: minutes.describe('Minutes in a role after which relief is proposed even where nobody was available.'),
    spanOfControl: minutes.describe('People who report to the commander before a sub-team is proposed.'),
    fixationMinutes: minutes.describe('Minutes on one explanation before it is asked what would disprove it.'),
    taskMinutes: minutes.describe('Timebox of a task that names none.'),
    leaseMinutes: minutes.describe('Minutes for which a lever is held before it is asked whether it still is.'),
  });

  // Playbooks that incidents pinned before a row existed do not have it: such rows have a default.
  return object({
    schema: z.literal('wheelhouse-playbook/1').describe('The form of this file.'),
    name: words.describe('Whose playbook it is.'),
    version: z.string().min(1).max(64).describe('Your own count of versions, as text: "3", "2026-05".'),
    triageDecisionMinutes: minutes.describe('Minutes in triage before a decision is asked for.'),
    reopenDays: z.number().int().positive().describe('Days within which an incident that ended may be opened again.'),
    brokenAfterMinutes: minutes.describe('Minutes after its time at which a promise counts as broken.'),
    dueSoonMinutes: minutes.describe('Minutes before its time at which a message is called due soon.'),
    approval: object({
      audiences: z.array(z.enum(audiences)).describe('Whose messages the commander approves.'),
      waitMinutes: minutes.describe('After this, comms may send without it; the message is marked unapproved.'),
    })
      .default({ audiences: ['customers', 'executives'], waitMinutes: 2 })
      .describe("Which messages wait for the commander's word, when comms is another person."),
    aloneMinutes: z
      .partialRecord(severityKey, minutes)
      .describe("Combined clock of a lone responder, by severity; others use the responders' cadence."),
    severities: z.record(severityKey, severityRow).describe('What each severity means, whom it calls, and what it asks for.'),
    triage: z.array(triageQuestion).max(9).default([]).describe('Questions that suggest a severity; the worst answer counts.'),
    roles: z
      .array(
        object({
          id: role.describe('Key of the role. commander has to be there.'),
          name: words.describe('What people call it.'),
          short: words.describe('The same in one word, for narrow places.'),
          duties: z.string().max(500).describe('What its holder does.'),
          mustNot: z.string().max(500).describe('What its holder leaves alone.'),
          brief: z.string().max(500).default('').describe('What one who hands this role on tells the next.'),
        }).meta({ title: 'Role' }),
      )
      .describe('Roles that people hold in an incident.'),
    cadences: z.record(z.enum(audiences), cadenceRow).describe('How often each audience is told, in minutes.'),
    levers: z.array(lever).default([]).describe('Levers that give relief: what each does, its worst case and the way back.'),
    thingsToTry: z.array(words).default([]).describe('What to try when nothing comes to mind, one line each.'),
    types: z.array(incidentType).default([]).describe('Types of incident: they choose lists, words and further roles.'),
    labels: z.array(slug).max(200).default([]).describe('Words by which incidents are found again: themes, systems.'),
    checklists: z.array(checklist).max(60).default([]).describe('Checklists; the first that fits and was not opened yet is offered first.'),
    updateTemplates: z.array(updateTemplate).max(60).default([]).describe('What messages begin with, for each audience and use.'),
    review: object({
      allow: z.array(words).max(500).default([]).describe('Phrases in which the blameless review finds nothing, such as "disaster day".'),
      vendors: z.array(words).max(500).default([]).describe('Names of suppliers: a message to customers that names one is asked about.'),
    })
      .optional()
      .describe('What the blameless review of texts goes by.'),
    directory: z.array(contact).max(2000).default([]).describe('Whom to call, as cards of the directory.'),
    command: commandRules
      .default({
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
      })
      .describe('Figures of command, of relief and of tasks, in minutes.'),
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
