/** Native notifications: one for each clock that reached its moment, with the way to its prompt, and to put it off where the system shows buttons. */
import { Notification } from 'electron';
import type { Audience } from '../../shared/vocabulary/words.ts';
import type { Nudge } from '../core/server/port-protocol.ts';
import { notSnoozedText, nudgeText } from './nudge-text.ts';

export interface NudgeActions {
  /** Opens the room of an incident, with what this kind of nudge asks in front. */
  readonly open: (incidentId: string, asked?: Nudge['kind']) => void;
  readonly snooze: (incidentId: string, audience: Audience) => void;
}

/** Kept while they are on the screen: a notification that was collected as garbage no longer hears a click. */
const shown = new Set<Notification>();

/** Shows a nudge. Buttons are shown by macOS and Windows only: a click on the notification itself leads everywhere to the same answers. */
export function showNudge(nudge: Nudge, zone: string, { open, snooze }: NudgeActions): void {
  if (!Notification.isSupported()) return;
  const { audience, incidentId, kind, maySnooze } = nudge;
  const snoozed = maySnooze === true ? audience : undefined;
  const notification = new Notification({
    ...nudgeText(nudge, zone),
    urgency: kind === 'promise' ? 'critical' : 'normal',
    ...(snoozed !== undefined && { actions: [{ type: 'button', text: 'Snooze' }] }),
  });
  if (snoozed !== undefined) notification.on('action', () => snooze(incidentId, snoozed));
  show(notification, () => open(incidentId, kind));
}

/** Says that a clock was not put off, and why; a click leads to its incident. */
export function showNotSnoozed(
  refused: { readonly incidentId: string; readonly title: string; readonly audience: Audience; readonly why: string },
  { open }: Pick<NudgeActions, 'open'>,
): void {
  if (!Notification.isSupported()) return;
  show(new Notification(notSnoozedText(refused.title, refused.audience, refused.why)), () => open(refused.incidentId));
}

function show(notification: Notification, clicked: () => void): void {
  shown.add(notification);
  const forget = () => shown.delete(notification);
  notification.on('click', () => {
    forget();
    clicked();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}
