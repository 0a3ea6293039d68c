/** What a template may use: an incident in plain data, described for whoever writes templates. Every text that came from the log is a `said`, which knows its entries. */
import * as z from 'zod';
import { phaseWords } from '../../incident/describe.ts';
import { personName } from '../../incident/names.ts';
import { severityTimes } from '../parts/course-parts.ts';
import { lastSaid } from '../parts/statements.ts';
import { minutesText, momentText } from '../when.ts';
import type { DraftSource } from './draft-source.ts';
import { entry, entryData, moment, momentData, said } from './said-data.ts';
import { workData, workFields } from './work-data.ts';

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
  impacts: z
    .array(z.strictObject({ begins: moment, ends: moment.nullable(), lasted: z.string().nullable() }))
    .describe('Every period of impact.'),
  severities: z
    .array(z.strictObject({ ...said.shape, severity: z.number() }))
    .describe('How long it was in each severity, in words; the last reaches to the end.'),
  entries: z.array(entry).describe('The timeline, in its order.'),
  ...workFields,
  followUps: z.array(
    z.strictObject({
      ...said.shape,
      label: z.string(),
      kind: z.string().nullable(),
      owner: z.string().nullable(),
      due: z.string().nullable().describe('ISO date'),
      state: z.string().describe('open, started, done or will not be done'),
      link: z.string().nullable(),
    }),
  ),
});
export type TemplateData = z.infer<typeof templateDataSchema>;

/** The data of an incident. Names are in it as the draft shows them; hidden texts are not. */
export function templateData(source: DraftSource): TemplateData {
  const { view, entries, metrics } = source;
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
    summary: lastData(source, 'summary'),
    impact: lastData(source, 'impact'),
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
    impacts: metrics.impactPeriods.map(({ from, to, minutes }) => ({
      begins: momentData(from, view.zone),
      ends: to === null ? null : momentData(to, view.zone),
      lasted: minutes === null ? null : minutesText(minutes),
    })),
    severities: severityTimes(source).map(({ severity, ms, from }) => ({
      text: minutesText(Math.floor(ms / 60_000)),
      from: [...from],
      severity,
    })),
    entries: entries.map((line) => entryData(line, view.zone)),
    ...workData(source),
    followUps: view.followUps.map((item) => ({
      text: item.text,
      from: [item.id],
      label: item.label,
      kind: item.kind ?? null,
      owner: item.owner === undefined ? null : personName(view, item.owner),
      due: item.due ?? null,
      state: item.wontDo === undefined ? item.state : 'will not be done',
      link: item.link ?? null,
    })),
  };
}

function lastData(source: DraftSource, what: 'summary' | 'impact'): TemplateData['summary'] {
  const last = lastSaid(source, what);
  return last === undefined ? null : { text: last.text, from: [...last.from] };
}
