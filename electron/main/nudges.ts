/** Native notifications: one for each clock that reached its moment, with the way to its incident. */
import { Notification } from 'electron';
import type { Nudge } from '../core/server/port-protocol.ts';
import { nudgeText } from './nudge-text.ts';

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
