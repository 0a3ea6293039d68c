/** Day, night and weekend on the clocks of a zone, across the nights on which those clocks are turned. */
import type { TimeSpan } from '../../incident/people/time-spans.ts';
import { nextClock, zonedParts } from '../../vocabulary/zoned-time.ts';

/** `weekend` is all of Saturday and Sunday; on the other days `day` is 08:00 to 20:00, and `night` the rest. */
export const hourClasses = ['day', 'night', 'weekend'] as const;
export type HourClass = (typeof hourClasses)[number];

const msADay = 86_400_000;
const edges = [0, 8, 20].map((hour) => ({ hour, minute: 0, second: 0 }));
/** A log may claim any time; what claims to have lasted longer than this is no watch that people stood. */
const longest = 1100 * msADay;

/** The span cut where the class changes, in order; `undefined` where it is too long to be true. */
export function classesWithin({ from, to }: TimeSpan, zone: string): readonly (TimeSpan & { readonly of: HourClass })[] | undefined {
  if (to - from > longest) return undefined;
  const cut: (TimeSpan & { readonly of: HourClass })[] = [];
  let begin = from;
  while (begin < to) {
    const at = begin;
    const end = Math.min(to, ...edges.map((edge) => nextClock(edge, zone, at)));
    cut.push({ from: begin, to: end, of: classAt(begin, zone) });
    begin = end;
  }
  return cut;
}

function classAt(ms: number, zone: string): HourClass {
  const { year, month, day, hour } = zonedParts(ms, zone);
  // 1 January 1970 was a Thursday, the fourth day after Sunday.
  const weekday = (Math.floor(Date.UTC(year, month - 1, day) / msADay) + 4) % 7;
  if (weekday === 0 || weekday === 6) return 'weekend';
  return hour >= 8 && hour < 20 ? 'day' : 'night';
}
