/** The few messages between a page's preload and Electron's main process. Everything about incidents goes past main, over a MessagePort to the core. */
import type { ShortcutState, WindowSettings } from '../../shared/api/bridge.ts';

export const channels = {
  /** Page → main, on loading: give me a port to the core. */
  connect: 'wheelhouse:connect',
  /** Main → page, with one MessagePort: speak to the core through this one from now on. */
  port: 'wheelhouse:port',
  /** Main → page, with a sentence: the core is gone, nothing is recorded. A new port follows. */
  lost: 'wheelhouse:lost',
  /** Main → page: a menu item, by its action. */
  menu: 'wheelhouse:menu',
  /** Main → page: another page changed how all windows look. */
  settings: 'wheelhouse:settings',
  /** Page → main, answered. */
  getSettings: 'wheelhouse:get-settings',
  setSettings: 'wheelhouse:set-settings',
  saveFile: 'wheelhouse:save-file',
  toggleStrip: 'wheelhouse:toggle-strip',
  hideStrip: 'wheelhouse:hide-strip',
  fitStrip: 'wheelhouse:fit-strip',
  openRoom: 'wheelhouse:open-room',
  getShortcut: 'wheelhouse:get-shortcut',
  setShortcut: 'wheelhouse:set-shortcut',
} as const;

/** What `saveFile` carries. */
export interface SaveFileRequest {
  readonly suggestedName: string;
  /** A text, or the bytes of what is none. */
  readonly content: string | Uint8Array;
}

/** What each answered channel takes and gives. */
export interface Invocations {
  readonly [channels.getSettings]: { readonly input: undefined; readonly output: WindowSettings };
  readonly [channels.setSettings]: { readonly input: WindowSettings; readonly output: undefined };
  readonly [channels.saveFile]: { readonly input: SaveFileRequest; readonly output: string | null };
  readonly [channels.toggleStrip]: { readonly input: undefined; readonly output: undefined };
  readonly [channels.hideStrip]: { readonly input: undefined; readonly output: undefined };
  /** The height of the strip's content, px. */
  readonly [channels.fitStrip]: { readonly input: number; readonly output: undefined };
  /** The id of the incident whose room is to be shown. */
  readonly [channels.openRoom]: { readonly input: string; readonly output: undefined };
  readonly [channels.getShortcut]: { readonly input: undefined; readonly output: ShortcutState };
  /** A chord, or null for none. */
  readonly [channels.setShortcut]: { readonly input: string | null; readonly output: ShortcutState };
}
