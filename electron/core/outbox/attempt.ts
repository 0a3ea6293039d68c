/** One attempt to send one message: first a connection, then the word in the log that it begins, then the message, then the word how it ended. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Fold } from '../../../shared/incident/fold.ts';
import type { IncidentView, UpdateView } from '../../../shared/incident/view.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../desk/clock.ts';
import type { OwnFacts, Recorded } from '../desk/desk.ts';
import { givesUpAfterMs, waitAfter } from './backoff.ts';
import type { KeptChannel } from './channel-file.ts';
import type { Channels, Destination } from './channels.ts';
import { openConnection } from './connection.ts';
import { beginning, deliveryOf, ending, givingUp, lettingGo, type Outcome, type Way } from './delivery-log.ts';
import type { Holds } from './holds.ts';
import type { Waiting } from './lines.ts';
import { outgoing } from './message.ts';
import { post } from './post.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface AttemptParts {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly channels: Channels;
  readonly holds: Holds;
  /** Writes into an incident's log what the console found out by itself. */
  readonly record: (incidentId: string, facts: (fold: Fold) => OwnFacts | undefined) => Promise<Result<Recorded, ApiError>>;
  /** How long a connection may take to open, and an answer to come, ms. */
  readonly connectMs: number;
  readonly answerMs: number;
  /** Certificates that are trusted instead of the machine's, PEM. */
  readonly trust?: string;
  /** The console closes: nothing new begins. */
  readonly closing: AbortSignal;
  /** The console waits no longer for answers. */
  readonly closed: AbortSignal;
}

/** After so many failures in a row the network was given its chance: a message that is old by then is given up. */
const fairTries = 8;
/** How long to wait before an outcome is written again that could not be, ms. */
const writeAgainMs = 5_000;

/** Sends the message if it can be sent now. Afterwards the log, or the hold on the channel, says how it stands. */
export async function attempt(parts: AttemptParts, channel: KeptChannel, { view, delivery }: Waiting): Promise<void> {
  const { clock, channels, holds, record, closing } = parts;
  const way: Way = { update: delivery.update, channel: delivery.channel };
  if (!wordsIn(view, way)) {
    await record(view.id, (fold) => (wordsIn(fold.view, way) ? undefined : lettingGo(fold, way, 'its text was taken back')));
    return;
  }
  const destination = await unlessAborted(channels.destination(channel), closing);
  if (destination === undefined) return;
  if (!destination.ok) {
    holds.fail(channel.id, destination.error);
    return;
  }
  const opened = await openConnection(destination.value.url, { ...parts, signal: closing });
  if (closing.aborted) {
    if (opened.ok) opened.value.destroy();
    return;
  }
  if (!opened.ok) {
    const failures = holds.fail(channel.id, opened.error);
    const old = clock.now() - delivery.queuedAt >= givesUpAfterMs;
    if (old && failures >= fairTries) await record(view.id, (fold) => givingUp(fold, way, `no connection for a day: ${opened.error}`));
    return;
  }
  const socket = opened.value;
  const begun = await record(view.id, (fold) => (wordsIn(fold.view, way) ? beginning(fold, way) : undefined));
  const update = begun.ok ? wordsIn(begun.value.view, way) : undefined;
  if (!begun.ok || !begun.value.written || !update || deliveryOf(begun.value.view, way)?.state !== 'sending') {
    socket.destroy();
    if (!begun.ok) holds.fail(channel.id, 'the log cannot be written');
    return;
  }
  holds.clear(channel.id);
  const now = clock.now();
  const request = outgoing(channel, destination.value, { view: begun.value.view, update, now });
  const reply = await post(socket, destination.value.url, request, { ...parts, signal: parts.closed });
  const verdict = verdictOf(reply, secretsOf(destination.value), clock.now());
  const outcome = outcomeOf(verdict, { parts, channel, update, begun: begun.value.view, way });
  if (outcome.kind === 'uncertain' && outcome.next === 'again') holds.fail(channel.id, outcome.why);
  await written(parts, view.id, (fold) => ending(fold, way, outcome));
}

/** A keychain may wait for a person to unlock it; a console that closes does not wait with it. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(undefined);
    const onAbort = () => resolve(undefined);
    signal.addEventListener('abort', onAbort);
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** The message as it stands in the log; undefined once its text was erased or redacted. */
function wordsIn(view: IncidentView, { update: id }: Way): UpdateView | undefined {
  const hidden = view.amendments[id]?.some(({ redacted }) => redacted === true);
  return hidden === true ? undefined : view.updates.find((update) => update.id === id);
}

function secretsOf({ url, secret }: Destination): readonly string[] {
  return [url.href, `${url.pathname}${url.search}`, ...(secret === undefined ? [] : [secret])];
}

interface Sent {
  readonly parts: AttemptParts;
  readonly channel: KeptChannel;
  readonly update: UpdateView;
  readonly begun: IncidentView;
  readonly way: Way;
}

function outcomeOf(verdict: Verdict, { parts, channel, update, begun, way }: Sent): Outcome {
  const now = parts.clock.now();
  const { queuedAt = now, attempts = 1 } = deliveryOf(begun, way) ?? {};
  const endsAt = queuedAt + givesUpAfterMs;
  if (verdict.kind === 'arrived') return { kind: 'arrived', lateMs: Math.max(0, now - update.sentAt) };
  if (verdict.kind === 'uncertain') {
    return { kind: 'uncertain', why: verdict.why, next: channel.repeatsAreDropped && now < endsAt ? 'again' : 'ask' };
  }
  const { why } = verdict;
  if (verdict.again === 'never') return { kind: 'refused', why };
  const retryAt = now + (verdict.afterMs ?? waitAfter(attempts, parts.random));
  return retryAt < endsAt ? { kind: 'refused', why, retryAt } : { kind: 'refused', why };
}

/** What happened is written, however long the log cannot be; only the end of the console leaves it open, and the next start then says so. */
async function written(parts: AttemptParts, incidentId: string, facts: (fold: Fold) => OwnFacts | undefined): Promise<void> {
  const { clock, closing, record } = parts;
  while (!(await record(incidentId, facts)).ok && !closing.aborted) {
    await new Promise<void>((resolve) => {
      const goOn = () => {
        timer.cancel();
        closing.removeEventListener('abort', goOn);
        resolve();
      };
      const timer = clock.setTimer(writeAgainMs, goOn);
      closing.addEventListener('abort', goOn);
    });
  }
}
