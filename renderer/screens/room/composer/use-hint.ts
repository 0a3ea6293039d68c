/** What the empty line says of itself. A hint that is cut within a word helps nobody, so a narrow window has the question alone. */
import { useSyncExternalStore } from 'react';

const question = 'What do you see, try, decide?';
/** Wide enough for the whole hint in the type of the night, beside the button that a finger presses. */
const wide = matchMedia('(min-width: 900px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

/** The hint for the window as it is. */
export function useHint(): string {
  const whole = useSyncExternalStore(subscribe, () => wide.matches);
  return whole ? `${question}   / for commands · @-7m for earlier` : question;
}
