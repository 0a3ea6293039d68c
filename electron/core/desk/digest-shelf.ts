/** What is kept of each incident for those who look at all of them: made when somebody first asks, made anew when the log has more, and kept from start to start. */
import { setImmediate } from 'node:timers/promises';
import type { IncidentSummary } from '../../../shared/api/wire.ts';
import { type IncidentView, viewVersion } from '../../../shared/incident/view.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Desk } from './desk.ts';
import { KeyedQueue } from './queue.ts';

/** One kind of digest. */
export interface DigestKind<Digest> {
  /** The name under which they are kept among the checkpoints: no incident has it. */
  readonly name: string;
  /** Raised whenever a digest holds something else, below 1000: kept ones are then made anew. */
  readonly version: number;
  readonly includes: (incident: IncidentSummary) => boolean;
  readonly digest: (view: IncidentView) => Digest;
}

interface Kept<Digest> {
  readonly position: number;
  readonly erasures: number;
  readonly digest: Digest;
}

/** As a checkpoint holds it: an erasure drops every checkpoint, so that none outlives the text it was made of. */
type Saved<Digest> = Omit<Kept<Digest>, 'erasures'>;

/** So many new digests are worth keeping at once. */
const worthKeeping = 10;

export class DigestShelf<Digest extends { readonly id: string }> {
  readonly #desk: Desk;
  readonly #store: EventStore;
  readonly #kind: DigestKind<Digest>;
  readonly #turns = new KeyedQueue();
  #kept: ReadonlyMap<string, Kept<Digest>> | undefined;
  #unsaved = 0;

  constructor(desk: Desk, store: EventStore, kind: DigestKind<Digest>) {
    this.#desk = desk;
    this.#store = store;
    this.#kind = kind;
  }

  /** Those of all incidents that the kind includes, in the order of the list, as the log has them now. */
  all(): Promise<readonly Digest[]> {
    // Two who ask at once wait for one reading of the log.
    return this.#turns.run(this.#kind.name, async () => {
      const kept = new Map(this.#kept ?? (await this.#saved()));
      let due = this.#ids().filter((id) => !this.#isCurrent(id, kept.get(id)));
      while (due.length > 0) {
        for (const id of due) kept.set(id, await this.#made(id));
        // What was erased while others were read must be neither answered nor kept.
        due = this.#ids().filter((id) => kept.get(id)?.erasures !== this.#desk.standing(id).erasures);
      }
      const current = this.#ids().flatMap((id) => kept.get(id) ?? []);
      this.#kept = new Map(current.map((row) => [row.digest.id, row]));
      await this.#save(current);
      return current.map(({ digest }) => digest);
    });
  }

  /** That of one incident, whether the kind includes it or not. */
  async one(id: string): Promise<Digest> {
    const known = this.#kept?.get(id);
    if (known && this.#isCurrent(id, known)) return known.digest;
    return this.#kind.digest((await this.#desk.look(id)).view);
  }

  #ids(): readonly string[] {
    return this.#desk.list().flatMap((summary) => (this.#kind.includes(summary) ? [summary.id] : []));
  }

  async #made(id: string): Promise<Kept<Digest>> {
    const { erasures } = this.#desk.standing(id);
    const { view, position } = await this.#desk.look(id);
    const digest = this.#kind.digest(view);
    this.#unsaved += 1;
    // Hundreds may be made, and neither reading nor folding ever waits: everybody else has a turn between two of them.
    await setImmediate();
    return { position, erasures, digest };
  }

  /** Who reads beside a writer may have read further than the desk did. */
  #isCurrent(id: string, kept: Kept<Digest> | undefined): boolean {
    const now = this.#desk.standing(id);
    return kept !== undefined && kept.position >= now.position && kept.erasures === now.erasures;
  }

  get #savedVersion(): number {
    return viewVersion * 1000 + this.#kind.version;
  }

  async #saved(): Promise<ReadonlyMap<string, Kept<Digest>>> {
    const checkpoint = await this.#store.loadCheckpoint(this.#kind.name, this.#savedVersion);
    try {
      const saved = checkpoint ? (JSON.parse(checkpoint.json) as readonly Saved<Digest>[]) : [];
      return new Map(saved.map((row) => [row.digest.id, { ...row, erasures: 0 }]));
    } catch {
      return new Map();
    }
  }

  async #save(current: readonly Kept<Digest>[]): Promise<void> {
    if (this.#unsaved < worthKeeping) return;
    const saved = current.map(({ position, digest }): Saved<Digest> => ({ position, digest }));
    const newest = saved.reduce((most, { position }) => Math.max(most, position), 0);
    await this.#store.saveCheckpoint(this.#kind.name, newest, this.#savedVersion, JSON.stringify(saved));
    this.#unsaved = 0;
  }
}
