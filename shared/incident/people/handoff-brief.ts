/** The brief that goes with command, under six headings, written from the log at the moment of the offer. Source: the handoff protocol of the domain design. */
import { audiences } from '../../vocabulary/words.ts';
import { clockTime } from '../../vocabulary/zoned-time.ts';
import { intervalOf } from '../cadence-plan.ts';
import { personName, roleName } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView, PersonView } from '../view.ts';
import { aliveHypotheses } from '../work/fixation.ts';
import { isRunning, type TaskClock, taskClocks } from '../work/task-clocks.ts';
import type { LeverView } from '../work-view.ts';
import { carriedRoles } from './carried-roles.ts';
import { commanderOf, isHere } from './presence.ts';
import { commandSince } from './relief.ts';

const minute = 60_000;
const hour = 60 * minute;

/** One heading of the brief with its lines; there is always a line. */
export interface BriefPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The six parts as the incident stands at `now` (ms since epoch, UTC). */
export function handoffBrief(view: IncidentView, now: number): readonly BriefPart[] {
  return [
    part('What is broken and who is hurt', broken(view), 'Nobody has described it yet.'),
    part('What we know, think and do not know', known(view), 'Nothing is written down.'),
    part('Running tasks', tasks(view, now), 'None.'),
    part(
      'Levers applied and how to undo them',
      view.levers.flatMap((lever) => leverLine(view, lever)),
      'None.',
    ),
    part('Open decisions and next promises', owed(view), 'None.'),
    part('People', people(view, now), 'Nobody.'),
  ];
}

function part(heading: string, lines: readonly string[], none: string): BriefPart {
  return { heading, lines: lines.length === 0 ? [none] : lines };
}

function broken(view: IncidentView): readonly string[] {
  const grade = view.severity === undefined ? 'no severity yet' : `SEV${view.severity}`;
  const began = view.milestones.impactStart?.at;
  const since = began === undefined || began === null ? '' : `, since ${clockTime(began, view.zone)}`;
  return [
    `${view.title} (${grade}, ${view.phase}${since})`,
    ...(view.impact === undefined ? [] : [`Customers see: ${view.impact.text}`]),
    ...(view.mitigation === undefined ? [] : [`Mitigated at ${clockTime(view.mitigation.at, view.zone)}, ${view.mitigation.relief}`]),
    ...(view.exitCriteria === undefined ? [] : [`Over when: ${view.exitCriteria}`]),
    ...(view.focus === 'understand' ? ['Understanding comes before restoring.'] : []),
  ];
}

function known(view: IncidentView): readonly string[] {
  const unknown = view.decisions.filter(({ state }) => state === 'proposed' || state === 'polling' || state === 'decided');
  return [
    ...(view.summary === undefined ? [] : [`Known at ${clockTime(view.summary.at, view.zone)}: ${view.summary.text}`]),
    ...aliveHypotheses(view).map(({ label, text, state, evidence }) => {
      const against = evidence.filter(({ sign }) => sign === 'against').length;
      return `Think: ${label} ${text} (${state}, ${evidence.length - against} for, ${against} against)`;
    }),
    ...view.hypotheses.filter(({ state }) => state === 'refuted').map(({ label, text }) => `Not it: ${label} ${text}`),
    ...unknown.flatMap(({ label, unknown: what }) => (what === undefined ? [] : [`Not known: ${what} (${label})`])),
    ...view.questions.filter(({ answer }) => answer === undefined).map(({ label, text }) => `Asked: ${label} ${text}`),
  ];
}

function tasks(view: IncidentView, now: number): readonly string[] {
  const clocks = taskClocks(view, now);
  const timed = new Set(clocks.map(({ task }) => task.id));
  const others = view.tasks.filter(
    (task) => !timed.has(task.id) && (isRunning(task) || task.state === 'stuck' || task.state === 'proposed'),
  );
  return [
    ...clocks.map((clock) => `${taskWords(view, clock.task)}: ${leftWords(clock)}`),
    ...others.map((task) => `${taskWords(view, task)}: ${task.state === 'proposed' ? 'nobody has it yet' : task.state}`),
  ];
}

const taskWords = (view: IncidentView, { label, text, to }: TaskClock['task']): string =>
  `${label} ${text}${to === undefined ? '' : `, ${personName(view, to)}`}`;

