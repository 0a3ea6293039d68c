/** The one file that hears messages from pages. It answers the console's own top frame in a window that it knows, and nobody else. */
import { BrowserWindow, ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { ShortcutState, WindowSettings } from '../../shared/api/bridge.ts';
import { channels, type Invocations, type SaveFileRequest } from '../preload/channels.ts';
import { origin } from './app-protocol.ts';
import { readSettings } from './settings.ts';

export interface GateHandlers {
  /** A page has loaded and wants a port to the core. */
  readonly connect: (page: WebContents) => void;
  readonly getSettings: () => WindowSettings;
  readonly setSettings: (settings: WindowSettings, from: WebContents) => void;
  readonly saveFile: (window: BrowserWindow, request: SaveFileRequest) => Promise<string | null>;
  readonly toggleStrip: () => void;
  /** Asked by any page; only the strip's own may fit or hide it. */
  readonly hideStrip: (from: WebContents) => void;
  readonly fitStrip: (height: number, from: WebContents) => void;
  readonly openRoom: (incidentId: string) => void;
  readonly getShortcut: () => ShortcutState;
  readonly setShortcut: (chord: string | null) => ShortcutState;
}

/** The most that a page may have saved, characters or bytes: many times a draft of ten thousand entries. */
const largestFile = 64 * 1024 * 1024;

/** Opens the gate for the pages whose `webContents` ids are in the set. */
export function openGate(known: ReadonlySet<number>, handlers: GateHandlers): void {
  const trusted = ({ sender, senderFrame }: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }) =>
    known.has(sender.id) && senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin;

  const answer = <C extends keyof Invocations>(
    channel: C,
    read: (input: unknown) => Invocations[C]['input'],
    work: (input: Invocations[C]['input'], page: WebContents) => Invocations[C]['output'] | Promise<Invocations[C]['output']>,
  ) =>
    ipcMain.handle(channel, (event, input: unknown) => {
      if (!trusted(event)) throw new Error('not a page of the console');
      return work(read(input), event.sender);
    });

  ipcMain.on(channels.connect, (event) => {
    if (trusted(event)) handlers.connect(event.sender);
  });
  answer(channels.getSettings, nothing, handlers.getSettings);
  answer(channels.setSettings, readSettings, (settings, page) => done(handlers.setSettings(settings, page)));
  answer(channels.saveFile, readSaveFile, (request, page) => {
    const window = BrowserWindow.fromWebContents(page);
    return window ? handlers.saveFile(window, request) : null;
  });
  answer(channels.toggleStrip, nothing, () => done(handlers.toggleStrip()));
  answer(channels.hideStrip, nothing, (_input, page) => done(handlers.hideStrip(page)));
  answer(channels.fitStrip, readHeight, (height, page) => done(handlers.fitStrip(height, page)));
  answer(channels.openRoom, readId, (incident) => done(handlers.openRoom(incident)));
  answer(channels.getShortcut, nothing, handlers.getShortcut);
  answer(channels.setShortcut, readAskedChord, handlers.setShortcut);
  // The settings library listens too, for pages of apps that let them read its file. Ours have no business with it.
  ipcMain.removeAllListeners('electron-store-get-data');
}

const nothing = (): undefined => undefined;
const done = (_work: unknown): undefined => undefined;

function readHeight(input: unknown): number {
  if (typeof input !== 'number' || !Number.isFinite(input)) throw new Error('a height in px');
  return input;
}

function readId(input: unknown): string {
  if (typeof input !== 'string' || input.length === 0 || input.length > 100) throw new Error('the id of an incident');
  return input;
}

/** Whether it is a chord that may be taken is said to the person, in words. */
function readAskedChord(input: unknown): string | null {
  if (input === null || (typeof input === 'string' && input.length <= 40)) return input;
  throw new Error('a chord such as Mod+Shift+L, or null');
}

function readSaveFile(input: unknown): SaveFileRequest {
  const { suggestedName, content } = (typeof input === 'object' && input !== null ? input : {}) as Partial<
    Record<keyof SaveFileRequest, unknown>
  >;
  if (typeof suggestedName !== 'string' || suggestedName.length > 255) throw new Error('suggestedName: a name of at most 255 characters');
  if (!(typeof content === 'string' || content instanceof Uint8Array) || content.length > largestFile) {
    throw new Error(`content: a text, or bytes, of at most ${largestFile}`);
  }
  return { suggestedName, content };
}
