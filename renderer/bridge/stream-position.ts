/** From where a stream goes on when it was cut. */
import type { StreamMessage } from '../../shared/api/wire.ts';

/** A position after every event there will be: a stream that starts here sends only what is new. */
export const onlyNew = 999_999_999_999_999;

/** The position to go on from, once a message was seen. */
export function lastPosition(message: StreamMessage, before: number): number {
  const known = before === onlyNew ? 0 : before;
  if (message.type === 'events') {
    const seen = message.events.reduce((last, event) => Math.max(last, event.position), known);
    return seen === 0 ? before : seen;
  }
  if (message.type === 'reset') return Math.max(known, message.position);
  return before;
}
