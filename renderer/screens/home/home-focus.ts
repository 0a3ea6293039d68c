/** Ways to the fields of the home screen, from wherever one is. */
import { go, parseRoute } from '../../route.ts';

export const declareField = 'declare-title';
export const searchField = 'search-logs';
export const importButton = 'import-file';

/** Goes home and puts the caret into the title of a new incident. */
export function focusDeclare(): void {
  focusAtHome(declareField);
}

/** Goes home and puts the caret into the search of all logs. */
export function focusSearch(): void {
  focusAtHome(searchField);
}

/** Goes home and to the button that asks for a file: a browser opens the question for a file only at the press of a key or a button. */
export function focusImport(): void {
  focusAtHome(importButton);
}

function focusAtHome(field: string): void {
  const focus = () => document.getElementById(field)?.focus();
  if (parseRoute(location.hash).screen === 'home') {
    focus();
    return;
  }
  // Drawn after the address changed: one frame later.
  addEventListener('hashchange', () => requestAnimationFrame(focus), { once: true });
  go({ screen: 'home' });
}
