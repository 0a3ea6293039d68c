/** The title of the window, from the screen that is shown. */
import { useEffect } from 'react';

/** Sets the title while the component is mounted; say DRILL first where it is one. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Wheelhouse' : `${title} · Wheelhouse`;
  }, [title]);
}
