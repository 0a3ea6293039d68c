/** The parts that most templates place: what it was, impact, detection, resolution, follow-ups, figures. */
import { describeItem, phaseWords } from '../../incident/describe.ts';
import { followUpStandingText } from '../../incident/follow-up-standing.ts';
import { personName } from '../../incident/names.ts';
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { MilestoneName } from '../../vocabulary/words.ts';
import type { Block } from '../draft.ts';
import { note, notRecorded } from '../draft.ts';
import { spanText } from '../metrics/metric-words.ts';
import type { Span } from '../metrics/span.ts';
import { dayText, momentText } from '../when.ts';
import type { PartSource } from './part.ts';
import { absent, entryOf, lastSaid, listed } from './statements.ts';

export function about(view: IncidentView): Block {
  const { impactStart, detected, declared } = view.milestones;
  const start = [impactStart, detected, declared].find((milestone) => typeof milestone?.at === 'number');
  const date = typeof start?.at === 'number' ? dayText({ occurredAt: start.at, precision: start.precision }, view.zone) : notRecorded;
  const owner = view.review?.owner;
  return {
    type: 'facts',
    rows: [
      { label: 'Incident', value: view.label || view.id, from: [] },
      { label: 'Date', value: date, from: start ? [start.event] : [] },
      { label: 'Authors', value: owner === undefined ? notRecorded : personName(view, owner), from: [] },
      { label: 'Status', value: `draft, incident ${phaseWords[view.phase]}`, from: [] },
      { label: 'Severity', value: view.severity === undefined ? notRecorded : `SEV${view.severity}`, from: [] },
      ...kind(view),
    ],
  };
}

/** What kind it was, and the words by which it is found again: only where somebody said so. */
function kind({ incidentType, labels, playbook }: IncidentView): Extract<Block, { type: 'facts' }>['rows'] {
  const type = playbook?.types.find(({ id }) => id === incidentType)?.name ?? incidentType;
  return [
    ...(type === undefined ? [] : [{ label: 'Type', value: type, from: [] }]),
    ...(labels.length === 0 ? [] : [{ label: 'Labels', value: labels.join(', '), from: [] }]),
  ];
}

export function summary(source: PartSource): readonly Block[] {
  const said = lastSaid(source, 'summary');
  return said === undefined ? [absent('Summary')] : [{ type: 'paragraph', ...said }];
}

export function impactText(source: PartSource): readonly Block[] {
  const said = lastSaid(source, 'impact');
  return said === undefined ? [absent('Impact')] : [{ type: 'paragraph', ...said }];
}

export function impact(source: PartSource): readonly Block[] {
  const { view } = source;
  const times: Block = {
    type: 'facts',
    rows: [
      milestoneRow(view, 'Began', 'impactStart'),
      milestoneRow(view, 'Mitigated', 'mitigated'),
      milestoneRow(view, 'Resolved', 'resolved'),
    ],
  };
  return [...impactText(source), times];
}

/** A milestone with its time, and what was remarked on it. */
export function milestoneRow(view: IncidentView, label: string, name: MilestoneName) {
  const milestone = view.milestones[name];
  const at = momentText(milestone?.at, milestone?.precision ?? 'exact', view.zone);
  const remark = milestone?.note ?? milestone?.reason;
  return { label, value: remark === undefined ? at : `${at}: ${remark}`, from: milestone ? [milestone.event] : [] };
}

export function tagged(intro: string, entries: readonly ShownEntry[], tags: readonly string[]): readonly Block[] {
  return listed(
    intro,
    entries.filter((entry) => entry.tags.some((tag) => tags.includes(tag))),
  );
}

/** More than this many starred actions and decisions are left to the timeline. */
const mostSteps = 20;

export function resolution(view: IncidentView, entries: readonly ShownEntry[]): readonly Block[] {
  const evidence = view.items.flat().filter(({ id }) => id === view.mitigation?.event);
  const ended = view.milestones.resolved?.at ?? Number.POSITIVE_INFINITY;
  const steps = entries.filter((entry) => entry.starred && (entry.kind === 'action' || entry.kind === 'decision'));
  const begun = Math.min(
    view.milestones.impactStart?.at ?? Number.POSITIVE_INFINITY,
    view.milestones.detected?.at ?? Number.POSITIVE_INFINITY,
  );
  const known = Number.isFinite(begun) ? begun : Number.NEGATIVE_INFINITY;
  const before = steps.filter((entry) => entry.occurredAt >= known && entry.occurredAt <= ended);
  const many = before.length > mostSteps;
  return [
    ...evidence.map(
      (item): Block => ({ type: 'paragraph', text: entryOf(entries, item.id)?.text ?? describeItem(item, view), from: [item.id] }),
    ),
    ...listed('Actions and decisions from the first sign to the end:', before.slice(0, mostSteps)),
    ...(many ? [note(`${before.length - mostSteps} more are in the timeline.`)] : []),
  ];
}

/** Who found it, in words. */
export const detectedBy = ({ foundBy }: IncidentView): string => (foundBy === undefined ? notRecorded : foundByWords[foundBy]);

const foundByWords = { monitor: 'monitoring', customer: 'a customer', staff: 'staff', partner: 'a partner', drill: 'a drill' } as const;

export function detection(view: IncidentView, entries: readonly ShownEntry[], delay: Span | null): readonly Block[] {
  const found = entries.filter((entry) => entry.written && entry.kind === 'detection').slice(0, 5);
  return [
    {
      type: 'facts',
      rows: [
        milestoneRow(view, 'Detected', 'detected'),
        { label: 'After impact began', value: spanText(delay), from: [] },
        { label: 'Found by', value: detectedBy(view), from: [] },
      ],
    },
    ...listed('First signs in the log:', found),
  ];
}

export function actionItems(view: IncidentView): readonly Block[] {
  if (view.followUps.length === 0) return [absent('Action items')];
  const rows = view.followUps.map((item) => ({
    cells: [
      item.label,
      item.text,
      item.kind ?? notRecorded,
      item.owner === undefined ? notRecorded : personName(view, item.owner),
      item.due ?? notRecorded,
      [followUpStandingText(item), ...(item.link === undefined ? [] : [item.link])].join(' · '),
    ],
    from: [item.id],
  }));
  return [{ type: 'table', columns: ['No.', 'Action item', 'Type', 'Owner', 'Due', 'State'], rows }];
}
