/** Where a window stands, checked against the displays that are there today. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Rectangle {
  readonly maximized: boolean;
}

/** The smallest useful window, and the one of a first start. */
export const smallest: Size = { width: 390, height: 480 };
const first: Size = { width: 1280, height: 860 };
/** How much of a window must be on a display, px, for a hand to reach it. */
const reachable = 80;

/** Bounds out of a settings file, or undefined when they are not any. */
export function readBounds(stored: unknown): Bounds | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { x, y, width, height, maximized } = stored as Partial<Record<keyof Bounds, unknown>>;
  if (![x, y, width, height].every((n) => typeof n === 'number' && Number.isInteger(n) && Math.abs(n) < 100_000)) return undefined;
  const [left, top, wide, high] = [x, y, width, height] as [number, number, number, number];
  if (wide < smallest.width || high < smallest.height) return undefined;
  return { x: left, y: top, width: wide, height: high, maximized: maximized === true };
}

/** The stored bounds when enough of their title bar is on one of the displays; otherwise only their size, for the system to place. */
export function boundsToOpen(stored: Bounds | undefined, displays: readonly Rectangle[]): Size | Rectangle {
  if (!stored) return first;
  const size: Size = { width: stored.width, height: stored.height };
  const onDisplay = displays.some((area) => {
    const across = Math.min(stored.x + stored.width, area.x + area.width) - Math.max(stored.x, area.x);
    const top = stored.y >= area.y && stored.y <= area.y + area.height - reachable;
    return across >= reachable && top;
  });
  return onDisplay ? { ...size, x: stored.x, y: stored.y } : size;
}
