/** Where facts become log: everything that writes takes turns here, is folded, and is told in the order of its position. Knows whether the log can be written at all. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import type { EventBytes, SealedEvent } from '../../../shared/log/chain.ts';
import type { HlcState } from '../../../shared/log/clock.ts';
import { formatHlc, hlcZero, parseHlc, receive } from '../../../shared/log/clock.ts';
import { playbookStream } from '../../../shared/playbook/library-stream.ts';
import { templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { readDirectory } from '../directory/directory-desk.ts';
import type { PlaybookShelf } from '../playbook/playbook-shelf.ts';
import type { AppendFault, EventStore, Expected, Receipt, StoredEvent } from '../store/event-store.ts';
import type { TemplateShelf } from '../studio/template-shelf.ts';
import { type BatchParts, sealBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Reset } from './hub.ts';
import { Hub } from './hub.ts';
import type { ConsoleIdentity } from './identity.ts';
import { nextPage } from './paging.ts';
import { KeyedQueue } from './queue.ts';
import { reused } from './receipts.ts';
import type { Shelf } from './shelf.ts';

export interface RecorderParts {
  readonly store: EventStore;
  readonly shelf: Shelf;
  readonly playbooks: PlaybookShelf;
  readonly templates: Pick<TemplateShelf, 'refresh' | 'position'>;
  readonly clock: Clock;
  readonly identity: ConsoleIdentity;
  readonly appVersion: string;
  /** What people must know from the start: a damaged file was set aside, for one. */
  readonly notices: readonly string[];
  /** An incident changed, or whether the log records did. */
  readonly onChange: () => void;
}

/** Facts of one incident, or of several, that are to be written together, on whose behalf, and the receipt by which their command is known again. */
interface Facts extends Pick<BatchParts, 'cause' | 'actor' | 'via'> {
  readonly incidents: readonly Pick<BatchParts, 'incidentId' | 'facts'>[];
  readonly receipt?: Receipt;
}

/** Everything that writes takes turns here, so that streams tell events in the order of their positions. */
const writing = 'the log';
/** A failed write may have waited for seconds, and nothing else ran meanwhile: it is not tried again at once. */
const probeEveryMs = 15_000;

export class Recorder {
  readonly #parts: RecorderParts;
  readonly #turns = new KeyedQueue();
  readonly hub: Hub;
  #hlc: HlcState = hlcZero;
  #recording = true;
  /** When a write last failed, by the monotonic clock. */
  #failedAt = 0;
  #notices: readonly string[];

  private constructor(parts: RecorderParts, head: number) {
    this.#parts = parts;
    this.#notices = parts.notices;
    this.hub = new Hub({ read: (incident, after) => nextPage(parts.store, incident, after), reset: (id) => this.#reset(id) }, head);
    this.#tellStatus();
  }

  /** The clock goes on after the newest event that the log holds. */
  static async open(parts: RecorderParts): Promise<Recorder> {
    const streams = await parts.store.streams();
    const recorder = new Recorder(parts, Math.max(0, ...streams.map(({ lastPosition }) => lastPosition)));
    for (const { hlc, origin } of await parts.store.heads()) {
      if (origin === parts.identity.origin) recorder.#goOnAfter(hlc);
      else recorder.#follow(hlc);
    }
    return recorder;
  }

  /** Writes facts of this console, all or none. Answers them as events, after they are on disk. */
  write({ incidents, receipt, ...facts }: Facts): Promise<Result<readonly WireEvent[], ApiError>> {
    return this.#turns.run(writing, async () => {
      const { store, clock, identity, appVersion } = this.#parts;
      const now = clock.now();
      let hlc = this.#hlc;
      const batch: SealedEvent[] = [];
      const expected: Expected[] = [];
      for (const incident of incidents) {
        const tail = await store.tail(incident.incidentId, identity.origin);
        const sealed = sealBatch({ ...facts, ...incident, now, tail, identity, appVersion, hlc });
        hlc = sealed.hlc;
        batch.push(...sealed.events);
        expected.push({ ...tail, origin: identity.origin, stream: incident.incidentId });
      }
      const stored = await store.append(batch, expected, receipt);
      if (!stored.ok) return this.#fault(stored.error);
      this.#hlc = hlc;
      this.#noteRecording(true);
      await this.#foldAndTellEach(stored.value.events);
      return ok(stored.value.events);
    });
  }

