/** Tasks with a name and minutes: from the offer to the answer, and what their clocks say meanwhile. */
import { describe, expect, test } from 'vitest';
import { needsItsBody } from '../../shared/incident/evolve-control.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { freeLabel, nextLabel } from '../../shared/incident/labels.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { expiredClocks, taskClocks } from '../../shared/incident/work/task-clocks.ts';
import type { TaskView } from '../../shared/incident/work-view.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

/** A night with Kim in command, and Sam and Ada on the call. */
function night() {
  const console = declared(2);
  for (const name of ['Sam', 'Ada']) console.does({ type: 'person.add', name });
  const idOf = (name: string): string => Object.values(console.view.people).find((person) => person.name === name)?.id ?? '';
  const task = (at = 0): TaskView => {
    const found = console.view.tasks[at];
    if (!found) throw new Error('no such task');
    return found;
  };
  const said = (): string => timelineOf(console.view).at(-1)?.text ?? '';
  return { console, sam: idOf('Sam'), ada: idOf('Ada'), kim: console.actor.id, task, said };
}

describe('a task', () => {
  test('that is given to somebody runs from the offer on, heard or not', () => {
    const { console, sam, task, said } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    expect(task()).toMatchObject({ label: 't1', state: 'offered', to: sam, timebox: { dueAt: console.now + 5 * minute } });
    expect(said()).toBe('t1 for Sam, 5 min: check replica lag');
    console.passes(2 * minute);
    console.does({ type: 'task.ack', task: task().id });
    expect(task()).toMatchObject({ state: 'acked', ackedAt: console.now, timebox: { dueAt: console.now + 3 * minute } });
    console.does({ type: 'task.finish', task: task().id, result: '0 s, all three' });
    expect(task()).toMatchObject({ state: 'done', result: '0 s, all three', endedAt: console.now });
    expect(task().timebox).toBeUndefined();
    expect(said()).toBe('t1 done (check replica lag): 0 s, all three');
  });

  test('of one’s own runs at once, one that is for nobody has no clock, and the playbook gives the minutes that nobody said', () => {
    const { console, kim, task, said } = night();
    console.does({ type: 'task.add', text: 'read the diff', to: kim });
    expect(task()).toMatchObject({ state: 'running', minutes: 5, ackedAt: console.now, timebox: { dueAt: console.now + 5 * minute } });
    console.does({ type: 'task.add', text: 'ask the provider' });
    expect(task(1)).toMatchObject({ state: 'proposed', label: 't2' });
    expect(task(1).timebox).toBeUndefined();
    expect(said()).toBe('t2, for nobody yet: ask the provider');
  });

  test('that Sam says on the call and Kim types is Sam’s own, and runs', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'look at the queue', to: sam, by: sam });
    expect(task()).toMatchObject({ state: 'running', to: sam, addedBy: sam });
  });

  test('whose owner names their own minutes when they acknowledge it runs so long from then', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'restore one shard', to: sam, minutes: 5 });
    console.passes(minute);
    console.does({ type: 'task.ack', task: task().id, minutes: 20 });
    expect(task()).toMatchObject({ minutes: 20, timebox: { dueAt: console.now + 20 * minute } });
  });

  test('has more time from its end, or from now where its end is past; the second time somebody says why', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    const due = console.now + 5 * minute;
    console.passes(minute);
    console.does({ type: 'task.extend', task: task().id, minutes: 5 });
    expect(task()).toMatchObject({ state: 'running', extensions: 1, timebox: { dueAt: due + 5 * minute } });
    console.passes(30 * minute);
    expect(task()).toMatchObject({ state: 'expired', since: due + 5 * minute });
    expect(console.run({ type: 'task.extend', task: task().id, minutes: 5 })).toMatchObject({
      ok: false,
      error: { message: 'Not yet. Missing: why this is still the right task: it had more time once already.' },
    });
    console.does({ type: 'task.extend', task: task().id, minutes: 5, reason: 'the dump is half done' });
    expect(task()).toMatchObject({ state: 'running', extensions: 2, timebox: { dueAt: console.now + 5 * minute } });
  });

  test('that is handed on begins anew: another clock, no extensions, not heard yet', () => {
    const { console, sam, ada, task, said } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    console.does({ type: 'task.ack', task: task().id });
    console.does({ type: 'task.extend', task: task().id, minutes: 1 });
    console.passes(3 * minute);
    console.does({ type: 'task.handOn', task: task().id, to: ada, minutes: 10 });
    expect(task()).toMatchObject({ state: 'offered', to: ada, extensions: 0, minutes: 10, timebox: { dueAt: console.now + 10 * minute } });
    expect(task().ackedAt).toBeUndefined();
    expect(said()).toBe('t1 goes to Ada, 10 min (check replica lag)');
  });

  test('for nobody that somebody takes for themselves is heard, and runs', () => {
    const { console, kim, task } = night();
    console.does({ type: 'task.add', text: 'ask the provider' });
    console.does({ type: 'task.handOn', task: task().id, to: kim });
    expect(task()).toMatchObject({ state: 'running', to: kim, ackedAt: console.now });
  });

  test('that was for nobody and is opened again is with whoever opened it', () => {
    const { console, kim, task } = night();
    console.does({ type: 'task.add', text: 'ask the provider' });
    console.does({ type: 'task.finish', task: task().id });
    expect(console.run({ type: 'task.reopen', task: task().id })).toMatchObject({
      ok: false,
      error: { unmet: [{ requirement: 'reason' }] },
    });
    console.does({ type: 'task.reopen', task: task().id, reason: 'they asked back' });
    expect(task()).toMatchObject({ state: 'running', to: kim, extensions: 0, timebox: { dueAt: console.now + 5 * minute } });
    expect(task().endedAt).toBeUndefined();
  });

  test('that nobody knows is refused by name, as are a workstream and a hypothesis that are not there', () => {
    const { console } = night();
    const nobody = console.newId();
    expect(console.run({ type: 'task.ack', task: nobody })).toMatchObject({
      ok: false,
      error: { code: 'impossible', message: 'Not from here: this task is not known in this incident.' },
    });
    expect(console.run({ type: 'task.add', text: 'x', workstream: nobody })).toMatchObject({ ok: false, error: { code: 'impossible' } });
    expect(console.run({ type: 'task.add', text: 'x', hypothesis: nobody })).toMatchObject({ ok: false, error: { code: 'impossible' } });
  });
});

