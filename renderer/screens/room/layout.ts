/** How the room is laid out: which columns stand side by side, and how wide they are. */

export type ColumnName = 'people' | 'work';
/** `three`: all side by side. `two`: people are a drawer. `one`: both are. */
export type Layout = 'three' | 'two' | 'one';

/** Width of the window in px; at night there is one column of attention, however wide it is (design: the room). */
export function layoutFor(width: number, night: 'night' | 'day'): Layout {
  if (night === 'night' || width < 760) return 'one';
  return width < 1100 ? 'two' : 'three';
}

/** Whether a column is a drawer in this layout. */
export function isDrawer(column: ColumnName, layout: Layout): boolean {
  return layout === 'one' || (layout === 'two' && column === 'people');
}

export interface Widths {
  readonly people: number;
  readonly work: number;
}

export const usualWidths: Widths = { people: 248, work: 320 };
export const narrowest = 180;
export const widest = 480;

/** A width that leaves both the column and the timeline readable, px. */
export function fitting(width: number): number {
  return Math.round(Math.max(narrowest, Math.min(widest, width)));
}

/** Widths as they were kept; the usual ones for what cannot be read. */
export function readWidths(kept: string | null): Widths {
  try {
    const found = JSON.parse(kept ?? '{}') as Partial<Record<ColumnName, unknown>>;
    const width = (column: ColumnName) => (typeof found[column] === 'number' ? fitting(found[column]) : usualWidths[column]);
    return { people: width('people'), work: width('work') };
  } catch {
    return usualWidths;
  }
}

/** The width after a key on the separator; `towards` is the arrow that widens the column. Undefined for other keys. */
export function widthAfter(key: string, width: number, towards: 'ArrowLeft' | 'ArrowRight'): number | undefined {
  const away = towards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  if (key === towards) return fitting(width + 16);
  if (key === away) return fitting(width - 16);
  if (key === 'Home') return narrowest;
  if (key === 'End') return widest;
  return undefined;
}
