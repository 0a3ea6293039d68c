/** What one run of a template makes: sections of pieces, with a mark in the engine's text for each piece. */
import { LiquidError } from 'liquidjs';
import { notRecorded, type Statement } from '../../../shared/postmortem/draft.ts';
import type { Piece, SkeletonSection } from '../../../shared/postmortem/template/skeleton.ts';
import { escapedMarkdown } from '../../../shared/postmortem/writers/markdown-text.ts';
import { Said, weigh } from './template-values.ts';

export interface RunLimits {
  /** Pieces and rows, and characters, that may come out. */
  readonly pieces: number;
  readonly characters: number;
}

/** Marks in the output of a section where a piece stands; no text of a template or of the log can hold them. */
const begin = '\uE000';
const end = '\uE001';
export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** A row of a table or of facts: texts with the events that they came from. */
export type Row = readonly Statement[];

interface Kept {
  readonly piece: Piece;
  /** Events of what was printed since the piece before. */
  readonly before: readonly string[];
}

/** More than a person mends at once. */
export const mostSlips = 20;

/** Something in a template that could not be read, or run. */
export class Slip extends Error {
  readonly token: { readonly input: string; readonly begin: number };
  constructor(message: string, token: Slip['token']) {
    super(message);
    this.token = token;
  }
}

/** An error with its place: liquidjs knows that of its own. */
export const slipAt = (token: Slip['token'], error: unknown): Error =>
  error instanceof LiquidError ? error : new Slip(error instanceof Error ? error.message : String(error), token);

/** The slips tell why. */
export class Ended extends Error {}
const overLimit = /limit exceeded|^A template may make|^This is larger than/;

/** What one run of a template has made so far. */
export class TemplateRun {
  readonly sections: SkeletonSection[] = [];
  readonly #limits: RunLimits;
  #kept: Kept[] = [];
  #from = new Set<string>();
  #made = 0;
  #characters = 0;
  /** The rows of the table or the facts that are being made. */
  rows: Row[] | undefined;
  inSection = false;
  /** What could not be read, or run, so far. */
  readonly slips: unknown[] = [];

  constructor(limits: RunLimits) {
    this.#limits = limits;
  }

  /** Keeps a piece, and answers what stands for it in the text. */
  keep(piece: Piece): string {
    this.count();
    this.#kept.push({ piece, before: [...this.#from] });
    this.#from = new Set();
    return `\n\n${begin}${this.#kept.length - 1}${end}\n\n`;
  }

  /** One more piece or row. */
  count(): void {
    this.#made += 1;
    if (this.#made > this.#limits.pieces)
      throw new Error(`A template may make ${this.#limits.pieces} pieces and rows, and this one makes more.`);
  }

  /** Keeps what went wrong in a section, so that the next ones tell theirs. What is over a limit ends the run. */
  stumble(error: Error): void {
    this.slips.push(error);
    if (this.slips.length >= mostSlips || overLimit.test(error.message)) throw new Ended();
  }

  /** A statement of a value, as tables and facts hold it. */
  stated(value: unknown): Statement {
    return { text: this.text(value), from: fromOf(value) };
  }

  /** The text of a value, as it is: whoever writes the draft escapes it. */
  text(value: unknown): string {
    if (value === undefined || value === null || value === '') return notRecorded;
    if (typeof value === 'object' && !(value instanceof Said)) throw new Error('This is not a text: name one of its fields.');
    return this.#spent(withoutMarks(String(value)));
  }

  /** A value where the template prints it: text that makes no markup. */
  printed(value: unknown): string {
    if (value === undefined || value === null || value === '') return notRecorded;
    if (value instanceof Said) for (const id of value.from) this.#from.add(id);
    if (Array.isArray(value)) {
      weigh(value);
      return value.map((one) => this.printed(one)).join(', ');
    }
    if (typeof value === 'object' && !(value instanceof Said)) throw new Error('This is not a text: name one of its fields.');
    return escapedMarkdown(this.#spent(withoutMarks(String(value))));
  }

  /** The pieces of a rendered text: what was kept, and prose between. */
  piecesOf(text: string): readonly Piece[] {
    if (text.length > this.#limits.characters) this.#tooMuch();
    const kept = this.#kept;
    const last = [...this.#from];
    let next = 0;
    const pieces = text.split(new RegExp(`${begin}(\\d+)${end}`)).flatMap((part, index, all): readonly Piece[] => {
      if (index % 2 === 1) return [kept[Number(part)]?.piece].filter((piece) => piece !== undefined);
      // What stands in a table and is not printed comes along with the prose after it.
      const mark = index + 1 < all.length ? Number(all[index + 1]) : kept.length - 1;
      const from = kept.slice(next, mark + 1).flatMap(({ before }) => before);
      next = mark + 1;
      const markdown = part.replace(/[ \t]+$/gm, '').trim();
      const ids = index + 1 < all.length ? from : [...from, ...last];
      return markdown === '' ? [] : [{ type: 'prose', markdown: this.#spent(markdown), from: [...new Set(ids)] }];
    });
    this.#kept = [];
    this.#from = new Set();
    return pieces;
  }

  /** Counts a text that comes out. */
  #spent(text: string): string {
    this.#characters += text.length + 1;
    if (this.#characters > this.#limits.characters) this.#tooMuch();
    return text;
  }

  #tooMuch(): never {
    throw new Error(`A template may make ${this.#limits.characters} characters, and this one makes more.`);
  }
}

/** The events that a value came from. */
const fromOf = (value: unknown): readonly string[] => (value instanceof Said ? value.from : []);
