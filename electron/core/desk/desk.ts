/** Where commands become facts: one desk for each data folder. It has the incident's state, asks the charts, writes, folds and tells. */
import { createHash, randomUUID } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { ConsoleStatus, IncidentSummary, WireEvent } from '../../../shared/api/wire.ts';
import type { Command } from '../../../shared/incident/commands.ts';
import type { Deadline } from '../../../shared/incident/deadlines.ts';
import { deadlines } from '../../../shared/incident/deadlines.ts';
import { decide } from '../../../shared/incident/decide.ts';
import type { FoldState, IncidentView } from '../../../shared/incident/view.ts';
import type { EventBytes } from '../../../shared/log/chain.ts';
import type { HlcState } from '../../../shared/log/clock.ts';
import { formatHlc, hlcZero, parseHlc, receive } from '../../../shared/log/clock.ts';
import type { Cause, NewEvent } from '../../../shared/log/event.ts';
import type { Playbook } from '../../../shared/playbook/schema.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Via } from '../../../shared/vocabulary/words.ts';
import { systemActor } from '../../../shared/vocabulary/words.ts';
import type { AppendFault, EventStore, Receipt, StoredEvent } from '../store/event-store.ts';
import { newEventId, sealBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Reset } from './hub.ts';
import { Hub } from './hub.ts';
import type { ConsoleIdentity } from './identity.ts';
import { nextPage } from './paging.ts';
import { KeyedQueue } from './queue.ts';
import { answerAgain, requestHashOf, reused } from './receipts.ts';
import { resolveIncident } from './resolve-incident.ts';
import { Shelf } from './shelf.ts';

export interface DeskParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly identity: ConsoleIdentity;
  readonly appVersion: string;
  /** IANA zone of this machine: of incidents that name none. */
  readonly zone: string;
  readonly playbook: Playbook;
  /** What people must know from the start: a damaged file was set aside, for one. */
  readonly notices: readonly string[];
  /** An incident changed, or whether the log records did. */
  readonly onChange: () => void;
}

/** Who gives a command: the session says so, never the command. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly via: Via;
}

export interface ShownIncident {
  readonly summary: IncidentSummary;
  readonly state: FoldState;
  readonly view: IncidentView;
  readonly position: number;
}

/** Everything that writes takes turns here, so that streams tell events in the order of their positions. */
const writing = 'the log';
/** A failed write may have waited for seconds, and nothing else ran meanwhile: it is not tried again at once. */
const probeEveryMs = 15_000;

export class Desk {
  readonly #parts: DeskParts;
  readonly #shelf: Shelf;
  readonly #incidents = new KeyedQueue();
  readonly #log = new KeyedQueue();
  readonly #playbookHash: string;
  readonly hub: Hub;
  #hlc: HlcState = hlcZero;
  #labels = 0;
  #recording = true;
  /** When a write last failed, by the monotonic clock. */
  #failedAt = 0;
  #notices: readonly string[];

