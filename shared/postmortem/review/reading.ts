/** A text as the review reads it: the words without their markup, one blank between two of them, and the way back to where each stands. */
import type { Stretch } from '../../incident/updates/finish-times.ts';

export interface Reading {
  /** Words; `\n` parts paragraphs, items and cells, and `codeMark` stands for code and addresses, which are not read. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, the offset in what was given. */
  readonly at: readonly number[];
  /** Which units of `text` quote somebody. */
  readonly quoted: Units;
}

/** Units of a text of which something holds. */
export type Units = Uint8Array;

/** The units that lie within any of some stretches. */
export function unitsIn(length: number, stretches: readonly Stretch[]): Units {
  const units = new Uint8Array(length);
  for (const { start, end } of stretches) units.fill(1, start, end);
  return units;
}

/** Whether all of a stretch lies within. */
export const isWithin = (units: Units, { start, end }: Stretch): boolean => end > start && !units.subarray(start, end).includes(0);

/** Stands for a piece of code or an address: a thing, whatever is written in it. */
export const codeMark = '\uFFFC';

const fenceLine = /^ {0,3}(`{3,}|~{3,})/;
const quoteMark = /^ {0,3}> ?/;
const blockStart = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)/;
/** Questions that this console prints: nobody said them. */
const ownQuestion = /^\*\*To answer:\*\*/;
const quotation = /[“„«"][^“”„«»"\n]{1,500}[”“»"]/g;

/** Reads Markdown, or plain text. Takes time in proportion to its length. */
export function readingOf(given: string): Reading {
  const reader = new Reader(given);
  let start = 0;
  while (start <= given.length) {
    const found = given.indexOf('\n', start);
    const end = found === -1 ? given.length : found;
    reader.line(start, end);
    start = end + 1;
  }
  return reader.done();
}

class Reader {
  readonly #given: string;
  readonly #units: string[] = [];
  readonly #at: number[] = [];
  readonly #quoted: Stretch[] = [];
  #fence: string | undefined;
  #before: 'break' | 'words' | 'quote' = 'break';

  constructor(given: string) {
    this.#given = given;
  }

  line(start: number, end: number): void {
    let from = start;
    let quoted = false;
    for (;;) {
      const mark = quoteMark.exec(this.#given.slice(from, Math.min(end, from + 6)));
      if (!mark) break;
      quoted = true;
      from += mark[0].length;
    }
    const line = this.#given.slice(from, end).replace(/\r$/, '');
    if (this.#inFence(line)) return;
    if (line.trim() === '' || (quoted && ownQuestion.test(line))) {
      this.#before = 'break';
      return;
    }
    const block = blockStart.exec(line)?.[0] ?? '';
    const row = line.trimStart().startsWith('|');
    const goesOn = block === '' && !row && this.#before === (quoted ? 'quote' : 'words');
    if (this.#units.length > 0) this.#put(goesOn ? ' ' : '\n', from);
    const began = this.#units.length;
    this.#words(line, from, block.length, row);
    if (quoted) this.#quoted.push({ start: began, end: this.#units.length });
    this.#before = row || /#/.test(block) ? 'break' : quoted ? 'quote' : 'words';
  }

  done(): Reading {
    const text = this.#units.join('');
    this.#at.push(this.#given.length);
    const spoken = Array.from(text.matchAll(quotation), ({ 0: words, index }) => ({ start: index, end: index + words.length }));
    return { text, at: this.#at, quoted: unitsIn(text.length, [...this.#quoted, ...spoken]) };
  }

  /** Whether the line belongs to a block of code. */
  #inFence(line: string): boolean {
    const mark = fenceLine.exec(line)?.[1];
    if (this.#fence === undefined) {
      if (mark !== undefined) this.#fence = mark;
      return mark !== undefined;
    }
    if (mark?.startsWith(this.#fence)) {
      this.#fence = undefined;
      this.#before = 'break';
    }
    return true;
  }

  #put(unit: string, at: number): void {
    const blank = unit === ' ' || unit === '\n';
    const last = this.#units.at(-1);
    if (blank && unit === ' ' && (last === ' ' || last === '\n' || last === undefined)) return;
    this.#units.push(unit);
    this.#at.push(at);
  }

  #words(line: string, from: number, skip: number, row: boolean): void {
    /** Lengths of runs of backticks that close nowhere behind here. */
    const open = new Set<number>();
    let index = skip;
    while (index < line.length) {
      const taken = this.#piece(line, index, from, row, open);
      index += taken;
    }
  }

  /** Puts what stands at a place of a line; answers how many units it took. */
  #piece(line: string, index: number, from: number, row: boolean, open: Set<number>): number {
    const unit = line[index] as string;
    const at = from + index;
    switch (unit) {
      case '`':
        return this.#code(line, index, at, open);
      case '\\': {
        const next = line[index + 1];
        if (next === undefined || !/[!-/:-@[-`{-~]/.test(next)) return 1;
        this.#put(next === '|' ? '/' : next, at + 1);
        return 2;
      }
      case ']': {
        const taken = matchAt(linkAddress, line, index);
        return taken === 0 ? 1 : taken;
      }
      case '[': {
        const taken = matchAt(footnoteMark, line, index);
        return taken === 0 ? 1 : taken;
      }
      case '|':
        this.#put(row ? '\n' : '|', at);
        return 1;
      case '*':
        return 1;
      case '~':
        if (line[index + 1] !== '~') this.#put(unit, at);
        return line[index + 1] === '~' ? 2 : 1;
      case '_': {
        const inWord = isWord(line[index - 1]) && isWord(line[index + 1]);
        if (inWord) this.#put(unit, at);
        return 1;
      }
      case '’':
      case '‘':
        this.#put("'", at);
        return 1;
      case '<':
      case 'h':
      case 'H': {
        const taken = isWord(line[index - 1]) ? 0 : matchAt(address, line, index);
        this.#put(taken === 0 ? unit : codeMark, at);
        return Math.max(1, taken);
      }
      default:
        this.#put(/\s/.test(unit) ? ' ' : unit, at);
        return 1;
    }
  }

  #code(line: string, index: number, at: number, open: Set<number>): number {
    const ticks = matchAt(/`+/y, line, index);
    const run = '`'.repeat(ticks);
    let close = open.has(ticks) ? -1 : line.indexOf(run, index + ticks);
    while (close !== -1) {
      const length = matchAt(/`+/y, line, close);
      if (length === ticks) break;
      close = line.indexOf(run, close + length);
    }
    if (close === -1) {
      open.add(ticks);
      return ticks;
    }
    this.#put(codeMark, at);
    return close + ticks - index;
  }
}

const linkAddress = /\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000})(?: "[^"\n]{0,200}")?\)/y;
const footnoteMark = /\[\^\d{1,6}\]:? ?/y;
const address = /<?https?:\/\/[^\s<>|)\]]{1,2000}>?/iy;

function matchAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0].length ?? 0;
}

const isWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}\p{Surrogate}]/u.test(unit);

/** The same stretch in what was given. */
export function placeInGiven({ at }: Reading, { start, end }: Stretch): Stretch {
  return { start: at[start] ?? 0, end: (at[end - 1] ?? -1) + 1 };
}
