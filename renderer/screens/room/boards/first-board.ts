/** The board with which a room opens, when whoever declared the incident asked for it. Kept in this window only. */
import type { BoardName } from './boards.ts';

const asked = new Map<string, BoardName>();

/** The next time that this incident's room opens, this board stands in the place of the timeline. */
export function openFirst(incident: string, board: BoardName): void {
  asked.set(incident, board);
}

/** What was asked for; it stays so until somebody left a board. */
export function firstBoard(incident: string): BoardName | undefined {
  return asked.get(incident);
}

/** From now on the room opens with its timeline. */
export function forgetFirstBoard(incident: string): void {
  asked.delete(incident);
}