describe('the time of a task', () => {
  test('is up once, on the minute, and asks; nothing more is recorded until somebody answers', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    const due = console.now + 5 * minute;
    const slept = console.passes(120 * minute);
    expect(slept.filter(({ type }) => type === 'timebox.expired')).toMatchObject([
      { occurredAt: due, body: { task: task().id, dueAt: due } },
    ]);
    expect(task()).toMatchObject({ state: 'expired', since: due });
    expect(timelineOf(console.view).map(({ text }) => text)).toContain('Time is up for t1 (check replica lag): done, more time, or stuck?');
    expect(console.passes(120 * minute).map(({ type }) => type)).not.toContain('timebox.expired');
  });

  test('that was up on a console which had not heard of more time changes nothing, and says so', () => {
    const { console: here, sam, task } = night();
    here.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ada' });
    there.hears(here);
    here.passes(4 * minute);
    here.does({ type: 'task.extend', task: task().id, minutes: 10 });
    there.passes(6 * minute);
    here.now = there.now;
    here.hears(there);
    expect(task()).toMatchObject({ state: 'running', timebox: { dueAt: here.now + 9 * minute } });
    expect(here.view.contested).toMatchObject([{ type: 'timebox.expired', why: 'it had more time, or was over' }]);
  });

  test('does not run out while the incident sleeps or after its end, and is up when it wakes', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 5 });
    console.does({ type: 'incident.pause', until: console.now + 60 * minute, impact: 'usable' });
    expect(console.passes(60 * minute).map(({ type }) => type)).not.toContain('timebox.expired');
    expect(task().state).toBe('offered');
    console.does({ type: 'incident.wake', reason: 'morning' });
    expect(console.passes(0).map(({ type }) => type)).toContain('timebox.expired');
  });

  test('is shown sorted by what is left, those whose time is up first, before the watch wrote it down too', () => {
    const { console, sam, ada, task } = night();
    console.does({ type: 'task.add', text: 'long', to: sam, minutes: 60 });
    console.does({ type: 'task.add', text: 'short', to: ada, minutes: 5 });
    console.does({ type: 'task.add', text: 'for nobody' });
    console.does({ type: 'task.add', text: 'stuck', to: ada, minutes: 1 });
    console.does({ type: 'task.stick', task: task(3).id, reason: 'no access' });
    const shown = (now: number) => taskClocks(console.view, now).map((clock) => [clock.task.text, clock.standing, clock.left / minute]);
    expect(shown(console.now)).toEqual([
      ['short', 'running', 5],
      ['long', 'running', 60],
    ]);
    expect(shown(console.now + 4 * minute)[0]).toEqual(['short', 'dueSoon', 1]);
    expect(shown(console.now + 58 * minute)).toEqual([
      ['short', 'expired', -53],
      ['long', 'dueSoon', 2],
    ]);
    const due = console.now + 5 * minute;
    console.passes(10 * minute);
    expect(expiredClocks(console.view, console.now)).toMatchObject([{ task: { state: 'expired' }, dueAt: due, left: -5 * minute }]);
  });

  test('says who did not hear: nobody acknowledged it for two minutes', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam, minutes: 15 });
    const unheard = () => taskClocks(console.view, console.now).map((clock) => clock.unheard);
    console.passes(2 * minute - 1);
    expect(unheard()).toEqual([false]);
    console.passes(1);
    expect(unheard()).toEqual([true]);
    console.does({ type: 'task.ack', task: task().id });
    expect(unheard()).toEqual([false]);
  });
});

