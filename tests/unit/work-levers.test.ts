/** Levers and actions on production: who has which in hand, what still works in the world, and what is shown before the incident is resolved. */
import { describe, expect, test } from 'vitest';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { actionsOf } from '../../shared/incident/work/actions.ts';
import { changesAmong } from '../../shared/incident/work/changes.ts';
import { leversApplied, resolveRemarks } from '../../shared/incident/work/resolve-remarks.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

/** Kim here and Sam on another console, both in one incident. */
function pair(): { readonly kim: PaperConsole; readonly sam: PaperConsole } {
  const kim = declared(2);
  const sam = new PaperConsole({ now: kim.now, incidentId: kim.incidentId, name: 'Sam' });
  sam.hears(kim);
  sam.does({ type: 'entry.add', kind: 'note', text: 'I am here' });
  kim.hears(sam);
  return { kim, sam };
}
const refusal = (console: PaperConsole, draft: CommandDraft): string => {
  const result = console.run(draft);
  return result.ok ? '' : result.error.message;
};

describe('a lease', () => {
  test('keeps everybody else off for fifteen minutes, shows whose it is, and then bars nobody', () => {
    const { kim, sam } = pair();
    kim.does({ type: 'lever.lease', lever: 'rollback' });
    expect(kim.view.levers).toMatchObject([
      { lever: 'rollback', name: 'Roll back a release', state: 'leased', holder: kim.actor.id, until: kim.now + 15 * minute },
    ]);
    sam.hears(kim);
    for (const type of ['lever.lease', 'lever.apply'] as const)
      expect(refusal(sam, { type, lever: 'rollback' })).toBe(
        'Not yet. Missing: the lever to be free: Kim has "Roll back a release" in hand.',
      );
    expect(kim.run({ type: 'lever.lease', lever: 'rollback' }).ok).toBe(true);
    sam.now += 15 * minute;
    sam.does({ type: 'lever.lease', lever: 'rollback', minutes: 5 });
    expect(sam.view.levers).toMatchObject([{ holder: sam.actor.id, until: sam.now + 5 * minute }]);
    expect(sam.view.levers[0]?.collision).toBeUndefined();
  });

  test('is taken over with a reason, which is kept', () => {
    const { kim, sam } = pair();
    kim.does({ type: 'lever.lease', lever: 'rollback' });
    sam.hears(kim);
    sam.does({ type: 'lever.lease', lever: 'rollback', override: { reason: 'Kim lost the line' } });
    expect(sam.view.levers[0]).toMatchObject({ holder: sam.actor.id });
    expect(sam.view.levers[0]?.collision).toBeUndefined();
    expect(sam.view.overrides).toMatchObject([{ unmet: ['leverFree'], reason: 'Kim lost the line' }]);
  });

  test('is renewed by applying the lever, and ended by releasing, taking back or keeping it', () => {
    const { kim, sam } = pair();
    kim.does({ type: 'lever.apply', lever: 'rollback' });
    sam.hears(kim);
    expect(sam.view.levers).toMatchObject([{ state: 'applied', holder: kim.actor.id, until: kim.now + 15 * minute }]);
    expect(refusal(sam, { type: 'lever.revert', lever: 'rollback' })).toContain('Kim has "Roll back a release" in hand');
    sam.does({ type: 'lever.release', lever: 'rollback' });
    expect(sam.view.levers[0]).toMatchObject({ state: 'applied' });
    expect(sam.view.levers[0]?.holder).toBeUndefined();
    sam.does({ type: 'lever.revert', lever: 'rollback', reason: 'it did not help' });
    expect(sam.view.levers[0]).toMatchObject({ state: 'reverted', reason: 'it did not help' });
    sam.does({ type: 'lever.apply', lever: 'rollback' });
    sam.does({ type: 'lever.keep', lever: 'rollback', owner: sam.actor.id });
    expect(sam.view.levers[0]).toMatchObject({ state: 'kept', owner: sam.actor.id });
    expect(sam.view.levers[0]?.until).toBeUndefined();
  });

  test('on a lever that is kept leaves it kept: it still works in the world', () => {
    const kim = declared(2);
    kim.does({ type: 'lever.apply', lever: 'rollback' });
    kim.does({ type: 'lever.keep', lever: 'rollback' });
    kim.does({ type: 'lever.lease', lever: 'rollback' });
    kim.does({ type: 'lever.release', lever: 'rollback' });
    expect(kim.view.levers[0]?.state).toBe('kept');
  });

  test('that two islands took without knowing of each other has one holder after they met, and both names are shown until one settles it', () => {
    const { kim, sam } = pair();
    sam.hears(kim);
    kim.does({ type: 'lever.lease', lever: 'rollback' });
    sam.now += minute;
    sam.does({ type: 'lever.lease', lever: 'rollback' });
    kim.now = sam.now + minute;
    kim.hears(sam);
    sam.hears(kim);
    expect(sam.view.levers).toEqual(kim.view.levers);
    expect(kim.view.levers).toMatchObject([{ holder: sam.actor.id, collision: { people: [kim.actor.id, sam.actor.id], at: sam.now } }]);
    kim.does({ type: 'lever.release', lever: 'rollback' });
    expect(kim.view.levers).toMatchObject([{ state: 'free' }]);
    expect(kim.view.levers[0]?.collision).toBeUndefined();
  });

  test('of somebody under their other id is theirs', () => {
    const { kim, sam } = pair();
    kim.does({ type: 'person.add', name: 'Sam' });
    const typed = Object.values(kim.view.people).find(({ id, name }) => name === 'Sam' && id !== sam.actor.id)?.id ?? '';
    kim.does({ type: 'person.sameAs', person: typed, sameAs: sam.actor.id });
    kim.does({ type: 'lever.lease', lever: 'rollback', by: typed });
    sam.hears(kim);
    expect(sam.run({ type: 'lever.apply', lever: 'rollback' }).ok).toBe(true);
  });
});

