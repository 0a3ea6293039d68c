/** The report in three parts that a commander gives or asks for: conditions, actions, needs; built from the log, for a person to edit. Source: command vocabulary of the domain design. */
import { personName, roleName } from '../names.ts';
import { vacancies } from '../people/carried-roles.ts';
import type { IncidentView } from '../view.ts';
import { doings, impactLine, moment, standingLine, thoughts, whatWeKnow } from './situation-lines.ts';

/** The report as text, a line for each part, as the incident stands at `now` (ms since epoch, UTC). */
export function canReport(view: IncidentView, now: number): string {
  return [
    `Conditions: ${conditions(view, now).join('. ')}`,
    `Actions: ${listed(doings(view, now), 'none under way')}`,
    `Needs: ${listed(needs(view), 'nothing')}`,
  ].join('\n');
}

const listed = (things: readonly string[], none: string): string => (things.length === 0 ? none : things.join(' · '));

function conditions(view: IncidentView, now: number): readonly string[] {
  const known = whatWeKnow(view, now);
  const thinking = thoughts(view);
  return [
    `${view.severity === undefined ? 'No severity yet' : `SEV${view.severity}`}, ${standingLine(view)}`,
    impactLine(view) ?? 'Impact not described',
    ...(known ? [`Known${known.stale ? ` at ${moment(view, known.at)}, and old` : ''}: ${known.text}`] : []),
    ...(thinking.length > 0 ? [`Possible: ${thinking.join(', ')}`] : []),
  ].map((sentence) => sentence.replace(/\.+$/, ''));
}

/** What somebody must decide, answer, take or free. */
function needs(view: IncidentView): readonly string[] {
  const asked = Object.values(view.people).filter(({ standing, sameAs }) => standing === 'asked' && sameAs === undefined);
  return [
    ...view.decisions
      .filter(({ state }) => state === 'proposed' || state === 'polling')
      .map(({ label, text }) => `decide ${label} ${text}`),
    ...view.tasks
      .filter(({ state }) => state === 'stuck')
      .map(({ label, text, reason }) => `${label} ${text} is stuck${reason === undefined ? '' : `: ${reason}`}`),
    ...view.tasks.filter(({ state }) => state === 'proposed').map(({ label, text }) => `somebody for ${label} ${text}`),
    ...view.questions.filter(({ answer }) => answer === undefined).map(({ label, text }) => `answer ${label} ${text}`),
    ...vacancies(view).map(({ role }) => `somebody as ${roleName(view, role)}`),
    ...asked.map(({ id }) => `a word from ${personName(view, id)}`),
  ];
}
