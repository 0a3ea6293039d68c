/** The playbook in force, at hand at every moment: folded from its stream when that changes, never while somebody declares. */
import type { PlaybookText } from '../../../shared/api/playbook-wire.ts';
import type { PlaybookLibrary, ReadText, ShippedPlaybook } from '../../../shared/playbook/library.ts';
import { defaultVersion, libraryOf, savedText, shippedAs } from '../../../shared/playbook/library.ts';
import { rulesOf } from '../../../shared/playbook/library-hash.ts';
import { playbookStream } from '../../../shared/playbook/library-stream.ts';
import { readPlaybook } from '../../../shared/playbook/read-playbook.ts';
import type { Playbook } from '../../../shared/playbook/schema.ts';
import type { EventStore } from '../store/event-store.ts';

/** What a new incident pins, and what one that adopts takes over. */
export interface PinnedPlaybook {
  readonly playbook: Playbook;
  readonly hash: string;
}

export class PlaybookShelf {
  readonly #store: Pick<EventStore, 'read'>;
  readonly #shipped: ShippedPlaybook;
  /** What the stream's texts read as. Only these: what was erased, or refused, is not kept. */
  #known: ReadonlyMap<string, ReturnType<ReadText>> = new Map();
  #library: PlaybookLibrary;
  #position = 0;

  private constructor(store: Pick<EventStore, 'read'>, playbook: Playbook) {
    this.#store = store;
    this.#shipped = shippedAs(playbook);
    this.#library = libraryOf([], this.#shipped, this.read);
  }

  /** `shipped`: in force until something is saved. */
  static async open(store: Pick<EventStore, 'read'>, shipped: Playbook): Promise<PlaybookShelf> {
    const shelf = new PlaybookShelf(store, shipped);
    await shelf.refresh();
    return shelf;
  }

  /** Reads a text; one that is in the stream was read before. */
  readonly read: ReadText = (text) => this.#known.get(text) ?? readPlaybook(text);

  /** What is in force until something is saved. */
  get shipped(): PlaybookText {
    const { text, playbook, hash } = this.#shipped;
    const { name, version } = playbook;
    return { id: defaultVersion, text, name, version, hash, readable: true };
  }

  get library(): PlaybookLibrary {
    return this.#library;
  }

  /** Up to where the log was folded; 0 before the first event. */
  get position(): number {
    return this.#position;
  }

  /** For a new incident: the rules, without whom to call. */
  get pinned(): PinnedPlaybook {
    const { playbook, hash } = this.#library.inForce;
    return { playbook: rulesOf(playbook), hash };
  }

  /** Folds the stream anew: something was added to it, or erased from it. */
  async refresh(): Promise<void> {
    const events = await this.#store.read(playbookStream);
    const known = new Map<string, ReturnType<ReadText>>();
    this.#library = libraryOf(events, this.#shipped, (text) => {
      const read = this.read(text);
      known.set(text, read);
      return read;
    });
    this.#known = known;
    this.#position = events.at(-1)?.position ?? 0;
  }

  /** The text of a version; undefined where there is none, or none any more. */
  async text(id: string): Promise<string | undefined> {
    return savedText(await this.#store.read(playbookStream), id);
  }
}
