/** What of the console is there while another application has the screen: the strip, the tray, and the key that works everywhere. */
import { app, globalShortcut, type WebContents } from 'electron';
import type { ShortcutState } from '../../shared/api/bridge.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import type { Settings } from './settings.ts';
import { Shortcut } from './shortcut.ts';
import { Strip, type StripEvents } from './strip.ts';
import { ConsoleTray } from './tray.ts';

export interface OutsideActions extends Pick<StripEvents, 'onMade' | 'ending'> {
  readonly openIncident: (incidentId: string) => void;
  readonly openConsole: () => void;
  readonly snooze: (incidentId: string, audience: Audience) => void;
  /** The machine's IANA zone, asked anew each time: people travel. */
  readonly zone: () => string;
}

export class Outside {
  readonly strip: Strip;
  readonly #settings: Settings;
  readonly #shortcut: Shortcut;
  readonly #tray: ConsoleTray;
  #incidents: readonly IncidentSummary[] = [];
  #standing: 'recording' | 'lost' = 'recording';

  constructor(settings: Settings, { openIncident, openConsole, snooze, zone, ...events }: OutsideActions) {
    this.#settings = settings;
    this.strip = new Strip(settings, { ...events, onTurned: () => this.#tray.draw() });
    this.#shortcut = new Shortcut(() => this.strip.bring());
    this.#shortcut.take(settings.shortcut);
    this.#tray = new ConsoleTray(
      () => ({
        incidents: this.#incidents,
        standing: this.#standing,
        strip: this.strip.shown ? 'shown' : 'hidden',
        shortcut: this.#shortcut.state,
        zone: zone(),
      }),
      {
        openIncident,
        openConsole,
        snooze,
        logLine: () => this.strip.bring(),
        toggleStrip: () => this.strip.toggle(),
        quit: () => app.quit(),
      },
    );
  }

  /** The open incidents, whenever the core tells of them. */
  set open(incidents: readonly IncidentSummary[]) {
    this.#incidents = incidents;
    this.#tray.draw();
  }

  /** Whether anything is being recorded. */
  set standing(standing: 'recording' | 'lost') {
    this.#standing = standing;
    this.#tray.draw();
  }

  /** After a sleep minutes have gone by that no timer counted. */
  awake(): void {
    this.#tray.draw();
  }

  get shortcut(): ShortcutState {
    return this.#shortcut.state;
  }

  /** Takes another key, or none, and remembers it where the system gave it. */
  takeShortcut(chord: string | null): ShortcutState {
    const state = this.#shortcut.take(chord);
    if (state.standing !== 'refused') this.#settings.shortcut = state.chord;
    this.#tray.draw();
    return state;
  }

  hides(from: WebContents): void {
    if (from === this.strip.page) this.strip.hide();
  }

  fits(height: number, from: WebContents): void {
    if (from === this.strip.page) this.strip.fit(height);
  }

  end(): void {
    globalShortcut.unregisterAll();
    this.#tray.end();
    this.strip.end();
  }
}