function leftWords({ left, standing }: TaskClock): string {
  const minutes = Math.ceil(Math.abs(left) / minute);
  return standing === 'expired' ? `time was up ${minutes} min ago` : `${minutes} min left`;
}

function leverLine(view: IncidentView, lever: LeverView): readonly string[] {
  const { name, state, target, wayBack, holder, owner } = lever;
  const what = target === undefined ? name : `${name} on ${target}`;
  if (state === 'leased') return [`${what}: in the hand of ${holder === undefined ? 'somebody' : personName(view, holder)}, not applied`];
  if (state !== 'applied' && state !== 'kept') return [];
  const undo = wayBack ?? assumedPlaybook(view).levers.find(({ id }) => id === lever.lever)?.undo ?? 'not written down';
  const kept = state === 'kept' ? `, kept${owner === undefined ? '' : ` by ${personName(view, owner)}`}` : '';
  return [`${what}${kept}. Way back: ${undo}`];
}

function owed(view: IncidentView): readonly string[] {
  const open = view.decisions.filter(({ state }) => state === 'proposed' || state === 'polling');
  const clocks = audiences.flatMap((audience) => {
    const { promise, target } = view.cadences[audience];
    if (promise !== undefined) return [{ at: promise.at, says: `Promised to ${audience} at ${clockTime(promise.at, view.zone)}` }];
    if (target === undefined || intervalOf(view, audience) === undefined) return [];
    return [{ at: target, says: `Next update to ${audience} at ${clockTime(target, view.zone)}` }];
  });
  return [
    ...open.map(({ label, text, objections }) => {
      const by = [...new Set(objections.map((objection) => personName(view, objection.by)))];
      return `${label} ${text}${by.length === 0 ? '' : `; objections by ${by.join(', ')}`}`;
    }),
    ...clocks.sort((a, b) => a.at - b.at).map(({ says }) => says),
  ];
}

function people(view: IncidentView, now: number): readonly string[] {
  const known = Object.values(view.people).filter(({ sameAs }) => sameAs === undefined);
  const called = (list: readonly PersonView[]): string => list.map(({ id }) => personName(view, id)).join(', ');
  const line = (says: string, list: readonly PersonView[]): readonly string[] => (list.length === 0 ? [] : [`${says}: ${called(list)}`]);
  const here = known.filter(({ standing, kind }) => kind === 'person' && isHere(standing));
  const resting = known.filter(({ standing }) => standing === 'resting');
  return [
    ...here.map((person) => `${personName(view, person.id)}${dutyWords(view, person)}${tiredWords(view, person, now)}`),
    ...line(
      'Asked, no answer yet',
      known.filter(({ standing }) => standing === 'asked'),
    ),
    ...line(
      'Teams that look',
      known.filter(({ standing, kind }) => standing === 'looking' && kind === 'team'),
    ),
    ...line(
      'Ruled out, may be excused',
      known.filter(({ standing }) => standing === 'ruledOut'),
    ),
    ...line(
      'Excused',
      known.filter(({ standing }) => standing === 'excused'),
    ),
    ...resting.map(({ id, until }) => `${personName(view, id)} rests${until === undefined ? '' : ` until ${clockTime(until, view.zone)}`}`),
    ...(view.relief === undefined ? [] : [`Relief: ${personName(view, view.relief.person)} at ${clockTime(view.relief.from, view.zone)}`]),
  ];
}

function dutyWords(view: IncidentView, { id, standing }: PersonView): string {
  if (standing === 'observing') return ', observing';
  const roles = carriedRoles(view).find(({ person }) => person === id)?.roles ?? [];
  return roles.length === 0 ? '' : `, ${roles.map((role) => roleName(view, role)).join(', ')}`;
}

function tiredWords(view: IncidentView, { id, awakeSince }: PersonView, now: number): string {
  const since = commanderOf(view) === id ? commandSince(view) : undefined;
  const inCommand = since !== undefined && now - since >= hour ? `, ${Math.floor((now - since) / hour)} h in command` : '';
  return awakeSince === undefined || awakeSince > now ? inCommand : `${inCommand}, awake for ${Math.floor((now - awakeSince) / hour)} h`;
}
