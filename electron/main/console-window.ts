/** The console's window: one page, no Node in it, where and how the person left it. */
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { startPage } from './app-protocol.ts';
import { folders } from './folders.ts';
import type { Settings } from './settings.ts';
import { boundsToOpen, smallest } from './window-bounds.ts';

/** A page that falls over more often than this within a minute is left lying, for the person to see. */
const maxReloads = 3;

/** Opens a window and loads the console into it. */
export function openConsoleWindow(settings: Settings): BrowserWindow {
  const stored = settings.window;
  const window = new BrowserWindow({
    ...boundsToOpen(
      stored,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Wheelhouse',
    icon: folders.icon,
    show: false,
    ...page(),
  });
  if (stored?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, settings);
  comeBackAfterCrash(window);
  void window.loadURL(startPage);
  return window;
}

/** What every window of the console is given, whatever it shows: no Node in it, the sandbox, and a ground that dazzles nobody at night while it loads. */
export function page(): Pick<BrowserWindowConstructorOptions, 'backgroundColor' | 'webPreferences'> {
  return {
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1418' : '#ffffff',
    webPreferences: {
      preload: folders.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false,
    },
  };
}

function rememberBounds(window: BrowserWindow, settings: Settings): void {
  let pending: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(pending);
    if (!window.isDestroyed()) settings.window = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  };
  const keepSoon = () => {
    clearTimeout(pending);
    pending = setTimeout(keep, 500);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(pending));
}

/** The log is not in the page: one that crashed loses nothing by being loaded again. */
export function comeBackAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < 60_000), now];
    if (crashes.length <= maxReloads) window.webContents.reload();
  });
}

/** Brings a window to the front, from wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Shows an incident, and first what is asked of that kind where something is. Only the fragment of the address changes, so the page is not loaded anew. */
export function showIncident(window: BrowserWindow, incidentId: string, asked?: string): void {
  const about = asked === undefined ? '' : `/asked/${encodeURIComponent(asked)}`;
  const address = `${startPage}#/incident/${encodeURIComponent(incidentId)}${about}`;
  if (window.webContents.getURL() !== address) void window.webContents.loadURL(address);
}
