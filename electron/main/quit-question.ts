/** What a person is told who is about to close the console in the middle of an incident: what was promised, to whom, and when. */
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { activePhases } from '../../shared/vocabulary/words.ts';

export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

/** Incidents that someone should be working on: open, and not asleep. */
export function running(incidents: readonly IncidentSummary[]): readonly IncidentSummary[] {
  const active: readonly string[] = activePhases;
  return incidents.filter((incident) => !incident.ended && active.includes(incident.phase));
}

/** The question before quitting; undefined when nothing is running. `now`: ms since epoch, UTC. `zone`: IANA zone in which the times are named. */
export function quitQuestion(incidents: readonly IncidentSummary[], now: number, zone: string): QuitQuestion | undefined {
  const open = running(incidents);
  const [only] = open;
  if (!only) return undefined;
  const soonest = [...open].filter(({ nextDue }) => nextDue).sort((a, b) => (a.nextDue?.at ?? 0) - (b.nextDue?.at ?? 0))[0];
  const message = soonest?.nextDue ? duty(soonest.nextDue, now, zone) : `${nameOf(only)} is still running.`;
  const named = open.map((incident) => (incident.mode === 'drill' ? `DRILL ${nameOf(incident)}` : nameOf(incident))).join('\n');
  return { message, detail: `${named}\n\nWhile the console is closed nobody is reminded, and nothing is recorded.` };
}

function nameOf(incident: IncidentSummary): string {
  const severity = incident.severity === undefined ? '' : `SEV${incident.severity} · `;
  return `${severity}${incident.title || incident.label}`;
}

function duty(due: NonNullable<IncidentSummary['nextDue']>, now: number, zone: string): string {
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(due.at);
  const when = `at ${at}${distance(due.at - now)}`;
  const audience = due.audience.charAt(0).toUpperCase() + due.audience.slice(1);
  return due.kind === 'promise' ? `${audience} were promised an update ${when}.` : `The next update for ${due.audience} is due ${when}.`;
}

/** `, in 6 minutes` or `, 4 minutes ago`, from ms. */
function distance(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes === 0) return ', which is now';
  const words = minutes < 120 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${Math.round(minutes / 60)} hours`;
  return milliseconds > 0 ? `, in ${words}` : `, ${words} ago`;
}
