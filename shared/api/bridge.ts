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
}

/** Things that only the desktop shell can do. */
export interface DesktopShell {
  /** Menu items that a screen carries out: `palette`, `declare`, `keys`, `export`, `night` … */
  readonly onMenu: (listener: (action: string) => void) => () => void;
  /** Asks where, and writes there; answers the path, or `null` when the person changed their mind. */
  readonly saveFile: (suggestedName: string, text: string) => Promise<string | null>;
}

export interface Bridge {
  readonly face: 'desktop' | 'browser';
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>, ApiError>>;
  /** Opens the stream and keeps it open (it reconnects, from where it was); answers the function that closes it. */
  readonly stream: (request: StreamRequest, listener: (message: StreamMessage) => void) => () => void;
  readonly settings: { readonly get: () => Promise<WindowSettings>; readonly set: (settings: WindowSettings) => Promise<void> };
  readonly desktop?: DesktopShell;
}
