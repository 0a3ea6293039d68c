/** Where commands to the directory become facts of its stream, and where it is read. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { DirectoryCommand } from '../../../shared/directory/commands.ts';
import { decideDirectory } from '../../../shared/directory/decide.ts';
import type { Directory } from '../../../shared/directory/directory.ts';
import { directoryOf } from '../../../shared/directory/fold.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import type { NewEvent } from '../../../shared/log/event.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';
import { newEventId } from '../desk/batch.ts';
import type { Clock } from '../desk/clock.ts';
import type { KeyedQueue } from '../desk/queue.ts';
import { answerAgain, requestHashOf } from '../desk/receipts.ts';
import type { EventStore, Receipt } from '../store/event-store.ts';

export interface DirectoryDeskParts {
  readonly store: EventStore;
  readonly clock: Clock;
  /** One command of the directory at a time; whatever else writes into it takes its turns here too. */
  readonly turns: KeyedQueue;
  /** Writes facts of this console, all or none, and tells every window. */
  readonly write: (facts: {
    readonly incidents: readonly { readonly incidentId: string; readonly facts: readonly NewEvent[] }[];
    readonly cause: { readonly command: string };
    readonly actor: string;
    readonly via: Via;
    readonly receipt: Receipt;
  }) => Promise<Result<readonly WireEvent[], ApiError>>;
}

export interface ShownDirectory {
  readonly directory: Directory;
  /** Up to where the log was folded; 0 before the first event. */
  readonly position: number;
}

/** The directory as it now is. Some hundreds of cards fold in a millisecond or two, so nothing is kept that could be old. */
export async function readDirectory(store: Pick<EventStore, 'read'>): Promise<ShownDirectory> {
  const events = await store.read(directoryStream);
  return { directory: directoryOf(events), position: events.at(-1)?.position ?? 0 };
}

export class DirectoryDesk {
  readonly #parts: DirectoryDeskParts;

  constructor(parts: DirectoryDeskParts) {
    this.#parts = parts;
  }

  read(): Promise<ShownDirectory> {
    return readDirectory(this.#parts.store);
  }

  /** Runs a command once, however often it is sent. Answers its events after they are on disk; none where it changes nothing. */
  run(command: DirectoryCommand, actor: { readonly id: string; readonly via: Via }): Promise<Result<readonly WireEvent[], ApiError>> {
    return this.#parts.turns.run(directoryStream, async () => {
      const { store, clock, write } = this.#parts;
      const { commandId } = command;
      const requestHash = requestHashOf(command);
      const before = await store.findByCommand(commandId);
      if (before) return answerAgain(before, requestHash);
      const { directory } = await this.read();
      const now = clock.now();
      const decided = decideDirectory(directory, command, () => newEventId(now));
      if (!decided.ok) {
        const { message, fields } = decided.error;
        if (fields) return err({ code: 'invalid', message, fields });
        return err({ code: 'refused', message, refusal: { code: 'impossible', message, unmet: [] } });
      }
      if (decided.value.length === 0) return ok([]);
      return write({
        incidents: [{ incidentId: directoryStream, facts: decided.value }],
        cause: { command: commandId },
        actor: actor.id,
        via: actor.via,
        receipt: { commandId, requestHash },
      });
    });
  }

  /** Kept once no command is under way. */
  idle(): Promise<void> {
    return this.#parts.turns.idle();
  }
}
