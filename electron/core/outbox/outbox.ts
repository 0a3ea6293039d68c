/** Sends what the log says must go out: over each channel one message at a time, in order, and none twice. Nothing in the console waits for it. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Timer } from '../desk/clock.ts';
import { type AttemptParts, attempt } from './attempt.ts';
import { givesUpAfterMs } from './backoff.ts';
import type { KeptChannel } from './channel-file.ts';
import { openConnection } from './connection.ts';
import { deliveryOf, ending, lettingGo, type Way } from './delivery-log.ts';
import { Holds } from './holds.ts';
import { headsOf, ownOf, type Waiting } from './lines.ts';
import { trial } from './message.ts';
import { post } from './post.ts';
import { verdictOf } from './verdict.ts';

export interface OutboxParts extends Omit<AttemptParts, 'holds' | 'closing' | 'closed'> {
  /** This console's id in the log: it sends its own messages only. */
  readonly origin: string;
  /** Incidents with messages that wait or are on their way. */
  readonly undelivered: () => Promise<readonly IncidentView[]>;
  /** By which ways this machine is on a network: another answer means that it may be back. */
  readonly network: () => string;
  /** How long what is under way may take when the console closes, ms. */
  readonly closingMs: number;
  readonly onBug: (error: unknown) => void;
}

