/** Chords as this code writes them (`Mod+Shift+F`), as a keyboard sends them, and as people read them on their machine. */

/** Whether the person's machine has a command key. */
export const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const names: Readonly<Record<string, string>> = isApple
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Escape: 'esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
  : { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The keys of a chord as they are printed on this machine's keyboard. */
export function keyNames(chord: string): readonly string[] {
  return chord.split('+').map((key) => names[key] ?? key);
}

/** Whether a key press is the chord. Letters and digits go by their place on the keyboard when Alt is held, where layouts make them signs. */
export function matchesChord(event: KeyboardEvent, chord: string): boolean {
  const keys = chord.split('+');
  const last = keys.at(-1) ?? '';
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const other = isApple ? event.ctrlKey : event.metaKey;
  if (mod !== keys.includes('Mod') || other || event.altKey !== keys.includes('Alt')) return false;
  if (event.shiftKey !== keys.includes('Shift')) return false;
  if (event.key.toLowerCase() === last.toLowerCase()) return true;
  return event.altKey && (event.code === `Key${last}` || event.code === `Digit${last}`);
}
