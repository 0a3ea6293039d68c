/** Figures as PNG pictures, for programs that show no SVG: drawn by Skia, which is loaded when the first is wanted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, CanvasKit, Font, Paint, Typeface } from 'canvaskit-wasm';
import { crossStroke, type Figure, letterSize, type Mark, tones, type WordsMark } from '../../../../shared/postmortem/charts/figure.ts';
import { visibleLine } from '../../../../shared/postmortem/writers/plain-text.ts';
import { shippedFolder } from '../../shipped.ts';

/** Pixels of a picture for each CSS px: sharp on paper. */
const scale = 3;

/** Skia, and the font of the words. */
interface Skia {
  readonly kit: CanvasKit;
  readonly typeface: Typeface;
}

let loading: Promise<Skia | undefined> | undefined;

/**
 * The bytes of the PNG, on white; `ink` is its colour as `#rrggbb`. The same figure gives the same bytes. Letters that the font lacks are
 * empty boxes. `undefined` where it cannot be drawn here: a document has the words of its figures then, and is no less whole.
 */
export async function picture(figure: Figure, ink: string): Promise<Uint8Array | undefined> {
  try {
    loading ??= load();
    const skia = await loading;
    return skia && draw(skia, figure, ink);
  } catch {
    return undefined;
  }
}

async function load(): Promise<Skia | undefined> {
  const fonts = shippedFolder('resources/fonts');
  if (fonts === undefined) return undefined;
  const { default: skia } = await import('canvaskit-wasm');
  const programs = dirname(createRequire(import.meta.url).resolve('canvaskit-wasm/bin/canvaskit.wasm'));
  const kit = await skia.default({ locateFile: (file) => join(programs, file) });
  const font = readFileSync(join(fonts, 'inter-latin.woff2'));
  const typeface = kit.Typeface.MakeTypefaceFromData(new Uint8Array(font).buffer);
  return typeface === null ? undefined : { kit, typeface };
}

/** What marks are drawn with. */
interface Desk {
  readonly kit: CanvasKit;
  readonly canvas: Canvas;
  readonly font: Font;
  /** One for insides and words, one for edges and lines. */
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly ink: (alpha: number) => Float32Array;
}

/** Skia's memory is not collected: whatever is made here is given back, also when drawing fails. */
function draw({ kit, typeface }: Skia, { width, height, marks }: Figure, ink: string): Uint8Array {
  const surface = kit.MakeSurface(width * scale, Math.ceil(height * scale));
  if (surface === null) throw new Error('there is no room for a picture');
  const [font, fill, stroke] = [new kit.Font(typeface, letterSize), new kit.Paint(), new kit.Paint()];
  try {
    const canvas = surface.getCanvas();
    canvas.clear(kit.WHITE);
    canvas.scale(scale, scale);
    font.setSubpixel(true);
    for (const paint of [fill, stroke]) paint.setAntiAlias(true);
    fill.setStyle(kit.PaintStyle.Fill);
    stroke.setStyle(kit.PaintStyle.Stroke);
    const [red = 0, green = 0, blue = 0] = kit.parseColorString(ink);
    const desk: Desk = { kit, canvas, font, fill, stroke, ink: (alpha) => kit.Color4f(red, green, blue, alpha) };
    for (const mark of marks) drawMark(mark, desk);
    const image = surface.makeImageSnapshot();
    const png = image.encodeToBytes();
    image.delete();
    if (png === null) throw new Error('a picture could not be written');
    return png;
  } finally {
    for (const made of [font, fill, stroke]) made.delete();
    surface.dispose();
  }
}

function drawMark(mark: Mark, desk: Desk): void {
  const { kit, canvas, fill, stroke, ink } = desk;
  const { fill: inside, edge } = mark.type === 'box' || mark.type === 'dot' ? tones[mark.tone] : tones.full;
  fill.setColor(ink(inside));
  stroke.setColor(ink(edge));
  stroke.setStrokeWidth(mark.type === 'cross' ? crossStroke : 1);
  if (mark.type === 'words') drawWords(mark, desk);
  if (mark.type === 'line') canvas.drawLine(mark.x1, mark.y1, mark.x2, mark.y2, stroke);
  for (const paint of [fill, stroke]) {
    if (mark.type === 'box') canvas.drawRect(kit.XYWHRect(mark.x, mark.y, mark.width, mark.height), paint);
    if (mark.type === 'dot') canvas.drawCircle(mark.x, mark.y, mark.radius, paint);
  }
  if (mark.type !== 'cross') return;
  const [left, right, top, bottom] = [mark.x - mark.reach, mark.x + mark.reach, mark.y - mark.reach, mark.y + mark.reach];
  canvas.drawLine(left, top, right, bottom, stroke);
  canvas.drawLine(left, bottom, right, top, stroke);
}

/** Of the width of a text, how much stands before the place where it is held. */
const before: Readonly<Record<WordsMark['anchor'], number>> = { start: 0, middle: 0.5, end: 1 };

function drawWords({ text, x, y, anchor }: WordsMark, { canvas, font, fill }: Desk): void {
  const line = visibleLine(text);
  const width = font.getGlyphWidths(font.getGlyphIDs(line)).reduce((sum, each) => sum + each, 0);
  canvas.drawText(line, x - width * before[anchor], y, fill, font);
}
