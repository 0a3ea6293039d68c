/** When a review is due, in calendar or business days of the incident's zone. */
import type { Playbook } from '../playbook/schema.ts';

const day = 86_400_000;
const weekdayFormats = new Map<string, Intl.DateTimeFormat>();

/** The due time, ms since epoch: so many days after `from`, weekends left out where the playbook counts business days. */
export function reviewDueAt(review: Playbook['severities']['1']['review'], from: number, zone: string): number {
  if (!review.businessDays) return from + review.dueDays * day;
  let at = from;
  for (let left = review.dueDays; left > 0; ) {
    at += day;
    if (!isWeekend(at, zone)) left -= 1;
  }
  return at;
}

function isWeekend(at: number, zone: string): boolean {
  const format = weekdayFormats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' });
  weekdayFormats.set(zone, format);
  const weekday = format.format(new Date(at));
  return weekday === 'Sat' || weekday === 'Sun';
}
