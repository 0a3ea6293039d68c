/** What asks for attention, of whom, since when, with which answers; and what never does. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/incident/commands.ts';
import { decide } from '../../shared/incident/decide.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { mention, type Prompt, type PromptKind, promptKinds, span } from '../../shared/incident/prompts/prompt.ts';
import { promptFor, prompts } from '../../shared/incident/prompts.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { importActor } from '../../shared/vocabulary/words.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, meet, pair } from '../fixtures/rooms.ts';

const hour = 60 * minute;
const asked = (console: PaperConsole): readonly Prompt[] => prompts(console.view, console.now);
const kinds = (console: PaperConsole): readonly PromptKind[] => asked(console).map(({ kind }) => kind);
const of = (console: PaperConsole, kind: PromptKind): Prompt | undefined => asked(console).find((prompt) => prompt.kind === kind);
const keys = (prompt: Prompt | undefined): readonly string[] => (prompt?.answers ?? []).map(({ key }) => key);
/** Tells responders, so that no clock of theirs asks for a day. */
const quietClocks = (console: PaperConsole): void => {
  const audiences = ['responders', 'staff', 'executives', 'customers'] as const;
  console.does({ type: 'update.send', audiences: [...audiences], text: 'We are on it.', nextAt: console.now + 24 * hour });
};

interface Room {
  readonly kim: PaperConsole;
  /** Who answers what is for everybody. */
  readonly ada: string;
}

/** Hours of work in which everything was left lying that can be. */
function worked(): Room {
  const { kim, ada } = pair(1);
  const tim = adds(kim, 'Tim');
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) adds(kim, `Team mate ${name}`);
  kim.does({ type: 'role.release', role: 'scribe' });
  kim.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: kim.now + 20 * minute });
  kim.does({ type: 'hypothesis.open', text: 'the deploy' });
  kim.does({ type: 'entry.add', kind: 'question', text: 'does the partner know?' });
  kim.does({ type: 'lever.lease', lever: 'rollback', minutes: 5 });
  kim.passes(3 * hour);
  kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
  kim.does({ type: 'task.add', text: 'read the log', to: tim, minutes: 30 });
  kim.passes(2 * minute);
  kim.passes(hour);
  kim.does({ type: 'entry.add', kind: 'action', text: 'restart them again' });
  return { kim, ada: ada.actor.id };
}
/** Time is up for a task, a test and a workstream, one for each owner. */
function tasked(): Room {
  const { kim, ada } = pair();
  const [tim, sam] = [adds(kim, 'Tim'), adds(kim, 'Sam')] as const;
  kim.does({ type: 'task.add', text: 'compare pods', to: ada.actor.id, minutes: 5 });
  kim.does({ type: 'task.add', text: 'ask the partner', to: tim, minutes: 30 });
  kim.does({ type: 'hypothesis.open', text: 'the deploy' });
  kim.does({ type: 'hypothesis.test', hypothesis: kim.view.hypotheses[0]?.id ?? '', test: 'one old pod', minutes: 5, tester: tim });
  kim.does({ type: 'workstream.open', name: 'Payments', leader: sam, minutes: 5 });
  kim.passes(20 * minute);
  return { kim, ada: ada.actor.id };
}
function offered(): Room {
  const { kim, ada } = pair();
  adds(kim, 'Tim');
  kim.does({ type: 'handoff.offer', to: ada.actor.id });
  return { kim, ada: ada.actor.id };
}
function readBack(): Room {
  const room = offered();
  room.kim.does({ type: 'handoff.accept', by: room.ada, readBack: 'cards fail' });
  room.kim.passes(3 * minute);
  return room;
}
function asleep(): Room {
  const { kim, ada } = pair();
  kim.does({ type: 'incident.pause', until: kim.now + hour, impact: 'usable' });
  kim.passes(hour);
  return { kim, ada: ada.actor.id };
}
function triaged(): Room {
  const kim = declared();
  kim.passes(30 * minute);
  return { kim, ada: kim.actor.id };
}
/** Two consoles that gave command to two people. */
function disputed(): Room {
  const { kim, ada } = pair();
  const tim = joins(kim, 'Tim', ada);
  kim.now += minute;
  kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
  tim.now += 2 * minute;
  tim.does({ type: 'role.assume', role: 'commander', reason: 'nobody answers' });
  meet(kim, tim, ada);
  return { kim, ada: ada.actor.id };
}
/** A draft that waited, and one message that may not have arrived. */
function messages(): Room {
  const { kim, ada } = pair();
  kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id, reason: 'a second pair of hands' });
  kim.does({ type: 'update.draft', audiences: ['customers'], text: 'We know.', final: true, by: ada.actor.id });
  kim.passes(2 * minute);
  const body = { audiences: ['staff'], text: 'We know.', channels: [{ id: 'ops', name: 'Slack #ops' }] };
  const sent = kim.write({ id: kim.newId(), type: 'update.sent', v: 1, body }, { command: 'sent' }, ada.actor.id);
  for (const type of ['delivery.begun', 'delivery.uncertain']) {
    const attempt = { update: sent.id, channel: 'ops', attempt: 1, why: 'the line broke' };
    kim.write({ id: kim.newId(), type, v: 1, body: attempt }, { deadline: `delivery/${sent.id}/ops/1` }, 'system');
  }
  return { kim, ada: ada.actor.id };
}
const world = { label: 'inc-1', zone: 'Europe/Berlin', playbook: defaultPlaybook, channels: [], playbookHash: '0'.repeat(64) };

