/** The strip: a small window that stays on top of everything, with the clocks of one incident and a line to log into it. It is hidden, never closed, so that what was typed stays. */
import { BrowserWindow, screen, type WebContents } from 'electron';
import { channels } from '../preload/channels.ts';
import { startPage } from './app-protocol.ts';
import { comeBackAfterCrash, page } from './console-window.ts';
import type { Settings } from './settings.ts';
import { fitted, narrowest, stripBounds, widest } from './strip-place.ts';

export interface StripEvents {
  /** Its page will ask for a port: the gate must know it by then. */
  readonly onMade: (page: WebContents) => void;
  /** It was shown or hidden. */
  readonly onTurned: () => void;
  /** Whether the console ends: only then may the strip be closed. */
  readonly ending: () => boolean;
}

const stripPage = `${startPage}#/strip`;

export class Strip {
  readonly #settings: Settings;
  readonly #events: StripEvents;
  #window: BrowserWindow | undefined;
  /** The console's own window that had the focus when the strip was brought; it gets it back. */
  #cameFrom: BrowserWindow | undefined;

  constructor(settings: Settings, events: StripEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  get page(): WebContents | undefined {
    return this.#window?.webContents;
  }

  get shown(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  /** As it was when the console ended last. */
  restore(): void {
    if (this.#settings.strip?.shown) this.show();
  }

  /** Shows it, and leaves the focus where it is. */
  show(): void {
    const window = this.#present();
    if (window.isVisible()) return;
    window.showInactive();
    this.#keepOnTop(window);
  }

  /** Shows it with the caret in its line, from whatever application. */
  bring(): void {
    const window = this.#present();
    const focused = BrowserWindow.getFocusedWindow();
    if (focused !== window) this.#cameFrom = focused ?? undefined;
    window.show();
    this.#keepOnTop(window);
    window.focus();
    window.webContents.focus();
    window.webContents.send(channels.menu, 'caret');
  }

  toggle(): void {
    if (this.shown) this.hide();
    else this.show();
  }

  /** Hides it, and gives the focus back: to the console where it came from there, else to whatever window the system had before. */
  hide(): void {
    const window = this.#window;
    if (!window?.isVisible()) return;
    const back = window.isFocused() ? this.#cameFrom : undefined;
    this.#cameFrom = undefined;
    window.blur();
    window.hide();
    if (back && !back.isDestroyed()) back.focus();
  }

  /** Makes the window as high as its page asks for. */
  fit(height: number): void {
    const window = this.#window;
    if (!window) return;
    const now = window.getBounds();
    const next = fitted(now, height, screen.getDisplayMatching(now).workArea);
    if (next.height === now.height) return;
    // Its own limits hold a window back: first they give way to both heights.
    window.setMinimumSize(narrowest, Math.min(now.height, next.height));
    window.setMaximumSize(widest, Math.max(now.height, next.height));
    window.setBounds(next);
    window.setMinimumSize(narrowest, next.height);
    window.setMaximumSize(widest, next.height);
  }

  /** Ends with the console. */
  end(): void {
    if (!this.#window) return;
    this.#keep();
    this.#window.destroy();
  }

  #present(): BrowserWindow {
    this.#window ??= this.#make();
    return this.#window;
  }

  #make(): BrowserWindow {
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
    const bounds = stripBounds(
      this.#settings.strip,
      [main, ...others].map(({ workArea }) => workArea),
    );
    const window = new BrowserWindow({
      ...bounds,
      // On macOS a panel takes keys without bringing the whole application forward, and gives them back when it goes.
      ...(process.platform === 'darwin' ? { type: 'panel' as const } : {}),
      minWidth: narrowest,
      maxWidth: widest,
      minHeight: bounds.height,
      maxHeight: bounds.height,
      title: 'Wheelhouse strip',
      frame: false,
      show: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      acceptFirstMouse: true,
      ...page(),
    });
    window.removeMenu();
    this.#events.onMade(window.webContents);
    this.#remember(window);
    comeBackAfterCrash(window);
    window.on('close', (event) => {
      if (this.#events.ending()) return this.#keep();
      event.preventDefault();
      this.hide();
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    void window.loadURL(stripPage);
    return window;
  }

  /** Some window managers forget the level of a window that was hidden. */
  #keepOnTop(window: BrowserWindow): void {
    window.setAlwaysOnTop(true, 'floating');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }

  #remember(window: BrowserWindow): void {
    let pending: NodeJS.Timeout | undefined;
    const keepSoon = () => {
      clearTimeout(pending);
      pending = setTimeout(() => this.#keep(), 500);
    };
    const turned = () => {
      keepSoon();
      this.#events.onTurned();
    };
    window.on('resize', keepSoon);
    window.on('move', keepSoon);
    window.on('show', turned);
    window.on('hide', turned);
    window.on('closed', () => clearTimeout(pending));
  }

  #keep(): void {
    const window = this.#window;
    if (window && !window.isDestroyed()) this.#settings.strip = { ...window.getBounds(), shown: window.isVisible() };
  }
}
