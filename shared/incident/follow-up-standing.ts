/** Where a follow-up stands: its state in a word, the moment at which its day is over, and its age. Times are ms since epoch, UTC. */
import { zonedToUtc } from '../vocabulary/zoned-time.ts';
import type { FollowUpView } from './view.ts';

/** `wontDo` is said by its reason; the others as somebody said last. */
export const followUpStandings = ['open', 'started', 'done', 'wontDo'] as const;
export type FollowUpStanding = (typeof followUpStandings)[number];

export const followUpStandingWords: Readonly<Record<FollowUpStanding, string>> = {
  open: 'open',
  started: 'started',
  done: 'done',
  wontDo: 'will not be done',
};

type Standing = Pick<FollowUpView, 'state' | 'wontDo'>;

export function followUpStanding({ state, wontDo }: Standing): FollowUpStanding {
  return wontDo === undefined ? state : 'wontDo';
}

/** Whether there is still something to do. */
export const isFollowUpOpen = (item: Standing): boolean => ['open', 'started'].includes(followUpStanding(item));

/** The state with the reason, where it will not be done. */
export function followUpStandingText(item: Standing): string {
  const words = followUpStandingWords[followUpStanding(item)];
  return item.wontDo === undefined ? words : `${words}: ${item.wontDo}`;
}

/** The midnight that ends a day such as `2026-11-30` in a zone, ms since epoch; `undefined` for what is no day. */
export function endOfDay(day: string, zone: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return zonedToUtc({ year, month, day: date + 1, hour: 0, minute: 0, second: 0 }, zone);
}

/** From which moment it is overdue, in the incident's zone; `undefined` where it has no day or nothing is left to do. */
export function overdueFrom(item: Standing & Pick<FollowUpView, 'due'>, zone: string): number | undefined {
  return item.due === undefined || !isFollowUpOpen(item) ? undefined : endOfDay(item.due, zone);
}

/** The link, where it is an address of the web and nothing else: what a log holds may come from anywhere. */
export function webAddress(link: string | undefined): string | undefined {
  return link !== undefined && /^https?:\/\/[^\s<>"'`\\]+$/i.test(link) ? link : undefined;
}
