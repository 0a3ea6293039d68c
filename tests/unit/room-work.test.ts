/** The work beside the timeline in words: tasks and what one can say of them, levers, changes and their distance, who settles what. */
import { describe, expect, test } from 'vitest';
import { firstSentence } from '../../renderer/screens/room/header/resolve-remarks.tsx';
import { openActions } from '../../renderer/screens/room/panels/action-panel.tsx';
import { distanceSays } from '../../renderer/screens/room/panels/change-panel.tsx';
import { leversInPlay } from '../../renderer/screens/room/panels/lever-panel.tsx';
import { overSays, shortLabel, taskAnswers, taskSays } from '../../renderer/screens/room/panels/task-words.ts';
import { emptyView } from '../../shared/incident/evolve.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { IncidentView, TimelineItem } from '../../shared/incident/view.ts';
import type { LeverView, TaskView } from '../../shared/incident/work-view.ts';

const minute = 60_000;
const now = Date.parse('2026-03-28T01:42:00Z');

const person = (id: string, name: string) => ({
  id,
  name,
  joinedAt: 0,
  kind: 'person' as const,
  standing: 'engaged' as const,
  standingSince: 0,
});
const people = { kim: person('kim', 'Kim'), ada: person('ada', 'Ada Lovelace') };

function task(more: Partial<TaskView>): TaskView {
  return {
    id: 't',
    label: 't4',
    text: 'check lag',
    state: 'running',
    minutes: 5,
    addedAt: now,
    addedBy: 'kim',
    extensions: 0,
    to: 'ada',
    ...more,
  };
}

describe('tasks', () => {
  test('a task whose time is up offers done, more time, stuck and hand on as texts to type', () => {
    expect(taskAnswers(task({ state: 'expired' }), 'expired').map(({ line }) => line)).toEqual([
      '/t done 4 ',
      '/t +5 4 ',
      '/t stuck 4 ',
      '/t on 4 @',
    ]);
  });

  test('one that was not heard yet offers to say that it was, one that nobody has to give it to somebody', () => {
    expect(taskAnswers(task({ state: 'offered' }), 'running').map(({ line }) => line)).toEqual(['/t ack 4', '/t done 4 ']);
    expect(taskAnswers(task({ state: 'proposed' }), 'proposed').map(({ line }) => line)).toContain('/t on 4 @');
  });

  test('a label that a merge made longer stays whole', () => {
    expect([shortLabel('t4'), shortLabel('t4b')]).toEqual(['4', 't4b']);
  });

  test('what was not heard, was extended or is stuck is said in words', () => {
    expect(taskSays({ people }, task({ state: 'offered' }), { unheard: true, standing: 'running' })).toBe(
      'Ada Lovelace · offered, not heard yet',
    );
    expect(taskSays({ people }, task({ extensions: 2 }))).toBe('Ada Lovelace · more time 2 times');
    expect(taskSays({ people }, task({ state: 'stuck', reason: 'no access' }))).toBe('Ada Lovelace · no access');
    expect([overSays(-3 * minute), overSays(-5000)]).toEqual(['3 min ago', 'just now']);
  });
});

describe('levers', () => {
  const lever = (more: Partial<LeverView>): LeverView => ({ lever: 'drain', name: 'Drain', state: 'applied', since: 0, ...more });

  test('a lever is in play while it is held, works or was kept; a lease that ran out is none', () => {
    const levers = [
      lever({}),
      lever({ lever: 'a', state: 'kept' }),
      lever({ lever: 'b', state: 'leased', until: now + minute }),
      lever({ lever: 'c', state: 'leased', until: now - minute }),
      lever({ lever: 'd', state: 'reverted' }),
    ];
    expect(leversInPlay({ levers }, now).map((one) => one.lever)).toEqual(['drain', 'a', 'b']);
  });
});

describe('changes', () => {
  test('a change says how long before the impact it was made, and whether that makes it a suspect', () => {
    expect(distanceSays({ beforeImpact: 38 * minute, suspect: true })).toBe('38 min before · suspect');
    expect(distanceSays({ beforeImpact: 300 * minute, suspect: false })).toBe('5 h before');
    expect(distanceSays({ beforeImpact: -4 * minute, suspect: false })).toBe('4 min after');
    expect(distanceSays({ suspect: false })).toBe('');
  });
});

describe('before the end', () => {
  test('a remark is told by its first sentence', () => {
    expect(firstSentence('Still applied: Drain a place on eu-west-1. Take back, or keep.')).toBe(
      'Still applied: Drain a place on eu-west-1',
    );
    expect(firstSentence('Over when: error rate below 0.5 %. Is it so?')).toBe('Over when: error rate below 0.5 %');
  });
});

describe('actions', () => {
  const action = (id: string, text: string): TimelineItem => ({
    id,
    type: 'entry.added',
    body: { kind: 'action', text },
    occurredAt: now,
    precision: 'exact',
    recordedAt: now,
    origin: 'o',
    seq: 1,
    actor: 'kim',
    via: 'app',
    standing: 'plain',
  });

  test('an action is open until its worst case and its way back are written', () => {
    const view: IncidentView = {
      ...emptyView('i'),
      people,
      items: [[action('a', 'roll back 88'), action('b', 'restart relay 3')]],
      actionDetails: { a: { worstCase: 'two minutes of errors', wayBack: 'deploy 88 again' }, b: { wayBack: 'none needed' } },
    };
    expect(openActions(view, timelineOf(view)).map(({ text, facts }) => [text, facts.missing])).toEqual([
      ['restart relay 3', ['worst case']],
    ]);
  });
});
