/** Which incident the strip shows: the one nearest to its next due thing, unless somebody is in the middle of another. */
import { byNearness } from '../../../shared/api/nearest.ts';
import type { IncidentSummary } from '../../../shared/api/wire.ts';

export interface Chosen {
  /** The id of the incident that is shown; absent where none is open. */
  readonly shown?: string;
  /** The open incidents, nearest first: what one may switch to. */
  readonly open: readonly IncidentSummary[];
}

export interface Present {
  /** What is shown now. */
  readonly shown: string | undefined;
  /** `held`: the strip has the focus, or a text in its line; it would change under the person's hands. */
  readonly line: 'held' | 'free';
  /** What somebody switched to by hand. */
  readonly picked: string | undefined;
}

/** What to show at a moment, ms since epoch. A text that was typed stays with its incident, even when that ends meanwhile. */
export function chosenIncident(incidents: readonly IncidentSummary[], now: number, { shown, line, picked }: Present): Chosen {
  const open = byNearness(incidents, now);
  if (shown !== undefined && line === 'held' && incidents.some(({ id }) => id === shown)) return { shown, open };
  const wanted = open.find(({ id }) => id === picked) ?? open[0];
  return wanted === undefined ? { open } : { shown: wanted.id, open };
}

/** The one after this, round and round. */
export function nextIncident(open: readonly IncidentSummary[], shown: string | undefined): string | undefined {
  const at = open.findIndex(({ id }) => id === shown);
  return open[(at + 1) % Math.max(1, open.length)]?.id;
}