describe('a prompt', () => {
  test('is one at a time for each person, the most pressing first, the rest a number', () => {
    const { kim, ada } = pair(1);
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: kim.now + 10 * minute });
    kim.does({ type: 'task.add', text: 'compare pods', to: ada.actor.id, minutes: 5 });
    kim.does({ type: 'role.release', role: 'scribe' });
    kim.passes(13 * minute);
    expect(kinds(kim).slice(0, 2)).toEqual(['promise', 'timebox']);
    const mine = promptFor(kim.view, kim.now, kim.actor.id);
    expect(mine?.prompt).toMatchObject({ kind: 'promise', tone: 'broken', id: 'promise/customers' });
    expect(mine?.others).toBe(asked(kim).filter(({ to }) => to === kim.actor.id).length - 1);
    expect(promptFor(kim.view, kim.now, ada.actor.id)).toMatchObject({ prompt: { kind: 'timebox' }, others: 0 });
  });

  test('never comes up for an incident that ended, or was written down afterwards', () => {
    const kim = declared(1);
    kim.passes(3 * hour);
    expect(asked(kim).length).toBeGreaterThan(0);
    kim.does({ type: 'incident.cancel', reason: 'same as inc-3' });
    expect(asked(kim)).toEqual([]);
    const late = new PaperConsole();
    late.does({ type: 'incident.declare', title: 'Last night', severity: 1, mode: 'backfilled' });
    late.passes(8 * hour);
    expect(asked(late)).toEqual([]);
    const imported = new PaperConsole();
    const body = { sourceId: 'o', contentHash: 'c', title: 'An outage', zone: 'UTC', sources: [], notes: [], conflicts: [] };
    imported.write({ id: imported.newId(), type: 'incident.imported', v: 1, body }, { import: 'o', row: 0 }, importActor);
    imported.now += 8 * hour;
    expect(asked(imported)).toEqual([]);
  });

  test('goes to a person under each of their ids', () => {
    const { kim, ada } = pair();
    const tim = joins(kim, 'Tim', ada);
    kim.does({ type: 'person.sameAs', person: tim.actor.id, sameAs: ada.actor.id });
    kim.does({ type: 'handoff.offer', to: tim.actor.id });
    for (const id of [tim.actor.id, ada.actor.id]) expect(promptFor(kim.view, kim.now, id)?.prompt.kind).toBe('handoff');
    expect(promptFor(kim.view, kim.now, kim.actor.id)).toBeUndefined();
  });

  test('answers with lines that the composer reads as commands, and the charts take, once the missing words are typed', () => {
    // What a person types behind the answers that wait for words.
    const typed: Readonly<Record<string, string>> = {
      '/sev ': '2',
      '/relief ': '@Tim 23:30',

      '/ws ': 'Payments',
    };
    const answered = new Set<PromptKind>();
    for (const { kim, ada } of [worked(), offered(), readBack(), asleep(), triaged(), disputed(), tasked(), messages()]) {
      for (const { kind, answers, to } of asked(kim)) {
        for (const { key } of answers) {
          const self = to ?? ada;
          const name = kim.view.people[self]?.name ?? '';
          const words = key.endsWith('@') ? 'Tim' : key.endsWith(' ') ? (typed[key] ?? 'a few words') : '';
          const line = `${key.replace('…', 'what we know')}${words}`;
          const parsed = parseLine(line, lineContextOf(kim.view, { now: kim.now, self, name }));
          expect(parsed.kind, line).toBe(key.startsWith('/updates') ? 'open' : 'command');
          if (parsed.kind !== 'command') continue;
          const command = { ...parsed.draft, commandId: kim.newId(), incidentId: kim.incidentId } as Command;
          const decided = decide(kim.view, command, { ...world, now: kim.now, actor: { id: self, name }, newId: () => kim.newId() });
          expect(decided, `${kind}: ${line}`).toMatchObject({ ok: true });
          answered.add(kind);
        }
      }
    }
    expect([...promptKinds].filter((kind) => !answered.has(kind))).toEqual([]);
  });

  test('names people as the composer takes them, and nobody whose name was erased', () => {
    const kim = declared(2);
    const ada = adds(kim, 'Ada Lovelace');
    expect(mention(kim.view, ada)).toBe('@Ada.Lovelace');
    const view = { ...kim.view, people: { x: { ...kim.view.people[kim.actor.id], name: null } } } as typeof kim.view;
    expect(mention(view, 'x')).toBe('@');
  });
});