/** A machine that slept, or a clock that was set, is noticed after this long at the latest, ms. */
const longestSleepMs = 30_000;
/** While there is no way to somebody, the network is looked at so often, ms. */
const networkEveryMs = 5_000;

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #holds: Holds;
  /** What is being sent, by channel. */
  readonly #underWay = new Map<string, { readonly way: Way; readonly done: Promise<void> }>();
  /** Nothing new begins; then no answer is waited for. */
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  #started = false;
  #timer: Timer | undefined;
  #round: Promise<void> | undefined;
  #again = false;
  #network = '';

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#holds = new Holds(parts.clock, parts.random);
  }

  /** Begins. What an earlier run of the console began and did not end is marked as not known. */
  start(): void {
    this.#started = true;
    this.#network = this.#parts.network();
    this.look();
  }

  /** Something was written, or a channel changed: looks whether there is something to send. */
  look(): void {
    if (!this.#started || this.#closing.signal.aborted) return;
    this.#again = true;
    this.#round ??= this.#rounds()
      .catch(this.#parts.onBug)
      .finally(() => {
        this.#round = undefined;
        if (this.#again) this.look();
      });
  }

  /** The machine woke, or may be on a network again: what found no way is tried now. */
  wake(): void {
    this.#holds.forgive();
    this.look();
  }

  /** Why messages of a channel wait, where there is no way to its address. */
  troubleOf(channel: string): string | undefined {
    return this.#holds.troubleOf(channel);
  }

  /** How many of this console's messages wait for each channel, or are on their way. */
  async waiting(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    const views = await this.#parts.undelivered();
    for (const state of ['queued', 'sending'] as const) {
      for (const { delivery } of ownOf(views, this.#parts.origin, state)) {
        counts.set(delivery.channel, (counts.get(delivery.channel) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** Sends one message that says it is a test, whether the channel is on or not: a person asked for it. Answers what came back, in words. */
  async try(channel: KeptChannel, id: string): Promise<{ readonly arrived: boolean; readonly says: string }> {
    const { channels, clock } = this.#parts;
    const destination = await channels.destination(channel);
    if (!destination.ok) return { arrived: false, says: destination.error };
    const { url, secret } = destination.value;
    const opened = await openConnection(url, { ...this.#parts, signal: this.#closing.signal });
    if (!opened.ok) return { arrived: false, says: `Not sent: ${opened.error}.` };
    const request = trial(channel.kind, destination.value, id, clock.now());
    const reply = await post(opened.value, url, request, { ...this.#parts, signal: this.#closed.signal });
    const verdict = verdictOf(reply, [url.href, `${url.pathname}${url.search}`, ...(secret === undefined ? [] : [secret])], clock.now());
    if (verdict.kind === 'arrived') return { arrived: true, says: `${url.host} took it.` };
    return { arrived: false, says: `${verdict.kind === 'refused' ? 'Refused' : 'Not known to have arrived'}: ${verdict.why}.` };
  }

  /** Lets go of everything that waits for a channel that is no more. */
  async forget(channel: string): Promise<void> {
    const waiting = ownOf(await this.#parts.undelivered(), this.#parts.origin, 'queued');
    for (const { view, delivery } of waiting.filter((one) => one.delivery.channel === channel)) {
      const way = { update: delivery.update, channel };
      await this.#parts.record(view.id, (fold) => lettingGo(fold, way, 'the channel was removed'));
    }
  }

  /** Begins nothing more. What is under way ends, or is marked as not known when it takes too long. */
  async stop(): Promise<void> {
    this.#closing.abort();
    this.#timer?.cancel();
    const patience = this.#parts.clock.setTimer(this.#parts.closingMs, () => this.#closed.abort());
    await this.idle();
    patience.cancel();
    this.#closed.abort();
  }

  /** Kept once nothing is being looked for or sent. */
  async idle(): Promise<void> {
    while (this.#round !== undefined || this.#underWay.size > 0) {
      await this.#round;
      await Promise.all([...this.#underWay.values()].map(({ done }) => done));
    }
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#closing.signal.aborted) {
      this.#again = false;
      await this.#lookOnce();
    }
  }

  async #lookOnce(): Promise<void> {
    const { undelivered, origin, channels, clock } = this.#parts;
    this.#timer?.cancel();
    this.#noticeNetwork();
    const views = await undelivered();
    for (const stray of ownOf(views, origin, 'sending')) await this.#markStray(stray);
    let next = Number.POSITIVE_INFINITY;
    for (const [id, waiting] of headsOf(ownOf(views, origin, 'queued'))) {
      const channel = channels.on().find((known) => known.id === id);
      if (!channel || this.#underWay.has(id) || this.#closing.signal.aborted) continue;
      const wait = Math.max(this.#holds.waitOf(id), untilRetry(waiting, clock.now()));
      if (wait > 0) next = Math.min(next, wait);
      else this.#send(channel, waiting);
    }
    if (next === Number.POSITIVE_INFINITY || this.#closing.signal.aborted) return;
    const longest = this.#holds.any ? networkEveryMs : longestSleepMs;
    this.#timer = clock.setTimer(Math.min(next, longest), () => this.look());
  }

  #send(channel: KeptChannel, waiting: Waiting): void {
    const { update, channel: id } = waiting.delivery;
    const parts = { ...this.#parts, holds: this.#holds, closing: this.#closing.signal, closed: this.#closed.signal };
    const done = attempt(parts, channel, waiting)
      .catch((error: unknown) => {
        this.#holds.fail(id, 'the console made a mistake');
        this.#parts.onBug(error);
      })
      .finally(() => {
        this.#underWay.delete(id);
        this.look();
      });
    this.#underWay.set(id, { way: { update, channel: id }, done });
  }

  /** On its way, as the log says, and nobody sends it: an earlier run of the console ended meanwhile. */
  async #markStray({ view, delivery }: Waiting): Promise<void> {
    const way: Way = { update: delivery.update, channel: delivery.channel };
    const channel = this.#parts.channels.find(way.channel);
    const young = this.#parts.clock.now() < delivery.queuedAt + givesUpAfterMs;
    const next = channel.ok && channel.value.repeatsAreDropped && young ? 'again' : 'ask';
    await this.#parts.record(view.id, (fold) => {
      const sending = deliveryOf(fold.view, way)?.state === 'sending';
      const mine = this.#underWay.get(way.channel)?.way.update === way.update;
      return sending && !mine ? ending(fold, way, { kind: 'uncertain', why: 'the console ended while it was sent', next }) : undefined;
    });
  }

  #noticeNetwork(): void {
    const network = this.#parts.network();
    if (network !== this.#network) this.#holds.forgive();
    this.#network = network;
  }
}

/** How long the other side asked, or the last refusal told us, to wait, ms. A clock that was set back must not make it days. */
function untilRetry({ delivery }: Waiting, now: number): number {
  const wait = (delivery.retryAt ?? 0) - now;
  return wait > givesUpAfterMs ? 0 : Math.max(0, wait);
}
