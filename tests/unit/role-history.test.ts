/** Who held which role when: gaps, overlaps and time without a commander; and two islands that gave one role to different people. */
import { describe, expect, test } from 'vitest';
import { openConflicts } from '../../shared/incident/people/role-conflicts.ts';
import { type RoleHistory, roleHistory, timeWithoutCommander } from '../../shared/incident/people/role-history.ts';
import { common, joined, totalOf, whileAtLeast, without } from '../../shared/incident/people/time-spans.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import type { RoleId } from '../../shared/vocabulary/words.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, meet, pair } from '../fixtures/rooms.ts';

const historyOf = (console: PaperConsole, role: RoleId): RoleHistory | undefined =>
  roleHistory(console.view, console.now).find((history) => history.role === role);

describe('the history of a role', () => {
  test('has each holder with from and to, and the gap in which a required role was vacant', () => {
    const { kim, ada } = pair();
    const start = kim.now;
    kim.passes(10 * minute);
    kim.does({ type: 'role.release', role: 'commander' });
    kim.passes(7 * minute);
    kim.does({ type: 'role.assign', role: 'commander', person: ada.actor.id });
    kim.passes(3 * minute);
    expect(historyOf(kim, 'commander')).toEqual({
      role: 'commander',
      held: [
        { person: kim.actor.id, from: start, to: start + 10 * minute },
        { person: ada.actor.id, from: start + 17 * minute, to: start + 20 * minute, open: true },
      ],
      gaps: [{ from: start + 10 * minute, to: start + 17 * minute }],
      overlaps: [],
      vacant: 7 * minute,
    });
    expect(timeWithoutCommander(kim.view, kim.now)).toBe(7 * minute);
  });

  test('counts a vacancy only while somebody is here who could take it, and a person alone could take command only', () => {
    const kim = declared(2);
    kim.does({ type: 'role.release', role: 'comms' });
    kim.does({ type: 'role.release', role: 'commander' });
    kim.passes(10 * minute);
    expect(historyOf(kim, 'comms')?.vacant).toBe(0);
    expect(historyOf(kim, 'commander')?.vacant).toBe(10 * minute);
    const tim = adds(kim, 'Tim');
    kim.passes(10 * minute);
    expect(historyOf(kim, 'comms')?.vacant).toBe(10 * minute);
    kim.does({ type: 'person.mark', people: [tim], standing: 'observing' });
    kim.passes(10 * minute);
    expect(historyOf(kim, 'comms')).toMatchObject({ vacant: 10 * minute, gaps: [{ to: kim.now }] });
  });

  test('knows no gap of a role that nothing asked for, and asks from the moment that the severity does', () => {
    const { kim } = pair(3);
    expect(historyOf(kim, 'scribe')).toBeUndefined();
    kim.does({ type: 'role.release', role: 'commander' });
    kim.passes(10 * minute);
    kim.does({ type: 'severity.set', severity: 1 });
    const raised = kim.now;
    kim.passes(5 * minute);
    expect(historyOf(kim, 'scribe')?.gaps).toEqual([{ from: raised, to: kim.now }]);
    kim.does({ type: 'severity.set', severity: 3, reason: 'one tenant' });
    kim.passes(5 * minute);
    expect(historyOf(kim, 'scribe')?.gaps).toEqual([{ from: raised, to: raised + 5 * minute }]);
  });

  test('stops with the incident, and does not run while it sleeps', () => {
    const { kim } = pair();
    kim.does({ type: 'role.release', role: 'comms' });
    kim.passes(10 * minute);
    kim.does({ type: 'incident.pause', until: kim.now + 60 * minute, impact: 'usable' });
    kim.passes(60 * minute);
    kim.does({ type: 'incident.wake', reason: 'worse' });
    kim.passes(10 * minute);
    kim.does({ type: 'incident.cancel', reason: 'gone' });
    kim.passes(600 * minute);
    expect(historyOf(kim, 'comms')?.vacant).toBe(20 * minute);
  });

  test('takes a person with two ids as one who never stopped', () => {
    const kim = declared(2);
    const start = kim.now;
    const phone = adds(kim, 'Kim on the phone');
    kim.does({ type: 'role.assign', role: 'commander', person: phone });
    kim.passes(10 * minute);
    kim.does({ type: 'person.sameAs', person: phone, sameAs: kim.actor.id });
    expect(historyOf(kim, 'commander')?.held).toEqual([{ person: kim.actor.id, from: start, to: kim.now, open: true }]);
  });

  test('shows where two held it at once, because a time was stated later', () => {
    const { kim, ada } = pair();
    const start = kim.now;
    kim.passes(20 * minute);
    kim.does({ type: 'role.assign', role: 'ops', person: ada.actor.id });
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'role.assign', role: 'ops', person: tim, at: start + 15 * minute });
    kim.passes(minute);
    expect(historyOf(kim, 'ops')?.overlaps).toEqual([{ from: start + 15 * minute, to: start + 20 * minute }]);
  });

  test('does not count whoever observes as carrying it', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id });
    kim.passes(10 * minute);
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'observing' });
    kim.passes(5 * minute);
    expect(historyOf(kim, 'comms')?.gaps).toEqual([{ from: kim.now - 5 * minute, to: kim.now }]);
  });
});

