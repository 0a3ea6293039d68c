/** Everything that can be done in the room, for the palette, the keys and the menu. Most of it starts a line in the composer, as typing it would. */

import { clocksOf } from '../../../shared/incident/clocks.ts';
import type { LineContext, Opening } from '../../../shared/incident/log-line/parsed-line.ts';
import { available, type NextStep, type Way } from '../../../shared/incident/next-step.ts';
import { assumedPlaybook } from '../../../shared/incident/playbook-of.ts';
import { promptFor } from '../../../shared/incident/prompts.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { audiences, severities } from '../../../shared/vocabulary/words.ts';
import type { Action } from '../../components/palette/actions.ts';
import { go } from '../../route.ts';
import { commandActions } from './command-actions.ts';
import { withOverride } from './composer/lines.ts';
import type { FailedLine } from './composer/use-composer.ts';
import { updateLine } from './header/update-line.ts';
import type { ColumnName } from './layout.ts';
import { enterTimeline } from './timeline/timeline.tsx';
import { answerChords, kindsAsked } from './use-prompt.ts';

interface RoomHandles {
  readonly view: IncidentView;
  /** The id of the person at this console. */
  readonly self: string;
  /** What a notification asked, where one came by it: its prompt stands in front. */
  readonly first?: string | undefined;
  readonly step: NextStep;
  readonly failed: FailedLine | undefined;
  readonly take: () => void;
  readonly pass: () => void;
  readonly compose: (text: string) => void;
  readonly open: (column: ColumnName) => void;
  readonly find: () => void;
  /** Copies the brief and shows it. */
  readonly brief: () => void;
  /** What a typed line depends on, at this moment. */
  readonly lineContext: () => LineContext;
  readonly bringUp: (opening: Opening) => void;
  readonly focusComposer: () => void;
}

const group = 'This incident';

/** Made when a palette opens or a key is pressed, so reasons are as of now. */
export function roomActions(room: RoomHandles): readonly Action[] {
  return [
    ...stepActions(room),
    ...wayActions(room),
    ...factActions(room),
    ...commandActions({ view: room.view, context: room.lineContext(), compose: room.compose }),
    ...updateActions(room),
    ...roleActions(room),
    ...placeActions(room),
  ];
}

function stepActions(room: RoomHandles): readonly Action[] {
  const { step, failed, take, pass, compose } = room;
  const refused = failed?.error.refusal?.code === 'requirements' && failed.line !== '' ? failed : undefined;
  return [
    { id: 'room.next', name: `Next: ${step.says}`, group, chords: ['Alt+N'], run: take },
    {
      id: 'room.skip',
      name: 'Skip this fact',
      group,
      chords: ['Alt+S'],
      ...why(step.fact === undefined, 'Only the first facts are skipped.'),
      run: pass,
    },
    ...answerActions(room),
    {
      id: 'room.override',
      name: 'Go on all the same, with a reason',
      group,
      chords: ['Alt+O'],
      ...why(refused === undefined, 'Nothing was refused.'),
      run: () => refused && compose(withOverride(refused.line)),
    },
  ];
}

/** The answers of the one prompt, by the keys that stand beside them. */
function answerActions({ view, self, first, compose }: RoomHandles): readonly Action[] {
  const asked = promptFor(view, Date.now(), self, kindsAsked(first))?.prompt;
  return answerChords.map((chord, index) => {
    const answer = asked?.answers[index];
    return {
      id: `room.answer.${index + 1}`,
      name: answer === undefined ? `Answer what is asked, ${ordinals[index]}` : `Answer: ${answer.says}`,
      group,
      chords: [chord],
      ...(answer === undefined ? {} : { typed: answer.key.trim() }),
      ...why(answer === undefined, asked === undefined ? 'Nothing is asked.' : 'It has no such answer.'),
      run: () => answer && compose(answer.key),
    };
  });
}

const ordinals = ['the first way', 'the second way', 'the third way', 'the fourth way'] as const;

/** Why a transition cannot be made now, in words; it can be typed all the same, and overridden. */
function whyNot(way: Way): string | undefined {
  if (!way.exists) return 'There is no such way from here.';
  return way.possible ? undefined : `Missing: ${way.unmet.map((unmet) => unmet.says).join('; ')}`;
}

function wayActions({ view, compose }: RoomHandles): readonly Action[] {
  return available(view, Date.now()).map((way) => {
    const reason = whyNot(way);
    return {
      id: `room.${way.type}`,
      name: way.says,
      group,
      typed: way.key.trim(),
      ...(reason !== undefined && { unavailable: reason }),
      run: () => compose(way.key),
    };
  });
}

function factActions({ view, compose }: RoomHandles): readonly Action[] {
  const starts: readonly (readonly [id: string, name: string, line: string, also?: string])[] = [
    ['impact', 'Describe what customers see', '/impact ', 'customer impact'],
    ['impact-start', 'Say when the impact began', '/impact @'],
    ['summary', 'Write what we know', '/s ', 'summary'],
    ['changed', 'Note a recent change', '/changed @', 'deploy'],
    ['action', 'Log an action', '/a '],
    ['follow-up', 'Note a follow-up', '/f ', 'action item'],
    ['person', 'Add a person', '/person ', 'who to call, contact'],
    ['call', 'Set the call', '/call ', 'bridge, phone'],
    ['chat', 'Set the chat', '/chat ', 'channel'],
    ['title', 'Change the title', `/title ${view.title}`, 'rename'],
  ];
  const facts = starts.map(([id, name, line, also]) => ({
    id: `room.${id}`,
    name,
    group,
    typed: line.split(' ')[0] ?? line,
    ...(also !== undefined && { alsoCalled: also }),
    run: () => compose(line),
  }));
  const grades = severities.map((severity) => ({
    id: `room.severity.${severity}`,
    name: `Severity ${severity}: ${assumedPlaybook(view).severities[severity].meaning}`,
    group: 'Severity',
    typed: `/sev ${severity}`,
    ...why(view.severity === severity, 'It is this one already.'),
    run: () => compose(`/sev ${severity} `),
  }));
  return [...facts, ...grades];
}