describe('clocks', () => {
  test('ask once for all audiences together, of comms, and count those behind', () => {
    const { kim, ada } = pair(1);
    kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id });
    kim.passes(9 * hour);
    const clocks = asked(kim).filter(({ kind }) => kind === 'update' || kind === 'promise');
    expect(clocks).toHaveLength(1);
    expect(clocks[0]).toMatchObject({ id: 'update/customers', to: ada.actor.id, tone: 'now' });
    expect(clocks[0]?.says).toMatch(/was due 8 h 55 min ago\. 3 more clocks wait\.$/);
  });

  test('ask for a broken promise before a target that was missed earlier', () => {
    const { kim } = pair(1);
    kim.does({ type: 'update.send', audiences: ['executives'], text: 'We know.', nextAt: kim.now + 40 * minute });
    kim.passes(hour);
    expect(of(kim, 'promise')).toMatchObject({ id: 'promise/executives', since: kim.now - 20 * minute, tone: 'broken' });
  });

  test('are quiet while they are due soon, and a lone responder hears of a summary', () => {
    const kim = declared(3);
    kim.passes(28 * minute);
    expect(of(kim, 'update')).toMatchObject({ says: 'The summary is due at 03:00.', tone: 'quiet' });
    expect(keys(of(kim, 'update'))).toEqual(['/s ', '/snooze responders ']);
  });

  test('a triage asks for its decision after ten minutes', () => {
    const kim = declared();
    kim.passes(9 * minute);
    expect(of(kim, 'triage')).toBeUndefined();
    kim.passes(minute);
    expect(of(kim, 'triage')).toMatchObject({ since: kim.now, tone: 'now' });
    expect(keys(of(kim, 'triage'))).toEqual(['/sev ', '/decline ', '/false ']);
  });

  test('a pause that is over asks whoever watches, and nothing else asks while it sleeps', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.release', role: 'comms' });
    kim.does({ type: 'incident.pause', until: kim.now + 6 * hour, watcher: ada.actor.id, impact: 'slow, usable' });
    kim.passes(5 * hour);
    expect(asked(kim)).toEqual([]);
    kim.passes(hour);
    expect(asked(kim)).toMatchObject([{ kind: 'pause', to: ada.actor.id, answers: [{ key: '/wake ' }] }]);
  });
});

