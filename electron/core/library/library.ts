/** The library: past incidents by what they say and what they were, and those that are like another. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type {
  Choice,
  FoundLine,
  LibraryChoices,
  LibraryList,
  LibraryRow,
  LibraryWish,
  SimilarIncident,
} from '../../../shared/api/library-wire.ts';
import type { LibraryCard } from '../../../shared/postmortem/library-card.ts';
import { similarTo } from '../../../shared/postmortem/similar.ts';
import { plainWord } from '../../../shared/postmortem/similar-words.ts';
import type { SimilarIncident as ToldSimilar } from '../../../shared/postmortem/template/draft-source.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { EventStore, StoredEvent } from '../store/event-store.ts';
import { CardShelf } from './card-shelf.ts';
import { excerptOf } from './excerpt.ts';

const listedAtOnce = 50;
const linesForEach = 2;
/** Among so many lines of one incident somebody looks for those that were not hidden. */
const linesLookedAt = 20;
const similarAtOnce = 5;

export class Library {
  readonly #store: EventStore;
  readonly #desk: Desk;
  readonly #shelf: CardShelf;

  constructor(desk: Desk, store: EventStore) {
    this.#desk = desk;
    this.#store = store;
    this.#shelf = new CardShelf(desk, store);
  }

  /** All past incidents, the newest first. */
  past(): Promise<readonly LibraryCard[]> {
    return this.#shelf.past();
  }

