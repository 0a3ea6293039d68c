/** What the library keeps of a past incident: enough to list it, to filter it and to compare it with another. Times are ms since epoch, UTC. */
import { type ShownEntry, timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { Mode, Phase, Severity } from '../../vocabulary/words.ts';
import { dayOf } from '../../vocabulary/zoned-time.ts';
import { withoutHidden } from '../hidden.ts';
import { metricsOf } from '../metrics/metrics.ts';
import { publishedName } from '../published/file-name.ts';
import type { Passage } from './similar.ts';

/** Raised whenever a card holds something else, or is kept otherwise: kept ones are then made anew. */
export const cardVersion = 2;

export interface LibraryCard {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly mode: Mode;
  readonly phase: Phase;
  /** When it began, as far as the log knows. */
  readonly at?: number;
  /** The calendar day of that in the incident's zone, `2026-03-29`. */
  readonly day?: string;
  /** From the impact's start, or else the declaration, to the end; whole minutes. */
  readonly minutes?: number;
  readonly severity?: Severity;
  readonly incidentType?: string;
  readonly labels: readonly string[];
  readonly tags: readonly string[];
  readonly impact?: string;
  /** Of an imported one: whose it was. */
  readonly organisation?: string;
  /** Sections of the draft in people's words. */
  readonly sections: number;
  readonly followUps: { readonly all: number; readonly open: number };
  /** The template in which its draft was last written, taken along or asked for. */
  readonly template: string;
  /** The file of the publish folder that it went to. */
  readonly published?: string;
  /** Lines whose text was hidden: what they say is not found. */
  readonly hidden: readonly string[];
  readonly passages: readonly Passage[];
}

/** Phases in which an incident has, or should have, a postmortem. */
const pastPhases: ReadonlySet<Phase> = new Set(['resolved', 'review', 'closed']);
export const isPast = (phase: Phase): boolean => pastPhases.has(phase);

/** The card of an incident as it stands; one that goes on has one too, so that it can be compared. */
export function cardOf(view: IncidentView): LibraryCard {
  const entries = timelineOf(view);
  const told = withoutHidden(view, entries);
  const hidden = entries.filter(({ redacted }) => redacted).map(({ item }) => item.id);
  const times = Object.values(view.milestones).flatMap(({ at }) => at ?? []);
  const at = times.length > 0 ? Math.min(...times) : view.declaredAt;
  const minutes = minutesOf(told, entries);
  const published = publishedName(view);
  return {
    ...{ id: view.id, label: view.label, title: view.title, mode: view.mode, phase: view.phase },
    ...(at !== undefined && { at, day: dayOf(at, view.zone) }),
    ...(minutes !== undefined && { minutes }),
    ...(view.severity !== undefined && { severity: view.severity }),
    ...(view.incidentType !== undefined && { incidentType: view.incidentType }),
    labels: view.labels,
    tags: [...new Set(entries.flatMap(({ tags, redacted }) => (redacted ? [] : tags)))].toSorted(),
    ...impactOf(view, entries),
    ...(view.imported?.organisation !== undefined && { organisation: view.imported.organisation }),
    sections: Object.keys(view.sections).length,
    followUps: { all: view.followUps.length, open: view.followUps.filter(isOpen).length },
    template: chosenTemplate(view),
    ...(published !== undefined && { published }),
    hidden,
    passages: passagesOf(told, entries),
  };
}

/** The template that people last wrote in, took a draft along in, or asked for when the review began. */
export function chosenTemplate({ sections, exports, review }: Pick<IncidentView, 'sections' | 'exports' | 'review'>): string {
  const exported = exports.at(-1);
  const written = Object.values(sections).toSorted((a, b) => b.at - a.at || (a.event < b.event ? 1 : -1))[0];
  if (exported && (!written || exported.at >= written.at)) return exported.template;
  return written?.template ?? review?.template ?? 'google-sre';
}

const isOpen = ({ state, wontDo }: IncidentView['followUps'][number]): boolean => state !== 'done' && wontDo === undefined;

function minutesOf(view: IncidentView, entries: readonly ShownEntry[]): number | undefined {
  const span = metricsOf(view, entries).impactToResolve;
  if (span) return span.minutes;
  if (view.declaredAt === undefined || view.endedAt === undefined || view.endedAt < view.declaredAt) return undefined;
  return Math.floor((view.endedAt - view.declaredAt) / 60_000);
}

function impactOf(view: IncidentView, entries: readonly ShownEntry[]): { readonly impact?: string } {
  const text = view.impact?.text;
  return text === undefined || isHiddenText(text, entries) ? {} : { impact: text };
}

/** A fact of the view that came from a line which somebody hid. */
function isHiddenText(text: string, entries: readonly ShownEntry[]): boolean {
  return entries.some(({ redacted, item }) => redacted && Object.values((item.body ?? {}) as object).includes(text));
}

/** The longest piece of a section that is compared, characters. */
const longestPiece = 2000;

function passagesOf(view: IncidentView, entries: readonly ShownEntry[]): readonly Passage[] {
  const shown = new Map(entries.map((entry) => [entry.item.id, entry]));
  const readable = (event: string): boolean => shown.get(event)?.redacted !== true;
  const { impact } = impactOf(view, entries);
  const summary = view.summary?.text;
  const summaryLine = entries.findLast(({ item }) => item.type === 'summary.set');
  const impactLine = entries.findLast(({ item }) => item.type === 'impact.set');
  const passages: readonly Passage[] = [
    { kind: 'title', text: view.title },
    ...(view.incidentType === undefined ? [] : [{ kind: 'type' as const, text: view.incidentType }]),
    ...view.labels.map((text) => ({ kind: 'label' as const, text })),
    ...(impact === undefined ? [] : [{ kind: 'impact' as const, text: impact, ...lineOf(impactLine) }]),
    ...(summary === undefined || isHiddenText(summary, entries)
      ? []
      : [{ kind: 'summary' as const, text: summary, ...lineOf(summaryLine) }]),
    ...entries
      .filter(({ kind, written, redacted, item }) => kind === 'detection' && written && !redacted && item.standing === 'plain')
      .map(({ text, item }) => ({ kind: 'detection' as const, text, event: item.id })),
    ...view.hypotheses
      .filter(({ state, id }) => state === 'supported' && readable(id))
      .map(({ text, id }) => ({ kind: 'hypothesis' as const, text, event: id })),
    ...Object.values(view.sections)
      .filter(({ event }) => readable(event))
      .map(({ text, event }) => ({ kind: 'section' as const, text: text.slice(0, longestPiece), event })),
  ];
  return passages.filter(({ text }) => text.trim() !== '');
}

const lineOf = (entry: ShownEntry | undefined): { readonly event?: string } => (entry ? { event: entry.item.id } : {});