function updateActions({ view, compose }: RoomHandles): readonly Action[] {
  const running = new Set(clocksOf(view, Date.now()).map((clock) => clock.audience));
  const lines = audiences.map((audience) => ({
    id: `room.update.${audience}`,
    name: `Update ${audience}${running.has(audience) ? '' : ' (no clock runs)'}`,
    group: 'Updates',
    typed: `/u ${audience}`,
    run: () => compose(updateLine(view, audience)),
  }));
  const desk = {
    id: 'room.updates',
    name: 'Updates: write, approve and send messages',
    group: 'Updates',
    chords: ['Alt+M'],
    typed: '/updates',
    alsoCalled: 'message draft approve send template customers status page',
    run: () => go({ screen: 'updates', incident: view.id }),
  };
  return [desk, ...lines];
}

function roleActions({ view, compose }: RoomHandles): readonly Action[] {
  return assumedPlaybook(view).roles.flatMap((role) => {
    const word = role.id === 'commander' ? 'ic' : role.id;
    const held = view.roles[role.id]?.state === 'held';
    return [
      {
        id: `room.role.${role.id}`,
        name: `Assign ${role.name}`,
        group: 'Roles',
        typed: `/role ${word}`,
        run: () => compose(`/role ${word} @`),
      },
      {
        id: `room.take.${role.id}`,
        name: `Take ${role.name}`,
        group: 'Roles',
        typed: `/take ${word}`,
        run: () => compose(`/take ${word} `),
      },
      {
        id: `room.release.${role.id}`,
        name: `Release ${role.name}`,
        group: 'Roles',
        typed: `/release ${word}`,
        ...why(!held, 'Nobody holds it.'),
        run: () => compose(`/release ${word}`),
      },
    ];
  });
}

function placeActions({ view, open, find, brief, bringUp, focusComposer }: RoomHandles): readonly Action[] {
  return [
    {
      id: 'export',
      name: 'Export a draft of the postmortem',
      group,
      typed: '/export',
      run: () => go({ screen: 'export', incident: view.id }),
    },
    {
      id: 'room.meeting',
      name: 'Review meeting',
      group,
      typed: '/meeting',
      alsoCalled: 'postmortem debrief agenda facilitator retrospective',
      run: () => go({ screen: 'meeting', incident: view.id }),
    },
    {
      id: 'room.before',
      name: 'Happened before? Past incidents like this one',
      group,
      typed: '/before',
      alsoCalled: 'similar history library precedent',
      run: () => go({ screen: 'library', incident: view.id }),
    },
    { id: 'room.find', name: 'Search in this incident', group, chords: ['Mod+F'], alsoCalled: 'find line text', run: find },
    {
      id: 'room.brief',
      name: 'Copy a brief for somebody who joins, and show what changed',
      group,
      chords: ['F2'],
      typed: '/brief',
      alsoCalled: 'summary, handover, since I looked',
      run: brief,
    },
    {
      id: 'room.can',
      name: 'Report conditions, actions and needs',
      group,
      typed: '/can',
      alsoCalled: 'CAN report status',
      run: () => bringUp({ kind: 'fill', from: 'can' }),
    },
    {
      id: 'room.board',
      name: 'Hypotheses side by side',
      group: 'Go',
      typed: '/board',
      alsoCalled: 'board',
      run: () => bringUp({ kind: 'open', screen: 'board' }),
    },
    {
      id: 'room.triage',
      name: 'How bad is it? By questions',
      group: 'Severity',
      chords: ['Alt+Q'],
      typed: '/triage',
      alsoCalled: 'severity, triage, classify',
      run: () => bringUp({ kind: 'open', screen: 'triage' }),
    },
    {
      id: 'room.due',
      name: 'What falls due, the soonest first',
      group: 'Go',
      typed: '/due',
      alsoCalled: 'schedule, deadlines, clocks',
      run: () => bringUp({ kind: 'open', screen: 'due' }),
    },
    {
      id: 'room.roll',
      name: 'Roll call',
      group: 'Go',
      typed: '/roll',
      run: () => bringUp({ kind: 'open', screen: 'rollCall' }),
    },
    {
      id: 'room.levers',
      name: 'Levers: what each does, and how to undo it',
      group: 'Go',
      typed: '/lever',
      run: () => bringUp({ kind: 'open', screen: 'levers' }),
    },
    {
      id: 'room.checklist',
      name: 'Checklists: go on with the open one, or choose one',
      group: 'Go',
      chords: ['Alt+C'],
      typed: '/list',
      run: () => bringUp({ kind: 'open', screen: 'checklist' }),
    },
    { id: 'room.people', name: 'People', group: 'Go', chords: ['Alt+1'], run: () => open('people') },
    { id: 'room.work', name: 'Clocks and work', group: 'Go', chords: ['Alt+2'], run: () => open('work') },
    { id: 'room.timeline', name: 'Lines of the timeline', group: 'Go', chords: ['Alt+ArrowUp'], run: enterTimeline },
    { id: 'room.composer', name: 'Back to the composer', group: 'Go', chords: ['Alt+0'], run: focusComposer },
  ];
}

/** The reason, where it holds. */
function why(holds: unknown, reason: string): { readonly unavailable?: string } {
  return holds ? { unavailable: reason } : {};
}