  private constructor(parts: DeskParts, head: number) {
    this.#parts = parts;
    this.#shelf = new Shelf(parts.store, parts.identity.origin);
    this.#playbookHash = createHash('sha256').update(JSON.stringify(parts.playbook)).digest('hex');
    this.#notices = parts.notices;
    this.hub = new Hub({ read: (incident, after) => nextPage(parts.store, incident, after), reset: (id) => this.#reset(id) }, head);
  }

  /** Reads what the log holds: the clock goes on after the newest event, and labels after the highest. */
  static async open(parts: DeskParts): Promise<Desk> {
    const streams = await parts.store.streams();
    const desk = new Desk(parts, Math.max(0, ...streams.map(({ lastPosition }) => lastPosition)));
    for (const { hlc, origin } of await parts.store.heads()) {
      if (origin === parts.identity.origin) desk.#goOnAfter(hlc);
      else desk.#follow(hlc);
    }
    await desk.#shelf.fill();
    desk.#labels = Math.max(0, ...desk.#shelf.summaries().map(({ label }) => Number(/^inc-(\d{1,9})$/.exec(label)?.[1] ?? 0)));
    desk.#tellStatus();
    return desk;
  }

  get status(): ConsoleStatus {
    return this.hub.status;
  }

  /** The newest first; what is open before all else. */
  list(): readonly IncidentSummary[] {
    return this.#shelf
      .summaries()
      .toSorted((a, b) => Number(a.ended) - Number(b.ended) || (b.changedAt ?? 0) - (a.changedAt ?? 0) || (a.id < b.id ? -1 : 1));
  }

  *openViews(): Iterable<IncidentView> {
    for (const { fold } of this.#shelf.opened()) yield fold.view;
  }

  /** The id of the incident that a person means. */
  resolve(wanted: string): Result<string, ApiError> {
    return resolveIncident(wanted, this.#shelf.summaries());
  }

  /** An incident as folded now, and the position up to which it was. */
  async incident(wanted: string): Promise<Result<ShownIncident, ApiError>> {
    const id = this.resolve(wanted);
    if (!id.ok) return id;
    return this.#incidents.run(id.value, async () => {
      const { fold, position } = await this.#shelf.take(id.value);
      const summary = this.#shelf.summary(id.value);
      if (!summary) return err({ code: 'not-found', message: `There is no incident ${wanted}.` });
      // Taken together, in one turn: a later event must not be in one and not in the other.
      return ok({ summary, state: fold.state(), view: fold.view, position });
    });
  }

  /** Whether the text of an event was redacted, in its own entry or in the one that it corrects: it must not be found again. */
  async isHidden(event: WireEvent): Promise<boolean> {
    const { fold } = await this.#shelf.take(event.incidentId);
    const corrected = (event.body as { readonly entry?: string } | null)?.entry;
    return [event.id, corrected].some((id) => id !== undefined && fold.view.amendments[id]?.some(({ redacted }) => redacted === true));
  }

  /** Runs a command once, however often it is sent. Answers its events after they are on disk. */
  async run(command: Command, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    // Retries of a declaration that named no incident must meet in one queue, and get one id.
    const key = command.incidentId?.toLowerCase() ?? command.commandId;
    const requestHash = requestHashOf(command);
    return this.#incidents.run(key, async () => {
      const before = await this.#parts.store.findByCommand(command.commandId);
      if (before) return answerAgain(before, requestHash);
      const incidentId = command.incidentId?.toLowerCase() ?? randomUUID();
      if (command.type !== 'incident.declare' && !this.#shelf.summary(incidentId)) {
        return err({ code: 'not-found', message: `There is no incident ${incidentId}.` });
      }
      return this.#decideAndWrite(incidentId, command, actor, requestHash);
    });
  }

