/** Electron's own process: the console's window, one core, and the few things that only the desktop can do. What happens in an incident is decided elsewhere. */
import { userInfo } from 'node:os';
import { app, BrowserWindow, dialog, nativeTheme, session, type WebContents } from 'electron';
import { channels } from '../preload/channels.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { bringForward, openConsoleWindow, showIncident } from './console-window.ts';
import { CoreKeeper } from './core-keeper.ts';
import { draftHtml } from './draft-preview.ts';
import { Duties, onAwakening } from './duties.ts';
import { dataFolder, folders, settleProfile } from './folders.ts';
import { openGate } from './gate.ts';
import { askKeychain } from './keychain.ts';
import { installMenu } from './menu.ts';
import { showNotSnoozed, showNudge } from './nudges.ts';
import { Outside } from './outside.ts';
import { limitPages, limitPermissions } from './page-limits.ts';
import { printPdf } from './print-pdf.ts';
import { saveFile } from './save-file.ts';
import { Settings } from './settings.ts';

app.enableSandbox();
registerAppScheme();
settleProfile(app);
limitPages(app);

const windows = new Map<number, BrowserWindow>();
/** `webContents` ids of the pages that the gate answers. */
const known = new Set<number>();
const duties = new Duties();
/** The strip, the tray and the key; there once the app is ready. */
let outside: Outside | undefined;
/** Why nothing is recorded, while nothing is. */
let lost: string | undefined;
/** Set once the person, or the operating system, has decided that the console ends. */
let leaving = false;
let toldOfFailure = false;
/** Takes the box about a failure away when the console ends under it. */
const leavingSignal = new AbortController();

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** The console's window in front. The strip is none: it shows no rooms, and its place is not the menu's. */
const front = () => {
  const focused = BrowserWindow.getFocusedWindow();
  return [...windows.values()].find((window) => window === focused) ?? [...windows.values()][0];
};
const pages = () => [...windows.values()].map((window) => window.webContents).concat(outside?.strip.page ?? []);

const core: CoreKeeper = new CoreKeeper(
  folders.core,
  () => ({
    type: 'start',
    dataDir: dataFolder(app),
    appVersion: app.getVersion(),
    zone: zone(),
    ownerName: userName(),
    rendererDir: folders.renderer,
    samplesDir: folders.samples,
  }),
  {
    onStarted: () => {
      lost = undefined;
      for (const page of pages()) handPort(page);
    },
    onLost: (why) => {
      lost = why;
      // The duties stay as last heard: an incident goes on while nothing can be recorded.
      for (const page of pages()) page.send(channels.lost, why);
      if (outside) outside.standing = 'lost';
    },
    onKeychain: askKeychain,
    onPrint: (question) => printPdf(question),
    onFailed: ({ message }, pid) => void tellOfFailure(message, pid),
    onMessage: (message) => {
      if (message.type === 'status' && outside) outside.standing = message.status.recording ? 'recording' : 'lost';
      if (message.type === 'open') {
        duties.open = message.incidents;
        if (outside) outside.open = message.incidents;
      }
      if (message.type === 'nudge')
        showNudge(message.nudge, zone(), { open: openIncident, snooze: (id, audience) => core.snooze(id, audience, 'notification') });
      if (message.type === 'notSnoozed') showNotSnoozed(message, { open: openIncident });
    },
  },
);

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the system's list of users, as in some containers.
    return 'me';
  }
}

function handPort(page: WebContents): void {
  const port = core.connect();
  if (port) page.postMessage(channels.port, null, [port]);
  else page.send(channels.lost, lost ?? 'The core of the console is being started.');
}

function openWindow(settings: Settings): void {
  const window = openConsoleWindow(settings);
  const id = window.webContents.id;
  windows.set(id, window);
  known.add(id);
  window.on('closed', () => {
    windows.delete(id);
    known.delete(id);
    // The strip alone is no console: nobody would find the way back from it.
    if (windows.size === 0) outside?.strip.end();
  });
  window.on('close', (event) => {
    if (leaving || windows.size > 1) return;
    const may = duties.mayClose(window, Date.now(), zone());
    if (may === true) return;
    event.preventDefault();
    void may.then((yes) => yes && leave());
  });
}

