/** Tells every open stream what was stored. A slow receiver holds up nobody and fills no memory: it is read to again from the store, from where it was. */
import type { ConsoleStatus, StreamMessage, WireEvent } from '../../../shared/api/wire.ts';

/** What a stream is given anew: an incident's fold, the directory, or word of the playbook or the templates. */
export type Reset = Extract<StreamMessage, { readonly type: 'reset' | 'directory' | 'playbook' | 'templates' }>;

/** Where a stream reads what it missed. */
export interface StreamSource {
  /** Events after a position, in order of arrival, of one incident or of all; an empty page is the end. */
  readonly read: (incident: string | undefined, after: number) => Promise<readonly WireEvent[]>;
  /** The incident, or the directory, as it is folded now. */
  readonly reset: (stream: string) => Promise<Reset | undefined>;
}

/** Takes one message; the promise is kept once the next may come. */
export type Sink = (message: StreamMessage) => Promise<void>;

export class Hub {
  readonly #source: StreamSource;
  readonly #streams = new Set<Stream>();
  /** Where a late event of an incident was last stored: whoever was away then needs the whole fold. */
  readonly #lateAt = new Map<string, number>();
  #status: ConsoleStatus = { recording: true, notices: [] };
  /** The position of the newest event. */
  #head: number;

  constructor(source: StreamSource, head: number) {
    this.#source = source;
    this.#head = head;
  }

  get status(): ConsoleStatus {
    return this.#status;
  }

  /** Opens a stream of the events after a position; answers the function that closes it. */
  open(request: { readonly incident?: string; readonly after: number }, sink: Sink): () => void {
    // A position beyond the end means "only what is new".
    const stream = new Stream(this.#source, { ...request, after: Math.min(request.after, this.#head) }, sink);
    this.#streams.add(stream);
    if (request.incident !== undefined && (this.#lateAt.get(request.incident) ?? 0) > request.after) stream.markReset(request.incident);
    stream.start(this.#status);
    return () => {
      this.#streams.delete(stream);
      stream.close();
    };
  }

  /** New events of one incident, in order of arrival, all after everything stored before. */
  publish(events: readonly WireEvent[]): void {
    this.#head = Math.max(this.#head, events.at(-1)?.position ?? 0);
    for (const stream of this.#streams) stream.offer(events);
  }

  /** An event sorted before what had been folded: every stream of the incident gets the fold anew. */
  publishReset(id: string, position: number): void {
    this.#head = Math.max(this.#head, position);
    this.#lateAt.set(id, position);
    for (const stream of this.#streams) stream.markReset(id);
  }

  /** Whether the log records, and what else people must know. Says nothing where nothing changed. */
  setStatus(status: ConsoleStatus): boolean {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return false;
    this.#status = status;
    for (const stream of this.#streams) stream.tell(status);
    return true;
  }
}

/** One receiver. While it takes a message, what comes meanwhile is only noted; it is read from the store afterwards. */
class Stream {
  readonly #source: StreamSource;
  readonly #incident: string | undefined;
  readonly #sink: Sink;
  #after: number;
  #started = false;
  #busy = false;
  /** Whether the store may hold events that were not sent. */
  #behind = true;
  #closed = false;
  #status: ConsoleStatus | undefined;
  readonly #resets = new Set<string>();
  /** Events of these incidents up to these positions are part of a fold that was sent. */
  readonly #covered = new Map<string, number>();

  constructor(source: StreamSource, request: { readonly incident?: string; readonly after: number }, sink: Sink) {
    this.#source = source;
    this.#incident = request.incident;
    this.#after = request.after;
    this.#sink = sink;
  }

  start(status: ConsoleStatus): void {
    this.#started = true;
    this.tell(status);
  }

  tell(status: ConsoleStatus): void {
    this.#status = status;
    this.#run();
  }

  markReset(incidentId: string): void {
    if (this.#incident !== undefined && this.#incident !== incidentId) return;
    this.#resets.add(incidentId);
    this.#run();
  }

  offer(events: readonly WireEvent[]): void {
    const first = events[0];
    if (this.#closed || !first || (this.#incident !== undefined && first.incidentId !== this.#incident)) return;
    if (this.#busy || this.#behind) {
      this.#behind = true;
      this.#run();
    } else {
      // The way of nearly every event: the receiver is idle and has everything before these.
      this.#run(() => this.#send(events));
    }
  }

  close(): void {
    this.#closed = true;
  }

  #run(first?: () => Promise<void>): void {
    if (!this.#started || this.#busy || this.#closed) return;
    this.#busy = true;
    const drain = async (): Promise<void> => {
      await first?.();
      while (!this.#closed && (await this.#step()));
    };
    drain().then(
      () => {
        this.#busy = false;
        if (!this.#closed && this.#wanting()) this.#run();
      },
      () => this.close(),
    );
  }

  #wanting(): boolean {
    return this.#status !== undefined || this.#resets.size > 0 || this.#behind;
  }

  /** Sends the next thing; `false` when there is none. */
  async #step(): Promise<boolean> {
    if (this.#status) {
      const status = this.#status;
      this.#status = undefined;
      await this.#sink({ type: 'status', status });
      return true;
    }
    const [incidentId] = this.#resets;
    if (incidentId !== undefined) {
      this.#resets.delete(incidentId);
      const reset = await this.#source.reset(incidentId);
      if (reset) {
        this.#covered.set(incidentId, reset.position);
        await this.#sink(reset);
      }
      return true;
    }
    if (!this.#behind) return false;
    this.#behind = false;
    const page = await this.#source.read(this.#incident, this.#after);
    if (page.length === 0) return false;
    this.#behind = true;
    await this.#send(page);
    return true;
  }

  async #send(events: readonly WireEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last) this.#after = Math.max(this.#after, last.position);
    const wanted = events.filter((event) => event.position > (this.#covered.get(event.incidentId) ?? -1));
    if (wanted.length > 0) await this.#sink({ type: 'events', events: wanted });
  }
}
