/** Ways to the two fields of the home screen, from wherever one is. */
import { go, parseRoute } from '../../route.ts';

export const declareField = 'declare-title';
export const searchField = 'search-logs';

/** Goes home and puts the caret into the title of a new incident. */
export function focusDeclare(): void {
  focusAtHome(declareField);
}

/** Goes home and puts the caret into the search of all logs. */
export function focusSearch(): void {
  focusAtHome(searchField);
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
