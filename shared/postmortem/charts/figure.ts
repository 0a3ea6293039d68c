/** A figure as data: what stands where in it. Who shows one decides how: as SVG, as a picture. Widths fit a telephone. */

/** Filled: full; half: see-through with an edge; open: an edge alone. They differ in print and without colour. Faint lies behind others. */
export type Tone = 'full' | 'half' | 'open' | 'faint';
export type Anchor = 'start' | 'middle' | 'end';

/** A line of text; `y` is its baseline, and `x` the end of it that `anchor` names. */
export interface WordsMark {
  readonly type: 'words';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}
export interface BoxMark {
  readonly type: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
}
export interface DotMark {
  readonly type: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly tone: Tone;
}
export interface LineMark {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
/** What was missed: two strokes that reach so far from the middle to each side. */
export interface CrossMark {
  readonly type: 'cross';
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}
export type Mark = WordsMark | BoxMark | DotMark | LineMark | CrossMark;

/** In CSS px from the top left, as everything in it. Later marks lie above earlier ones. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export const figureWidth = 340;

/** Of the letters in a figure, px. */
export const letterSize = 13;

/** How much of the ink the inside and the edge of a mark have, 0 to 1. */
export const tones: Readonly<Record<Tone, { readonly fill: number; readonly edge: number }>> = {
  full: { fill: 1, edge: 1 },
  half: { fill: 0.3, edge: 1 },
  open: { fill: 0, edge: 1 },
  faint: { fill: 0.12, edge: 0.5 },
};

/** How thick the strokes of a cross are, px; every other line has one. */
export const crossStroke = 2;

/** A place on the page, to a tenth: the same everywhere. */
export const px = (value: number): number => Math.round(value * 10) / 10;

export const figure = (height: number, marks: readonly Mark[]): Figure => ({ width: figureWidth, height: px(height), marks });

export const words = (text: string, x: number, y: number, anchor: Anchor = 'start'): WordsMark => ({
  type: 'words',
  text,
  x: px(x),
  y: px(y),
  anchor,
});

/** A bar; never too thin to be seen. */
export const bar = (x: number, y: number, width: number, height: number, tone: Tone): BoxMark => ({
  type: 'box',
  x: px(x),
  y: px(y),
  width: px(Math.max(2, width)),
  height: px(height),
  tone,
});

export const dot = (x: number, y: number, radius: number, tone: Tone): DotMark => ({ type: 'dot', x: px(x), y: px(y), radius, tone });

export const line = (x1: number, y1: number, x2: number, y2: number): LineMark => ({
  type: 'line',
  x1: px(x1),
  y1: px(y1),
  x2: px(x2),
  y2: px(y2),
});

export const cross = (x: number, y: number, reach: number): CrossMark => ({ type: 'cross', x: px(x), y: px(y), reach });
