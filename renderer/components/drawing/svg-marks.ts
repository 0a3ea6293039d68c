/** Reads the SVG that this console draws (`shared/postmortem/charts/svg.ts`), and no other: what it does not know makes the whole of it unreadable. */

export interface SvgMark {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly (SvgMark | string)[];
}

const tags = new Set(['svg', 'text', 'rect', 'circle', 'line', 'path']);
const names: Readonly<Record<string, string>> = {
  'aria-label': 'aria-label',
  'fill-opacity': 'fillOpacity',
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'stroke-opacity': 'strokeOpacity',
  'stroke-width': 'strokeWidth',
  'text-anchor': 'textAnchor',
  ...Object.fromEntries(
    'cx cy d fill height r role stroke viewBox width x x1 x2 xmlns y y1 y2'.split(' ').map((name) => [name, name] as const),
  ),
};
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const token = /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(\/?)>|([^<]+)/y;

/** The drawing as marks with React's names of attributes; `undefined` where it is none of ours. */
export function svgMarks(svg: string): SvgMark | undefined {
  const open: { tag: string; attributes: Record<string, string>; inside: (SvgMark | string)[] }[] = [
    { tag: '', attributes: {}, inside: [] },
  ];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const found = token.exec(svg);
    const parent = open.at(-1);
    if (found === null || parent === undefined) return undefined;
    const [, closing, tag = '', written = '', alone, words] = found;
    if (words !== undefined) {
      parent.inside.push(plain(words));
      continue;
    }
    if (!tags.has(tag)) return undefined;
    if (closing === '/') {
      if (parent.tag !== tag) return undefined;
      open.pop();
      continue;
    }
    const attributes = readAttributes(written);
    if (attributes === undefined) return undefined;
    const mark = { tag, attributes, inside: [] };
    parent.inside.push(mark);
    if (alone !== '/') open.push(mark);
  }
  const [root, ...others] = open[0]?.inside ?? [];
  return open.length === 1 && others.length === 0 && typeof root === 'object' && root.tag === 'svg' ? root : undefined;
}

function readAttributes(written: string): Record<string, string> | undefined {
  const read: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(/ ([a-zA-Z0-9-]+)="([^"]*)"/g)) {
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known === undefined) return undefined;
    read[known] = plain(value);
  }
  return read;
}

const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found);