describe('a handoff', () => {
  test('asks the one to whom it is offered, then the one who offered, then both', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    expect(of(kim, 'handoff')).toMatchObject({ to: ada.actor.id, answers: [{ key: '/readback ' }, { key: '/nohandoff ' }] });
    kim.does({ type: 'handoff.accept', by: ada.actor.id, readBack: 'cards fail' });
    expect(of(kim, 'handoff')).toMatchObject({ to: kim.actor.id, says: 'Ada read it back: "cards fail". Is that right?' });
    kim.passes(3 * minute);
    expect(asked(kim).filter(({ kind }) => kind === 'handoff')).toMatchObject([
      { to: kim.actor.id },
      { to: ada.actor.id, says: 'Kim has not confirmed for 3 min. You may take command.', answers: [{ key: '/confirm' }, {}] },
    ]);
  });

  test('to oneself, gone on with all the same, asks two things that can be told apart', () => {
    const { kim } = pair();
    kim.does({ type: 'handoff.offer', to: kim.actor.id, override: { reason: 'practice' } });
    kim.does({ type: 'handoff.accept', readBack: 'cards fail' });
    kim.passes(3 * minute);
    const ids = asked(kim).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('handoff/'))).toHaveLength(2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('that met another on a second console leads everything, and is settled by an answer', () => {
    const { kim } = disputed();
    expect(asked(kim)[0]).toMatchObject({ id: 'conflict/commander', tone: 'broken' });
    expect(keys(asked(kim)[0])).toEqual(['/role ic @Ada', '/role ic @Tim']);
  });
});

describe('vacancies', () => {
  test('ask after five minutes, and name whoever carries least', () => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'role.assign', role: 'ops', person: tim });
    kim.does({ type: 'role.release', role: 'comms' });
    kim.passes(4 * minute);
    expect(kinds(kim)).not.toContain('vacancy');
    kim.passes(2 * minute);
    expect(of(kim, 'vacancy')).toMatchObject({ id: 'vacancy/comms', says: 'Comms: nobody for 6 min.', to: kim.actor.id, tone: 'quiet' });
    expect(keys(of(kim, 'vacancy'))).toEqual(['/role comms @Ada', '/role comms @Tim', '/take comms']);
  });

  test('never ask a lone responder, and begin when somebody comes who could take the role', () => {
    const kim = declared(1);
    kim.does({ type: 'role.release', role: 'comms' });
    kim.passes(hour);
    expect(kinds(kim)).not.toContain('vacancy');
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'person.mark', people: [tim], standing: 'observing' });
    kim.passes(hour);
    expect(kinds(kim)).not.toContain('vacancy');
    kim.does({ type: 'person.mark', people: [tim], standing: 'engaged' });
    kim.passes(5 * minute);
    expect(of(kim, 'vacancy')?.since).toBe(kim.now);
  });

  test('of command ask everybody who is here, at once in tone', () => {
    const { kim } = pair();
    kim.does({ type: 'role.release', role: 'commander' });
    kim.passes(5 * minute);
    expect(of(kim, 'vacancy')).toMatchObject({ id: 'vacancy/commander', tone: 'now' });
    expect(of(kim, 'vacancy')).not.toHaveProperty('to');
    expect(keys(of(kim, 'vacancy'))).toContain('/take ic');
  });
});

