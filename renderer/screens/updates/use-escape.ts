/** Escape leaves a screen on which nothing is lost by leaving. */
import { useEffect } from 'react';

/** Not where something that is open hears it first, and not out of a dialog. */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('[role="dialog"], select') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !elsewhere) leave();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [leave]);
}