  /** Those that hold every word, in whatever lines, and have all that is asked for. */
  async list({ text = '', limit = listedAtOnce, ...wish }: LibraryWish): Promise<LibraryList> {
    const cards = await this.#shelf.past();
    const terms = termsOf(text);
    const holding = await this.#holding(terms, cards);
    const fitting = holding.filter((card) => fits(card, wish));
    const shown = fitting.slice(0, limit);
    const incidents = await Promise.all(shown.map((card) => this.#row(card, terms)));
    return { incidents, total: fitting.length, choices: choicesOf(cards) };
  }

  /** Past incidents that are like this one, the most alike first. Errors: there is no such incident. */
  async similar(wanted: string, limit = similarAtOnce): Promise<Result<{ readonly similar: readonly SimilarIncident[] }, ApiError>> {
    const id = this.#desk.resolve(wanted);
    if (!id.ok) return id;
    const card = await this.#shelf.one(id.value);
    const past = await this.#shelf.past();
    if (!card) return ok({ similar: [] });
    const cards = new Map(past.map((one) => [one.id, one]));
    const similar = similarTo(card, past, limit).flatMap(({ id: other, ...why }): readonly SimilarIncident[] => {
      const found = cards.get(other);
      return found ? [{ ...headOf(found), ...why }] : [];
    });
    return ok({ similar });
  }

  /** The same as a draft tells of them. */
  async toldAsSimilar(wanted: string): Promise<readonly ToldSimilar[]> {
    const found = await this.similar(wanted);
    if (!found.ok) return [];
    return found.value.similar.map(({ label, title, day, mode, words }) => ({
      label,
      title: mode === 'drill' ? `${title} (drill)` : title,
      why: words.join(', '),
      ...(day !== undefined && { day }),
    }));
  }

  async #holding(terms: readonly string[], cards: readonly LibraryCard[]): Promise<readonly LibraryCard[]> {
    let left = cards;
    for (const term of terms) {
      const matches = new Map((await this.#store.matches(term)).map(({ stream, events }) => [stream, events]));
      const kept = await Promise.all(left.map((card) => this.#holds(card, term, matches.get(card.id) ?? 0)));
      left = left.filter((_card, index) => kept[index]);
    }
    return left;
  }

  async #holds(card: LibraryCard, term: string, events: number): Promise<boolean> {
    if (ownWords(card).some((word) => word.startsWith(term))) return true;
    if (events === 0 || card.hidden.length === 0) return events > 0;
    // More lines than were hidden, and were corrected before: one of them can be read.
    return (await this.#lines(card, term, card.hidden.length * 4 + linesLookedAt)).length > 0;
  }

  async #row(card: LibraryCard, terms: readonly string[]): Promise<LibraryRow> {
    const { passages: _passages, hidden: _hidden, ...row } = card;
    return { ...row, found: await this.#found(card, terms) };
  }

  async #found(card: LibraryCard, terms: readonly string[]): Promise<readonly FoundLine[]> {
    if (terms.length === 0) return [];
    const together = await this.#lines(card, terms.join(' '), linesLookedAt);
    const apart = together.length > 0 ? [] : await Promise.all(terms.map((term) => this.#lines(card, term, linesLookedAt)));
    // The title stands above already.
    const title = terms.every((term) => ownWords(card).some((word) => word.startsWith(term))) ? 'incident.declared' : undefined;
    const events = [...together, ...apart.flatMap((lines) => lines.slice(0, 1))].filter(({ type }) => type !== title);
    const lines = new Map(events.map((event) => [lineOf(event), { entry: lineOf(event), text: excerptOf(event.body, terms) }]));
    return [...lines.values()].slice(0, linesForEach);
  }

  /** Lines of an incident that hold the words and were not hidden, the newest first. */
  async #lines({ id, hidden }: LibraryCard, text: string, limit: number): Promise<readonly StoredEvent[]> {
    const found = await this.#store.search(text, { stream: id, limit });
    return found.filter((event) => ![event.id, lineOf(event)].some((line) => hidden.includes(line)));
  }
}

/** What corrects or hides an entry is read on the entry's line. */
function lineOf({ id, body }: StoredEvent): string {
  const entry = (body as { readonly entry?: unknown } | null)?.entry;
  return typeof entry === 'string' ? entry : id;
}

/** Words as they are looked for, without those that no tokenizer would find. */
function termsOf(text: string): readonly string[] {
  return [...new Set(plainWord(text).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [])].slice(0, 12);
}

/** Words that the log keeps as names of things, not as texts of lines. */
function ownWords({ title, label, labels, tags, incidentType = '', organisation = '' }: LibraryCard): readonly string[] {
  return [...plainWord([title, label, ...labels, ...tags, incidentType, organisation].join(' ')).matchAll(/[\p{L}\p{N}]+/gu)].map(
    ([word]) => word,
  );
}

function fits(card: LibraryCard, { severity, type, label, year, mode }: Omit<LibraryWish, 'text' | 'limit'>): boolean {
  if (severity !== undefined && card.severity !== severity) return false;
  if (type !== undefined && card.incidentType !== type) return false;
  if (label !== undefined && !card.labels.includes(label) && !card.tags.includes(label)) return false;
  if (year !== undefined && yearOf(card) !== year) return false;
  return mode === undefined || card.mode === mode;
}

const yearOf = ({ day }: LibraryCard): number | undefined => (day === undefined ? undefined : Number(day.slice(0, 4)));

function choicesOf(cards: readonly LibraryCard[]): LibraryChoices {
  return {
    years: counted(cards.flatMap((card) => yearOf(card) ?? [])).toSorted((a, b) => b.value - a.value),
    severities: counted(cards.flatMap(({ severity }) => severity ?? [])).toSorted((a, b) => a.value - b.value),
    types: counted(cards.flatMap(({ incidentType }) => incidentType ?? [])).toSorted(byName),
    labels: counted(cards.flatMap(({ labels, tags }) => [...new Set([...labels, ...tags])])).toSorted(byName),
    modes: counted(cards.map(({ mode }) => mode)).toSorted(byName),
  };
}

function counted<T>(values: readonly T[]): Choice<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

const byName = (a: Choice<string>, b: Choice<string>): number => (a.value < b.value ? -1 : 1);

function headOf({
  id,
  label,
  title,
  mode,
  phase,
  at,
  day,
  minutes,
  severity,
  incidentType,
}: LibraryCard): Omit<SimilarIncident, 'score' | 'words' | 'passages'> {
  return {
    ...{ id, label, title, mode, phase },
    ...(at !== undefined && { at }),
    ...(day !== undefined && { day }),
    ...(minutes !== undefined && { minutes }),
    ...(severity !== undefined && { severity }),
    ...(incidentType !== undefined && { incidentType }),
  };
}
