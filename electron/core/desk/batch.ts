/** Seals the facts of one command, deadline or import into this console's chain of a stream: ids, clock, salts, and the greeting that comes first. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SealedEvent } from '../../../shared/log/chain.ts';
import { saltLength, seal } from '../../../shared/log/chain.ts';
import type { HlcState } from '../../../shared/log/clock.ts';
import { formatHlc, tick } from '../../../shared/log/clock.ts';
import type { Cause, NewEvent } from '../../../shared/log/event.ts';
import { uuidv7 } from '../../../shared/log/ids.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';
import type { Tail } from '../store/event-store.ts';
import type { ConsoleIdentity } from './identity.ts';

/** A fresh id for an event of this console. */
export function newEventId(now: number): string {
  return uuidv7(now, (count) => randomBytes(count));
}

/** A fresh, opaque id for a person. */
export function newPersonId(): string {
  return randomUUID();
}

export interface BatchParts {
  readonly incidentId: string;
  readonly facts: readonly NewEvent[];
  readonly cause: Cause;
  readonly actor: string;
  readonly via: Via;
  /** ms since epoch, UTC. */
  readonly now: number;
  readonly tail: Tail;
  readonly identity: ConsoleIdentity;
  readonly appVersion: string;
  readonly hlc: HlcState;
}

export interface Batch {
  readonly events: readonly SealedEvent[];
  /** The clock after the last event. */
  readonly hlc: HlcState;
}

/** The sealed events, in the order of the facts; before this console's first event of a stream stands `console.joined`. */
export function sealBatch(parts: BatchParts): Batch {
  const { incidentId, cause, actor, via, now, identity } = parts;
  const facts = parts.tail.nextSeq === 1 ? [greeting(parts), ...parts.facts] : parts.facts;
  const events: SealedEvent[] = [];
  let { hlc } = parts;
  let { nextSeq: seq, prevHash } = parts.tail;
  for (const fact of facts) {
    hlc = tick(hlc, now);
    const sealed = seal(fact, {
      incidentId,
      origin: identity.origin,
      seq,
      hlc: formatHlc(hlc),
      recordedAt: now,
      actor,
      via,
      cause,
      prevHash,
      salt: new Uint8Array(randomBytes(saltLength)),
    });
    events.push(sealed);
    prevHash = sealed.event.hash;
    seq += 1;
  }
  return { events, hlc };
}

function greeting({ now, identity, appVersion }: BatchParts): NewEvent {
  const body = { appVersion, platform: process.platform, publicKey: identity.publicKey };
  return { id: newEventId(now), type: 'console.joined', v: 1, body };
}
