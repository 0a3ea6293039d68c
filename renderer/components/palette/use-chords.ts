/** Listens to the keyboard for every registered action's chords. */
import { useEffect } from 'react';
import { matchesChord } from '../key-hint/chords.ts';
import { announce } from '../live-region/announce.ts';
import { presentActions } from './actions.ts';

/** Mounted once. Only chords with a modifier and function keys are looked at: a letter alone always belongs to what one types. */
export function useChords(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!(event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key))) return;
      const action = presentActions().find(({ chords }) => chords?.some((chord) => matchesChord(event, chord)));
      if (action === undefined) return;
      event.preventDefault();
      if (action.unavailable === undefined) action.run();
      else announce(action.unavailable);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
