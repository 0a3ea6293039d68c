/** The layout for the window as it is, and the widths of the columns as they were left. */
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useSettings } from '../../bridge/use-settings.ts';
import { type ColumnName, fitting, type Layout, layoutFor, readWidths, type Widths } from './layout.ts';

const keptAs = 'wheelhouse.room.widths';

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

export function useLayout(): Layout {
  const width = useSyncExternalStore(subscribe, () => innerWidth);
  const { settings } = useSettings();
  return layoutFor(width, settings.night ? 'night' : 'day');
}

export function useWidths(): readonly [widths: Widths, resize: (column: ColumnName, width: number) => void] {
  const [widths, setWidths] = useState(() => readWidths(localStorage.getItem(keptAs)));
  const resize = useCallback((column: ColumnName, width: number) => {
    setWidths((now) => {
      const next = { ...now, [column]: fitting(width) };
      localStorage.setItem(keptAs, JSON.stringify(next));
      return next;
    });
  }, []);
  return [widths, resize];
}
