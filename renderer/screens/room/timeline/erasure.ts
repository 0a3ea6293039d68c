/** What is erased with a line, and what must be typed first: erasing cannot be taken back. */
import type { Bridge } from '../../../../shared/api/bridge.ts';
import type { ApiError } from '../../../../shared/api/errors.ts';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { ok, type Result } from '../../../../shared/result.ts';

/** The last eight characters of an event's id: what confirms that this one is meant. */
export function confirmationOf(event: string): string {
  return event.slice(-8);
}

/** Whether what was typed names the entry; case and blanks around it do not matter. */
export function confirms(typed: string, event: string): boolean {
  return typed.trim().toLowerCase() === confirmationOf(event).toLowerCase();
}

/** The events that hold the line's text: the entry, unless it is gone already, and each correction that gave it another. */
export function eventsToErase({ item, corrections }: Pick<ShownEntry, 'item' | 'corrections'>): readonly string[] {
  const first = item.standing === 'erased' ? [] : [item.id];
  return [...first, ...corrections.flatMap(({ event, text }) => (text === undefined ? [] : [event]))];
}

/** Erases them one after the other. Answers the files that may still hold a text; the first that cannot be erased ends it. */
export async function eraseAll(bridge: Bridge, incident: string, events: readonly string[]): Promise<Result<readonly string[], ApiError>> {
  const files = new Set<string>();
  for (const event of events) {
    const answer = await bridge.call('log.erase', { id: incident, event, confirm: confirmationOf(event) });
    if (!answer.ok) return answer;
    for (const file of answer.value.backups) files.add(file);
  }
  return ok([...files]);
}