  /** Takes in events of other consoles, or of a file, in any order. Answers how many were new. */
  receive(events: readonly EventBytes[]): Promise<Result<{ readonly added: number }, ApiError>> {
    return this.#turns.run(writing, async () => {
      const stored = await this.#parts.store.receive(events);
      if (!stored.ok) return this.#fault(stored.error);
      this.#noteRecording(true);
      for (const { hlc } of stored.value.events) this.#noticeSkew(hlc);
      await this.#foldAndTellEach(stored.value.events);
      return ok({ added: stored.value.added });
    });
  }

  /** Folds an incident anew after a text of it was erased, and gives every screen the new fold. */
  async forget(incidentId: string): Promise<void> {
    await this.#turns.run(writing, async () => {
      this.#parts.shelf.drop(incidentId);
      const reset = await this.#reset(incidentId);
      if (reset) this.hub.publishReset(incidentId, reset.position);
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

  /** Kept once nothing is being written. */
  idle(): Promise<void> {
    return this.#turns.idle();
  }

  async #foldAndTellEach(events: readonly StoredEvent[]): Promise<void> {
    for (const id of new Set(events.map(({ incidentId }) => incidentId))) {
      await this.#foldAndTell(
        id,
        events.filter(({ incidentId }) => incidentId === id),
      );
    }
  }

  async #foldAndTell(id: string, events: readonly StoredEvent[]): Promise<void> {
    // Who shows the directory asks for it anew: it is small, and its fold is not an incident's.
    if (id === directoryStream) return this.hub.publish(events);
    const { shelf, playbooks, templates, onChange } = this.#parts;
    if (id === playbookStream) {
      await playbooks.refresh();
      return this.hub.publish(events);
    }
    if (id === templateStream) {
      await templates.refresh();
      return this.hub.publish(events);
    }
    const { incident, late } = await shelf.add(id, events);
    if (late) this.hub.publishReset(id, incident.position);
    else this.hub.publish(events);
    onChange();
    if (incident.unsaved >= 500) setImmediate(() => void shelf.save('much').catch(() => undefined));
  }

  async #reset(incidentId: string): Promise<Reset | undefined> {
    if (incidentId === playbookStream) {
      await this.#parts.playbooks.refresh();
      return { type: 'playbook', position: this.#parts.playbooks.position };
    }
    if (incidentId === templateStream) {
      await this.#parts.templates.refresh();
      return { type: 'templates', position: this.#parts.templates.position };
    }
    if (incidentId === directoryStream) return { type: 'directory', ...(await readDirectory(this.#parts.store)) };
    const { fold, position } = await this.#parts.shelf.take(incidentId);
    return position > 0 ? { type: 'reset', incidentId, fold: fold.state(), position } : undefined;
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

  /** Something that people must know, beside whether the log records. */
  #notice(text: string): void {
    if (this.#notices.includes(text)) return;
    this.#notices = [...this.#notices, text];
    this.#tellStatus();
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

  /** Our clock goes on after that of another console. Answers how far that one is ahead of the wall clock here, ms. */
  #follow(hlc: string): number {
    const parsed = parseHlc(hlc);
    if (!parsed.ok) return 0;
    const received = receive(this.#hlc, parsed.value, this.#parts.clock.now());
    this.#hlc = received.state;
    return received.skew ?? 0;
  }

  #noticeSkew(hlc: string): void {
    const skew = this.#follow(hlc);
    if (skew > 0) this.#notice(`The clock of another console is ${Math.round(skew / 60_000)} min ahead of this one.`);
  }
}
