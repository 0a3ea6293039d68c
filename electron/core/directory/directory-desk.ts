/** Where commands to the directory become facts of its stream, and where it is read. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { DirectoryCommand } from '../../../shared/directory/commands.ts';
import { decideDirectory } from '../../../shared/directory/decide.ts';
import type { Directory } from '../../../shared/directory/directory.ts';
import { directoryOf } from '../../../shared/directory/fold.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { newEventId } from '../desk/batch.ts';
import { impossible } from '../desk/refusals.ts';
import { type Actor, runOnce, type WritingParts } from '../desk/run-once.ts';
import type { EventStore } from '../store/event-store.ts';

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
  readonly #parts: WritingParts;

  constructor(parts: WritingParts) {
    this.#parts = parts;
  }

  read(): Promise<ShownDirectory> {
    return readDirectory(this.#parts.store);
  }

  /** Runs a command once, however often it is sent. Answers its events after they are on disk; none where it changes nothing. */
  run(command: DirectoryCommand, actor: Pick<Actor, 'id' | 'via'>): Promise<Result<readonly WireEvent[], ApiError>> {
    const { turns, clock } = this.#parts;
    const decideFacts = async () => {
      const { directory } = await this.read();
      const now = clock.now();
      const decided = decideDirectory(directory, command, () => newEventId(now));
      if (!decided.ok) {
        const { message, fields } = decided.error;
        return err(fields ? { code: 'invalid' as const, message, fields } : impossible(message));
      }
      return ok(decided.value.length === 0 ? [] : [{ incidentId: directoryStream, facts: decided.value }]);
    };
    return turns.run(directoryStream, () => runOnce(this.#parts, command, actor, decideFacts));
  }

  /** Kept once no command is under way. */
  idle(): Promise<void> {
    return this.#parts.turns.idle();
  }
}
