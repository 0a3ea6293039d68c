/** Why a thing of work cannot go where a command would send it, and what to do instead. */
import type { DecisionState, HypothesisState, LeverState, TaskState } from '../../vocabulary/words.ts';
import type { Candidate } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

const tasks: Readonly<Record<TaskState, string>> = {
  proposed: 'is for nobody yet: give it to somebody first',
  offered: 'is with somebody already',
  acked: 'was acknowledged already',
  running: 'is running already',
  expired: 'has run out of time: say done, more time or stuck, or hand it on',
  stuck: 'is stuck: give it more time, hand it on, or end it',
  done: 'is done: open it again first, with a reason',
  dropped: 'was dropped: open it again first, with a reason',
};
const hypotheses: Readonly<Record<HypothesisState, string>> = {
  open: 'is open already',
  testing: 'is being tested: support, refute or park it',
  supported: 'is supported: test, refute or park it',
  refuted: 'is refuted: open it again first, with a reason',
  parked: 'is parked: open it again first, with a reason',
};
const decisions: Readonly<Record<DecisionState, string>> = {
  proposed: 'is proposed only: decide or withdraw it',
  polling: 'is being asked about: decide or withdraw it',
  decided: 'is decided: reverse it, with a reason',
  withdrawn: 'was withdrawn: propose it anew',
  reversed: 'was reversed: propose a new one',
};
const levers: Readonly<Record<LeverState, string>> = {
  free: 'is in nobody’s hand, and not applied',
  leased: 'is in hand only, and not applied yet',
  applied: 'is applied: take it back, or keep it',
  reverted: 'was taken back already',
  kept: 'is kept: take it back when its time comes',
};

/** One plain sentence without its full stop; `undefined` for what is no thing of work. */
export function noWayOfWork(view: IncidentView, { type, body }: Candidate): string | undefined {
  const says = <State extends string>(
    things: readonly { readonly id: string; readonly label: string; readonly state: State }[],
    words: Readonly<Record<State, string>>,
    id: unknown,
  ) => things.filter((thing) => thing.id === id).map(({ label, state }) => `${label} ${words[state]}`)[0];
  if (type.startsWith('task.')) return says(view.tasks, tasks, body.task);
  if (type.startsWith('hypothesis.')) return says(view.hypotheses, hypotheses, body.hypothesis);
  if (type.startsWith('decision.')) return says(view.decisions, decisions, body.decision);
  if (!type.startsWith('lever.')) return undefined;
  const lever = view.levers.find((other) => other.lever === body.lever);
  return `"${lever?.name ?? String(body.name)}" ${levers[lever?.state ?? 'free']}`;
}
