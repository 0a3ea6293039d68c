/** The one door between a screen and the console's core, whichever face it wears: a MessagePort in the desktop app, HTTP and a WebSocket in a browser. */
import type { Result } from '../result.ts';
import type { ApiError } from './errors.ts';
import type { InputOf, OutputOf, ProcedureName } from './procedures.ts';
import type { StreamMessage } from './wire.ts';

export interface StreamRequest {
  /** An incident's id; absent for all of them. */
  readonly incident?: string;
  /** Events stored after this position are sent first. */
  readonly after: number;
}

/** Window settings, kept by the desktop shell or by the browser. */
export interface WindowSettings {
  readonly theme: 'system' | 'dark' | 'light';
  readonly night: boolean;
  /** Whether a quiet tone is heard when something first asks. */
  readonly sound: 'on' | 'off';
}

/** Where the key stands that brings the strip from any application. */
export interface ShortcutState {
  /** As chords are written everywhere (`Mod+Shift+L`); null: turned off. */
  readonly chord: string | null;
  readonly standing: 'on' | 'off' | 'refused';
  /** What the person must know, in words: why the system did not give the key they asked for. */
  readonly says?: string;
}

/** The small window that stays on top of everything: the clocks of one incident, and a line to log into it. */
export interface StripShell {
  /** Shows it without taking the focus, or hides it where it is shown. */
  readonly toggle: () => Promise<void>;
  /** From the strip: hides it, and gives the focus back as far as the system allows. */
  readonly hide: () => Promise<void>;
  /** From the strip: makes its window as high as its content, px. */
  readonly fit: (height: number) => Promise<void>;
  /** From the strip: shows an incident in the console, and brings that forward. */
  readonly openRoom: (incident: string) => Promise<void>;
  readonly shortcut: () => Promise<ShortcutState>;
  /** Asks the system for another key, or for none; answers where it then stands. */
  readonly setShortcut: (chord: string | null) => Promise<ShortcutState>;
}

/** Things that only the desktop shell can do. */
export interface DesktopShell {
  /** Menu items that a screen carries out: `palette`, `declare`, `keys`, `export`, `night` … */
  readonly onMenu: (listener: (action: string) => void) => () => void;
  /** Asks where, and writes there; answers the path, or `null` when the person changed their mind. */
  readonly saveFile: (suggestedName: string, content: string | Uint8Array) => Promise<string | null>;
  /** Told when another window of the console changed how all of them look. */
  readonly onSettings: (listener: (settings: WindowSettings) => void) => () => void;
  readonly strip: StripShell;
}

export interface Bridge {
  readonly face: 'desktop' | 'browser';
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>, ApiError>>;
  /** Opens the stream and keeps it open (it reconnects, from where it was); answers the function that closes it. */
  readonly stream: (request: StreamRequest, listener: (message: StreamMessage) => void) => () => void;
  readonly settings: { readonly get: () => Promise<WindowSettings>; readonly set: (settings: WindowSettings) => Promise<void> };
  readonly desktop?: DesktopShell;
}