  async #decideAndWrite(
    incidentId: string,
    command: Command,
    actor: Actor,
    requestHash: string,
  ): Promise<Result<readonly WireEvent[], ApiError>> {
    const { clock, zone, playbook } = this.#parts;
    const now = clock.now();
    const { fold } = await this.#shelf.take(incidentId);
    const decided = decide(fold.view, command, {
      now,
      actor: { id: actor.id, name: actor.name },
      newId: () => newEventId(now),
      label: command.type === 'incident.declare' ? `inc-${++this.#labels}` : '',
      zone,
      playbook,
      playbookHash: this.#playbookHash,
    });
    if (!decided.ok) return err({ code: 'refused', message: decided.error.message, refusal: decided.error });
    const receipt = { commandId: command.commandId, requestHash };
    return this.#write(incidentId, decided.value, { command: command.commandId }, actor.id, actor.via, receipt);
  }

  /** Writes the event of a deadline, unless it is written or no longer current. Answers whether nothing is left to do. */
  recordDeadline(deadline: Deadline): Promise<boolean> {
    return this.#incidents.run(deadline.incidentId, async () => {
      const { fold } = await this.#shelf.take(deadline.incidentId);
      const current = deadlines(fold.view).find(({ key }) => key === deadline.key);
      if (!current?.records) return true;
      const { type, body } = current.records;
      const fact: NewEvent = { id: newEventId(this.#parts.clock.now()), type, v: 1, body, occurredAt: current.dueAt };
      const written = await this.#write(deadline.incidentId, [fact], { deadline: current.key }, systemActor, 'system');
      return written.ok;
    });
  }

  /** Takes in events of other consoles, or of a file, in any order. Answers how many were new. */
  async receive(events: readonly EventBytes[]): Promise<Result<{ readonly added: number }, ApiError>> {
    return this.#log.run(writing, async () => {
      const stored = await this.#parts.store.receive(events);
      if (!stored.ok) return this.#fault(stored.error);
      this.#noteRecording(true);
      for (const { hlc } of stored.value.events) this.#noticeSkew(hlc);
      for (const id of new Set(stored.value.events.map(({ incidentId }) => incidentId))) {
        await this.#foldAndTell(
          id,
          stored.value.events.filter(({ incidentId }) => incidentId === id),
        );
      }
      return ok({ added: stored.value.added });
    });
  }

  /** Folds an incident anew after a text of it was erased, and gives every screen the new fold. */
  async forget(incidentId: string): Promise<void> {
    await this.#log.run(writing, async () => {
      this.#shelf.drop(incidentId);
      const reset = await this.#reset(incidentId);
      if (reset) this.hub.publishReset(reset);
    });
    this.#parts.onChange();
  }

  /** After a failed write: tries whether the log can be written again, so that "not recording" ends without anybody typing. */
  async probe(): Promise<void> {
    const now = this.#parts.clock.monotonic();
    if (this.#recording || now - this.#failedAt < probeEveryMs) return;
    this.#failedAt = now;
    try {
      await this.#parts.store.setMeta('probedAt', String(this.#parts.clock.now()));
      this.#noteRecording(true);
    } catch {
      // Still not.
    }
  }

  /** Something that people must know, beside whether the log records. */
  notice(text: string): void {
    if (this.#notices.includes(text)) return;
    this.#notices = [...this.#notices, text];
    this.#tellStatus();
  }

  /** Lets what is under way finish, and writes checkpoints. */
  async close(): Promise<void> {
    await this.#incidents.idle();
    await this.#log.idle();
    await this.#shelf.save('all').catch(() => undefined);
  }

  async #write(
    incidentId: string,
    facts: readonly NewEvent[],
    cause: Cause,
    actor: string,
    via: Via,
    receipt?: Receipt,
  ): Promise<Result<readonly WireEvent[], ApiError>> {
    return this.#log.run(writing, async () => {
      const { store, clock, identity, appVersion } = this.#parts;
      const tail = await store.tail(incidentId, identity.origin);
      const batch = sealBatch({ incidentId, facts, cause, actor, via, now: clock.now(), tail, identity, appVersion, hlc: this.#hlc });
      const stored = await store.append(batch.events, { ...tail, origin: identity.origin, stream: incidentId }, receipt);
      if (!stored.ok) return this.#fault(stored.error);
      this.#hlc = batch.hlc;
      this.#noteRecording(true);
      await this.#foldAndTell(incidentId, stored.value.events);
      return ok(stored.value.events);
    });
  }

  async #foldAndTell(id: string, events: readonly StoredEvent[]): Promise<void> {
    const { incident, late } = await this.#shelf.add(id, events);
    if (late) this.hub.publishReset({ incidentId: id, fold: incident.fold.state(), position: incident.position });
    else this.hub.publish(events);
    this.#parts.onChange();
    if (incident.unsaved >= 500) setImmediate(() => void this.#shelf.save('much').catch(() => undefined));
  }

  #fault(fault: AppendFault): Result<never, ApiError> {
    if (fault.code === 'not-recording') {
      this.#failedAt = this.#parts.clock.monotonic();
      this.#noteRecording(false);
      return err({ code: 'not-recording', message: `Nothing was written: ${fault.message}.` });
    }
    if (fault.code === 'command-reused') return err(reused);
    if (fault.code === 'invalid-event') return err({ code: 'invalid', message: fault.message });
    throw new Error(`the log refused a batch: ${fault.message}`);
  }

  #noteRecording(recording: boolean): void {
    if (recording === this.#recording) return;
    this.#recording = recording;
    this.#tellStatus();
    this.#parts.onChange();
  }

  #tellStatus(): void {
    const lost = this.#recording ? [] : ['The log cannot be written. Nothing that is typed now is kept.'];
    this.hub.setStatus({ recording: this.#recording, notices: [...lost, ...this.#notices] });
  }

  /** Our own clock never runs backwards, however far the wall clock was set back since. */
  #goOnAfter(hlc: string): void {
    const own = parseHlc(hlc);
    if (own.ok && formatHlc(this.#hlc) < hlc) this.#hlc = own.value;
  }

  #follow(hlc: string): number {
    const parsed = parseHlc(hlc);
    if (!parsed.ok) return 0;
    const received = receive(this.#hlc, parsed.value, this.#parts.clock.now());
    this.#hlc = received.state;
    return received.skew ?? 0;
  }

  #noticeSkew(hlc: string): void {
    const skew = this.#follow(hlc);
    if (skew > 0) this.notice(`The clock of another console is ${Math.round(skew / 60_000)} min ahead of this one.`);
  }

  async #reset(incidentId: string): Promise<Reset | undefined> {
    const { fold, position } = await this.#shelf.take(incidentId);
    return position > 0 ? { incidentId, fold: fold.state(), position } : undefined;
  }
}