describe('a lever', () => {
  test('that is risky asks for a second person who reads the target back, where a second is here', () => {
    const { kim, sam } = pair();
    const drain = { type: 'lever.apply', lever: 'drain', target: 'eu-west-1' } as const;
    expect(refusal(kim, drain)).toBe('Not yet. Missing: a second person who reads the target back.');
    expect(refusal(kim, { ...drain, checker: kim.actor.id, readBack: 'eu-west-1' })).toContain('a second person');
    expect(refusal(kim, { ...drain, checker: sam.actor.id, readBack: 'eu-west-2' })).toContain('"eu-west-1" was read as "eu-west-2"');
    kim.now += minute;
    kim.does({ ...drain, checker: sam.actor.id, readBack: 'eu-west-1' });
    expect(timelineOf(kim.view).find(({ item }) => item.type === 'lever.applied')).toMatchObject({
      text: 'Applied: Drain a place on eu-west-1 · Checked: Sam',
      kind: 'action',
      starred: true,
    });
    expect(declared(2).run(drain).ok).toBe(true);
  });

  test('that the playbook does not have brings its own name; without one it is refused', () => {
    const kim = declared(2);
    expect(refusal(kim, { type: 'lever.apply', lever: 'reboot-router' })).toBe(
      'Not from here: a lever "reboot-router" is not known in this incident.',
    );
    kim.does({ type: 'lever.apply', lever: 'reboot-router', name: 'Reboot the router' });
    expect(kim.view.levers).toMatchObject([{ lever: 'reboot-router', name: 'Reboot the router', state: 'applied' }]);
    expect(refusal(kim, { type: 'lever.release', lever: 'drain' })).toBe(
      'Not from here: "Drain a place" is in nobody’s hand, and not applied.',
    );
  });

  test('that is applied is the mitigating action that a fix begins with', () => {
    const kim = declared(2);
    expect(refusal(kim, { type: 'fix.start' })).toContain('an action with an owner');
    kim.does({ type: 'lever.apply', lever: 'rollback' });
    expect(kim.does({ type: 'fix.start' }).phase).toBe('fixing');
  });
});

