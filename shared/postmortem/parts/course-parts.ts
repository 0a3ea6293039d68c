/** The parts about the course of it: key facts, what came before the impact, the recovery, time in each severity. */
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import { type MilestoneName, type Severity, severities } from '../../vocabulary/words.ts';
import type { Block } from '../draft.ts';
import { note, notRecorded } from '../draft.ts';
import { spanText } from '../metrics/metric-words.ts';
import { minutesText, momentText } from '../when.ts';
import type { PartSource, Parts } from './part.ts';
import { endOf, heldRoles } from './people-parts.ts';
import { absent, eventsOf, listedWithTimes, sparseTable } from './statements.ts';
import { detectedBy, impactText, milestoneRow } from './usual-parts.ts';

/** Longer lists are left to the timeline. */
const most = 25;

const names: readonly (readonly [string, MilestoneName])[] = [
  ['Impact began', 'impactStart'],
  ['Detected', 'detected'],
  ['Declared', 'declared'],
  ['Mitigated', 'mitigated'],
  ['Resolved', 'resolved'],
];

function keyFacts(source: PartSource): readonly Block[] {
  const { view, metrics } = source;
  const ended = metrics.impactToMitigate ?? metrics.impactToResolve;
  const held = heldRoles({ ...source }).filter(({ role }) => role === commanderOf(view));
  const commanders = [...new Set(held.map(({ who }) => who))].join(', ');
  return [
    {
      type: 'facts',
      rows: [
        ...names.map(([label, name]) => milestoneRow(view, label, name)),
        { label: 'Impact lasted', value: spanText(ended), from: milestonesOf(view, ['impactStart', 'mitigated']) },
        { label: 'Found by', value: detectedBy(view), from: [] },
        { label: 'Led by', value: commanders || notRecorded, from: held.flatMap(({ from }) => from) },
      ],
    },
  ];
}

const milestonesOf = ({ milestones }: IncidentView, wanted: readonly MilestoneName[]): readonly string[] =>
  wanted.flatMap((name) => milestones[name]?.event ?? []);

/** The newest of a long list, and how many it leaves out. */
function shortened(intro: string, entries: readonly ShownEntry[], zone: string): readonly Block[] {
  const left = entries.length - most;
  const shown = listedWithTimes(intro, entries.slice(-most), zone);
  return left > 0 ? [...shown, note(`${left} earlier entries are in the timeline.`)] : shown;
}

function leadUp({ view, entries }: PartSource): readonly Block[] {
  const start = view.milestones.impactStart;
  if (typeof start?.at !== 'number') return [note(`Start of impact: ${notRecorded}, so nothing tells what came before it.`)];
  const { at } = start;
  const tells = ({ written, starred, item }: ShownEntry): boolean => written || (starred && item.type !== 'milestone.set');
  const before = entries.filter((entry) => entry.occurredAt < at && tells(entry) && entry.item.standing === 'plain');
  if (before.length === 0) return [absent('Entries from before the impact')];
  return shortened('In the log from before the impact:', before, view.zone);
}

/** What was done from the first decision on, or from the start of the fix, whichever was first; of a log without either, all that was done. */
function recovery({ view, entries }: PartSource): readonly Block[] {
  const decided = entries.find(({ kind, item }) => kind === 'decision' && item.standing === 'plain' && item.type !== 'decision.reversed');
  const fixed = view.phases.find(({ phase }) => phase === 'fixing');
  const begun = Math.min(decided?.occurredAt ?? Number.POSITIVE_INFINITY, fixed?.from ?? Number.POSITIVE_INFINITY);
  const since = Number.isFinite(begun) ? begun : (view.milestones.detected?.at ?? Number.NEGATIVE_INFINITY);
  const until = view.milestones.resolved?.at ?? Number.POSITIVE_INFINITY;
  const done = entries.filter(
    ({ kind, item, occurredAt }) =>
      (kind === 'action' || item.type === 'mitigation.recorded') && item.standing === 'plain' && occurredAt >= since && occurredAt <= until,
  );
  if (done.length === 0) return [absent('Steps of the recovery')];
  return shortened(Number.isFinite(begun) ? 'What was done, from the first decision on:' : 'What was done:', done, view.zone);
}

