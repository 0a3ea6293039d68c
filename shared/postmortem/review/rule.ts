/** What a rule of the blameless review is: a pattern, why it is worth a look, and a question that leads to other words. Source: postmortems, 4b. */
import { clauseBefore, type Subject, sentenceAround, subjectOf } from './subject.ts';

export const reviewRuleIds = [
  ...(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9'] as const),
  ...(['B10', 'B11', 'B12', 'B13', 'B14', 'B15', 'B16', 'B17'] as const),
] as const;
export type ReviewRuleId = (typeof reviewRuleIds)[number];
export const findingLevels = ['error', 'warn', 'info'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** What the review knows beside the text. */
export interface ReviewContext {
  /** Names and handles of people. */
  readonly people: readonly string[];
  /** Names of suppliers: in a message that goes out, they are not named as a cause. */
  readonly vendors: readonly string[];
  /** Phrases in which the organisation wants nothing found. */
  readonly allow: readonly string[];
  /** A message before it goes out: adds what it promises and guesses (B16, B17). */
  readonly live: boolean;
  /** Texts of the explanations that are supported. */
  readonly supported: readonly string[];
  /** The text stands among the follow-ups; whether it has an owner and a date beside it. */
  readonly followUp?: 'vague' | 'owned' | undefined;
}

export const plainContext: ReviewContext = { people: [], vendors: [], allow: [], live: false, supported: [] };

/** One thing to look at, in UTF-16 units of the text that was given. */
export interface Finding {
  readonly rule: ReviewRuleId;
  readonly level: FindingLevel;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: string;
  readonly prompt: string;
}

/** What a rule says of all that it finds. */
export interface RuleWords {
  readonly id: ReviewRuleId;
  readonly level: FindingLevel;
  readonly reason: string;
  readonly prompt: string;
}

/** A place that a pattern found, and what stands around it. */
export class Match {
  readonly found: string;
  readonly start: number;
  readonly end: number;
  readonly context: ReviewContext;
  readonly #text: string;
  readonly #named: (word: string) => boolean;

  constructor(text: string, [start, end]: readonly [number, number], context: ReviewContext, named: (word: string) => boolean) {
    this.found = text.slice(start, end).toLowerCase();
    this.start = start;
    this.end = end;
    this.context = context;
    this.#text = text;
    this.#named = named;
  }

  /** What stands before it in its clause, without the blank at its end. */
  get before(): string {
    return clauseBefore(this.#text, this.start).trimEnd();
  }
  /** What follows in its line, as far as a rule may look. */
  get after(): string {
    return this.#text.slice(this.end, this.end + 80).split('\n')[0] ?? '';
  }
  get sentence(): string {
    return sentenceAround(this.#text, this.start, this.end);
  }
  get subject(): Subject {
    return subjectOf(this.before, this.#named);
  }
  /** The words that come next: none where a stop does. */
  get next(): string {
    return /^ ([^.!?;:,()]*)/.exec(this.after)?.[1] ?? '';
  }
}

/** A rule that looks for words. */
export interface WordRule extends RuleWords {
  readonly pattern: RegExp;
  /** Whether what was found is meant; all of it where nothing is said. */
  readonly meant?: (match: Match) => boolean;
}

/** A pattern of whole words, in any case. */
export const words = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'giu');

/** Begins with one of these words. */
export const begins = (text: string, ...sources: readonly string[]): boolean =>
  new RegExp(`^(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, 'iu').test(text);

/** Ends with one of these words. */
export const ends = (text: string, ...sources: readonly string[]): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})$`, 'iu').test(text);
