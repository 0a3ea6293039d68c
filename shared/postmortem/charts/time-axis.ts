/** An axis of time under the rows of a figure: where a moment stands, and the words at its two ends. */
import { clockTime, dayOf, zoneLabel } from '../../vocabulary/zoned-time.ts';
import { figureWidth, line, type Mark, words } from './figure.ts';

/** From and to in ms since epoch, UTC. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** Room at both ends, so that no mark is cut off. */
const inset = 6;

/** How far from the left a moment stands, px. */
export function across({ from, to }: TimeAxis, at: number): number {
  const share = to === from ? 0 : (Math.min(to, Math.max(from, at)) - from) / (to - from);
  return inset + share * (figureWidth - 2 * inset);
}

/** Its ends in words, the day with each where they differ: `02:14`, `04:30 Berlin`. */
export function axisEnds({ from, to, zone }: TimeAxis): readonly [string, string] {
  const oneDay = dayOf(from, zone) === dayOf(to, zone);
  const said = (ms: number): string => (oneDay ? clockTime(ms, zone) : `${dayOf(ms, zone)} ${clockTime(ms, zone)}`);
  return [said(from), `${said(to)} ${zoneLabel(zone)}`];
}

/** The axis as marks; its height is `axisHeight`. */
export function axisMarks(axis: TimeAxis, y: number): readonly Mark[] {
  const [first, last] = axisEnds(axis);
  return [line(inset, y, figureWidth - inset, y), words(first, 0, y + 18), words(last, figureWidth, y + 18, 'end')];
}
export const axisHeight = 26;
