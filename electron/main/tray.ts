/** The icon in the system's tray: the nearest clock in its tooltip, and the ways to the console from any application. Where the desktop has no tray it is absent. */
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { ShortcutState } from '../../shared/api/bridge.ts';
import { byNearness } from '../../shared/api/nearest.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import { chordSays } from './chord.ts';
import { folders } from './folders.ts';
import { incidentLine, snoozeOffer, trayTip, trayTitle } from './tray-text.ts';

export interface TrayActions {
  readonly openIncident: (incidentId: string) => void;
  readonly openConsole: () => void;
  readonly snooze: (incidentId: string, audience: Audience) => void;
  readonly logLine: () => void;
  readonly toggleStrip: () => void;
  readonly quit: () => void;
}

/** What it shows. */
export interface TrayState {
  readonly incidents: readonly IncidentSummary[];
  readonly standing: 'recording' | 'lost';
  readonly strip: 'shown' | 'hidden';
  readonly shortcut: ShortcutState;
  /** IANA zone in which times are named. */
  readonly zone: string;
}

const minute = 60_000;
/** More incidents than this would push the rest off a small display. */
const mostListed = 8;

export class ConsoleTray {
  readonly #actions: TrayActions;
  readonly #state: () => TrayState;
  readonly #tray: Tray | undefined;
  #next: NodeJS.Timeout | undefined;
  #shown = '';

  /** `state` is asked whenever it draws. */
  constructor(state: () => TrayState, actions: TrayActions) {
    this.#state = state;
    this.#actions = actions;
    this.#tray = inTray();
    this.#tray?.on('click', () => actions.openConsole());
    this.draw();
  }

  /** Shows what is so now, and again with each minute as long as a clock may run. */
  draw(): void {
    clearTimeout(this.#next);
    if (!this.#tray || this.#tray.isDestroyed()) return;
    const now = Date.now();
    const state = this.#state();
    this.#tray.setToolTip(trayTip(state.incidents, now, state.zone, state.standing));
    if (process.platform === 'darwin') this.#tray.setTitle(trayTitle(state.incidents, now));
    this.#setMenu(this.#tray, state, now);
    if (state.incidents.length > 0) this.#next = setTimeout(() => this.draw(), minute - (now % minute) + 1);
  }

  end(): void {
    clearTimeout(this.#next);
    this.#tray?.destroy();
  }

  /** A menu that says the same is left alone: on some desktops a new one closes the one that is open. */
  #setMenu(tray: Tray, state: TrayState, now: number): void {
    const template = this.#template(state, now);
    const says = JSON.stringify(template);
    if (says === this.#shown) return;
    this.#shown = says;
    tray.setContextMenu(Menu.buildFromTemplate(template));
  }

  #template({ incidents, zone, strip, shortcut }: TrayState, now: number): MenuItemConstructorOptions[] {
    const open = byNearness(incidents, now);
    const { openIncident, openConsole, snooze, logLine, toggleStrip, quit } = this.#actions;
    const snoozable = snoozeOffer(incidents, now);
    const key = shortcut.standing === 'on' && shortcut.chord !== null ? ` (${chordSays(shortcut.chord, process.platform)})` : '';
    return [
      ...(open.length === 0 ? [{ label: 'No incident is open', enabled: false }] : []),
      ...open.slice(0, mostListed).map((incident) => ({
        id: incident.id,
        label: asWritten(incidentLine(incident, now, zone)),
        click: () => openIncident(incident.id),
      })),
      ...(open.length > mostListed ? [{ label: `and ${open.length - mostListed} more`, click: openConsole }] : []),
      { type: 'separator' },
      ...(snoozable === undefined
        ? []
        : [{ label: asWritten(snoozable.says), click: () => snooze(snoozable.incidentId, snoozable.audience) }]),
      { label: `Log a line${key}`, click: logLine },
      ...(shortcut.standing === 'refused' && shortcut.says !== undefined ? [{ label: shortcut.says, enabled: false }] : []),
      { label: strip === 'shown' ? 'Hide the strip' : 'Show the strip', click: toggleStrip },
      { label: 'Open the console', click: openConsole },
      { type: 'separator' },
      { label: 'Quit', click: quit },
    ];
  }
}

/** A menu takes `&` for the mark of a key. */
const asWritten = (label: string): string => label.replaceAll('&', '&&');

function inTray(): Tray | undefined {
  const icon = nativeImage.createFromPath(folders.trayIcon);
  icon.addRepresentation({ scaleFactor: 2, buffer: nativeImage.createFromPath(folders.trayIconTwice).toPNG() });
  try {
    return new Tray(icon);
  } catch (error) {
    process.stderr.write(`This desktop has no tray: ${String(error)}\n`);
    return undefined;
  }
}
