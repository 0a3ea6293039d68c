/** What goes out over a channel: the words of a message as they stand in the log, in the shape that its receiver takes. */
import { createHmac } from 'node:crypto';
import type { ChannelKind } from '../../../shared/api/channels-wire.ts';
import type { IncidentView, UpdateView } from '../../../shared/incident/view.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import type { Destination } from './channels.ts';

/** A request that can be written. */
export interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What one message says to its receiver. Times are ms since epoch, UTC; `null`: there is none. */
interface WebhookMessage {
  readonly id: string;
  readonly incident: {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly severity: number | null;
    readonly status: string | null;
    readonly mode: string;
  } | null;
  readonly audiences: readonly string[];
  readonly text: string;
  readonly final: boolean;
  readonly nextAt: number | null;
  readonly sentAt: number;
  readonly lateMs: number;
}

const minute = 60_000;
/** A message that goes out later than this after it was sent says so. */
const lateFrom = 2 * minute;

/** The name of one message on its way over one channel: the same for each attempt, so that a receiver can drop repeats. */
export function deliveryId(update: string, channel: string): string {
  return `${update}.${channel}`;
}

/** The request for a message of an incident. `now`: ms since epoch, UTC. */
export function outgoing(
  { kind, id: channel }: { readonly kind: ChannelKind; readonly id: string },
  destination: Destination,
  { view, update, now }: { readonly view: IncidentView; readonly update: UpdateView; readonly now: number },
): Outgoing {
  const lateMs = Math.max(0, now - update.sentAt);
  const { id, label, title, severity, mode } = view;
  return written(kind, destination, now, {
    id: deliveryId(update.id, channel),
    incident: { id, label, title, severity: severity ?? null, status: update.status ?? null, mode },
    audiences: update.audiences,
    text: wordsOf(view, update, lateMs),
    final: update.final,
    nextAt: update.nextAt ?? null,
    sentAt: update.sentAt,
    lateMs,
  });
}

/** The request of a message that only tries the way. */
export function trial(kind: ChannelKind, destination: Destination, id: string, now: number): Outgoing {
  const text = 'TEST: Wheelhouse tries this channel. Nothing has happened, and nothing is to be done.';
  return written(kind, destination, now, { id, incident: null, audiences: [], text, final: false, nextAt: null, sentAt: now, lateMs: 0 });
}

/** Hex HMAC-SHA256 of `timestamp.body` with the channel's secret, as the `Wheelhouse-Signature` header has it after `v1=`. */
function signature(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex');
}

function written(kind: ChannelKind, { secret }: Destination, now: number, message: WebhookMessage): Outgoing {
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  if (kind === 'slack') return { headers: type, body: JSON.stringify({ text: escapedForSlack(message.text) }) };
  const body = JSON.stringify(message);
  const timestamp = String(now);
  return {
    headers: {
      ...type,
      'Wheelhouse-Delivery': message.id,
      'Idempotency-Key': message.id,
      'Wheelhouse-Timestamp': timestamp,
      ...(secret === undefined ? {} : { 'Wheelhouse-Signature': `v1=${signature(secret, timestamp, body)}` }),
    },
    body,
  };
}

/** Nobody may take an exercise for an outage, or an old message for a new one. */
function wordsOf(view: IncidentView, update: UpdateView, lateMs: number): string {
  const drill = view.mode === 'drill' ? 'DRILL: ' : '';
  const late = lateMs > lateFrom ? `\n(written ${clockTime(update.sentAt, view.zone)}, sent ${lateness(lateMs)} late)` : '';
  return `${drill}${update.text}${late}`;
}

function lateness(ms: number): string {
  const minutes = Math.floor(ms / minute);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** The three characters by which Slack knows its markup: a message must not call people, or lead elsewhere than it says. */
function escapedForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
