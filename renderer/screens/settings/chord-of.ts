/** The chord that a key press is, as the shell takes it: `Mod+Shift+L`. */
import { isApple } from '../../components/key-hint/chords.ts';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Undefined while only modifiers are held, and for keys that no chord can have. `apple`: whether the command key is the one of the machine. */
export function chordOf(press: Press, apple = isApple): string | undefined {
  const key = keyOf(press);
  if (key === undefined) return undefined;
  const held = [
    (apple ? press.metaKey : press.ctrlKey) && 'Mod',
    apple && press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ];
  return [...held.filter((modifier) => modifier !== false), key].join('+');
}

/** A letter by what the keyboard writes, or by its place where Alt makes it another sign. */
function keyOf({ key, code, altKey }: Press): string | undefined {
  if (!altKey && /^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  const placed = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (placed) return placed[1] ?? placed[2];
  if (key === ' ') return 'Space';
  return /^(F\d{1,2}|Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown|Insert)$/.test(key) ? key : undefined;
}
