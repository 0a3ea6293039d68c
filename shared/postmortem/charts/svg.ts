/** SVG written as text: marks in the colour of the text around them, no style, no script, nothing from outside. Widths fit a telephone. */
import { escaped } from '../writers/html-text.ts';

/** In CSS px, as everything in a figure. */
export const figureWidth = 340;

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with what is in it, which is markup already. */
export function mark(tag: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return inside === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inside}</${tag}>`;
}

/** A place on the page, to a tenth: the same everywhere. */
export const px = (value: number): number => Math.round(value * 10) / 10;

/** A figure of this height. `name` says in a few words what it is; all that it shows stands beside it in words. */
export function figure(name: string, height: number, marks: readonly string[]): string {
  const size = { width: figureWidth, height: px(height), viewBox: `0 0 ${figureWidth} ${px(height)}` };
  const type = { 'font-family': 'system-ui, sans-serif', 'font-size': 13, fill: 'currentColor', stroke: 'none' };
  return mark('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-label': name, ...size, ...type }, marks.join(''));
}

export type Anchor = 'start' | 'middle' | 'end';

/** A line of text; `y` is its baseline. */
export const words = (text: string, x: number, y: number, anchor: Anchor = 'start'): string =>
  mark('text', { x: px(x), y: px(y), ...(anchor !== 'start' && { 'text-anchor': anchor }) }, escaped(text));

/** Filled: full; half: see-through with an edge; open: an edge alone. They differ in print and without colour. */
export type Tone = 'full' | 'half' | 'open';

const tones: Readonly<Record<Tone, Attributes>> = {
  full: { fill: 'currentColor', stroke: 'currentColor' },
  half: { fill: 'currentColor', 'fill-opacity': 0.3, stroke: 'currentColor' },
  open: { fill: 'none', stroke: 'currentColor' },
};

/** A bar; never too thin to be seen. */
export const bar = (x: number, y: number, width: number, height: number, tone: Tone): string =>
  mark('rect', { x: px(x), y: px(y), width: px(Math.max(2, width)), height, ...tones[tone] });

export const dot = (x: number, y: number, radius: number, tone: Tone): string =>
  mark('circle', { cx: px(x), cy: px(y), r: radius, ...tones[tone] });

export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  mark('line', { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), stroke: 'currentColor' });

/** A cross: what was missed. */
export const cross = (x: number, y: number, reach: number): string =>
  mark('path', {
    d: `M${px(x - reach)} ${px(y - reach)}L${px(x + reach)} ${px(y + reach)}M${px(x - reach)} ${px(y + reach)}L${px(x + reach)} ${px(y - reach)}`,
    stroke: 'currentColor',
    'stroke-width': 2,
  });
