/** The events that a command would make: drafts, and the few ways in which they are made. */
import type { Precision } from '../vocabulary/words.ts';
import type { EventType } from './events.ts';
import { notFromHere, type Refusal } from './refusal.ts';

/** An event to be: `judged` ones go through the charts, the rest may always be written. */
export interface Draft {
  readonly type: EventType;
  readonly body: Readonly<Record<string, unknown>>;
  readonly judged?: true;
  readonly id?: string;
  readonly occurredAt?: number;
  readonly endAt?: number;
  readonly precision?: Precision;
}

/** The fields that were given: the types tell absent from undefined, and JSON would forget the difference. */
export function given<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** An event that may always be written. */
export const fact = (type: EventType, body: Draft['body']): Draft => ({ type, body });

/** An event that goes through the charts. */
export function transition(
  type: EventType,
  command: { readonly reason?: string | undefined; readonly at?: number | undefined },
  body: Draft['body'] = {},
): Draft {
  return { type, body: { ...body, ...given({ reason: command.reason }) }, judged: true, ...given({ occurredAt: command.at }) };
}

/** A refusal of something that names what is not there. */
export function missing(what: string): Refusal {
  return notFromHere(`${what} is not known in this incident`);
}
