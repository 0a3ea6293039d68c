/** What every part of the room shares: the incident, how to send a command, and the way into the composer. */
import { createContext, useContext } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import type { LineContext, Opening } from '../../../shared/incident/log-line/parsed-line.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Result } from '../../../shared/result.ts';

export interface Room {
  readonly view: IncidentView;
  /** The id of the person at this console. */
  readonly self: string;
  /** Sends a draft; a refusal shows above the composer. */
  readonly run: (draft: CommandDraft) => Promise<Result<readonly WireEvent[], ApiError>>;
  /** Puts a text to start from into the composer and the caret behind it. What stood there is not lost: the up arrow has it. */
  readonly compose: (text: string) => void;
  /** What a typed line depends on, at this moment. */
  readonly lineContext: () => LineContext;
  /** Brings up a board, a screen or a text, as a line of the composer does. */
  readonly bringUp: (opening: Opening) => void;
  readonly nameOf: (person: string) => string;
}

export const RoomContext = createContext<Room | undefined>(undefined);

/** The room around a component; there is none outside of the room's screen: a bug. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === undefined) throw new Error('this part belongs into a room');
  return room;
}
