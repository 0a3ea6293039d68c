/** What each incident gives to the figures across them: made when somebody first asks, made anew when the log has more, and kept from start to start. */
import { viewVersion } from '../../../shared/incident/view.ts';
import { type InsightRow, insightRow, insightRowVersion } from '../../../shared/postmortem/insights/insight-row.ts';
import type { Desk } from '../desk/desk.ts';
import { KeyedQueue } from '../desk/queue.ts';
import type { EventStore } from '../store/event-store.ts';

interface Kept {
  readonly position: number;
  readonly erasures: number;
  readonly row: InsightRow;
}

/** As a checkpoint holds it: an erasure drops every checkpoint, so that none outlives the text it was made of. */
type Saved = Omit<Kept, 'erasures'>;

/** The name under which they are kept among the checkpoints: no incident has it. */
const rowsName = 'rows of figures across incidents';
const savedVersion = viewVersion * 1000 + insightRowVersion;
/** So many new rows are worth keeping at once. */
const worthKeeping = 10;

export class RowShelf {
  readonly #desk: Desk;
  readonly #store: EventStore;
  readonly #turns = new KeyedQueue();
  #kept: Map<string, Kept> | undefined;
  #unsaved = 0;

  constructor(desk: Desk, store: EventStore) {
    this.#desk = desk;
    this.#store = store;
  }

  /** One row for each incident, in the order of the list. */
  rows(): Promise<readonly InsightRow[]> {
    // Two who ask at once wait for one reading of the log.
    return this.#turns.run('rows', async () => {
      this.#kept ??= new Map((await this.#saved()).map((saved) => [saved.row.id, { ...saved, erasures: 0 }]));
      const kept = this.#kept;
      const ids = this.#desk.list().map(({ id }) => id);
      for (const id of ids) if (!this.#isCurrent(id, kept.get(id))) await this.#make(kept, id);
      await this.#save(ids.flatMap((id) => kept.get(id) ?? []));
      return ids.flatMap((id) => kept.get(id)?.row ?? []);
    });
  }

  async #make(kept: Map<string, Kept>, id: string): Promise<void> {
    const { erasures } = this.#desk.standing(id);
    const found = await this.#desk.incident(id);
    if (!found.ok) return void kept.delete(id);
    kept.set(id, { position: found.value.position, erasures, row: insightRow(found.value.view) });
    this.#unsaved += 1;
  }

  #isCurrent(id: string, kept: Kept | undefined): boolean {
    const now = this.#desk.standing(id);
    return kept?.position === now.position && kept.erasures === now.erasures;
  }

  async #saved(): Promise<readonly Saved[]> {
    const checkpoint = await this.#store.loadCheckpoint(rowsName, savedVersion);
    try {
      return checkpoint ? (JSON.parse(checkpoint.json) as readonly Saved[]) : [];
    } catch {
      return [];
    }
  }

  async #save(kept: readonly Kept[]): Promise<void> {
    if (this.#unsaved < worthKeeping) return;
    // What was erased while others were read must not be kept.
    const current = kept.filter((row) => this.#isCurrent(row.row.id, row));
    const saved: readonly Saved[] = current.map(({ position, row }) => ({ position, row }));
    const newest = saved.reduce((most, { position }) => Math.max(most, position), 0);
    await this.#store.saveCheckpoint(rowsName, newest, savedVersion, JSON.stringify(saved));
    this.#unsaved = 0;
  }
}
