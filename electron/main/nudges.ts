/** Native notifications: one for each clock that reached its moment, with the way to its incident. */
import { Notification } from 'electron';
import type { Nudge } from '../core/server/port-protocol.ts';

/** Kept while they are on the screen: a notification that was collected as garbage no longer hears a click. */
const shown = new Set<Notification>();

/** Shows a nudge; `open` is called when the person clicks on it. */
export function showNudge(nudge: Nudge, zone: string, open: (incidentId: string) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ ...nudgeText(nudge, zone), urgency: nudge.kind === 'promise' ? 'critical' : 'normal' });
  shown.add(notification);
  const forget = () => shown.delete(notification);
  notification.on('click', () => {
    forget();
    open(nudge.incidentId);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}

/** What a nudge says. A drill is named as one before anything else. */
export function nudgeText(nudge: Nudge, zone: string): { readonly title: string; readonly body: string } {
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(nudge.dueAt);
  const title = `${nudge.mode === 'drill' ? 'DRILL · ' : ''}${nudge.title || nudge.label}`;
  return { title, body: nudge.when === 'late' ? late(nudge, at) : due(nudge, at) };
}

function due({ kind, audience = 'staff' }: Nudge, at: string): string {
  if (kind === 'pause') return `The pause is over (${at}). Somebody wakes it, or pauses it again.`;
  if (kind === 'triage') return 'Time to decide: is this an incident?';
  return kind === 'promise'
    ? `${capital(audience)} were promised an update at ${at}: now.`
    : `An update for ${audience} is due now (${at}).`;
}

function late({ kind, audience = 'staff' }: Nudge, at: string): string {
  if (kind === 'pause') return `The pause was over at ${at}, and nobody has woken it.`;
  if (kind === 'triage') return 'Still undecided: is this an incident?';
  return kind === 'promise'
    ? `${capital(audience)} were promised an update at ${at} and have not had it.`
    : `The update for ${audience} was due at ${at}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