describe('the commander is asked', () => {
  test('who takes over after two hours at night, quietly, and not quietly after six', () => {
    const { kim } = pair(2, { now: Date.UTC(2026, 5, 10, 21) });
    quietClocks(kim);
    kim.does({ type: 'person.setAwake', person: kim.actor.id, since: kim.now - 15 * hour });
    kim.passes(2 * hour);
    expect(of(kim, 'relief')).toMatchObject({ says: 'In command for 2 h and awake for 17 h. Who takes over?', tone: 'quiet' });
    expect(keys(of(kim, 'relief'))).toEqual(['/handoff @Ada', '/relief ', '/norelief ']);
    kim.does({ type: 'relief.noneAvailable' });
    expect(kinds(kim)).not.toContain('relief');
    kim.passes(4 * hour);
    expect(of(kim, 'relief')).toMatchObject({ id: 'relief/hard', tone: 'now' });
  });

  test('about their hands, as long as somebody is here who could do it', () => {
    const { kim, ada } = pair();
    quietClocks(kim);
    kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
    expect(keys(of(kim, 'handsOn'))).toEqual(['/role ops @Ada', '/handoff @Ada hands-on']);
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'excused' });
    expect(kinds(kim)).not.toContain('handsOn');
  });

  test('for sub-teams when more than seven report to them', () => {
    const kim = declared(2);
    const people = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => adds(kim, name));
    expect(of(kim, 'span')).toMatchObject({ answers: [{ key: '/ws ' }], to: kim.actor.id });
    kim.does({ type: 'workstream.open', name: 'Payments', leader: people[0] ?? '', members: [people[1] ?? ''] });
    expect(kinds(kim)).not.toContain('span');
  });

  test('for a slower tempo after two hours of work and again after six, and not once they have answered', () => {
    const { kim } = pair();
    quietClocks(kim);
    kim.passes(2 * hour);
    expect(of(kim, 'tempo')).toMatchObject({ id: 'tempo/long', since: kim.now });
    kim.does({ type: 'tempo.set', tempo: 'normal' });
    expect(kinds(kim)).not.toContain('tempo');
    kim.passes(4 * hour);
    expect(keys(of(kim, 'tempo'))).toEqual(['/tempo marathon', '/tempo normal']);
    kim.does({ type: 'tempo.set', tempo: 'marathon' });
    expect(kinds(kim)).not.toContain('tempo');
  });

  test('what would prove the last explanation wrong, after twenty minutes without a try', () => {
    const kim = declared(2);
    quietClocks(kim);
    kim.does({ type: 'hypothesis.open', text: 'the deploy' });
    kim.passes(20 * minute);
    expect(of(kim, 'fixation')).toMatchObject({ since: kim.now, answers: [{ key: '/h? h1 ' }, { key: '/h ' }] });
    kim.does({ type: 'hypothesis.test', hypothesis: kim.view.hypotheses[0]?.id ?? '', test: 'one old pod', minutes: 60 });
    expect(kinds(kim)).not.toContain('fixation');
  });

  test('for questions that wait for twenty minutes, the longest first, with their number', () => {
    const kim = declared(2);
    quietClocks(kim);
    for (const text of ['does the partner know?', 'who owns the queue?']) kim.does({ type: 'entry.add', kind: 'question', text });
    kim.passes(20 * minute);
    expect(of(kim, 'questions')).toMatchObject({ says: 'Parked 20 min ago: q1 does the partner know? 1 more waits.' });
    for (const { id } of kim.view.questions) kim.does({ type: 'question.answer', question: id, text: 'yes' });
    expect(kinds(kim)).not.toContain('questions');
  });

  test('about a task that nobody acknowledged', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'task.add', text: 'compare pods', to: ada.actor.id, minutes: 30 });
    kim.passes(2 * minute);
    expect(of(kim, 'unacked')).toMatchObject({ says: 'Ada has not acknowledged t1 compare pods: heard?', to: kim.actor.id });
    kim.does({ type: 'task.ack', task: kim.view.tasks[0]?.id ?? '' });
    expect(kinds(kim)).not.toContain('unacked');
  });
});

