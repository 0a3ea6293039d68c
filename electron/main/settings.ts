/** What the windows remember: where they stood, how they look, and the key that brings the strip. Nothing about incidents is ever kept here. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { WindowSettings } from '../../shared/api/bridge.ts';
import { readChord, usualChord } from './chord.ts';
import { readStripPlace, type StripPlace } from './strip-place.ts';
import { type Bounds, readBounds } from './window-bounds.ts';

interface Stored {
  readonly appearance?: WindowSettings;
  readonly window?: Bounds;
  readonly strip?: StripPlace;
  /** The key that brings the strip; null: none. */
  readonly shortcut?: string | null;
}

export class Settings {
  readonly #store: Store<Stored>;

  constructor(folder: string) {
    this.#store = openStore(folder);
  }

  get appearance(): WindowSettings {
    return readSettings(this.#store.get('appearance'));
  }

  set appearance(value: WindowSettings) {
    this.#keep({ appearance: value });
  }

  get window(): Bounds | undefined {
    return readBounds(this.#store.get('window'));
  }

  set window(value: Bounds) {
    this.#keep({ window: value });
  }

  get strip(): StripPlace | undefined {
    return readStripPlace(this.#store.get('strip'));
  }

  set strip(value: StripPlace) {
    this.#keep({ strip: value });
  }

  /** The chord that brings the strip; null where the person wants none. */
  get shortcut(): string | null {
    const stored = this.#store.get('shortcut');
    return stored === null ? null : (readChord(stored) ?? usualChord);
  }

  set shortcut(value: string | null) {
    this.#keep({ shortcut: value });
  }

  /** A full or read-only disk may cost the place of a window, never the console. */
  #keep(values: Stored): void {
    try {
      this.#store.set(values);
    } catch (error) {
      process.stderr.write(`The settings were not saved: ${String(error)}\n`);
    }
  }
}

/** Window settings out of anything: what is missing or strange is the default. */
export function readSettings(input: unknown): WindowSettings {
  const { theme, night, sound } = (typeof input === 'object' && input !== null ? input : {}) as Partial<
    Record<keyof WindowSettings, unknown>
  >;
  return { theme: theme === 'dark' || theme === 'light' ? theme : 'system', night: night === true, sound: sound === 'on' ? 'on' : 'off' };
}

/** Opens the file; one that cannot be read is set aside under a dated name, for a person to look at. */
function openStore(folder: string): Store<Stored> {
  const options = { name: 'settings', cwd: folder, clearInvalidConfig: false } as const;
  try {
    return new Store<Stored>(options);
  } catch {
    const file = join(folder, 'settings.json');
    if (existsSync(file)) renameSync(file, join(folder, `settings.damaged-${new Date().toISOString().replaceAll(':', '-')}.json`));
    return new Store<Stored>(options);
  }
}
