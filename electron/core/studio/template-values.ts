/** The values that templates work with: texts that know their events, and of bounded size. */
import type { Statement } from '../../../shared/postmortem/draft.ts';

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

/** The data of a template with its texts as such. */
export function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, said(field)]));
  return 'text' in fields && 'from' in fields ? new Said(fields as unknown as Statement) : fields;
}

/** Texts and lists that one step of a template may work with: their letters and items together. */
const maxWeight = 1_000_000;

/** Throws where a value is larger than a template may work with. */
export function weigh(value: unknown): void {
  if (weightOf(value, maxWeight) > maxWeight)
    throw new Error(`This is larger than ${maxWeight} letters and items: let the template work with less.`);
}

/** Letters and items of a value, counted no further than `most`. */
function weightOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof Said) return value.text.length;
  if (!Array.isArray(value)) return 1;
  let weight = 1;
  for (const one of value) {
    weight += 1 + weightOf(one, most - weight);
    if (weight > most) break;
  }
  return weight;
}
