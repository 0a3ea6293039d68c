/** What a prompt is: one thing that wants somebody's attention, with its answers as composer text. */
import { clockTime, dayOf } from '../../vocabulary/zoned-time.ts';
import type { IncidentView } from '../view.ts';

export const promptKinds = [
  'conflict',
  'promise',
  'delivery',
  'pause',
  'handoff',
  'approval',
  'triage',
  'timebox',
  'update',
  'escalate',
  'vacancy',
  'relief',
  'unacked',
  'lease',
  'handsOn',
  'fixation',
  'questions',
  'span',
  'tempo',
] as const;
export type PromptKind = (typeof promptKinds)[number];

/** One answer, in a word or two; `key` is the composer text that gives it. One that ends in a space waits for words. */
export interface PromptAnswer {
  readonly says: string;
  readonly key: string;
}

export interface Prompt {
  /** Stable: the kind and the thing, such as `timebox/<task>`. */
  readonly id: string;
  readonly kind: PromptKind;
  /** One plain sentence. */
  readonly says: string;
  /** Since when it asks, ms since epoch, UTC. */
  readonly since: number;
  readonly answers: readonly PromptAnswer[];
  /** Whom it is for, by the id that stands for them; absent: whoever is here. */
  readonly to?: string;
  /** `broken`: something that was said does not hold. `now`: it waits for an answer. `quiet`: worth a thought. */
  readonly tone: 'broken' | 'now' | 'quiet';
}

/** A person as the composer takes them: `@ada.lovelace`, or `@me` where their name was erased. */
export function mention(view: IncidentView, id: string): string {
  const name = view.people[id]?.name?.trim();
  return name ? `@${name.replaceAll(/\s+/gu, '.')}` : '@';
}

const minute = 60_000;

/** A moment that may be long ago: `02:48`, or with its day where that is not today's. Both in ms since epoch, UTC. */
export function timeWords(at: number, now: number, zone: string): string {
  const today = dayOf(at, zone) === dayOf(now, zone) || Math.abs(now - at) < 12 * hour;
  return today ? clockTime(at, zone) : `${dayOf(at, zone)} ${clockTime(at, zone)}`;
}

const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in words with few digits: `4 min`, `2 h 10 min`, and from two days on `5 days`, `19 months`, `3 years`. */
export function span(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute));
  if (minutes < 60) return `${minutes} min`;
  if (ms >= 730 * day) return `${Math.floor(ms / (365 * day))} years`;
  if (ms >= 60 * day) return `${Math.floor(ms / (30 * day))} months`;
  if (ms >= 2 * day) return `${Math.floor(ms / day)} days`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
