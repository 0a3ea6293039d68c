/** What one run of a template makes: sections of pieces, with a mark in the engine's text for each piece. */
import { notRecorded, type Statement } from '../../../shared/postmortem/draft.ts';
import { escapedMarkdown } from '../../../shared/postmortem/markdown.ts';
import type { Piece, SkeletonSection } from '../../../shared/postmortem/template/skeleton.ts';

export interface RunLimits {
  /** Pieces and characters that may come out. */
  readonly pieces: number;
  readonly characters: number;
}

/** Marks in the output of a section where a piece stands; no text of a template or of the log can hold them. */
const begin = '\uE000';
const end = '\uE001';
export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** A text of the log inside the engine: printed, it is its text; the engine asks for nothing else of it. */
export class Said implements Statement {
  readonly text: string;
  readonly from: readonly string[];
  constructor(fields: Statement) {
    this.text = fields.text;
    this.from = fields.from;
    Object.assign(this, fields);
  }
  toString(): string {
    return this.text;
  }
}

export function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, said(field)]));
  return 'text' in fields && 'from' in fields ? new Said(fields as unknown as Statement) : fields;
}

/** A row of a table or of facts: texts with the events that they came from. */
export type Row = readonly Statement[];

/** What one run of a template has made so far. */
export class TemplateRun {
  readonly sections: SkeletonSection[] = [];
  readonly #limits: RunLimits;
  #pieces: Piece[] = [];
  #from = new Set<string>();
  #made = 0;
  #characters = 0;
  /** The rows of the table or the facts that are being made. */
  rows: Row[] | undefined;
  inSection = false;

  constructor(limits: RunLimits) {
    this.#limits = limits;
  }

  /** Keeps a piece, and answers what stands for it in the text. */
  keep(piece: Piece): string {
    this.#made += 1;
    if (this.#made > this.#limits.pieces) throw new Error(`A template may make ${this.#limits.pieces} pieces, and this one makes more.`);
    this.#pieces.push(piece);
    return `\n\n${begin}${this.#pieces.length - 1}${end}\n\n`;
  }

  /** A statement of a value, as tables and facts hold it. */
  stated(value: unknown): Statement {
    return { text: textOf(value), from: fromOf(value) };
  }

  /** A value where the template prints it: text that makes no markup. */
  printed(value: unknown): string {
    if (value === undefined || value === null || value === '') return notRecorded;
    if (value instanceof Said) for (const id of value.from) this.#from.add(id);
    if (Array.isArray(value)) return value.map((one) => this.printed(one)).join(', ');
    if (typeof value === 'object' && !(value instanceof Said)) throw new Error('This is not a text: name one of its fields.');
    return escapedMarkdown(withoutMarks(String(value)));
  }

  /** The pieces of a rendered text: what was kept, and prose between. */
  piecesOf(text: string): readonly Piece[] {
    this.#characters += text.length;
    if (this.#characters > this.#limits.characters)
      throw new Error(`A template may make ${this.#limits.characters} characters, and this one makes more.`);
    const from = [...this.#from];
    const pieces = text.split(new RegExp(`${begin}(\\d+)${end}`)).flatMap((part, index): readonly Piece[] => {
      if (index % 2 === 1) return [this.#pieces[Number(part)]].filter((piece) => piece !== undefined);
      const markdown = part.replace(/[ \t]+$/gm, '').trim();
      return markdown === '' ? [] : [{ type: 'prose', markdown, from }];
    });
    this.#pieces = [];
    this.#from = new Set();
    return pieces;
  }
}

/** The text of a value, as it is: whoever writes the draft escapes it. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return notRecorded;
  if (typeof value === 'object' && !(value instanceof Said)) throw new Error('This is not a text: name one of its fields.');
  return withoutMarks(String(value));
}

/** The events that a value came from. */
export const fromOf = (value: unknown): readonly string[] => (value instanceof Said ? value.from : []);
