/** What a prompt is: one thing that wants somebody's attention, with its answers as composer text. */
import type { IncidentView } from '../view.ts';

export const promptKinds = [
  'conflict',
  'promise',
  'pause',
  'handoff',
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

/** How long ago, in words with few digits: `4 min`, `2 h 10 min`. */
export function span(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute));
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