describe('a role that was given on two islands', () => {
  /** Kim gives ops to Ada, Tim gives it to Sam, and neither hears of the other. */
  function apart() {
    const { kim, ada } = pair();
    const tim = joins(kim, 'Tim', ada);
    const sam = adds(kim, 'Sam');
    meet(kim, ada, tim);
    kim.now += minute;
    kim.does({ type: 'role.assign', role: 'ops', person: ada.actor.id });
    tim.now += 2 * minute;
    tim.does({ type: 'role.assign', role: 'ops', person: sam });
    return { kim, ada: ada.actor.id, tim, sam };
  }

  test('has one holder, the later by the clock, and a conflict that names both, on every console', () => {
    const { kim, ada, tim, sam } = apart();
    meet(kim, tim);
    expect(kim.view).toEqual(tim.view);
    expect(kim.view.roles.ops?.holder).toBe(sam);
    expect(kim.view.roleConflicts).toMatchObject([{ role: 'ops', people: [ada, sam] }]);
  });

  test.each([
    ['given', { type: 'role.assign', role: 'ops' }],
    ['taken', { type: 'role.assume', role: 'ops', reason: 'to end this' }],
    ['laid down', { type: 'role.release', role: 'ops' }],
  ] as const)('is settled when it is %s by somebody who saw it', (_how, draft) => {
    const { kim, ada, tim } = apart();
    meet(kim, tim);
    kim.does(draft.type === 'role.assign' ? { ...draft, person: ada } : draft);
    meet(kim, tim);
    expect(tim.view.roleConflicts).toEqual([]);
  });

  test('is settled by a handoff that somebody who saw it confirms, where it is command', () => {
    const { kim, ada } = pair();
    const tim = joins(kim, 'Tim', ada);
    kim.now += minute;
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    tim.now += 2 * minute;
    tim.does({ type: 'role.assume', role: 'commander', reason: 'nobody answers' });
    meet(kim, tim, ada);
    expect(kim.view.roleConflicts).toMatchObject([{ role: 'commander', people: [ada.actor.id, tim.actor.id] }]);
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    expect(kim.view).toMatchObject({ roleConflicts: [], roles: { commander: { holder: ada.actor.id } } });
  });

  test('is not settled by somebody who had not seen it: the conflict goes along to the next holder', () => {
    const { kim, ada, tim } = apart();
    const eve = adds(tim, 'Eve');
    tim.now += minute;
    tim.does({ type: 'role.assign', role: 'ops', person: eve });
    meet(kim, tim);
    expect(kim.view.roleConflicts).toMatchObject([{ role: 'ops', people: [ada, eve] }]);
  });

  test('is over when the side that the log set aside lays it down, or gives it to the one who holds it', () => {
    const laid = apart();
    laid.kim.now += 5 * minute;
    laid.kim.does({ type: 'role.release', role: 'ops' });
    meet(laid.kim, laid.tim);
    expect(laid.kim.view).toMatchObject({ roleConflicts: [], roles: { ops: { holder: laid.sam } } });
    expect(laid.kim.view.contested).toMatchObject([{ type: 'role.released' }]);
    const agreed = apart();
    agreed.kim.now += 5 * minute;
    agreed.kim.does({ type: 'role.assign', role: 'ops', person: agreed.sam });
    meet(agreed.kim, agreed.tim);
    expect(agreed.kim.view.roleConflicts).toEqual([]);
  });

  test('is no conflict where both gave it to one person, under one id or two', () => {
    const { kim, ada, tim, sam } = apart();
    kim.does({ type: 'person.sameAs', person: sam, sameAs: ada });
    meet(kim, tim);
    expect(openConflicts(kim.view)).toEqual([]);
    expect(prompts(kim.view, kim.now).filter(({ kind }) => kind === 'conflict')).toEqual([]);
  });

  test('is no conflict where a role was vacant, or the writer of an older console did not say whom they saw', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.release', role: 'ops' });
    kim.does({ type: 'role.assign', role: 'ops', person: ada.actor.id });
    const body = { role: 'ops', person: kim.actor.id };
    kim.write({ id: kim.newId(), type: 'role.assigned', v: 1, body }, { command: kim.newId() }, kim.actor.id);
    expect(kim.view.roleConflicts).toEqual([]);
    expect(kim.view.roles.ops?.holder).toBe(kim.actor.id);
  });
});

describe('stretches of time', () => {
  const span = (from: number, to: number) => ({ from, to });
  test('are joined, cut and counted without counting anything twice', () => {
    expect(joined([span(5, 9), span(1, 3), span(3, 4), span(6, 7), span(8, 8)])).toEqual([span(1, 4), span(5, 9)]);
    expect(common([span(0, 5), span(8, 10)], [span(3, 9)])).toEqual([span(3, 5), span(8, 9)]);
    expect(without([span(0, 10)], [span(2, 3), span(5, 12)])).toEqual([span(0, 2), span(3, 5)]);
    expect(totalOf([span(0, 4), span(2, 6)])).toBe(6);
    expect(whileAtLeast(2, [[span(0, 5)], [span(3, 8)], [span(5, 6)]])).toEqual([span(3, 6)]);
  });
});
