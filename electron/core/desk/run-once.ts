/** The one way from a command to the log: whatever it is about, it is carried out once, however often it is sent. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { NewEvent } from '../../../shared/log/event.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';
import type { EventStore, Receipt } from '../store/event-store.ts';
import type { Clock } from './clock.ts';
import type { KeyedQueue } from './queue.ts';
import { answerAgain, requestHashOf } from './receipts.ts';

/** Who gives a command: the session says so, never the command. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly via: Via;
}

/** Facts of one incident, or of one stream beside them. */
export interface StreamFacts {
  readonly incidentId: string;
  readonly facts: readonly NewEvent[];
}

/** What commands need to become facts. */
export interface WritingParts {
  readonly store: EventStore;
  readonly clock: Clock;
  /** One command at a time of each stream beside those of the incidents: whatever writes into it takes its turns here. */
  readonly turns: KeyedQueue;
  /** Writes facts of this console, all or none, and tells every window. */
  readonly write: (facts: {
    readonly incidents: readonly StreamFacts[];
    readonly cause: { readonly command: string };
    readonly actor: string;
    readonly via: Via;
    readonly receipt: Receipt;
  }) => Promise<Result<readonly WireEvent[], ApiError>>;
}

/** What a command comes to: facts of each stream that it is about, no stream where there is nothing to do. */
type Decided = Result<readonly StreamFacts[], ApiError>;

/** Answers a command's events after they are on disk: those of the first time where it was sent before. To be called in the turn of what it is about. Errors: those of `decide`, and `invalid` where another command had the id. */
export async function runOnce(
  { store, write }: Pick<WritingParts, 'store' | 'write'>,
  command: Readonly<Record<string, unknown>> & { readonly commandId: string },
  { id, via }: Pick<Actor, 'id' | 'via'>,
  decide: () => Decided | Promise<Decided>,
): Promise<Result<readonly WireEvent[], ApiError>> {
  const { commandId } = command;
  const requestHash = requestHashOf(command);
  const before = await store.findByCommand(commandId);
  if (before) return answerAgain(before, requestHash);
  const decided = await decide();
  if (!decided.ok || decided.value.length === 0) return decided.ok ? ok([]) : decided;
  return write({ incidents: decided.value, cause: { command: commandId }, actor: id, via, receipt: { commandId, requestHash } });
}
