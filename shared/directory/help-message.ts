/** "I need help with …": a message that whoever is asked can act on at once, and whom to ask (requirement R21). */
import { personName } from '../incident/names.ts';
import { timelineOf } from '../incident/timeline.ts';
import type { IncidentView } from '../incident/view.ts';
import { clockTime, dayOf, zoneLabel } from '../vocabulary/zoned-time.ts';
import type { Directory } from './directory.ts';
import { type CallPath, pathsMeant, servicesMeant } from './who-to-call.ts';

export interface HelpMessage {
  /** Plain text, one fact a line; what is not known is left out. */
  readonly text: string;
  /** Whom to ask, the likeliest first. */
  readonly paths: readonly CallPath[];
}

/** So many of the last things that were tried are told. */
const triedShown = 5;

/** The message and the contacts for it. `wanted`: what help is needed with; `now`: ms since epoch, UTC. Times are in the incident's zone. */
export function helpMessage(view: IncidentView, directory: Directory, wanted: string, now: number): HelpMessage {
  const texts = [wanted, view.title, view.impact?.text];
  const services = servicesMeant(directory, ...texts);
  const tried = whatWasTried(view);
  const grade = view.severity === undefined ? '' : `SEV${view.severity} · `;
  const drill = view.mode === 'drill' ? 'DRILL · ' : '';
  const lines: readonly (readonly [label: string, says: string | undefined])[] = [
    ['I need help with', wanted.trim() === '' ? '…' : wanted.trim()],
    ['Incident', `${drill}${grade}${view.title} (${view.label})`],
    ['What customers see', view.impact?.text],
    ['Where', services.length === 0 ? undefined : services.join(', ')],
    ['Since', since(view, now)],
    ['What we know', view.summary?.text],
    ['Tried so far', tried.length === 0 ? 'nothing yet' : tried.join('; ')],
    ['In command', inCommand(view)],
    ['Call', view.links.call],
    ['Chat', view.links.chat],
  ];
  return {
    text: lines.flatMap(([label, says]) => (says === undefined ? [] : [`${label}: ${says}`])).join('\n'),
    paths: pathsMeant(directory, ...texts),
  };
}

/** The start of the impact where it is known, else when it was declared. With its day where that is not today. */
function since(view: IncidentView, now: number): string | undefined {
  const at = view.milestones.impactStart?.at ?? view.declaredAt;
  if (at === undefined) return undefined;
  const day = dayOf(at, view.zone);
  return `${day === dayOf(now, view.zone) ? '' : `${day} `}${clockTime(at, view.zone)} ${zoneLabel(view.zone)}`;
}

/** Actions and what was ruled out, as they read now, the latest last. */
function whatWasTried(view: IncidentView): readonly string[] {
  const actions = timelineOf(view).filter(({ kind, redacted, item }) => kind === 'action' && !redacted && item.standing === 'plain');
  const refuted = view.hypotheses.filter(({ state }) => state === 'refuted').map(({ text }) => `not it: ${text}`);
  return [...actions.map(({ text }) => text), ...refuted].map((text) => text.replaceAll(/\s+/g, ' ')).slice(-triedShown);
}

function inCommand(view: IncidentView): string | undefined {
  const holder = view.roles.commander?.holder;
  return holder === undefined ? undefined : personName(view, holder);
}
