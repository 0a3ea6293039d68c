/** What a page keeps of a meeting through a reload: where the walk is, and a text that was not written down yet. The rest is in the log. */
import type { WalkOver } from '../../../shared/postmortem/meeting/walk.ts';

export interface WalkPlace {
  readonly over: WalkOver;
  /** The entry that is looked at; absent: the first. */
  readonly entry?: string;
}

const placeKey = (meeting: string): string => `wheelhouse.walk.${meeting}`;
const textKey = (meeting: string): string => `wheelhouse.meeting-line.${meeting}`;

export function readWalkPlace(storage: Pick<Storage, 'getItem'>, meeting: string): WalkPlace {
  const [over, entry] = storage.getItem(placeKey(meeting))?.split(' ') ?? [];
  return { over: over === 'all' ? 'all' : 'starred', ...(entry !== undefined && { entry }) };
}

export function keepWalkPlace(storage: Pick<Storage, 'setItem'>, meeting: string, { over, entry }: WalkPlace): void {
  keep(storage, placeKey(meeting), entry === undefined ? over : `${over} ${entry}`);
}

export const readMeetingText = (storage: Pick<Storage, 'getItem'>, meeting: string): string => storage.getItem(textKey(meeting)) ?? '';

export const keepMeetingText = (storage: Pick<Storage, 'setItem'>, meeting: string, text: string): void =>
  keep(storage, textKey(meeting), text);

function keep(storage: Pick<Storage, 'setItem'>, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // A full storage costs the place after a reload, and nothing now.
  }
}
