/** What the log knew at a moment: the same fold over what had been written down by then. What happened earlier and was written later was not known yet. */
import type { LogEvent } from '../log/event.ts';
import { type Fold, foldAll } from './fold.ts';

/**
 * The events that had been written down at `at` (ms since epoch, UTC), each by its writer's clock. A text that was hidden since stays hidden, and
 * what was erased is gone: those two are not about what was known.
 */
function writtenBy(events: readonly LogEvent[], at: number): readonly LogEvent[] {
  const written = events.filter(({ recordedAt }) => recordedAt <= at);
  const known = new Set(written.map(({ id }) => id));
  const hidden = events.filter(({ type, recordedAt, body }) => type === 'entry.redacted' && recordedAt > at && known.has(entryOf(body)));
  return hidden.length === 0 ? written : [...written, ...hidden];
}

/** The incident as it was known at `at`, ms since epoch, UTC. Nothing that is written later changes the answer. */
export function knownAt(incidentId: string, events: readonly LogEvent[], at: number): Fold {
  return foldAll(incidentId, writtenBy(events, at));
}

function entryOf(body: unknown): string {
  const entry = typeof body === 'object' && body !== null && 'entry' in body ? body.entry : undefined;
  return typeof entry === 'string' ? entry : '';
}
