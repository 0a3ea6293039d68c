/** The incidents that the desk has at hand: folded from their checkpoint and what came after it, or by replay, when somebody first asks. */
import { summaryOf } from '../../../shared/api/summary.ts';
import type { IncidentSummary } from '../../../shared/api/wire.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import { Fold, foldAll } from '../../../shared/incident/fold.ts';
import type { FoldState } from '../../../shared/incident/view.ts';
import { viewVersion } from '../../../shared/incident/view.ts';
import { splitForks } from '../../../shared/log/forks.ts';
import { playbookStream } from '../../../shared/playbook/library-stream.ts';
import { templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import type { EventStore, StoredEvent } from '../store/event-store.ts';

export interface OpenIncident {
  readonly id: string;
  readonly fold: Fold;
  /** Up to where the log was folded. */
  readonly position: number;
  /** When the last event was written, ms since epoch, UTC. */
  readonly changedAt: number;
  /** Events folded since the last checkpoint was written. */
  readonly unsaved: number;
}

/** A checkpoint as the store keeps it. */
interface SavedFold {
  readonly fold: FoldState;
  readonly changedAt: number;
}

/** The summary of an ended incident, good for as long as its last event is this one. */
interface SavedSummary {
  readonly position: number;
  readonly summary: IncidentSummary;
  /** Messages of this console wait to go out. */
  readonly undelivered?: true;
}

/** A checkpoint is written after so many events: reading that many costs less than anybody notices. */
const checkpointEvery = 500;
/** The name under which the summaries of ended incidents are kept among the checkpoints: no incident has it. An erasure drops them with the rest. */
const summariesName = 'summaries of ended incidents';
/** So many incidents are folded at the opening before their summaries are worth keeping at once. */
const manyFolded = 50;
/** Incidents at rest that are kept folded; the others always are. */
const endedAtHand = 20;

export class Shelf {
  readonly #store: EventStore;
  readonly #origin: string;
  readonly #open = new Map<string, OpenIncident>();
  readonly #summaries = new Map<string, IncidentSummary>();
  /** Up to where the log was read for each summary. */
  readonly #positions = new Map<string, number>();
  readonly #erasures = new Map<string, number>();
  /** Incidents from which messages of this console wait to go out, or are on their way: those that ended too. */
  readonly #undelivered = new Set<string>();

  constructor(store: EventStore, origin: string) {
    this.#store = store;
    this.#origin = origin;
  }

  /** Has a summary of every incident: folds those that are open or changed since their summary was kept. */
  async fill(): Promise<void> {
    const kept = await this.#keptSummaries();
    let folded = 0;
    for (const { stream, lastPosition } of await this.#store.streams()) {
      // The directory, the playbook and the templates are no incidents: they are folded elsewhere, and in no list.
      if (stream === directoryStream || stream === playbookStream || stream === templateStream) continue;
      const known = kept.get(stream);
      if (known?.position === lastPosition) {
        this.#summaries.set(stream, known.summary);
        this.#positions.set(stream, lastPosition);
        if (known.undelivered) this.#undelivered.add(stream);
        continue;
      }
      await this.take(stream);
      folded += 1;
    }
    if (folded > manyFolded) await this.#keepSummaries();
  }

  /** Summaries of all incidents that were declared or imported. */
  summaries(): readonly IncidentSummary[] {
    return [...this.#summaries.values()].filter(({ phase }) => phase !== 'undeclared');
  }

  /** Up to where the log was read for an incident, and how often a text of it was erased: whoever keeps something made of it makes it anew when either is another. */
  standing(id: string): { readonly position: number; readonly erasures: number } {
    return { position: this.#positions.get(id) ?? 0, erasures: this.#erasures.get(id) ?? 0 };
  }

  summary(id: string): IncidentSummary | undefined {
    return this.#summaries.get(id);
  }

  /** Incidents from which messages of this console wait to go out, or are on their way. */
  undelivered(): readonly string[] {
    return [...this.#undelivered];
  }

  /** Every incident that is being worked on, or has a clock that still runs. */
  *opened(): Iterable<OpenIncident> {
    for (const incident of this.#open.values()) if (!this.#isAtRest(incident.id)) yield incident;
  }

  /** Ended, and with no deadline by hand that outlives the end. */
  #isAtRest(id: string): boolean {
    const summary = this.#summaries.get(id);
    return summary === undefined || (summary.ended && summary.nextDue === undefined);
  }

  /** The incident as folded now; an empty one where the stream has no events. */
  async take(id: string): Promise<OpenIncident> {
    const known = this.#open.get(id);
    if (known) {
      // Re-inserting keeps the map in order of use.
      this.#open.delete(id);
      this.#open.set(id, known);
      return known;
    }
    const loaded = await this.#load(id);
    if (loaded.position > 0) this.#put(loaded);
    return loaded;
  }

  /** The same for who goes through all of them: none is kept at hand for it, and none that is has to go. */
  async look(id: string): Promise<OpenIncident> {
    return this.#open.get(id) ?? this.#load(id);
  }

  /** Folds events that were just stored. `late`: one sorts before the last folded, or forks, and all was folded again. */
  async add(id: string, events: readonly StoredEvent[]): Promise<{ readonly incident: OpenIncident; readonly late: boolean }> {
    const before = await this.take(id);
    const fresh = events.filter(({ position }) => position > before.position);
    const inOrder = !(await this.#forked(id, before, fresh)) && fresh.every((event) => before.fold.advance(event));
    if (!inOrder) {
      const again = await this.#fromLog(id);
      this.#put(again);
      return { incident: again, late: true };
    }
    const last = fresh.at(-1) ?? before;
    const incident: OpenIncident = {
      ...before,
      position: last.position,
      changedAt: 'recordedAt' in last ? last.recordedAt : before.changedAt,
      unsaved: before.unsaved + fresh.length,
    };
    this.#put(incident);
    return { incident, late: false };
  }

  /** Forgets how an incident was folded: a text of it was erased. */
  drop(id: string): void {
    this.#open.delete(id);
    this.#erasures.set(id, (this.#erasures.get(id) ?? 0) + 1);
  }

  /** Writes checkpoints of what changed much; `all` of what changed at all. */
  async save(which: 'much' | 'all'): Promise<void> {
    for (const incident of [...this.#open.values()]) {
      if (incident.unsaved >= (which === 'all' ? 1 : checkpointEvery)) await this.#save(incident);
    }
    if (which === 'all') await this.#keepSummaries();
  }

  async #save(incident: OpenIncident): Promise<void> {
    const saved: SavedFold = { fold: incident.fold.state(), changedAt: incident.changedAt };
    await this.#store.saveCheckpoint(incident.id, incident.position, viewVersion, JSON.stringify(saved));
    const now = this.#open.get(incident.id);
    if (now) this.#open.set(incident.id, { ...now, unsaved: now.unsaved - incident.unsaved });
  }

  async #keepSummaries(): Promise<void> {
    const ended = [...this.#summaries.values()].flatMap((summary): readonly SavedSummary[] => {
      const position = this.#positions.get(summary.id);
      const undelivered = this.#undelivered.has(summary.id) ? ({ undelivered: true } as const) : {};
      return this.#isAtRest(summary.id) && position !== undefined ? [{ position, summary, ...undelivered }] : [];
    });
    if (ended.length === 0) return;
    const newest = Math.max(...ended.map(({ position }) => position));
    await this.#store.saveCheckpoint(summariesName, newest, viewVersion, JSON.stringify(ended));
  }

  async #keptSummaries(): Promise<ReadonlyMap<string, SavedSummary>> {
    const checkpoint = await this.#store.loadCheckpoint(summariesName, viewVersion);
    const saved = (checkpoint && (parseJson(checkpoint.json) as readonly SavedSummary[] | undefined)) ?? [];
    return new Map(saved.map((row) => [row.summary.id, row]));
  }

  async #load(id: string): Promise<OpenIncident> {
    return (await this.#fromCheckpoint(id)) ?? this.#fromLog(id);
  }

  /** Events of our own follow one another in the log's order; whatever else came since needs the whole log. */
  async #fromCheckpoint(id: string): Promise<OpenIncident | undefined> {
    const checkpoint = await this.#store.loadCheckpoint(id, viewVersion);
    const saved = checkpoint && readSaved(checkpoint.json);
    if (!checkpoint || !saved) return undefined;
    const fold = Fold.resume(saved.fold);
    const tail = await this.#store.read(id, checkpoint.position);
    for (const event of tail) if (event.origin !== this.#origin || !fold.advance(event)) return undefined;
    const last = tail.at(-1);
    return {
      id,
      fold,
      position: last?.position ?? checkpoint.position,
      changedAt: last?.recordedAt ?? saved.changedAt,
      unsaved: tail.length,
    };
  }

  async #fromLog(id: string): Promise<OpenIncident> {
    const events = await this.#store.read(id);
    const last = events.at(-1);
    return { id, fold: foldAll(id, events), position: last?.position ?? 0, changedAt: last?.recordedAt ?? 0, unsaved: events.length };
  }

  /** Whether events of other consoles forked. Our own never do: each is asserted to follow the one before it. */
  async #forked(id: string, before: OpenIncident, fresh: readonly StoredEvent[]): Promise<boolean> {
    if (fresh.every(({ origin }) => origin === this.#origin)) return false;
    const { forks } = splitForks(await this.#store.read(id));
    return forks.length > before.fold.view.forks.length;
  }

  #owesMessages({ fold }: OpenIncident): boolean {
    const { deliveries } = fold.view;
    return deliveries.some(({ origin, state }) => origin === this.#origin && (state === 'queued' || state === 'sending'));
  }

  #put(incident: OpenIncident): void {
    this.#open.delete(incident.id);
    this.#open.set(incident.id, incident);
    this.#summaries.set(incident.id, summaryOf(incident.fold.view, incident.changedAt));
    this.#positions.set(incident.id, incident.position);
    if (this.#owesMessages(incident)) this.#undelivered.add(incident.id);
    else this.#undelivered.delete(incident.id);
    const ended = [...this.#open.values()].filter(({ id, unsaved }) => this.#isAtRest(id) && unsaved < checkpointEvery);
    for (const { id } of ended.slice(0, Math.max(0, ended.length - endedAtHand))) this.#open.delete(id);
  }
}

function readSaved(json: string): SavedFold | undefined {
  const saved = parseJson(json) as SavedFold | undefined;
  return saved?.fold.view.version === viewVersion ? saved : undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
