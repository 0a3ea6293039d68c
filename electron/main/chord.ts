/** Keys for the whole machine: which chords may be taken from every other application, and how Electron and people write them. */

const modifiers = ['Mod', 'Control', 'Alt', 'Shift'] as const;
const key = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown|Insert)$/;

/** The key that brings the strip until somebody chooses another. */
export const usualChord = 'Mod+Shift+L';

/** A chord (`Mod+Shift+L`) out of anything, its modifiers in order, or undefined. Fewer than two modifiers would take a key that other applications live by, unless it is a function key. */
export function readChord(input: unknown): string | undefined {
  if (typeof input !== 'string' || input.length > 40) return undefined;
  const parts = input.split('+');
  const last = parts.pop() ?? '';
  const held = modifiers.filter((modifier) => parts.includes(modifier));
  if (held.length !== parts.length || !key.test(last)) return undefined;
  if (held.filter((modifier) => modifier !== 'Shift').length === 0 && !/^F\d/.test(last)) return undefined;
  if (held.length < 2 && !/^F\d/.test(last)) return undefined;
  return [...held, last].join('+');
}

/** As Electron writes a chord: `CommandOrControl+Shift+L`. */
export function acceleratorOf(chord: string): string {
  return chord.replace('Mod', 'CommandOrControl').replace('Arrow', '');
}

/** As people say a chord on their machine: `Ctrl+Shift+L`. */
export function chordSays(chord: string, platform: NodeJS.Platform): string {
  const mac = platform === 'darwin';
  return chord
    .replace('Mod', mac ? 'Cmd' : 'Ctrl')
    .replace('Control', 'Ctrl')
    .replace('Alt', mac ? 'Option' : 'Alt')
    .replace('Arrow', '');
}
