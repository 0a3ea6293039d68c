/** What a person is told who is about to close the console in the middle of an incident: how many are open, what was promised, to whom, and when. */
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { isActivePhase, isOpenPhase } from '../../shared/vocabulary/words.ts';

export interface QuitQuestion {
  /** How many incidents are open, and the one thing that cannot wait. */
  readonly message: string;
  /** Each open incident with what else is due in it, and what closing means. */
  readonly detail: string;
}

interface Duty {
  readonly audience: string;
  /** ms since epoch, UTC. */
  readonly at: number;
  readonly kind: 'target' | 'promise' | 'deadline';
  readonly incident: IncidentSummary;
}

/** More lines than this would push the buttons off a small display. */
const mostNamed = 8;
/** The longest part of a title that is shown, characters. */
const mostOfTitle = 80;

/** Incidents that someone should be working on: open, not asleep, and happening now, or drilled as if they were. */
export function running(incidents: readonly IncidentSummary[]): readonly IncidentSummary[] {
  return incidents.filter((incident) => happening(incident) && isActivePhase(incident.phase));
}

/**
 * The question before quitting; undefined when nothing is running and no promise waits, not even one of a paused incident.
 * A promise that is late is named before anything else, then what is due soonest. `now`: ms since epoch, UTC. `zone`: IANA zone in which the times are named.
 */
export function quitQuestion(incidents: readonly IncidentSummary[], now: number, zone: string): QuitQuestion | undefined {
  const open = incidents.filter(happening);
  if (!open.some(({ phase, nextPromise }) => isActivePhase(phase) || nextPromise)) return undefined;
  const duties = open.flatMap(dutiesOf).sort((a, b) => Number(isLate(b, now)) - Number(isLate(a, now)) || a.at - b.at);
  const [first, ...others] = duties;
  const late = duties.filter((duty) => isLate(duty, now)).length;
  const named = first && open.length > 1 ? ` on “${titleOf(first.incident)}”` : '';
  const message = `${counted(open.length, late)}${first ? ` ${sentence(first, now, zone, named)}` : ''}`;
  const lines = inOrder(open, duties).map((incident) => [
    nameOf(incident),
    ...others.filter((duty) => duty.incident === incident).map((duty) => `– ${sentence(duty, now, zone)}`),
  ]);
  const more = lines.length > mostNamed ? [`and ${lines.length - mostNamed} more`] : [];
  const list = [...lines.slice(0, mostNamed).flat(), ...more].join('\n');
  return { message, detail: `${list}\n\nWhile the console is closed nobody is reminded, and nothing is recorded.` };
}

/** Open, and no record of the past that is being written up. */
function happening({ ended, phase, mode }: IncidentSummary): boolean {
  return !ended && isOpenPhase(phase) && (mode === 'live' || mode === 'drill');
}

/** What is due in an incident; a promise that is also the nearest due time counts once. */
function dutiesOf(incident: IncidentSummary): readonly Duty[] {
  const { nextDue, nextPromise } = incident;
  const same = nextDue?.kind === 'promise' && nextDue.at === nextPromise?.at;
  return [
    ...(nextDue ? [{ ...nextDue, incident }] : []),
    ...(nextPromise && !same ? [{ ...nextPromise, kind: 'promise' as const, incident }] : []),
  ];
}

/** Only a promise is late: a target is our own. */
function isLate({ kind, at }: Duty, now: number): boolean {
  return kind === 'promise' && at < now;
}

/** Incidents in the order of what is due in them; those without come last. */
function inOrder(open: readonly IncidentSummary[], duties: readonly Duty[]): readonly IncidentSummary[] {
  return [...new Set([...duties.map(({ incident }) => incident), ...open])];
}

function counted(open: number, late: number): string {
  const incidents = open === 1 ? '1 incident is open' : `${open} incidents are open`;
  if (late === 0) return `${incidents}.`;
  return `${incidents}, and ${late === 1 ? '1 promised update is late' : `${late} promised updates are late`}.`;
}

function nameOf(incident: IncidentSummary): string {
  const drill = incident.mode === 'drill' ? 'DRILL · ' : '';
  const severity = incident.severity === undefined ? '' : `SEV${incident.severity} · `;
  return `${drill}${severity}${titleOf(incident)}${incident.phase === 'paused' ? ' (paused)' : ''}`;
}

function titleOf({ title, label }: IncidentSummary): string {
  const characters = [...(title || label)];
  return characters.length > mostOfTitle ? `${characters.slice(0, mostOfTitle - 1).join('')}…` : characters.join('');
}

function sentence(duty: Duty, now: number, zone: string, named = ''): string {
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(duty.at);
  const when = `at ${at}${distance(duty.at - now)}`;
  const audience = duty.audience.charAt(0).toUpperCase() + duty.audience.slice(1);
  if (duty.kind === 'deadline') return `The deadline for ${duty.audience}${named} ${duty.at < now ? 'was' : 'is'} ${when}.`;
  if (duty.kind === 'target') return `The next update for ${duty.audience}${named} ${duty.at < now ? 'was' : 'is'} due ${when}.`;
  return `${audience} were promised an update${named} ${when}${isLate(duty, now) ? ', and have not had it' : ''}.`;
}

/** `, in 6 minutes` or `, 4 minutes ago`, from ms. */
function distance(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes === 0) return ', which is now';
  const words = minutes < 120 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${Math.round(minutes / 60)} hours`;
  return milliseconds > 0 ? `, in ${words}` : `, ${words} ago`;
}
