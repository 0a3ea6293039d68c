/** Prompts of the incident's own clocks: updates and promises, a pause that is over, a triage that waits for its decision. */
import { clockTime } from '../../vocabulary/zoned-time.ts';
import { intervalOf } from '../cadence-plan.ts';
import { type AudienceClock, nudgeOf } from '../clocks.ts';
import { canonicalPerson } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { type Prompt, type PromptAnswer, span, timeWords } from './prompt.ts';

const minute = 60_000;

/** At most one for all audiences together, with the count of those that wait behind it. */
export function clockPrompts(view: IncidentView, now: number): readonly Prompt[] {
  return [...updatePrompt(view, now), ...pausePrompt(view, now), ...triagePrompt(view, now)];
}

function updatePrompt(view: IncidentView, now: number): readonly Prompt[] {
  const nudge = nudgeOf(view, now);
  if (nudge === undefined) return [];
  const { clock, others, to } = nudge;
  const promised = clock.standing === 'broken' || (clock.promise !== undefined && clock.promise <= clock.due);
  const behind = others === 0 ? '' : ` ${others} more ${others === 1 ? 'clock waits' : 'clocks wait'}.`;
  return [
    {
      id: `${promised ? 'promise' : 'update'}/${clock.audience}`,
      kind: promised ? 'promise' : 'update',
      says: `${updateWords(view, clock, now)}${behind}`,
      since: clock.standing === 'broken' ? (clock.promise ?? clock.due) : clock.due,
      answers: updateAnswers(view, clock),
      ...(to !== undefined && { to: canonicalPerson(view, to) }),
      tone: clock.standing === 'broken' ? 'broken' : clock.standing === 'dueSoon' ? 'quiet' : 'now',
    },
  ];
}

function updateWords(view: IncidentView, clock: AudienceClock, now: number): string {
  const { audience, due, promise, deadline, deadlineSays, standing, combined } = clock;
  if (standing === 'broken' && promise !== undefined)
    return `Promised to ${audience} for ${timeWords(promise, now, view.zone)} and not kept, ${span(now - promise)} ago.`;
  if (due === deadline && due !== promise) {
    const what = `The deadline for ${audience}${deadlineSays === undefined ? '' : ` (${deadlineSays})`}`;
    return now < due
      ? `${what} is at ${clockTime(due, view.zone)}.`
      : now - due < minute
        ? `${what} is now.`
        : `${what} was ${span(now - due)} ago.`;
  }
  const what = combined ? 'The summary' : `The update to ${audience}`;
  const promised = promise !== undefined && promise <= due ? ', as promised' : '';
  if (now < due) return `${what} is due at ${clockTime(due, view.zone)}${promised}.`;
  return now - due < minute ? `${what} is due now${promised}.` : `${what} was due ${span(now - due)} ago${promised}.`;
}

/** Responders get a new summary, everybody else an update; the message goes where the `…` is. */
export function updateAnswers(view: IncidentView, { audience, promise, deadline, target }: AudienceClock): readonly PromptAnswer[] {
  const minutes = Math.round((intervalOf(view, audience) ?? 30 * minute) / minute);
  const write = audience === 'responders' && promise === undefined && deadline === undefined ? '/s ' : `/u ${audience} … next ${minutes}m`;
  const snooze = !view.cadences[audience].snoozed && target !== undefined;
  return [{ says: 'write it', key: write }, ...(snooze ? [{ says: 'snooze', key: `/snooze ${audience} ` }] : [])];
}

function pausePrompt(view: IncidentView, now: number): readonly Prompt[] {
  const { pause } = view;
  if (view.phase !== 'paused' || pause === undefined || pause.until > now) return [];
  return [
    {
      id: `pause/${pause.event}`,
      kind: 'pause',
      says: `${overWords(pause.until, now, view.zone)} Accepted until then: ${pause.impact}`,
      since: pause.until,
      answers: [{ says: 'wake', key: '/wake ' }],
      to: canonicalPerson(view, pause.watcher),
      tone: 'now',
    },
  ];
}

/** A pause may have been over for long: nobody woke it, and nobody ended it. */
function overWords(until: number, now: number, zone: string): string {
  if (now - until < 5 * minute) return `It is ${clockTime(until, zone)}: the pause is over.`;
  return `The pause was over at ${timeWords(until, now, zone)}, ${span(now - until)} ago.`;
}

function triagePrompt(view: IncidentView, now: number): readonly Prompt[] {
  if (view.phase !== 'triage' || view.declaredAt === undefined) return [];
  const minutes = assumedPlaybook(view).triageDecisionMinutes;
  const since = view.declaredAt + minutes * minute;
  if (since > now) return [];
  const accept = view.severity === undefined ? '/sev ' : '/accept';
  return [
    {
      id: `triage/${view.id}`,
      kind: 'triage',
      says: `Declared ${span(now - view.declaredAt)} ago: is it an incident? Unsure: take the higher severity.`,
      since,
      answers: [
        { says: 'it is', key: accept },
        { says: 'decline', key: '/decline ' },
        { says: 'false alarm', key: '/false ' },
      ],
      tone: 'now',
    },
  ];
}
