/** Sounds a tone for a prompt once in all windows of this console, and only where somebody turned sound on. */
import { loudnessOf, playTone, type ToneName } from './tones.ts';

const rungKey = 'wheelhouse.rung';
/** So many prompts are remembered; more are not open at once. */
const mostRemembered = 200;

let context: AudioContext | undefined;

/** Sounds the tone unless any window of this console did for the same prompt. `prompt`: what tells it from every other. */
export async function chime(prompt: string, tone: ToneName, mode: 'day' | 'night'): Promise<void> {
  const first = await alone(() => remember(`${prompt}/${tone}`));
  if (first) await sound(tone, mode);
}

/** A tone to hear what it is like. */
export async function sound(tone: ToneName, mode: 'day' | 'night'): Promise<void> {
  context ??= new AudioContext();
  // A browser keeps still until somebody pressed a key in the page; what could not sound then is not made up for later.
  if (context.state !== 'running') await Promise.race([context.resume(), soon()]);
  if (context.state === 'running') playTone(context, tone, loudnessOf(mode));
}

/** A context that may not begin would be waited for until somebody presses a key, ms. */
const patience = 500;
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience));

/** One window at a time; a page that was opened over plain HTTP from another machine has no locks, and no second window of the app. */
async function alone(act: () => boolean): Promise<boolean> {
  return 'locks' in navigator ? navigator.locks.request(rungKey, act) : act();
}

/** Whether it is new here; remembered from now on. */
function remember(prompt: string): boolean {
  const rung = remembered();
  if (rung.includes(prompt)) return false;
  try {
    localStorage.setItem(rungKey, JSON.stringify([...rung, prompt].slice(-mostRemembered)));
  } catch {
    // A private window may have no storage: it then remembers as long as the page.
  }
  inPage.add(prompt);
  return true;
}

const inPage = new Set<string>();

function remembered(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(rungKey) ?? '[]');
    const kept = Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
    return [...new Set([...kept, ...inPage])];
  } catch {
    return [...inPage];
  }
}
