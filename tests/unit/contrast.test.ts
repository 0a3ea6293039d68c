/** The tokens' colours, read from the stylesheet itself, against WCAG 2.2: AA in both themes, AAA in night mode. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');

type Palette = Readonly<Record<string, string>>;

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The palettes of the two themes and of night mode, by token name. */
function palettes(): { readonly light: Palette; readonly dark: Palette; readonly night: Palette } {
  const themed = [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  const night = [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)];
  return {
    light: Object.fromEntries(themed.map(([, name, light]) => [name, light])),
    dark: Object.fromEntries(themed.map(([, name, , dark]) => [name, dark])),
    night: Object.fromEntries(night.map(([, name, colour]) => [name, colour])),
  };
}

const surfaces = ['ground', 'raised', 'sunken', 'hover', 'selected'];
const words = ['text', 'quiet', 'accent', 'amber', 'red', 'green'];

/** Every pair that may stand on the other: words on surfaces, signals on their own grounds, the main button. */
const pairs: readonly (readonly [string, string])[] = [
  ...words.flatMap((word) => surfaces.map((surface) => [word, surface] as const)),
  ['text', 'amber-ground'],
  ['quiet', 'amber-ground'],
  ['amber', 'amber-ground'],
  ['text', 'red-ground'],
  ['quiet', 'red-ground'],
  ['red', 'red-ground'],
  ['text', 'drill-stripe'],
  ['quiet', 'drill-stripe'],
  ['accent', 'drill-stripe'],
  ['amber', 'drill-stripe'],
  ['on-accent', 'accent'],
];

const { light, dark, night } = palettes();

describe.each([
  { name: 'light', palette: light, least: 4.5 },
  { name: 'dark', palette: dark, least: 4.5 },
  { name: 'night', palette: night, least: 7 },
])('the $name palette', ({ palette, least }) => {
  test('has every token', () => {
    expect(Object.keys(palette).sort()).toEqual(Object.keys(dark).sort());
    expect(Object.keys(palette).length).toBeGreaterThan(15);
  });

  test.each(pairs)('%s can be read on %s', (word, surface) => {
    expect(contrast(palette[word] ?? '', palette[surface] ?? '')).toBeGreaterThanOrEqual(least);
  });

  test.each(['ground', 'raised', 'sunken'])('the edge of a control can be seen on %s', (surface) => {
    expect(contrast(palette.edge ?? '', palette[surface] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('night text is 20 px', () => {
  const block = css.slice(css.indexOf('[data-night="on"]'));
  expect(block).toContain('--type-text: 20px');
});
