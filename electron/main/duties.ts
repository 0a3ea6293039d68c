/** What the open incidents ask of the machine and of the person who closes the console: stay awake, and know what was promised. */
import { type BrowserWindow, dialog, powerMonitor, powerSaveBlocker } from 'electron';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { quitQuestion, running } from './quit-question.ts';

export class Duties {
  #open: readonly IncidentSummary[] = [];
  #blocker: number | undefined;
  #asking: Promise<boolean> | undefined;

  /** Takes the present list of open incidents, and keeps the machine from suspending while one of them is running. */
  set open(incidents: readonly IncidentSummary[]) {
    this.#open = incidents;
    const needed = running(incidents).length > 0;
    if (needed && this.#blocker === undefined) this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (needed || this.#blocker === undefined) return;
    powerSaveBlocker.stop(this.#blocker);
    this.#blocker = undefined;
  }

  /** Whether the console may be closed: asks the person while an incident is running. Asked twice at once, there is one question. */
  mayClose(window: BrowserWindow | undefined, now: number, zone: string): Promise<boolean> | true {
    const question = quitQuestion(this.#open, now, zone);
    if (!question) return true;
    this.#asking ??= askToQuit(window, question).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }
}

async function askToQuit(
  window: BrowserWindow | undefined,
  question: { readonly message: string; readonly detail: string },
): Promise<boolean> {
  const box = { type: 'warning' as const, ...question, buttons: ['Stay', 'Quit anyway'], defaultId: 0, cancelId: 0, noLink: true };
  const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
  return response === 1;
}

/** Calls `wake` whenever the clock may have moved without us: after sleep, and when the screen is unlocked. */
export function onAwakening(wake: () => void): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
}
