/** The two orders of the log: by clock, in which control state folds, and by time, in which people read. */

/** What an event is ordered by when state is folded. */
export interface ClockOrdered {
  readonly hlc: string;
  readonly origin: string;
  readonly seq: number;
}

/** What an entry is ordered by on every screen and in every export; `occurredAt` is the effective one, after corrections. */
export interface TimeOrdered {
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly origin: string;
  readonly seq: number;
}

/** Control order: hybrid logical clock, ties broken by console, then by that console's counter. */
export function byClock(a: ClockOrdered, b: ClockOrdered): number {
  return byText(a.hlc, b.hlc) || byText(a.origin, b.origin) || a.seq - b.seq;
}

/** The one comparator for entries: when it happened, when it was written, which console, which of its events. */
export function byTime(a: TimeOrdered, b: TimeOrdered): number {
  return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || byText(a.origin, b.origin) || a.seq - b.seq;
}

/** Code-unit order: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
