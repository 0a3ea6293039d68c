/** Prompts of the work: time that is up, tasks that nobody heard, leases that ended, holding on to one explanation, questions that wait, and the tempo of a long night. */
import { canonicalPerson, personName } from '../names.ts';
import { commanderOf, samePerson } from '../people/presence.ts';
import { reachedAt, workedSpans } from '../people/worked-time.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { fixation } from '../work/fixation.ts';
import { expiredClocks, taskClocks } from '../work/task-clocks.ts';
import type { TaskView } from '../work-view.ts';
import type { Prompt, PromptAnswer } from './prompt.ts';
import { span } from './prompt.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A parked question may wait so long before it is worth a prompt. */
const questionWaits = 20 * minute;

/** What is asked while people work. */
export function workPrompts(view: IncidentView, now: number): readonly Prompt[] {
  return [
    ...timeboxPrompts(view, now),
    ...unackedPrompts(view, now),
    ...leasePrompts(view, now),
    ...fixationPrompts(view, now),
    ...questionPrompts(view, now),
    ...tempoPrompts(view, now),
  ];
}

const toCommander = (view: IncidentView): { readonly to?: string } => {
  const commander = commanderOf(view);
  return commander === undefined ? {} : { to: commander };
};

/** A thing whose time is up. */
interface Expired {
  readonly thing: string;
  /** `t4 check pricing, Sam`. */
  readonly says: string;
  readonly asks: string;
  readonly since: number;
  readonly owner: string | undefined;
  readonly answers: readonly PromptAnswer[];
}

/** One prompt for the commander and one for each owner, however many ran out: after a sleep they do not stack. */
function timeboxPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const expired = [...expiredTasks(view, now), ...expiredTests(view, now), ...expiredWorkstreams(view, now)].sort(
    (a, b) => a.since - b.since,
  );
  const commander = commanderOf(view);
  const owners = [...new Set(expired.map(({ owner }) => owner))].filter((owner) => owner !== undefined && owner !== commander);
  return [
    ...timeboxPrompt(expired, 'command', toCommander(view)),
    ...owners.flatMap((to) =>
      to === undefined
        ? []
        : timeboxPrompt(
            expired.filter(({ owner }) => owner === to),
            'owner',
            { to },
          ),
    ),
  ];
}

function timeboxPrompt(expired: readonly Expired[], whose: string, to: { readonly to?: string }): readonly Prompt[] {
  const [first, ...others] = expired;
  if (first === undefined) return [];
  const says =
    others.length === 0
      ? `Time is up: ${first.says}. ${first.asks}`
      : `Time is up for ${expired.length} things, the first: ${first.says}. ${first.asks}`;
  return [{ id: `timebox/${first.thing}/${whose}`, kind: 'timebox', says, since: first.since, answers: first.answers, ...to, tone: 'now' }];
}

const ownedBy = (view: IncidentView, id: string | undefined): string | undefined =>
  id === undefined ? undefined : canonicalPerson(view, id);
const named = (view: IncidentView, id: string | undefined): string => (id === undefined ? '' : `, ${personName(view, id)}`);

function expiredTasks(view: IncidentView, now: number): readonly Expired[] {
  return expiredClocks(view, now).map(({ task, dueAt }) => ({
    thing: task.id,
    says: `${task.label} ${task.text}${named(view, task.to)}`,
    asks: task.extensions > 0 ? 'Done, stuck, or is it still the right task?' : 'Done, more time, or stuck?',
    since: dueAt,
    owner: ownedBy(view, task.to),
    answers: taskAnswers(view, task),
  }));
}

/** What answers a task whose time is up, or soon will be. */
export function taskAnswers(view: IncidentView, { label }: TaskView): readonly PromptAnswer[] {
  return [
    { says: 'done', key: `/t done ${label} ` },
    { says: 'more time', key: `/t +${assumedPlaybook(view).command.taskMinutes} ${label} ` },
    { says: 'stuck', key: `/t stuck ${label} ` },
    { says: 'hand on', key: `/t on ${label} @` },
  ];
}

function expiredTests(view: IncidentView, now: number): readonly Expired[] {
  return view.hypotheses.flatMap(({ id, label, text, state, test }) => {
    const dueAt = state === 'testing' ? test?.timebox?.dueAt : undefined;
    if (dueAt === undefined || dueAt > now) return [];
    const answers = testAnswers(label);
    const asks = 'What did the test show?';
    return [
      { thing: id, says: `${label} ${text}${named(view, test?.tester)}`, asks, since: dueAt, owner: ownedBy(view, test?.tester), answers },
    ];
  });
}

function expiredWorkstreams(view: IncidentView, now: number): readonly Expired[] {
  return view.workstreams.flatMap(({ id, label, name, leader, closedAt, timebox }) => {
    if (closedAt !== undefined || timebox === undefined || timebox.dueAt > now) return [];
    const answers = workstreamAnswers(label);
    const asks = 'How far did they come?';
    return [
      { thing: id, says: `${label} ${name}${named(view, leader)}`, asks, since: timebox.dueAt, owner: ownedBy(view, leader), answers },
    ];
  });
}

