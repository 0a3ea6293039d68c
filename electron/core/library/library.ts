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
import { cardOf, cardVersion, isPast, type LibraryCard } from '../../../shared/postmortem/library/library-card.ts';
import { similarTo } from '../../../shared/postmortem/library/similar.ts';
import { plainWord } from '../../../shared/postmortem/library/similar-words.ts';
import type { SimilarIncident as ToldSimilar } from '../../../shared/postmortem/template/draft-source.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { DigestShelf } from '../desk/digest-shelf.ts';
import type { EventStore, StoredEvent, StreamMatches } from '../store/event-store.ts';
import { excerptOf } from './excerpt.ts';

const listedAtOnce = 50;
const linesForEach = 2;
/** Among so many lines of one incident somebody looks for those that were not hidden. */
const linesLookedAt = 20;
const similarAtOnce = 5;

type Matches = ReadonlyMap<string, StreamMatches>;

interface Term {
  readonly term: string;
  readonly matches: Matches;
}

export class Library {
  readonly #store: EventStore;
  readonly #desk: Desk;
  readonly #shelf: DigestShelf<LibraryCard>;

  constructor(desk: Desk, store: EventStore) {
    this.#desk = desk;
    this.#store = store;
    this.#shelf = new DigestShelf(desk, store, {
      name: 'cards of past incidents',
      version: cardVersion,
      includes: ({ phase }) => isPast(phase),
      digest: cardOf,
    });
  }

  /** All past incidents, the newest first. */
  async past(): Promise<readonly LibraryCard[]> {
    return (await this.#shelf.all()).toSorted(newestFirst);
  }

  /** Those that hold every word, in whatever lines, and have all that is asked for. */
  async list({ text = '', limit = listedAtOnce, ...wish }: LibraryWish): Promise<LibraryList> {
    const cards = await this.past();
    const terms = termsOf(text);
    const together = await this.#matches(terms.join(' '));
    const apart = terms.length === 1 ? [together] : await Promise.all(terms.map((term) => this.#matches(term)));
    const words = terms.map((term, index): Term => ({ term, matches: apart[index] ?? new Map() }));
    const holding = await Promise.all(cards.map((card) => this.#holdsAll(card, words)));
    const fitting = cards.filter((card, index) => holding[index] && fits(card, wish));
    const incidents = await Promise.all(fitting.slice(0, limit).map((card) => this.#row(card, words, together)));
    return { incidents, total: fitting.length, choices: choicesOf(cards) };
  }

  /** Past incidents that are like this one, the most alike first. Errors: there is no such incident. */
  async similar(wanted: string, limit = similarAtOnce): Promise<Result<{ readonly similar: readonly SimilarIncident[] }, ApiError>> {
    const id = this.#desk.resolve(wanted);
    if (!id.ok) return id;
    const past = await this.past();
    const card = await this.#shelf.one(id.value);
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

  async #matches(text: string): Promise<Matches> {
    return new Map((await this.#store.matches(text)).map((one) => [one.stream, one]));
  }

  async #holdsAll(card: LibraryCard, words: readonly Term[]): Promise<boolean> {
    const own = words.length === 0 ? [] : ownWords(card);
    for (const { term, matches } of words) {
      if (own.some((word) => word.startsWith(term))) continue;
      if (!matches.has(card.id)) return false;
      if (card.hidden.length > 0 && (await this.#newest(card, term, matches)) === undefined) return false;
    }
    return true;
  }

  async #row(card: LibraryCard, words: readonly Term[], together: Matches): Promise<LibraryRow> {
    const { passages: _passages, hidden: _hidden, ...row } = card;
    return { ...row, found: await this.#found(card, words, together) };
  }

  /** The newest line with all of the words, or else one for each word. */
  async #found(card: LibraryCard, words: readonly Term[], together: Matches): Promise<readonly FoundLine[]> {
    const terms = words.map(({ term }) => term);
    const all = await this.#newest(card, terms.join(' '), together);
    const apart = all ? [] : await Promise.all(words.map(({ term, matches }) => this.#newest(card, term, matches)));
    // The title stands above already.
    const events = [all, ...apart].filter((event) => event !== undefined).filter(({ type }) => type !== 'incident.declared');
    const lines = new Map(events.map((event) => [lineOf(event), { entry: lineOf(event), text: excerptOf(event.body, terms) }]));
    return [...lines.values()].slice(0, linesForEach);
  }

  async #newest(card: LibraryCard, text: string, matches: Matches): Promise<StoredEvent | undefined> {
    const found = matches.get(card.id);
    if (!found) return undefined;
    const newest = await this.#store.at(found.newest);
    return newest && isHidden(card, newest) ? (await this.#lines(card, text))[0] : newest;
  }

  /** Lines of an incident that hold the words and were not hidden, the newest first. */
  async #lines(card: LibraryCard, text: string): Promise<readonly StoredEvent[]> {
    // More lines than were hidden, and corrected before: one of them can be read.
    const limit = card.hidden.length * 4 + linesLookedAt;
    const found = await this.#store.search(text, { stream: card.id, limit });
    return found.filter((event) => !isHidden(card, event));
  }
}

function isHidden({ hidden }: LibraryCard, event: StoredEvent): boolean {
  return hidden.includes(event.id) || hidden.includes(lineOf(event));
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

function newestFirst(a: LibraryCard, b: LibraryCard): number {
  return (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1);
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
