/** Where the strip stands: small, wholly on one of today's displays, and growing away from the edge that it stands at. */
import type { Rectangle, Size } from './window-bounds.ts';

/** How high the strip may become, px: what its page asks for is held to it. */
const lowest = 64;
const highest = 420;
export const narrowest = 340;
export const widest = 1200;
const first: Size = { width: 420, height: 120 };
/** Between the strip of a first start and the edges of the display, px. */
const margin = 16;

/** What is kept of the strip. */
export interface StripPlace extends Rectangle {
  /** Whether it was shown when the console ended. */
  readonly shown: boolean;
}

/** The place out of a settings file, or undefined when it is none. */
export function readStripPlace(stored: unknown): StripPlace | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { x, y, width, height, shown } = stored as Partial<Record<keyof StripPlace, unknown>>;
  if (![x, y, width, height].every((n) => typeof n === 'number' && Number.isInteger(n) && Math.abs(n) < 100_000)) return undefined;
  const [left, top, wide, high] = [x, y, width, height] as [number, number, number, number];
  return { x: left, y: top, width: held(wide, narrowest, widest), height: held(high, lowest, highest), shown: shown === true };
}

/** The bounds to open the strip with: as kept where that is on a display, else at the lower right of the main one. `displays`: work areas, the main one first. */
export function stripBounds(kept: Rectangle | undefined, displays: readonly Rectangle[]): Rectangle {
  const size: Size = kept ? { width: kept.width, height: kept.height } : first;
  const there = kept && displays.find((area) => holds(area, kept));
  if (kept && there) return within(kept, there);
  const [main = { x: 0, y: 0, width: 1280, height: 720 }] = displays;
  const [x, y] = [main.x + main.width - size.width - margin, main.y + main.height - size.height - margin];
  return within({ ...size, x, y }, main);
}

/** The bounds with another height, px: in the lower half of its display the strip grows upwards, in the upper one downwards. */
export function fitted(bounds: Rectangle, wanted: number, area: Rectangle): Rectangle {
  const height = held(Math.round(wanted), lowest, highest);
  const low = bounds.y + bounds.height / 2 > area.y + area.height / 2;
  return within({ ...bounds, height, y: low ? bounds.y + bounds.height - height : bounds.y }, area);
}

/** Whether the middle of the strip is on the display. */
function holds(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const [across, down] = [x + width / 2, y + height / 2];
  return across >= area.x && across <= area.x + area.width && down >= area.y && down <= area.y + area.height;
}

function within(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const x = held(bounds.x, area.x, area.x + area.width - width);
  const y = held(bounds.y, area.y, area.y + area.height - bounds.height);
  return { x, y, width, height: bounds.height };
}

function held(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
