/** The cards of all past incidents: made when somebody first asks, made anew when the log has more, and kept from start to start. */
import type { IncidentSummary } from '../../../shared/api/wire.ts';
import { viewVersion } from '../../../shared/incident/view.ts';
import { cardOf, cardVersion, isPast, type LibraryCard } from '../../../shared/postmortem/library/library-card.ts';
import type { Desk } from '../desk/desk.ts';
import { KeyedQueue } from '../desk/queue.ts';
import type { EventStore } from '../store/event-store.ts';

interface Kept {
  readonly position: number;
  readonly erasures: number;
  readonly card: LibraryCard;
}

/** As a checkpoint holds it: an erasure drops every checkpoint, so that none outlives the text it was made of. */
type Saved = Omit<Kept, 'erasures'>;

/** The name under which they are kept among the checkpoints: no incident has it. */
const cardsName = 'cards of past incidents';
const savedVersion = viewVersion * 1000 + cardVersion;
/** So many new cards are worth keeping at once. */
const worthKeeping = 10;

export class CardShelf {
  readonly #desk: Desk;
  readonly #store: EventStore;
  readonly #turns = new KeyedQueue();
  #cards: Map<string, Kept> | undefined;
  #unsaved = 0;

  constructor(desk: Desk, store: EventStore) {
    this.#desk = desk;
    this.#store = store;
  }

  /** The cards of past incidents as the log has them now, the newest first. */
  past(): Promise<readonly LibraryCard[]> {
    // Two who ask at once wait for one reading of the log.
    return this.#turns.run('past', async () => {
      const kept = await this.#kept();
      const past = this.#desk.list().filter(({ phase }) => isPast(phase));
      for (const summary of past) await this.#refresh(kept, summary);
      const there = new Set(past.map(({ id }) => id));
      for (const id of kept.keys()) if (!there.has(id)) kept.delete(id);
      await this.#save(kept);
      return [...kept.values()].map(({ card }) => card).toSorted(newestFirst);
    });
  }

  /** The card of an incident, whether it is past or goes on. */
  async one(id: string): Promise<LibraryCard | undefined> {
    const known = this.#cards?.get(id);
    if (known && this.#isCurrent(id, known)) return known.card;
    const found = await this.#desk.incident(id);
    return found.ok ? cardOf(found.value.view) : undefined;
  }

  async #refresh(kept: Map<string, Kept>, { id }: IncidentSummary): Promise<void> {
    const known = kept.get(id);
    if (known && this.#isCurrent(id, known)) return;
    const { erasures } = this.#desk.standing(id);
    const found = await this.#desk.incident(id);
    if (!found.ok) return void kept.delete(id);
    kept.set(id, { position: found.value.position, erasures, card: cardOf(found.value.view) });
    this.#unsaved += 1;
  }

  #isCurrent(id: string, { position, erasures }: Kept): boolean {
    const now = this.#desk.standing(id);
    return position === now.position && erasures === now.erasures;
  }

  async #kept(): Promise<Map<string, Kept>> {
    this.#cards ??= new Map((await this.#saved()).map((row) => [row.card.id, { ...row, erasures: 0 }]));
    return this.#cards;
  }

  async #saved(): Promise<readonly Saved[]> {
    const checkpoint = await this.#store.loadCheckpoint(cardsName, savedVersion);
    try {
      return checkpoint ? (JSON.parse(checkpoint.json) as readonly Saved[]) : [];
    } catch {
      return [];
    }
  }

  async #save(kept: Map<string, Kept>): Promise<void> {
    if (this.#unsaved < worthKeeping) return;
    // What was erased while others were read must not be kept.
    const current = [...kept].filter(([id, row]) => this.#isCurrent(id, row)).map(([, row]) => row);
    const rows: readonly Saved[] = current.map(({ position, card }) => ({ position, card }));
    await this.#store.saveCheckpoint(cardsName, Math.max(0, ...rows.map(({ position }) => position)), savedVersion, JSON.stringify(rows));
    this.#unsaved = 0;
  }
}

function newestFirst(a: LibraryCard, b: LibraryCard): number {
  return (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1);
}
