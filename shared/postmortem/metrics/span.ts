/** The time between two milestones, no surer than the milestones are. */
import type { MilestoneView } from '../../incident/view.ts';
import type { Precision } from '../../vocabulary/words.ts';

const minute = 60_000;

/** A time between two milestones. Negative: the second came first, as when detection came before the recorded impact. */
export interface Span {
  /** Whole minutes from one recorded time to the other. */
  readonly minutes: number;
  /** `approx`: a time was given as "about". `range`: a time was given to the hour or day, so the true span lies within `least`..`most`. */
  readonly precision: 'exact' | 'approx' | 'range';
  readonly least?: number;
  readonly most?: number;
}

/** How long after its stated time a thing may have happened, by how it was stated. */
const widths: Partial<Record<Precision, number>> = { hour: 60 * minute, day: 24 * 60 * minute };

/** The time from one milestone to another; `null` where either is not known. */
export function spanBetween(from: MilestoneView | undefined, to: MilestoneView | undefined): Span | null {
  if (from === undefined || to === undefined || from.at === null || to.at === null) return null;
  const between = to.at - from.at;
  const minutes = Math.trunc(between / minute);
  const loose = (precision: Precision): boolean => precision === 'approx' || precision === 'between';
  if (loose(from.precision) || loose(to.precision)) return { minutes, precision: 'approx' };
  const early = widths[from.precision] ?? 0;
  const late = widths[to.precision] ?? 0;
  if (early === 0 && late === 0) return { minutes, precision: 'exact' };
  return { minutes, precision: 'range', least: Math.trunc((between - early) / minute), most: Math.trunc((between + late) / minute) };
}
