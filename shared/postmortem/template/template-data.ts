/** What a template may use: an incident in plain data, described for whoever writes templates. Every text that came from the log is a `said`, which knows its entries. */
import * as z from 'zod';
import { phaseWords } from '../../incident/describe.ts';
import { personName } from '../../incident/names.ts';
import type { ShownEntry } from '../../incident/timeline.ts';
import { minutesText, momentText } from '../when.ts';
import type { DraftSource } from './build-draft.ts';

const said = z
  .strictObject({ text: z.string(), from: z.array(z.string()) })
  .describe('A text of the log, with the events that it came from. Printed as it is, it becomes text that makes no markup.');
const moment = z
  .strictObject({ ...said.shape, at: z.number().describe('ms since epoch, UTC') })
  .describe('A time, as exact as the log knows it.');
const entry = z
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

export const templateDataSchema = z.strictObject({
  incident: z.strictObject({
    id: z.string(),
    label: z.string().describe('`inc-7`'),
    title: z.string(),
    mode: z.string().describe('live, drill, backfilled or imported'),
    drill: z.boolean(),
    imported: z.boolean(),
    phase: z.string().describe('In words: `in review`.'),
    zone: z.string().describe('IANA zone in which times are shown.'),
    severity: z.number().nullable().describe('1 to 5, 1 is the worst.'),
    type: z.string().nullable(),
    labels: z.array(z.string()),
    foundBy: z.string().nullable().describe('monitor, customer, staff, partner or drill'),
    owner: z.string().nullable().describe('Who owns the review.'),
  }),
  summary: said.nullable(),
  impact: said.nullable(),
  milestones: z.strictObject({
    impactStart: moment.nullable(),
    detected: moment.nullable(),
    declared: moment.nullable(),
    acknowledged: moment.nullable(),
    mitigated: moment.nullable(),
    resolved: moment.nullable(),
  }),
  durations: z
    .strictObject({
      detect: z.string().nullable(),
      declare: z.string().nullable(),
      acknowledge: z.string().nullable(),
      mitigate: z.string().nullable(),
      resolve: z.string().nullable(),
    })
    .describe('From the start of impact to each milestone, in words: `1 h 5 min`.'),
  entries: z.array(entry).describe('The timeline, in its order.'),
  roles: z.array(z.strictObject({ role: z.string(), who: z.string() })).describe('Who held which role, each pair once.'),
  followUps: z.array(
    z.strictObject({
      ...said.shape,
      label: z.string(),
      kind: z.string().nullable(),
      owner: z.string().nullable(),
      due: z.string().nullable().describe('ISO date'),
      state: z.string().describe('open, started, done or will not be done'),
    }),
  ),
});
export type TemplateData = z.infer<typeof templateDataSchema>;

/** The data of an incident. Names are in it as the draft shows them; hidden texts are not. */
export function templateData({ view, entries, metrics }: DraftSource): TemplateData {
  const milestone = (name: keyof TemplateData['milestones']) => {
    const known = view.milestones[name];
    if (known === undefined || known.at === null) return null;
    return { text: momentText(known.at, known.precision, view.zone), from: [known.event], at: known.at };
  };
  const span = (known: (typeof metrics)['impactToDetect']) => (known === null ? null : minutesText(known.minutes));
  const owner = view.review?.owner;
  return {
    incident: {
      id: view.id,
      label: view.label,
      title: view.title,
      mode: view.mode,
      drill: view.mode === 'drill',
      imported: view.mode === 'imported',
      phase: phaseWords[view.phase],
      zone: view.zone,
      severity: view.severity ?? null,
      type: view.incidentType ?? null,
      labels: [...view.labels],
      foundBy: view.foundBy ?? null,
      owner: owner === undefined ? null : personName(view, owner),
    },
    summary: view.summary ? { text: view.summary.text, from: [] } : null,
    impact: view.impact ? { text: view.impact.text, from: [] } : null,
    milestones: {
      impactStart: milestone('impactStart'),
      detected: milestone('detected'),
      declared: milestone('declared'),
      acknowledged: milestone('acknowledged'),
      mitigated: milestone('mitigated'),
      resolved: milestone('resolved'),
    },
    durations: {
      detect: span(metrics.impactToDetect),
      declare: span(metrics.impactToDeclare),
      acknowledge: span(metrics.impactToAcknowledge),
      mitigate: span(metrics.impactToMitigate),
      resolve: span(metrics.impactToResolve),
    },
    entries: entries.map((line) => entryData(line, view.zone)),
    roles: rolesOf(view),
    followUps: view.followUps.map((item) => ({
      text: item.text,
      from: [item.id],
      label: item.label,
      kind: item.kind ?? null,
      owner: item.owner === undefined ? null : personName(view, item.owner),
      due: item.due ?? null,
      state: item.wontDo === undefined ? item.state : 'will not be done',
    })),
  };
}

function entryData(line: ShownEntry, zone: string): TemplateData['entries'][number] {
  const { item, text, kind, occurredAt, precision, starred, written, tags } = line;
  return {
    text,
    from: [item.id, ...line.corrections.map(({ event }) => event)],
    kind,
    at: occurredAt,
    time: momentText(occurredAt, precision, zone),
    who: line.byName ?? line.actorRole ?? line.actorName,
    starred,
    written,
    tags: [...tags],
  };
}

function rolesOf(view: DraftSource['view']): TemplateData['roles'] {
  const pairs = view.roleIntervals.map(({ role, person }) => ({ role: String(role), who: personName(view, person) }));
  return pairs.filter(({ role, who }, index) => pairs.findIndex((other) => other.role === role && other.who === who) === index);
}