describe('labels', () => {
  test('go on after the highest, and the later of two alike gets a letter, after the letters a number', () => {
    expect(nextLabel('t', [])).toBe('t1');
    expect(nextLabel('t', [{ label: 't2' }, { label: 't9b' }, { label: 'q40' }])).toBe('t10');
    const labels: { label: string }[] = [];
    for (let nth = 0; nth < 40; nth += 1) labels.push({ label: freeLabel('t4', labels) });
    expect(labels.map(({ label }) => label).slice(0, 3)).toEqual(['t4', 't4b', 't4c']);
    expect(labels.at(25)?.label).toBe('t4z');
    expect(labels.at(26)?.label).toBe('t4-27');
    expect(new Set(labels.map(({ label }) => label)).size).toBe(40);
  });

  test('of two tasks that two consoles wrote apart differ after they met, and each line shows the label of its own task', () => {
    const { console: here, sam, ada } = night();
    const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ada' });
    there.hears(here);
    here.does({ type: 'task.add', text: 'written here', to: sam });
    there.now += 1;
    there.does({ type: 'task.add', text: 'written there', to: ada });
    here.now = there.now + 1;
    here.hears(there);
    expect(here.view.tasks.map(({ label, text }) => `${label} ${text}`)).toEqual(['t1 written here', 't1b written there']);
    const lines = timelineOf(here.view).map(({ text }) => text);
    expect(lines).toEqual(expect.arrayContaining(['t1 for Sam, 5 min: written here', 't1b for Ada, 5 min: written there']));
    here.does({ type: 'task.add', text: 'the next' });
    expect(here.view.tasks.at(-1)?.label).toBe('t2');
  });
});

describe('erasing', () => {
  test('is refused for nothing that people wrote about the work: a leaked secret weighs more than whether a task is done', () => {
    const kept = [
      'task.added',
      'task.finished',
      'hypothesis.opened',
      'hypothesis.refuted',
      'decision.proposed',
      'decision.decided',
      'lever.applied',
    ];
    const words = ['evidence.added', 'decision.objected', 'decision.amended', 'action.detailed', 'entry.added'];
    expect([...kept, ...words].map(needsItsBody)).toEqual([...kept, ...words].map(() => false));
  });

  test('of any event of work breaks no fold: what it said is gone, and what followed it is shown as contested', () => {
    const { console, sam, task } = night();
    console.does({ type: 'task.add', text: 'check replica lag', to: sam });
    console.does({ type: 'task.finish', task: task().id });
    console.does({ type: 'hypothesis.open', text: 'the deploy' });
    const hypothesis = console.view.hypotheses[0]?.id ?? '';
    console.does({ type: 'evidence.add', hypothesis, sign: 'for', text: 'a name that must go' });
    console.does({ type: 'decision.propose', text: 'roll back', next: 'decide' });
    console.does({ type: 'lever.apply', lever: 'rollback' });
    for (const erased of console.events) {
      const events = console.events.map((event) => (event === erased ? { ...event, body: null } : event));
      const { view } = foldAll(console.incidentId, events);
      expect(view.events).toBe(console.view.events);
      expect(view.items.flat().find(({ id }) => id === erased.id)?.standing).toBe('erased');
      expect(timelineOf(view).length).toBeGreaterThan(0);
    }
    const withoutText = console.events.map((event) => (event.type === 'task.added' ? { ...event, body: null } : event));
    expect(foldAll(console.incidentId, withoutText).view.tasks).toMatchObject([{ label: 't1', text: 'Text erased', state: 'done' }]);
    const withoutEvidence = console.events.map((event) => (event.type === 'evidence.added' ? { ...event, body: null } : event));
    const { view } = foldAll(console.incidentId, withoutEvidence);
    expect(view.hypotheses).toMatchObject([{ evidence: [] }]);
    expect(view.contested).toEqual([]);
  });
});