describe('time that is up', () => {
  test('asks the commander and the owner for one of the answers', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'task.add', text: 'compare pods', to: ada.actor.id, minutes: 5 });
    kim.passes(5 * minute);
    const [first, second] = asked(kim).filter(({ kind }) => kind === 'timebox');
    expect([first?.to, second?.to].sort()).toEqual([kim.actor.id, ada.actor.id].sort());
    expect(first?.says).toBe('Time is up: t1 compare pods, Ada. Done, more time, or stuck?');
    expect(keys(first)).toEqual(['/t done t1 ', '/t +5 t1 ', '/t stuck t1 ', '/t on t1 @']);
  });

  test('asks once with a count after a sleep, of tasks, tests and workstreams together', () => {
    const kim = declared(2);
    for (const text of ['compare pods', 'read the log']) kim.does({ type: 'task.add', text, to: kim.actor.id, minutes: 5 });
    kim.does({ type: 'hypothesis.open', text: 'the deploy' });
    kim.does({ type: 'hypothesis.test', hypothesis: kim.view.hypotheses[0]?.id ?? '', test: 'one old pod', minutes: 10 });
    kim.does({ type: 'workstream.open', name: 'Payments', minutes: 20 });
    kim.passes(8 * hour);
    const timeboxes = asked(kim).filter(({ kind }) => kind === 'timebox');
    expect(timeboxes).toHaveLength(1);
    expect(timeboxes[0]?.says).toMatch(/^Time is up for 4 things, the first: t1 compare pods/);
  });

  test('of a lease asks whoever has the lever in hand', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'lever.lease', lever: 'rollback', minutes: 5, by: ada.actor.id });
    kim.passes(6 * minute);
    expect(of(kim, 'lease')).toMatchObject({ id: 'lease/rollback', to: ada.actor.id, since: kim.now - minute });
    kim.does({ type: 'lever.apply', lever: 'rollback', by: ada.actor.id });
    expect(kinds(kim)).not.toContain('lease');
  });
});

describe('what was left open for long', () => {
  test.each([
    [59, '59 min'],
    [60, '1 h'],
    [130, '2 h 10 min'],
    [47 * 60, '47 h'],
    [48 * 60, '2 days'],
    [59 * 24 * 60, '59 days'],
    [60 * 24 * 60, '2 months'],
    [599 * 24 * 60, '19 months'],
    [800 * 24 * 60, '2 years'],
  ])('reads in words that a person counts in: %i minutes are %s', (minutes, says) => {
    expect(span(minutes * minute)).toBe(says);
  });

  test('does not say for how many hours somebody was in command, but asks whether it goes on', () => {
    const kim = declared(3);
    kim.passes(599 * 24 * hour);
    expect(of(kim, 'relief')?.says).toBe(
      'Command has not changed hands for 19 months. Is it still being worked on? Hand it over, pause it or end it.',
    );
  });

  test('tells of a pause that nobody ended with its day', () => {
    const kim = declared(3);
    kim.does({ type: 'incident.pause', until: kim.now + 8 * hour, impact: 'slow checkout' });
    kim.passes(8 * hour);
    expect(of(kim, 'pause')?.says).toBe('It is 10:30: the pause is over. Accepted until then: slow checkout');
    kim.passes(hour);
    expect(of(kim, 'pause')?.says).toBe('The pause was over at 10:30, 1 h ago. Accepted until then: slow checkout');
    kim.passes(70 * 24 * hour);
    expect(of(kim, 'pause')?.says).toBe('The pause was over at 2026-03-29 10:30, 2 months ago. Accepted until then: slow checkout');
  });
});

describe('the prompt that a notification led to', () => {
  test('stands in front of what is more pressing, with the others counted', () => {
    const { kim } = worked();
    const usual = promptFor(kim.view, kim.now, kim.actor.id);
    const wanted = promptFor(kim.view, kim.now, kim.actor.id, ['tempo']);
    expect(usual?.prompt.kind).not.toBe('tempo');
    expect(wanted).toMatchObject({ prompt: { kind: 'tempo' }, others: usual?.others });
  });

  test('is somebody else’s where it was told here for them, and the usual one once it was answered', () => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'role.assign', role: 'comms', person: tim });
    kim.passes(31 * minute);
    expect(promptFor(kim.view, kim.now, kim.actor.id)?.prompt.kind).not.toBe('update');
    expect(promptFor(kim.view, kim.now, kim.actor.id, ['promise', 'update'])?.prompt).toMatchObject({ kind: 'update', to: tim });
    quietClocks(kim);
    expect(promptFor(kim.view, kim.now, kim.actor.id, ['promise', 'update'])?.prompt.kind).not.toBe('update');
  });
});
