/** The words of the tray: the nearest clock of an incident, short enough for a tooltip. */
import { byNearness, type NearestClock, nearestClock } from '../../shared/api/nearest.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';

/** The longest part of a title that is shown, characters: a tooltip of Windows ends after 127. */
const mostOfTitle = 40;

/** What the tooltip says at a moment, ms since epoch. `zone`: IANA zone in which times are named. `lost`: nothing is recorded. */
export function trayTip(incidents: readonly IncidentSummary[], now: number, zone: string, lost: 'recording' | 'lost'): string {
  const [nearest, ...others] = byNearness(incidents, now);
  const says = nearest ? incidentLine(nearest, now, zone) : 'Wheelhouse: no incident is open';
  const more = others.length === 0 ? '' : ` · ${others.length} more open`;
  return `${lost === 'lost' ? 'Not recording. ' : ''}${says}${more}`;
}

/** `SEV1 Checkout: customers promised 02:48 (6 min)`. A drill is named as one before anything else. */
export function incidentLine(incident: IncidentSummary, now: number, zone: string): string {
  const { severity, mode } = incident;
  const clock = nearestClock(incident, now);
  const name = `${mode === 'drill' ? 'DRILL ' : ''}${severity === undefined ? '' : `SEV${severity} `}${shortTitle(incident)}`;
  return `${name}: ${clock ? clockWords(clock, now, zone) : incident.phase === 'paused' ? 'paused' : 'no clock runs'}`;
}

function clockWords(clock: NearestClock, now: number, zone: string): string {
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(clock.at);
  if (clock.kind === 'timebox') return `${clock.label} until ${at} (${distance(clock.at - now)})`;
  const what =
    clock.kind === 'promise'
      ? `${clock.audience} promised ${at}`
      : `${clock.kind === 'deadline' ? 'deadline' : 'update'} for ${clock.audience} due ${at}`;
  if (clock.standing === 'ahead') return `${what} (${distance(clock.at - now)})`;
  return `${what}, ${distance(now - clock.at)} ago${clock.standing === 'broken' ? ': not kept' : ''}`;
}

/** `6 min`, `2 h`, from ms; a time that is begun counts as whole when it is ahead, so that it never says 0. */
function distance(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function shortTitle({ title, label }: IncidentSummary): string {
  const characters = [...(title || label)];
  return characters.length > mostOfTitle ? `${characters.slice(0, mostOfTitle - 1).join('')}…` : characters.join('');
}

/** The nearest clock, where it may be put off now: from a little before it is due on, and not twice in a row. */
export function snoozeOffer(
  incidents: readonly IncidentSummary[],
  now: number,
): { readonly says: string; readonly incidentId: string; readonly audience: Audience } | undefined {
  const [nearest, ...others] = byNearness(incidents, now);
  const due = nearest?.nextDue;
  if (nearest === undefined || due?.snoozeFrom === undefined || now < due.snoozeFrom) return undefined;
  // A promise was broken meanwhile: that one stands in front, and nothing moves it.
  if (nearestClock(nearest, now)?.kind !== 'target') return undefined;
  const of = others.length === 0 ? '' : ` in ${shortTitle(nearest)}`;
  return { says: `Snooze ${possessive(due.audience)} update${of}`, incidentId: nearest.id, audience: due.audience };
}

const possessive = (word: string): string => (word.endsWith('s') ? `${word}'` : `${word}'s`);

/** Beside the tray icon of macOS, where there is room for a word: `6 min`, or nothing. */
export function trayTitle(incidents: readonly IncidentSummary[], now: number): string {
  const [nearest] = byNearness(incidents, now);
  const clock = nearest && nearestClock(nearest, now);
  if (!clock) return '';
  return clock.standing === 'ahead' ? distance(clock.at - now) : clock.standing === 'broken' ? 'not kept' : 'due';
}