/** `asked`: what its prompt line shows first. */
function openIncident(incidentId: string, asked?: string): void {
  const window = front();
  if (!window) return;
  bringForward(window);
  showIncident(window, incidentId, asked);
}

function openConsole(): void {
  const window = front();
  if (window) bringForward(window);
}

/** A menu item of the page in front. From the strip the console comes forward, for what it then shows to be seen; how windows look is seen anywhere. */
function act(action: string): void {
  if (action === 'strip') {
    outside?.strip.toggle();
    return;
  }
  const strip = outside?.strip.page;
  if (strip?.isFocused() && !/^(night|theme\.)/.test(action)) openConsole();
  front()?.webContents.send(channels.menu, action);
}

function leave(): void {
  leaving = true;
  app.quit();
}

/** The log could not be opened: says why and, when another console holds it, which. Said once; trying again goes on by itself. */
async function tellOfFailure(message: string, pid: number | undefined): Promise<void> {
  if (toldOfFailure || leaving) return;
  toldOfFailure = true;
  const holder = pid === undefined ? '' : `\n\nAnother console holds it: process ${pid}. Close that one, or use it.`;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'Nothing can be recorded.',
    detail: `${message}${holder}\n\nData folder: ${dataFolder(app)}`,
    buttons: ['Try again', 'Keep open', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal: leavingSignal.signal,
  });
  if (leaving) return;
  if (response === 2) return leave();
  if (response !== 0) return;
  toldOfFailure = false;
  core.retry();
}

async function start(): Promise<void> {
  const settings = new Settings(app.getPath('userData'));
  nativeTheme.themeSource = settings.appearance.theme;
  limitPermissions(session.defaultSession);
  const around = new Outside(settings, {
    openIncident,
    openConsole,
    snooze: (id, audience) => core.snooze(id, audience, 'tray'),
    zone,
    onMade: (page) => {
      known.add(page.id);
      page.on('destroyed', () => known.delete(page.id));
    },
    ending: () => leaving,
  });
  outside = around;
  openGate(known, {
    connect: handPort,
    getSettings: () => settings.appearance,
    setSettings: (appearance, from) => {
      settings.appearance = appearance;
      nativeTheme.themeSource = appearance.theme;
      for (const page of pages()) if (page !== from) page.send(channels.settings, appearance);
    },
    saveFile,
    toggleStrip: () => around.strip.toggle(),
    hideStrip: (from) => around.hides(from),
    fitStrip: (height, from) => around.fits(height, from),
    openRoom: (incidentId) => openIncident(incidentId),
    getShortcut: () => around.shortcut,
    setShortcut: (chord) => around.takeShortcut(chord),
  });
  core.start();
  await serveApp(folders.renderer, (address) => draftHtml(address, core.connect()));
  installMenu({ act });
  openWindow(settings);
  // The console first: the strip stands over it, not before it.
  front()?.once('ready-to-show', () => around.strip.restore());
  onAwakening(() => {
    core.wake();
    around.awake();
  });
  app.on('activate', () => {
    if (windows.size === 0) openWindow(settings);
  });
}

app.on('second-instance', () => {
  const window = front();
  if (window) bringForward(window);
});
app.on('window-all-closed', () => app.quit());
app.on('before-quit', (event) => {
  if (leaving) return;
  const may = duties.mayClose(front(), Date.now(), zone());
  if (may === true) {
    leaving = true;
    return;
  }
  event.preventDefault();
  void may.then((yes) => yes && leave());
});
/** Whether the log is being closed: the last thing before the end. */
let closed = false;
app.on('will-quit', (event) => {
  event.preventDefault();
  leavingSignal.abort();
  outside?.end();
  if (closed) return;
  closed = true;
  void core.stop().finally(() => app.exit());
});
// The operating system ends the session: it does not wait for an answer, and what was acknowledged is on disk.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.exit();
}