/** Ms in each severity from its setting to the next, or to the end. */
export function severityTimes(
  source: PartSource,
): readonly { readonly severity: Severity; readonly ms: number; readonly from: readonly string[] }[] {
  const set = eventsOf(source.view, ['incident.declared', 'severity.set'])
    .flatMap((item) => {
      const severity = (item.body as { readonly severity?: Severity }).severity;
      return severity === undefined ? [] : [{ severity, at: item.occurredAt, id: item.id }];
    })
    .toSorted((a, b) => a.at - b.at);
  const end = endOf(source);
  const spans = set.map(({ severity, at, id }, index) => ({
    severity,
    id,
    ms: Math.max(0, Math.min(set[index + 1]?.at ?? end, end) - at),
  }));
  return severities.flatMap((severity) => {
    const its = spans.filter((span) => span.severity === severity);
    return its.length === 0 ? [] : [{ severity, ms: its.reduce((sum, { ms }) => sum + ms, 0), from: its.map(({ id }) => id) }];
  });
}

function severityBlocks(source: PartSource): readonly Block[] {
  const times = severityTimes(source);
  if (times.length === 0) return [absent('Time in each severity')];
  const inWords = (ms: number): string => minutesText(Math.floor(ms / 60_000));
  const major = times.filter(({ severity }) => severity <= 2);
  const both = { ms: major.reduce((sum, { ms }) => sum + ms, 0), from: major.flatMap(({ from }) => from) };
  return [
    {
      type: 'facts',
      rows: [
        ...times.map(({ severity, ms, from }) => ({ label: `Time in SEV${severity}`, value: inWords(ms), from })),
        ...(major.length === 2 ? [{ label: 'Time in SEV1 and SEV2 together', value: inWords(both.ms), from: both.from }] : []),
      ],
    },
    ...(source.view.endedAt === undefined ? [note('It has not ended; the times reach to the last entry of the log.')] : []),
  ];
}

/** Only where impact came back: one period is told by its beginning and end. */
function periods({ view, metrics }: PartSource): readonly Block[] {
  if (metrics.impactPeriods.length < 2) return [];
  const bounds = eventsOf(view, ['mitigation.recorded', 'regression.recorded', 'incident.reopened', 'incident.resolved', 'milestone.set']);
  const rows = metrics.impactPeriods.map(({ from, to, minutes }) => ({
    cells: {
      'Impact began': momentText(from, 'exact', view.zone),
      Ended: to === null ? 'not yet' : momentText(to, 'exact', view.zone),
      Lasted: minutes === null ? '' : minutesText(minutes),
    },
    from: bounds.filter(({ occurredAt }) => occurredAt === from || occurredAt === to).map(({ id }) => id),
  }));
  return [note('Impact came back. Each period of it:'), sparseTable(['Impact began', 'Ended', 'Lasted'], rows)];
}

const commanderOf = (view: IncidentView): string => view.playbook?.roles.find(({ id }) => id === 'commander')?.name ?? 'commander';

export const courseParts: Parts = {
  'key-facts': {
    says: 'When impact began, when it was found, declared, mitigated and resolved, how long it lasted, who found it and who led.',
    blocks: keyFacts,
  },
  'impact-text': { says: 'Customer impact as it was last described, without times.', blocks: impactText },
  'impact-periods': { says: 'The periods of impact, where it came back. Absent otherwise.', blocks: periods },
  'lead-up': { says: 'Entries from before the impact began.', blocks: leadUp },
  recovery: { says: 'What was done from the first decision, or the start of the fix, to the end.', blocks: recovery },
  'severity-times': { says: 'How long it was in each severity.', blocks: severityBlocks },
};