/** What answers a test of the hypothesis of this label. */
export const testAnswers = (label: string): readonly PromptAnswer[] => [
  { says: 'supported', key: `/h+ ${label} ` },
  { says: 'refuted', key: `/h- ${label} ` },
  { says: 'another test', key: `/h? ${label} ` },
];

/** What answers the timebox of the workstream of this label. */
export const workstreamAnswers = (label: string): readonly PromptAnswer[] => [
  { says: 'it is over', key: `/ws end ${label} ` },
  { says: 'more time', key: `/ws set ${label} 20m` },
];

function unackedPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const unheard = taskClocks(view, now)
    .filter(({ unheard, standing, task }) => unheard && standing !== 'expired' && !samePerson(view, task.to, commanderOf(view)))
    .map(({ task }) => task)
    .sort((a, b) => (a.since ?? a.addedAt) - (b.since ?? b.addedAt));
  const [first] = unheard;
  if (first === undefined) return [];
  const more = unheard.length === 1 ? '' : ` ${unheard.length - 1} more ${unheard.length === 2 ? 'waits' : 'wait'} for an answer.`;
  const who = first.to === undefined ? 'Somebody' : personName(view, first.to);
  return [
    {
      id: `unacked/${first.id}`,
      kind: 'unacked',
      says: `${who} has not acknowledged ${first.label} ${first.text}: heard?${more}`,
      since: first.since ?? first.addedAt,
      answers: [
        { says: 'heard', key: `/t ack ${first.label}` },
        { says: 'to another', key: `/t on ${first.label} @` },
        { says: 'drop', key: `/t drop ${first.label} ` },
      ],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}

function leasePrompts(view: IncidentView, now: number): readonly Prompt[] {
  return view.levers.flatMap(({ lever, name, state, holder, until }): readonly Prompt[] => {
    if (state !== 'leased' || until === undefined || until > now) return [];
    return [
      {
        id: `lease/${lever}`,
        kind: 'lease',
        says: `"${name}" was taken in hand and not applied; the lease ended ${span(now - until)} ago.`,
        since: until,
        answers: [
          { says: 'applied', key: `/lever on ${lever} ` },
          { says: 'take it again', key: `/lever take ${lever}` },
          { says: 'let it go', key: `/lever free ${lever}` },
        ],
        ...(holder === undefined ? toCommander(view) : { to: canonicalPerson(view, holder) }),
        tone: 'quiet',
      },
    ];
  });
}

function fixationPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const found = fixation(view, now);
  if (found === undefined) return [];
  const { hypothesis, since } = found;
  return [
    {
      id: `fixation/${hypothesis.id}`,
      kind: 'fixation',
      says: `Only ${hypothesis.label} is left, and nobody tried to disprove it for ${span(now - since)}. What would prove it wrong?`,
      since: since + assumedPlaybook(view).command.fixationMinutes * minute,
      answers: [
        { says: 'test it', key: `/h? ${hypothesis.label} ` },
        { says: 'another explanation', key: '/h ' },
      ],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}

function questionPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const waiting = view.questions
    .filter(({ answer, askedAt }) => answer === undefined && now - askedAt >= questionWaits)
    .sort((a, b) => a.askedAt - b.askedAt);
  const [first] = waiting;
  if (first === undefined) return [];
  const more = waiting.length === 1 ? '' : ` ${waiting.length - 1} more ${waiting.length === 2 ? 'waits' : 'wait'}.`;
  return [
    {
      id: `questions/${first.id}`,
      kind: 'questions',
      says: `Parked ${span(now - first.askedAt)} ago: ${first.label} ${first.text}${more}`,
      since: first.askedAt + questionWaits,
      answers: [{ says: 'answer', key: `/ans ${first.label} ` }],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}

/** Offered once each; an answer, "as it is" among them, holds until the next mark. */
function tempoPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const worked = workedSpans(view, now);
  const marathon = reachedAt(worked, 6 * hour);
  const long = reachedAt(worked, 2 * hour);
  const offered =
    marathon !== undefined ? { tempo: 'marathon', since: marathon } : long !== undefined ? { tempo: 'long', since: long } : undefined;
  if (offered === undefined || view.tempo === 'marathon' || view.tempo === offered.tempo) return [];
  if (view.tempoSince !== undefined && view.tempoSince >= offered.since) return [];
  const says = offered.tempo === 'long' ? 'Slower updates, and a plan for relief?' : 'Shifts, food and rest: time for a relief plan.';
  return [
    {
      id: `tempo/${offered.tempo}`,
      kind: 'tempo',
      says: `${offered.tempo === 'long' ? 'Two' : 'Six'} hours of work. ${says}`,
      since: offered.since,
      answers: [
        { says: offered.tempo, key: `/tempo ${offered.tempo}` },
        { says: 'as it is', key: `/tempo ${view.tempo}` },
      ],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}
