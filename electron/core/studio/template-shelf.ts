/** The templates that drafts are made by, at hand at every moment: those that ship, and in front of them the organisation's own, folded from their stream when that changes. */
import type { LogEvent } from '../../../shared/log/event.ts';
import { readTemplate } from '../../../shared/postmortem/template/read-template.ts';
import {
  type ReadTemplateText,
  type ShelvedTemplate,
  savedTemplateText,
  type TemplateFile,
  templateShelf,
} from '../../../shared/postmortem/template/shelf.ts';
import { templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import type { Template } from '../../../shared/postmortem/template/template-file.ts';
import type { EventStore } from '../store/event-store.ts';

export class TemplateShelf {
  readonly #store: Pick<EventStore, 'read'>;
  readonly #shipped: () => ReadonlyMap<string, TemplateFile>;
  /** A template that was saved elsewhere is read, and not run; its tags and filters are looked at as soon as there is one. */
  #read: ReadTemplateText = readTemplate;
  #events: readonly LogEvent[] = [];
  #position = 0;
  /** What the stream's texts read as. Only these: what was erased is not kept. */
  #known: ReadonlyMap<string, ReturnType<ReadTemplateText>> = new Map();
  /** Folded when somebody first asks: a console starts, and records, without a template. */
  #all: ReadonlyMap<string, ShelvedTemplate> | undefined;
  #inUse: ReadonlyMap<string, Template> | undefined;

  private constructor(store: Pick<EventStore, 'read'>, shipped: () => ReadonlyMap<string, TemplateFile>) {
    this.#store = store;
    this.#shipped = shipped;
  }

  static async open(store: Pick<EventStore, 'read'>, shipped: () => ReadonlyMap<string, TemplateFile>): Promise<TemplateShelf> {
    const shelf = new TemplateShelf(store, shipped);
    await shelf.refresh();
    return shelf;
  }

  /** All there are, by id. */
  get all(): ReadonlyMap<string, ShelvedTemplate> {
    this.#all ??= this.#folded();
    return this.#all;
  }

  /** Those by which drafts are made, by id. */
  get inUse(): ReadonlyMap<string, Template> {
    this.#inUse ??= new Map([...this.all].flatMap(([id, { used }]) => (used ? [[id, used.template] as const] : [])));
    return this.#inUse;
  }

  /** Up to where the log was read; 0 before the first event. */
  get position(): number {
    return this.#position;
  }

  /** Something was added to the stream, or erased from it. */
  async refresh(): Promise<void> {
    const events = await this.#store.read(templateStream);
    if (events.length > 0) this.#read = (await import('./well-formed.ts')).wellFormed;
    this.#events = events;
    this.#position = events.at(-1)?.position ?? 0;
    this.#all = undefined;
    this.#inUse = undefined;
  }

  /** The text that an event saved; undefined where there is none, or none any more. */
  savedText(event: string): string | undefined {
    return savedTemplateText(this.#events, event);
  }

  #folded(): ReadonlyMap<string, ShelvedTemplate> {
    const known = new Map<string, ReturnType<ReadTemplateText>>();
    const all = templateShelf(this.#events, this.#shipped(), (text) => {
      const read = this.#known.get(text) ?? this.#read(text);
      known.set(text, read);
      return read;
    });
    this.#known = known;
    return all;
  }
}