describe('an action', () => {
  test('has its worst case and its way back added later, and nothing else has', () => {
    const kim = declared(2);
    kim.does({ type: 'entry.add', kind: 'action', text: 'restart the broker' });
    kim.does({ type: 'entry.add', kind: 'note', text: 'it takes a minute' });
    const [action, note] = kim.view.items
      .flat()
      .slice(-2)
      .map(({ id }) => id);
    expect(actionsOf(kim.view)).toMatchObject([{ id: action, missing: ['worst case', 'way back'] }]);
    kim.does({ type: 'action.detail', entry: action ?? '', wayBack: 'start the old one' });
    kim.does({ type: 'action.detail', entry: action ?? '', worstCase: 'five minutes without orders' });
    expect(actionsOf(kim.view)).toMatchObject([{ wayBack: 'start the old one', worstCase: 'five minutes without orders', missing: [] }]);
    expect(refusal(kim, { type: 'action.detail', entry: note ?? '', wayBack: 'none' })).toContain('this action is not known');
  });

  test('by a lever of the playbook has its way back from there, and what is said of it stands at the lever', () => {
    const kim = declared(2);
    kim.does({ type: 'lever.apply', lever: 'rollback' });
    expect(actionsOf(kim.view)).toMatchObject([{ wayBack: 'Deploy the newer release again.', missing: [] }]);
    const entry = kim.view.levers[0]?.event ?? '';
    kim.does({ type: 'action.detail', entry, wayBack: 'deploy 88 again, then warm the cache' });
    expect(kim.view.levers[0]).toMatchObject({ wayBack: 'deploy 88 again, then warm the cache' });
    expect(actionsOf(kim.view)).toMatchObject([{ wayBack: 'deploy 88 again, then warm the cache' }]);
  });
});

describe('before the incident is resolved', () => {
  test('it is shown what was agreed, what still runs, what is still applied and what has no way back; none of it blocks', () => {
    const { kim, sam } = pair();
    expect(resolveRemarks(kim.view)).toEqual([]);
    kim.does({ type: 'incident.amend', exitCriteria: 'no errors for an hour' });
    kim.does({ type: 'task.add', text: 'watch the queue', to: sam.actor.id, minutes: 60 });
    kim.does({ type: 'task.add', text: 'for nobody' });
    kim.does({ type: 'lever.apply', lever: 'flag-off', target: 'new-pricing' });
    kim.does({ type: 'entry.add', kind: 'action', text: 'restart the broker' });
    expect(resolveRemarks(kim.view).map(({ says }) => says)).toEqual([
      'Over when: no errors for an hour. Is it so?',
      'Not done yet: t1 (Sam). It carries on unless you end it.',
      'Still applied: Turn a feature off on new-pricing. Take back, or keep.',
      'One action has no way back written down.',
    ]);
    kim.does({ type: 'lever.keep', lever: 'flag-off' });
    expect(leversApplied(kim.view)).toEqual([]);
    kim.does({ type: 'mitigation.record', evidence: 'errors are gone' });
    kim.passes(30 * minute);
    expect(kim.does({ type: 'incident.resolve' }).phase).toBe('resolved');
    expect(resolveRemarks(kim.view).map(({ kind }) => kind)).toEqual(['exitCriteria', 'tasks', 'actions']);
  });
});

describe('recent changes', () => {
  test('say how long before the impact they were, and which of them were within three hours of it', () => {
    const kim = declared(2);
    const start = kim.now - 10 * minute;
    const log = (text: string, before: number, fields: object) =>
      kim.does({ type: 'entry.add', text, occurredAt: start - before * minute, ...fields } as CommandDraft);
    log('certificate renewed', 600, { kind: 'note', tags: ['change'] });
    log('deploy 88', 25, { kind: 'note', tags: ['change'] });
    log('index rebuilt', 90, { kind: 'action' });
    log('old pods deleted', 200, { kind: 'action' });
    log('roll back', -5, { kind: 'action' });
    log('flag switched', -2, { kind: 'note', tags: ['change'] });
    const shown = () =>
      changesAmong(timelineOf(kim.view), kim.view).map(({ entry, beforeImpact, suspect }) => [
        entry.text,
        beforeImpact === undefined ? undefined : beforeImpact / minute,
        suspect,
      ]);
    expect(shown()).toEqual([
      ['certificate renewed', undefined, false],
      ['deploy 88', undefined, false],
      ['flag switched', undefined, false],
    ]);
    kim.does({ type: 'milestone.set', name: 'impactStart', at: start });
    expect(shown()).toEqual([
      ['certificate renewed', 600, false],
      ['index rebuilt', 90, true],
      ['deploy 88', 25, true],
      ['flag switched', -2, false],
    ]);
  });
});
