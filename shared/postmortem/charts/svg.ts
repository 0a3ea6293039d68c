/** A figure as SVG: elements of a page, or text. No style, no script, nothing from outside. */
import { escaped } from '../writers/html-text.ts';
import { visibleInXml } from '../writers/plain-text.ts';
import { crossStroke, type Figure, letterSize, type Mark, px, type Tone, tones } from './figure.ts';

export interface SvgElement {
  readonly tag: 'svg' | 'text' | 'rect' | 'circle' | 'line' | 'path';
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Text is visible, and not yet escaped. */
  readonly inside: readonly (SvgElement | string)[];
}

/** The colour of all that is drawn, and the fonts of its words, the first that there is. */
export interface SvgLook {
  readonly ink: string;
  readonly fonts: string;
}

/** In the colour of the text around it. */
const onPage: SvgLook = { ink: 'currentColor', fonts: 'system-ui, sans-serif' };

/** `name` says in a few words what it is; all that it shows stands beside it in words. */
export function svgElement({ width, height, marks }: Figure, name: string, { ink, fonts }: SvgLook = onPage): SvgElement {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const type = { 'font-family': fonts, 'font-size': letterSize, fill: ink, stroke: 'none' };
  return {
    tag: 'svg',
    attributes: { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-label': visibleInXml(name), ...size, ...type },
    inside: marks.map((mark) => markElement(mark, ink)),
  };
}

/** The same as text, for a document. */
export const svgText = (figure: Figure, name: string, look?: SvgLook): string => textOf(svgElement(figure, name, look));

function textOf({ tag, attributes, inside }: SvgElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const within = inside.map((part) => (typeof part === 'string' ? escaped(part) : textOf(part))).join('');
  return within === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${within}</${tag}>`;
}

function markElement(mark: Mark, ink: string): SvgElement {
  switch (mark.type) {
    case 'words': {
      const { text, x, y, anchor } = mark;
      return { tag: 'text', attributes: { x, y, ...(anchor !== 'start' && { 'text-anchor': anchor }) }, inside: [visibleInXml(text)] };
    }
    case 'box': {
      const { x, y, width, height, tone } = mark;
      return { tag: 'rect', attributes: { x, y, width, height, ...toneOf(tone, ink) }, inside: [] };
    }
    case 'dot': {
      const { x, y, radius, tone } = mark;
      return { tag: 'circle', attributes: { cx: x, cy: y, r: radius, ...toneOf(tone, ink) }, inside: [] };
    }
    case 'line': {
      const { x1, y1, x2, y2 } = mark;
      return { tag: 'line', attributes: { x1, y1, x2, y2, stroke: ink }, inside: [] };
    }
    case 'cross': {
      const [left, right, top, bottom] = [mark.x - mark.reach, mark.x + mark.reach, mark.y - mark.reach, mark.y + mark.reach].map(px);
      const d = `M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`;
      return { tag: 'path', attributes: { d, stroke: ink, 'stroke-width': crossStroke }, inside: [] };
    }
  }
}

function toneOf(tone: Tone, ink: string): SvgElement['attributes'] {
  const { fill, edge } = tones[tone];
  return {
    fill: fill === 0 ? 'none' : ink,
    ...(fill > 0 && fill < 1 && { 'fill-opacity': fill }),
    stroke: ink,
    ...(edge < 1 && { 'stroke-opacity': edge }),
  };
}
