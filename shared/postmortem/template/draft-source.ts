/** What drafts are made of. */
import { type ShownEntry, timelineOf } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import { withoutHidden } from '../hidden.ts';
import { type Metrics, metricsOf } from '../metrics/metrics.ts';

/** An incident that resembles this one, as whoever compared them tells it. */
export interface SimilarIncident {
  readonly label: string;
  readonly title: string;
  /** ISO date. */
  readonly day?: string;
  /** In what they are alike: the words that they share. */
  readonly why: string;
}

/** Everything that a draft is made of. `view` is without hidden texts, `entries` its timeline. */
export interface DraftSource {
  readonly view: IncidentView;
  readonly entries: readonly ShownEntry[];
  readonly metrics: Metrics;
  /** Only where somebody looked for them: one incident knows of no other. */
  readonly similar?: readonly SimilarIncident[];
}

/** What drafts of an incident are made of: what was hidden stays so. */
export function draftSource(view: IncidentView): DraftSource {
  const all = timelineOf(view);
  const told = withoutHidden(view, all);
  const entries = told === view ? all : timelineOf(told);
  return { view: told, entries, metrics: metricsOf(told, entries) };
}
