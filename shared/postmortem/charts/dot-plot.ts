/** Every value of a distribution as a dot, with its median and middle half where there are enough of them. */
import type { Chart } from '../draft.ts';
import { bar, dot, figure, figureWidth, line, type Mark, words } from './figure.ts';

export interface DotValue {
  readonly value: number;
  /** Drawn as a ring: from a file, not run here. */
  readonly open?: true;
}

export interface DotPlot {
  readonly title: string;
  readonly values: readonly DotValue[];
  readonly median: number | null;
  readonly quartiles: readonly [number, number] | null;
  /** A value in words: `1 h 5 min`. */
  readonly inWords: (value: number) => string;
}

const inset = 8;
const radius = 4;
const middle = 46;
/** Dots that would touch stand above one another, so many at most. */
const mostStacked = 5;
/** More values than this are not listed one by one. */
const mostListed = 30;

/** `undefined` where there is no value. The scale is logarithmic on both sides of zero: incidents last minutes, or weeks. */
export function dotPlot({ title, values, median, quartiles, inWords }: DotPlot): Chart | undefined {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const [least, most] = [sorted[0]?.value, sorted.at(-1)?.value];
  if (least === undefined || most === undefined) return undefined;
  const [low, high] = [scaled(least), scaled(most)];
  const at = (value: number): number =>
    low === high ? figureWidth / 2 : inset + ((scaled(value) - low) / (high - low)) * (figureWidth - 2 * inset);
  const box = quartiles === null ? [] : [bar(at(quartiles[0]), middle - 20, at(quartiles[1]) - at(quartiles[0]), 36, 'faint')];
  const centre = median === null ? [] : [line(at(median), middle - 24, at(median), middle + 16), medianWords(inWords(median), at(median))];
  const ends =
    least === most
      ? [words(inWords(least), figureWidth / 2, 84, 'middle')]
      : [words(inWords(least), 0, 84), words(inWords(most), figureWidth, 84, 'end')];
  const axis = line(inset, middle + 20, figureWidth - inset, middle + 20);
  return {
    type: 'chart',
    title,
    figure: figure(90, [...box, axis, ...dots(sorted, at), ...centre, ...ends]),
    alternative: alternative(sorted, median, quartiles, inWords),
    from: [],
  };
}

const scaled = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

function medianWords(text: string, x: number): Mark {
  const says = `median ${text}`;
  const half = says.length * 4.2;
  return words(says, Math.min(figureWidth - half, Math.max(half, x)), 14, 'middle');
}

function dots(values: readonly DotValue[], at: (value: number) => number): readonly Mark[] {
  let lastX = Number.NEGATIVE_INFINITY;
  let stacked = 0;
  return values.map(({ value, open }) => {
    const x = at(value);
    stacked = x - lastX < radius * 2 ? (stacked + 1) % mostStacked : 0;
    if (stacked === 0) lastX = x;
    return dot(x, middle + 12 - stacked * (radius * 2 - 1), radius, open ? 'open' : 'half');
  });
}

function alternative(
  sorted: readonly DotValue[],
  median: number | null,
  quartiles: DotPlot['quartiles'],
  inWords: DotPlot['inWords'],
): string {
  const said = sorted.map(({ value, open }) => `${inWords(value)}${open ? ' (imported)' : ''}`);
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)].map((dot) => (dot === undefined ? '' : inWords(dot.value)));
  const values =
    said.length > mostListed ? `From ${first} to ${last}.` : `${said.length === 1 ? 'The value' : 'All values'}: ${said.join(', ')}.`;
  const centre = median === null ? 'too few for a middle' : `median ${inWords(median)}`;
  const half = quartiles === null ? '' : `, the middle half from ${inWords(quartiles[0])} to ${inWords(quartiles[1])}`;
  return `n = ${sorted.length}: ${centre}${half}. ${values} The scale is logarithmic.`;
}
