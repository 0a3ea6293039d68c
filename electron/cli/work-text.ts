/** The work in an incident as lines of plain text: tasks with their minutes left, hypotheses, decisions, levers, parked questions, and who stands where. */
import { personName } from '../../shared/incident/names.ts';
import { standingWords } from '../../shared/incident/people/evolve-standings.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { isRunning, taskClocks } from '../../shared/incident/work/task-clocks.ts';
import type { DecisionView, HypothesisView, LeverView } from '../../shared/incident/work-view.ts';
import { standings } from '../../shared/vocabulary/words.ts';
import { clockTime } from '../../shared/vocabulary/zoned-time.ts';

const minute = 60_000;

/** One heading and its lines; a heading without lines is left out of the page. */
interface WorkSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The sections in the order in which a commander asks for them. `now`: ms since epoch, UTC. */
export function workSections(view: IncidentView, now: number): readonly WorkSection[] {
  return [
    { heading: 'Open tasks', lines: taskLines(view, now) },
    { heading: 'Levers', lines: view.levers.filter(inHand).map((lever) => leverLine(view, lever, now)) },
    { heading: 'Hypotheses', lines: view.hypotheses.map((hypothesis) => hypothesisLine(view, hypothesis)) },
    { heading: 'Decisions', lines: view.decisions.map((decision) => decisionLine(view, decision)) },
    {
      heading: 'Open questions',
      lines: view.questions.filter(({ answer }) => answer === undefined).map(({ label, text }) => `${label}  ${text}`),
    },
  ];
}

/** Where people and teams stand, one standing a line. */
export function standingLines(view: IncidentView): readonly string[] {
  const known = Object.values(view.people).filter(({ sameAs }) => sameAs === undefined);
  return standings.flatMap((standing) => {
    const names = known.filter((person) => person.standing === standing).map(({ id }) => personName(view, id));
    return names.length === 0 ? [] : [`${standingWords[standing]}: ${names.join(', ')}`];
  });
}

function taskLines(view: IncidentView, now: number): readonly string[] {
  const running = taskClocks(view, now).map(({ task, left, unheard }) => ({
    task,
    clock: `${minutesLeft(left)}${unheard ? ', not acknowledged' : ''}`,
  }));
  const waiting = view.tasks
    .filter((task) => !isRunning(task) && task.state !== 'done' && task.state !== 'dropped')
    .map((task) => ({ task, clock: task.state === 'stuck' ? 'stuck' : 'nobody has it' }));
  return [...running, ...waiting].map(({ task, clock }) => {
    const owner = task.to === undefined ? '' : `${personName(view, task.to)}: `;
    return `${task.label}  ${owner}${task.text} (${clock})`;
  });
}

function minutesLeft(left: number): string {
  if (left <= 0) return `time is up, ${Math.floor(-left / minute)} min ago`;
  return `${Math.ceil(left / minute)} min left`;
}

const inHand = ({ state }: LeverView): boolean => state === 'leased' || state === 'applied' || state === 'kept';

function leverLine(view: IncidentView, { lever, name, state, holder, until, target, wayBack, owner }: LeverView, now: number): string {
  const held = until !== undefined && until > now ? `until ${clockTime(until, view.zone)}` : undefined;
  const parts = [
    state === 'leased' ? 'in hand' : state,
    target && `on ${target}`,
    holder && `by ${personName(view, holder)}`,
    owner && `looked after by ${personName(view, owner)}`,
    held,
    state !== 'leased' && `way back: ${wayBack ?? 'not written'}`,
  ];
  return `${lever}  ${name} (${parts.filter(Boolean).join(', ')})`;
}

function hypothesisLine(view: IncidentView, { label, text, state, test, evidence }: HypothesisView): string {
  const weighed = {
    for: evidence.filter(({ sign }) => sign === 'for').length,
    against: evidence.filter(({ sign }) => sign === 'against').length,
  };
  const tester = test?.tester === undefined ? '' : ` by ${personName(view, test.tester)}`;
  const parts = [
    state,
    state === 'testing' && test && `${test.text}${tester}`,
    weighed.for > 0 && `${weighed.for} for`,
    weighed.against > 0 && `${weighed.against} against`,
  ];
  return `${label}  ${text} (${parts.filter(Boolean).join(', ')})`;
}

const decisionWords: Readonly<Record<DecisionView['state'], string>> = {
  proposed: 'proposed',
  polling: 'any strong objections?',
  decided: 'decided',
  withdrawn: 'withdrawn',
  reversed: 'reversed',
};

function decisionLine(view: IncidentView, { label, text, state, objections }: DecisionView): string {
  const names = objections.map(({ by }) => personName(view, by));
  const against = names.length === 0 ? '' : `; objected: ${names.join(', ')}`;
  return `${label}  ${text} (${decisionWords[state]}${against})`;
}
