/** The palette of the room: every command of work, people and situation can be found there, and says why it cannot be said now. */
import { describe, expect, test } from 'vitest';
import { roomActions } from '../../renderer/screens/room/room-actions.ts';
import { peopleCommands } from '../../shared/incident/catalogue/people.ts';
import { situationCommands } from '../../shared/incident/catalogue/situation.ts';
import { workCommands } from '../../shared/incident/catalogue/work.ts';
import type { CommandType } from '../../shared/incident/commands.ts';
import { emptyView } from '../../shared/incident/evolve.ts';
import { lineCommandNamed } from '../../shared/incident/log-line/line-commands.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import type { TaskView } from '../../shared/incident/work-view.ts';

const now = Date.parse('2026-03-28T01:42:00Z');

function actionsIn(view: IncidentView, compose: (text: string) => void = () => {}) {
  const nothing = () => {};
  return roomActions({
    view,
    self: 'kim',
    step: { says: '', missing: [] },
    failed: undefined,
    take: nothing,
    pass: nothing,
    compose,
    open: nothing,
    find: nothing,
    brief: nothing,
    bringUp: nothing,
    lineContext: () => lineContextOf(view, { now, self: 'kim', name: 'Kim' }),
    focusComposer: nothing,
  });
}

const task = (label: string): TaskView => ({
  id: label,
  label,
  text: 'check lag',
  state: 'running',
  minutes: 5,
  addedAt: now,
  addedBy: 'kim',
  extensions: 0,
});

describe('the palette of the room', () => {
  test('every command of work, people and the situation has an action that starts its line', () => {
    const typed = actionsIn(emptyView('i')).flatMap((action) => (action.typed === undefined ? [] : [action.typed]));
    const sent = new Set(typed.flatMap((line) => lineCommandNamed(/^\/([a-z]+[?+~-]?)/.exec(line)?.[1] ?? '')?.sends ?? []));
    const commands = Object.keys({ ...workCommands, ...peopleCommands, ...situationCommands }) as CommandType[];
    expect(commands.filter((command) => !sent.has(command))).toEqual([]);
  });

  test('no two actions share an id or a chord', () => {
    const actions = actionsIn(emptyView('i'));
    const ids = actions.map(({ id }) => id);
    const chords = actions.flatMap((action) => action.chords ?? []);
    expect(ids.length).toBe(new Set(ids).size);
    expect(chords.length).toBe(new Set(chords).size);
  });

  test('a line about the only task that it can be about names it already; about several, it waits for one', () => {
    const composed: string[] = [];
    const finish = (tasks: readonly TaskView[]) =>
      actionsIn({ ...emptyView('i'), tasks }, (text) => composed.push(text)).find(({ name }) => name === 'Task: it is done');
    finish([task('t4')])?.run();
    finish([task('t4'), task('t5')])?.run();
    expect(composed).toEqual(['/t done t4 ', '/t done ']);
    expect(finish([])?.unavailable).toBe('There is no such task now.');
  });

  test('what cannot be said now says why', () => {
    const reason = (name: string) => actionsIn(emptyView('i')).find((action) => action.name === name)?.unavailable;
    expect(reason('Confirm that command has passed over')).toBe('No handoff is under way.');
    expect(reason('Release all who are ruled out')).toBe('Nobody is ruled out.');
    expect(reason('Write the way back of the last action')).toContain('/a logs one');
    expect(reason('Restore service first')).toBe('It is so already.');
  });
});
