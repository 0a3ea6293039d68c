/** The one key that works in every application: it brings the strip. The system may refuse it, and then that is said. */
import { globalShortcut } from 'electron';
import type { ShortcutState } from '../../shared/api/bridge.ts';
import { acceleratorOf, chordSays, readChord } from './chord.ts';

export class Shortcut {
  readonly #bring: () => void;
  #state: ShortcutState = { chord: null, standing: 'off' };

  constructor(bring: () => void) {
    this.#bring = bring;
  }

  get state(): ShortcutState {
    return this.#state;
  }

  /** Asks the system for a chord, or gives the present one back. A key that is on stays on when the new one is refused. */
  take(asked: string | null): ShortcutState {
    const { chord: former, standing } = this.#state;
    const on = standing === 'on' ? former : null;
    if (asked === null) {
      this.#release(on);
      return this.#become({ chord: null, standing: 'off' });
    }
    const chord = readChord(asked);
    if (chord !== undefined && chord === on) return this.#become({ chord, standing: 'on' });
    const fault = chord === undefined ? tooCommon : register(chord, this.#bring) ? undefined : taken(chord);
    if (fault === undefined && chord !== undefined) {
      this.#release(on);
      return this.#become({ chord, standing: 'on' });
    }
    if (on !== null) return this.#become({ chord: on, standing: 'on', says: `${fault} ${chordSays(on, process.platform)} stays.` });
    return this.#become({ chord: chord ?? null, standing: 'refused', says: `${fault} The strip can still be opened from the menu.` });
  }

  #release(chord: string | null): void {
    if (chord !== null) globalShortcut.unregister(acceleratorOf(chord));
  }

  #become(state: ShortcutState): ShortcutState {
    this.#state = state;
    return state;
  }
}

const tooCommon = 'Other applications need this key. Choose two of Ctrl, Alt and Shift with a letter, or a function key.';

function taken(chord: string): string {
  return `${chordSays(chord, process.platform)} was refused: another application has it, or the system keeps it. Choose another in the settings.`;
}

/** Whether the system gave the key. Electron throws at what it cannot read, such as a key that a platform does not have. */
function register(chord: string, bring: () => void): boolean {
  try {
    return globalShortcut.register(acceleratorOf(chord), bring);
  } catch {
    return false;
  }
}
