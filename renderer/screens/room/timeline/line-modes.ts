/** What a person may do with a line of the timeline, and the state that it is in while they do. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { eventsToErase } from './erasure.ts';

/** `leave` closes whatever is open on the line. */
export type LineVerb = 'star' | 'correct' | 'redact' | 'history' | 'evidence' | 'leave';

export type LineMode = 'plain' | 'correct' | 'redact' | 'history' | 'evidence';

/** The keys that act on a focused line, as `KeyboardEvent.key` has them. */
export function verbOf(key: string): LineVerb | undefined {
  if (key === 's') return 'star';
  if (key === 'c') return 'correct';
  if (key === 'r') return 'redact';
  if (key === 'e') return 'evidence';
  if (key === 'Enter' || key === 'ArrowRight') return 'history';
  if (key === 'ArrowLeft') return 'leave';
  return undefined;
}

/** Why a person cannot do this with the line, in words; undefined: they can. What was recorded rather than written can only be read. */
export function whyNot(verb: LineVerb, entry: Pick<ShownEntry, 'item' | 'written' | 'redacted' | 'corrections'>): string | undefined {
  if (verb === 'history' || verb === 'leave' || verb === 'evidence') return undefined;
  if (!entry.written) return 'This line is a record of what was done; it is taken back by doing something else.';
  if (verb === 'star') return undefined;
  if (eventsToErase(entry).length === 0) return 'The text of this line is erased.';
  return entry.redacted && verb === 'correct' ? 'The text of this line is hidden.' : undefined;
}

/** The mode after a verb; pressing the key of an open panel closes it. `star` changes no mode. */
export function modeAfter(mode: LineMode, verb: LineVerb): LineMode {
  if (verb === 'star') return mode;
  if (verb === 'leave' || verb === mode) return 'plain';
  return verb;
}

/** Where the arrow keys lead from one line; `page` is how many lines fit. Undefined for other keys. */
export function stepTo(key: string, from: number, total: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: total - 1,
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}
