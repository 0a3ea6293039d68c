/** The words of a native notification. */
import type { Nudge } from '../core/server/port-protocol.ts';

/** What a nudge says. A drill is named as one before anything else. */
export function nudgeText(nudge: Nudge, zone: string): { readonly title: string; readonly body: string } {
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(nudge.dueAt);
  const title = `${nudge.mode === 'drill' ? 'DRILL · ' : ''}${nudge.title || nudge.label}`;
  const whose = nudge.for === undefined ? '' : `For ${nudge.for}: `;
  return { title, body: `${whose}${nudge.when === 'late' ? late(nudge, at) : due(nudge, at)}` };
}

function due({ kind, audience = 'staff', thing }: Nudge, at: string): string {
  if (kind === 'timebox') return `Time is up${thingWords(thing)}. Done, more time, or stuck?`;
  if (kind === 'pause') return `The pause is over (${at}). Somebody wakes it, or pauses it again.`;
  if (kind === 'triage') return 'Time to decide: is this an incident?';
  if (kind === 'relief') return `Command was to be handed over at ${at}: now.`;
  if (kind === 'deadline') return `The deadline that was set for ${audience} is now (${at}).`;
  return kind === 'promise'
    ? `${capital(audience)} were promised an update at ${at}: now.`
    : `An update for ${audience} is due now (${at}).`;
}

function late({ kind, audience = 'staff', thing }: Nudge, at: string): string {
  if (kind === 'timebox') return `Time was up at ${at}${thingWords(thing)}, and nobody has said how it stands.`;
  if (kind === 'pause') return `The pause was over at ${at}, and nobody has woken it.`;
  if (kind === 'triage') return 'Still undecided: is this an incident?';
  if (kind === 'relief') return `Command was to be handed over at ${at}, and has not been.`;
  if (kind === 'deadline') return `The deadline that was set for ${audience} was ${at}, and nothing was sent.`;
  return kind === 'promise'
    ? `${capital(audience)} were promised an update at ${at} and have not had it.`
    : `The update for ${audience} was due at ${at}.`;
}

const thingWords = (thing: Nudge['thing']): string => (thing === undefined ? '' : `: ${thing.label} ${thing.text}`);

/** What a person is told whose snooze was refused. */
export function notSnoozedText(title: string, audience: string, why: string): { readonly title: string; readonly body: string } {
  return { title, body: `The update for ${audience} was not snoozed. ${why}` };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
