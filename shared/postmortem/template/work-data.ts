/** What a template may use of the work in an incident: hypotheses, decisions, levers, tasks, questions, messages, people, changes. */
import * as z from 'zod';
import { personName } from '../../incident/names.ts';
import { changesAmong } from '../../incident/work/changes.ts';
import { heldRoles, joiners } from '../parts/people-parts.ts';
import { eventsAbout, saidBy } from '../parts/statements.ts';
import { evidenceOf, opportunitiesAmong } from '../parts/thinking-parts.ts';
import { eachOrAll, lateText, toldUpdates } from '../parts/update-parts.ts';
import { beforeText, leverEnd, leverUses } from '../parts/work-parts.ts';
import type { DraftSource } from './draft-source.ts';
import { entry, entryData, moment, momentData, said } from './said-data.ts';

const text = z.string().nullable();

/** The fields, for the schema of all data. */
export const workFields = {
  roles: z
    .array(z.strictObject({ ...said.shape, role: z.string(), who: z.string(), begins: moment, ends: moment.nullable() }))
    .describe('Who held which role from when to when. The text is both: `Incident commander: Kim`.'),
  people: z
    .array(
      z.strictObject({
        ...said.shape,
        joined: moment,
        excused: moment.nullable(),
        standing: z.string().describe('At the end: here, excused …'),
      }),
    )
    .describe('People who joined. The text is the name.'),
  hypotheses: z
    .array(
      z.strictObject({
        ...said.shape,
        label: z.string(),
        state: z.string().describe('open, testing, supported, refuted or parked'),
        proposer: z.string(),
        opened: moment,
        test: text,
        evidence: z.array(z.strictObject({ ...said.shape, sign: z.enum(['for', 'against']) })),
      }),
    )
    .describe('Ideas of what is wrong, in the order in which they came up.'),
  decisions: z.array(
    z.strictObject({
      ...said.shape,
      label: z.string(),
      state: z.string().describe('proposed, polling, decided, withdrawn or reversed'),
      decided: moment.nullable(),
      by: text,
      known: text.describe('What was known then.'),
      unknown: text,
      risk: text,
      wayBack: text,
      objections: z.array(z.strictObject({ ...said.shape, by: z.string() })),
      reason: text.describe('Why it was withdrawn or reversed.'),
    }),
  ),
  levers: z
    .array(
      z.strictObject({
        ...said.shape,
        target: text,
        applied: moment,
        by: z.string(),
        ended: z.string().describe('still in force, taken back …, kept …'),
      }),
    )
    .describe('Each use of a lever. The text is its name.'),
  tasks: z.array(z.strictObject({ ...said.shape, label: z.string(), state: z.string(), who: text, result: text })),
  questions: z.array(z.strictObject({ ...said.shape, label: z.string(), answer: text })),
  opportunities: z.array(entry).describe('Starred questions.'),
  updates: z
    .array(
      z.strictObject({
        ...said.shape,
        audiences: z.array(z.string()),
        sent: moment,
        promised: text.describe('For when it had been promised; for each audience where they differ.'),
        late: text.describe('`3 min late`, `on time`, `2 min early`'),
        final: z.boolean(),
      }),
    )
    .describe('Messages that went out.'),
  changes: z.array(
    z.strictObject({
      ...entry.shape,
      before: text.describe('When impact began: `12 min later`'),
      suspect: z.boolean().describe('Within three hours before the impact.'),
    }),
  ),
  tagged: z.record(z.string(), z.array(entry)).describe('Entries by their tags: `tagged.lucky`, `tagged["went-well"]`.'),
};

const workSchema = z.strictObject(workFields);
export type WorkData = z.infer<typeof workSchema>;

export function workData(source: DraftSource): WorkData {
  const { view, entries } = source;
  const { zone } = view;
  const asSaid = (id: string, its: string, more: readonly string[] = []) => {
    const { text: reads, from } = saidBy(entries, id, its);
    return { text: reads, from: [...from, ...more] };
  };
  return {
    roles: heldRoles(source).map(({ role, who, begins, ends, from }) => ({
      text: `${role}: ${who}`,
      from: [...from],
      role,
      who,
      begins: momentData(begins, zone, from),
      ends: ends === undefined ? null : momentData(ends, zone, from),
    })),
    people: joiners(view).map(({ who, joined, excused, standing, from }) => ({
      text: who,
      from: [...from],
      joined: momentData(joined, zone, from),
      excused: excused === undefined ? null : momentData(excused, zone, from),
      standing,
    })),
    hypotheses: view.hypotheses.map((hypothesis) => ({
      ...asSaid(hypothesis.id, hypothesis.text),
      label: hypothesis.label,
      state: hypothesis.state,
      proposer: personName(view, hypothesis.proposer),
      opened: momentData(hypothesis.openedAt, zone, [hypothesis.id]),
      test: hypothesis.test?.text ?? null,
      evidence: evidenceOf(source, hypothesis).map(({ sign, text: its, from }) => ({ text: its, from: [...from], sign })),
    })),
    decisions: view.decisions.map((decision) => {
      const about = eventsAbout(view, decision.id);
      return {
        ...asSaid(decision.id, decision.text, about),
        label: decision.label,
        state: decision.state,
        decided: decision.decidedAt === undefined ? null : momentData(decision.decidedAt, zone, about),
        by: decision.decidedBy === undefined ? null : personName(view, decision.decidedBy),
        known: decision.known ?? null,
        unknown: decision.unknown ?? null,
        risk: decision.risk ?? null,
        wayBack: decision.wayBack ?? null,
        objections: decision.objections.map((objection) => ({
          text: objection.text,
          from: [...about],
          by: personName(view, objection.by),
        })),
        reason: decision.reason ?? null,
      };
    }),
    levers: leverUses(source).map((use) => ({
      text: use.name,
      from: [...use.from],
      target: use.target ?? null,
      applied: momentData(use.applied, zone, use.from),
      by: use.who,
      ended: leverEnd(use, zone),
    })),
    tasks: view.tasks.map((task) => ({
      ...asSaid(task.id, task.text, eventsAbout(view, task.id)),
      label: task.label,
      state: task.state,
      who: task.to === undefined ? null : personName(view, task.to),
      result: task.result ?? task.reason ?? null,
    })),
    questions: view.questions.map((question) => ({
      ...asSaid(question.id, question.text),
      label: question.label,
      answer: question.answer?.text ?? null,
    })),
    opportunities: opportunitiesAmong(entries).map((line) => entryData(line, zone)),
    updates: toldUpdates(view).map((told) => ({
      ...asSaid(told.update.id, told.update.text),
      audiences: [...told.update.audiences],
      sent: momentData(told.update.sentAt, zone, [told.update.id]),
      promised: eachOrAll(told, ({ promisedAt }) => (promisedAt === undefined ? '' : momentData(promisedAt, zone).text)) || null,
      late: eachOrAll(told, ({ lateMs }) => lateText(lateMs)) || null,
      final: told.update.final,
    })),
    changes: changesAmong(entries, view).map((change) => ({
      ...entryData(change.entry, zone),
      before: beforeText(change) ?? null,
      suspect: change.suspect,
    })),
    tagged: taggedData(source),
  };
}

function taggedData({ view, entries }: DraftSource): WorkData['tagged'] {
  const tags = [...new Set(entries.flatMap((line) => line.tags))].toSorted();
  return Object.fromEntries(
    tags.map((tag) => [tag, entries.filter((line) => line.tags.includes(tag)).map((line) => entryData(line, view.zone))]),
  );
}
