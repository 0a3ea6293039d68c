/** Prompts of command: two who both believe to have a role, a handoff under way, vacancies, relief, a commander who is hands-on, and too many direct reports. */
import type { RoleId } from '../../vocabulary/words.ts';
import { clockTime } from '../../vocabulary/zoned-time.ts';
import { canonicalPerson, personName, roleName } from '../names.ts';
import { carriedRoles, vacancies } from '../people/carried-roles.ts';
import { directReports } from '../people/direct-reports.ts';
import { unconfirmedSince } from '../people/handoff-requirements.ts';
import { handsOnNow, otherHands } from '../people/hands-on.ts';
import { commanderOf } from '../people/presence.ts';
import { commandSince, reliefDue } from '../people/relief.ts';
import { openConflicts } from '../people/role-conflicts.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { mention, type Prompt, type PromptAnswer, span, timeWords } from './prompt.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What may be asked at any time while the incident is open, asleep or not. */
export function handoverPrompts(view: IncidentView, now: number): readonly Prompt[] {
  return [...conflictPrompts(view), ...handoffPrompts(view, now)];
}

/** What is asked while people work. */
export function commandPrompts(view: IncidentView, now: number): readonly Prompt[] {
  return [...vacancyPrompts(view, now), ...reliefPrompts(view, now), ...handsOnPrompts(view, now), ...spanPrompts(view)];
}

/** The role as the composer takes it. */
const roleWord = (role: RoleId): string => (role === 'commander' ? 'ic' : role);
const toCommander = (view: IncidentView): { readonly to?: string } => {
  const commander = commanderOf(view);
  return commander === undefined ? {} : { to: commander };
};

/** Able people who are not the commander, those who carry least first, two at most: offered by name. */
function freeHands(view: IncidentView): readonly string[] {
  const carried = new Map(carriedRoles(view).map(({ person, roles }) => [person, roles.length]));
  return [...otherHands(view)].sort((a, b) => (carried.get(a) ?? 0) - (carried.get(b) ?? 0)).slice(0, 2);
}

function conflictPrompts(view: IncidentView): readonly Prompt[] {
  const roles = [...new Set(openConflicts(view).map(({ role }) => role))];
  return roles.map((role) => {
    const claiming = openConflicts(view).flatMap((conflict) => (conflict.role === role ? conflict.people : []));
    const people = [...new Set(claiming.map((id) => canonicalPerson(view, id)))];
    const names = people.map((id) => personName(view, id)).join(' and ');
    return {
      id: `conflict/${role}`,
      kind: 'conflict',
      says: `${roleName(view, role)}: ${names}, on consoles that did not hear of each other. Who is it?`,
      since: view.roles[role]?.since ?? view.declaredAt ?? 0,
      answers: people.map((id) => ({ says: personName(view, id), key: `/role ${roleWord(role)} ${mention(view, id)}` })),
      tone: 'broken',
    };
  });
}

function handoffPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const { handoff } = view;
  if (handoff === undefined) return [];
  const { offer, from, to, offeredAt, acceptedAt, readBack, expiresAt } = handoff;
  const ask = (step: string, says: string, since: number, person: string, answers: readonly PromptAnswer[]): Prompt => ({
    id: `handoff/${offer}/${step}`,
    kind: 'handoff',
    says,
    since,
    answers,
    to: canonicalPerson(view, person),
    tone: 'now',
  });
  const back = { says: 'decline', key: '/nohandoff ' };
  if (acceptedAt === undefined) {
    const says = `${personName(view, from)} offers you command until ${clockTime(expiresAt, view.zone)}. Read the brief, then say it back.`;
    return [ask('offered', says, offeredAt, to, [{ says: 'read back', key: '/readback ' }, back])];
  }
  const said = readBack === undefined ? '' : `: "${readBack}"`;
  const confirm = { says: 'confirm', key: '/confirm' };
  const waiting = ask('accepted', `${personName(view, to)} read it back${said}. Is that right?`, acceptedAt, from, [
    confirm,
    { says: 'take it back', key: '/nohandoff ' },
  ]);
  const may = unconfirmedSince(view);
  if (may === undefined || may > now) return [waiting];
  const silent = `${personName(view, from)} has not confirmed for ${span(now - acceptedAt)}. You may take command.`;
  return [waiting, ask('unconfirmed', silent, may, to, [confirm, back])];
}

function vacancyPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const waits = assumedPlaybook(view).command.vacancyMinutes * minute;
  return vacancies(view)
    .filter(({ since }) => since + waits <= now)
    .map(({ role, since }) => {
      const word = roleWord(role);
      const others = freeHands(view).map((id) => ({ says: personName(view, id), key: `/role ${word} ${mention(view, id)}` }));
      return {
        id: `vacancy/${role}`,
        kind: 'vacancy',
        says: `${roleName(view, role)}: nobody for ${span(now - since)}.`,
        since: since + waits,
        answers: [...others, { says: 'I take it', key: `/take ${word}` }],
        ...toCommander(view),
        tone: role === 'commander' ? 'now' : 'quiet',
      };
    });
}

function reliefPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const due = reliefDue(view, now);
  if (due === undefined) return [];
  const plan = { says: 'plan it', key: '/relief ' };
  const hand = (id: string): PromptAnswer => ({ says: `hand over to ${personName(view, id)}`, key: `/handoff ${mention(view, id)}` });
  const prompt = { id: `relief/${due.kind}`, kind: 'relief', since: due.since, ...toCommander(view) } as const;
  if (due.person !== undefined) {
    const says = `${personName(view, due.person)} was to take over command at ${timeWords(due.since, now, view.zone)}.`;
    return [{ ...prompt, says, answers: [hand(due.person), plan], tone: 'now' }];
  }
  const answers = [...freeHands(view).slice(0, 1).map(hand), plan, { says: 'nobody available', key: '/norelief ' }];
  return [{ ...prompt, says: reliefWords(view, now), answers, tone: due.kind === 'hard' ? 'now' : 'quiet' }];
}

function reliefWords(view: IncidentView, now: number): string {
  const held = now - (commandSince(view) ?? now);
  // Left open and forgotten: nobody was in command for that long.
  if (held >= 2 * day)
    return `Command has not changed hands for ${span(held)}. Is it still being worked on? Hand it over, pause it or end it.`;
  const awake = view.people[commanderOf(view) ?? '']?.awakeSince;
  const slept = awake === undefined || awake > now ? '' : ` and awake for ${Math.floor((now - awake) / hour)} h`;
  return `In command for ${span(held)}${slept}. Who takes over?`;
}

function handsOnPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const episode = handsOnNow(view, now);
  const [free] = freeHands(view);
  if (episode === undefined || free === undefined) return [];
  const name = personName(view, free);
  return [
    {
      id: `handsOn/${episode.event}`,
      kind: 'handsOn',
      says: `You have command and your hands in it. ${name} is here: hand on the work, or command.`,
      since: episode.since,
      answers: [
        { says: `${name} leads ops`, key: `/role ops ${mention(view, free)}` },
        { says: `${name} takes command`, key: `/handoff ${mention(view, free)} hands-on` },
      ],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}

function spanPrompts(view: IncidentView): readonly Prompt[] {
  const limit = assumedPlaybook(view).command.spanOfControl;
  const reports = directReports(view);
  const last = reports[limit];
  if (last === undefined) return [];
  return [
    {
      id: 'span/commander',
      kind: 'span',
      says: `${reports.length} people report to you directly, more than ${limit}. Give some of them a leader, a goal and a timebox.`,
      since: last.standingSince,
      answers: [{ says: 'open a workstream', key: '/ws ' }],
      ...toCommander(view),
      tone: 'quiet',
    },
  ];
}
