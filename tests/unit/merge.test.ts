import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../shared/incident/clocks.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { needsItsBody } from '../../shared/incident/evolve-control.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { available, nextStep } from '../../shared/incident/next-step.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { TaskView } from '../../shared/incident/work-view.ts';
import { merge, merged, unmerge, unmerged } from '../fixtures/merging.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const says = (console: PaperConsole): readonly string[] => timelineOf(console.view).map(({ text }) => text);
const labels = (console: PaperConsole): readonly string[] => console.view.tasks.map(({ label, text }) => `${label} ${text}`);
const task = (console: PaperConsole, text: string): TaskView => {
  const found = console.view.tasks.find((known) => known.text === text);
  if (!found) throw new Error(`no task ${text}`);
  return found;
};
const gives = (console: PaperConsole, text: string, minutes = 10) =>
  console.does({ type: 'task.add', text, to: console.actor.id, minutes });
const tells = (console: PaperConsole, minutes: number) =>
  console.does({ type: 'update.send', audiences: ['customers'], text: 'we look', nextAt: console.now + minutes * minute });
const promise = (console: PaperConsole) => console.view.cadences.customers.promise?.at;

/** Two incidents of one night, with a commander each. */
function two(): { readonly checkout: PaperConsole; readonly search: PaperConsole } {
  const checkout = declared(2);
  const search = declared(2, { now: checkout.now, name: 'Ada' });
  search.does({ type: 'incident.amend', title: 'Search is slow' });
  return { checkout, search };
}

describe('a merge', () => {
  test('takes the open tasks along with their clocks, under labels that are free there', () => {
    const { checkout, search } = two();
    gives(checkout, 'roll back');
    gives(search, 'look at the index');
    gives(search, 'ask the vendor');
    search.does({ type: 'task.finish', task: task(search, 'ask the vendor').id });
    gives(search, 'drain b');
    merged(search, checkout);
    expect(labels(checkout)).toEqual(['t1 roll back', 't1b look at the index', 't3 drain b']);
    expect(task(checkout, 'drain b')).toMatchObject({ from: search.incidentId, id: task(search, 'drain b').id });
    expect(search.view).toMatchObject({ phase: 'merged', mergedInto: { incident: checkout.incidentId, title: 'Checkout errors in EU' } });
    expect(checkout.passes(15 * minute).filter(({ type }) => type === 'timebox.expired')).toHaveLength(3);
    expect(checkout.view.contested).toEqual([]);
  });

  test('leaves the tasks that are to stay', () => {
    const { checkout, search } = two();
    gives(search, 'look at the index');
    gives(search, 'write to the vendor');
    merged(search, checkout, { keep: [task(search, 'write to the vendor').id] });
    expect(labels(checkout)).toEqual(['t1 look at the index']);
  });

  test('brings the people with their names and where they stood, and tells both rooms', () => {
    const { checkout, search } = two();
    const sam = Object.values(search.does({ type: 'person.add', name: 'Sam' }).people).find(({ name }) => name === 'Sam')?.id ?? '';
    search.does({ type: 'person.mark', people: [sam], standing: 'resting', until: search.now + 60 * minute });
    gives(search, 'look at the index');
    merged(search, checkout, { reason: 'one cause' });
    expect(checkout.view.people[search.actor.id]).toMatchObject({ name: 'Ada' });
    expect(checkout.view.people[sam]).toMatchObject({ name: 'Sam', standing: 'resting' });
    expect(says(checkout)).toContain('Took in inc-1 Search is slow with 1 task: one cause');
    expect(says(search)).toContain('Merged into inc-1 Checkout errors in EU: one cause');
  });

  test('ends the clocks of the one that went, and lets it be logged into', () => {
    const { checkout, search } = two();
    gives(search, 'look at the index');
    tells(search, 20);
    merged(search, checkout);
    expect(deadlines(search.view)).toEqual([]);
    expect(clocksOf(search.view, search.now)).toEqual([]);
    search.does({ type: 'entry.add', kind: 'note', text: 'the vendor called back' });
    expect(search.passes(60 * minute)).toEqual([]);
    expect(says(search)).toContain('the vendor called back');
    expect(search.run({ type: 'task.finish', task: task(search, 'look at the index').id })).toMatchObject({
      ok: false,
      error: { code: 'impossible', message: expect.stringContaining('went along to inc-1 Checkout errors in EU') },
    });
  });
});

describe('promises of two incidents', () => {
  test('the sooner one holds, and a message to that audience keeps it', () => {
    const { checkout, search } = two();
    tells(checkout, 60);
    tells(search, 20);
    merged(search, checkout);
    expect(promise(checkout)).toBe(checkout.now + 20 * minute);
    checkout.passes(15 * minute);
    tells(checkout, 30);
    expect(promise(checkout)).toBe(checkout.now + 30 * minute);
    expect(checkout.passes(20 * minute).filter(({ type }) => type === 'promise.broken')).toEqual([]);
  });

  test('a later one changes nothing', () => {
    const { checkout, search } = two();
    tells(checkout, 20);
    tells(search, 60);
    const before = promise(checkout);
    merged(search, checkout);
    expect(promise(checkout)).toBe(before);
  });

  test('one that was not kept is said once where it was given, and still shows where it is owed', () => {
    const { checkout, search } = two();
    tells(search, 20);
    expect(search.passes(30 * minute).filter(({ type }) => type === 'promise.broken')).toHaveLength(1);
    merged(search, checkout);
    expect(
      checkout
        .passes(10 * minute)
        .filter(({ type, body }) => type === 'promise.broken' && (body as { audience: string }).audience === 'customers'),
    ).toEqual([]);
    expect(clocksOf(checkout.view, checkout.now).find(({ audience }) => audience === 'customers')?.standing).toBe('broken');
  });

  test('an audience that only the other one had told must hear the end from here', () => {
    const { checkout, search } = two();
    search.does({ type: 'update.send', audiences: ['partners'], text: 'we look', nextAt: search.now + 60 * minute });
    merged(search, checkout);
    checkout.does({ type: 'mitigation.record', evidence: 'flat' });
    checkout.passes(30 * minute);
    const refused = checkout.run({ type: 'incident.resolve' });
    expect(refused).toMatchObject({
      ok: false,
      error: { unmet: [{ requirement: 'finalUpdate', says: expect.stringContaining('partners') }] },
    });
  });

  test('targets: the sooner of both', () => {
    const { checkout, search } = two();
    search.passes(10 * minute);
    const owed = search.view.cadences.responders.target;
    checkout.does({ type: 'summary.set', text: 'Cards fail' });
    checkout.passes(10 * minute);
    checkout.does({ type: 'summary.set', text: 'Cards fail in EU' });
    merged(search, checkout);
    expect(checkout.view.cadences.responders.target).toBe(owed);
  });

  test('taken in while it sleeps, the other one’s promise holds through the night', () => {
    const { checkout, search } = two();
    checkout.does({ type: 'incident.pause', until: checkout.now + 8 * 60 * minute, impact: 'usable' });
    tells(search, 20);
    merged(search, checkout);
    expect(promise(checkout)).toBe(checkout.now + 20 * minute);
    expect(checkout.view.cadences.customers.target).toBeUndefined();
  });
});

describe('undoing a merge', () => {
  test('brings the tasks home as they stand now, under their own labels', () => {
    const { checkout, search } = two();
    gives(checkout, 'roll back');
    gives(search, 'look at the index');
    gives(search, 'drain b', 60);
    merged(search, checkout);
    checkout.does({ type: 'task.finish', task: task(checkout, 'look at the index').id, result: 'it is whole' });
    checkout.passes(5 * minute);
    checkout.does({ type: 'task.extend', task: task(checkout, 'drain b').id, minutes: 30 });
    unmerged(search, checkout);
    expect(labels(checkout)).toEqual(['t1 roll back']);
    expect(labels(search)).toEqual(['t1 look at the index', 't2 drain b']);
    expect(task(search, 'look at the index')).toMatchObject({ state: 'done', result: 'it is whole' });
    expect(task(search, 'drain b')).toMatchObject({ state: 'running', extensions: 1 });
    expect(search.view.phase).toBe('investigating');
    expect(search.view.mergedInto).toBeUndefined();
    expect(checkout.view.absorbed).toEqual([]);
    expect(says(checkout)).toContain('inc-1 Search is slow is on its own again');
  });

  test('gives each its own promise back; one that was kept meanwhile is not owed again', () => {
    const { checkout, search } = two();
    tells(checkout, 60);
    search.does({ type: 'update.send', audiences: ['customers', 'partners'], text: 'we look', nextAt: search.now + 20 * minute });
    const [own, partners] = [promise(checkout), search.view.cadences.partners.promise];
    merged(search, checkout);
    unmerged(search, checkout);
    expect(promise(checkout)).toBe(own);
    expect(checkout.view.cadences.partners).toMatchObject({ received: false });
    expect(search.view.cadences.partners.promise).toEqual(partners);
    merged(search, checkout);
    checkout.passes(10 * minute);
    tells(checkout, 30);
    unmerged(search, checkout);
    expect(promise(search)).toBeUndefined();
    expect(search.view.cadences.partners.promise).toEqual(partners);
    expect(search.view.cadences.customers.lastSentAt).toBe(checkout.now);
  });

  test('late, it has clocks that run from now, and is not late at once', () => {
    const { checkout, search } = two();
    merged(search, checkout);
    checkout.passes(5 * 60 * minute);
    unmerged(search, checkout);
    expect(search.view.cadences.responders.target).toBe(search.now + 30 * minute);
    expect(clocksOf(search.view, search.now).find(({ audience }) => audience === 'responders')?.standing).toBe('scheduled');
  });

  test('what was merged in its sleep comes back asleep', () => {
    const { checkout, search } = two();
    search.does({ type: 'incident.pause', until: search.now + 8 * 60 * minute, impact: 'usable' });
    merged(search, checkout);
    expect(search.view.phase).toBe('merged');
    unmerged(search, checkout);
    expect(search.view).toMatchObject({ phase: 'paused', resumeTo: 'investigating', pause: { impact: 'usable' } });
  });

  test('who came along and did nothing leaves again; who worked here stays', () => {
    const { checkout, search } = two();
    const sam = Object.values(search.does({ type: 'person.add', name: 'Sam' }).people).find(({ name }) => name === 'Sam')?.id ?? '';
    merged(search, checkout);
    unmerged(search, checkout);
    expect(checkout.view.people[sam]?.standing).toBe('excused');
    // Ada wrote the merge itself.
    expect(checkout.view.people[search.actor.id]?.standing).toBe('engaged');
  });

  test('three incidents, undone from the middle, the end or the start, are three again', () => {
    for (const order of ['inner first', 'outer first'] as const) {
      const { checkout, search } = two();
      const login = declared(3, { now: checkout.now, name: 'Tim' });
      for (const [console, text] of [
        [checkout, 'roll back'],
        [search, 'look at the index'],
        [login, 'restart'],
      ] as const)
        gives(console, text, 90);
      const before = [checkout, search, login].map((console) => labels(console));
      merged(login, search);
      merged(search, checkout);
      expect(labels(checkout)).toEqual(['t1 roll back', 't1b look at the index', 't1c restart']);
      checkout.does({ type: 'task.finish', task: task(checkout, 'restart').id });
      if (order === 'inner first') unmerged(login, search, checkout);
      unmerged(search, checkout);
      if (order === 'outer first') unmerged(login, search);
      expect(
        [checkout, search, login].map((console) => labels(console)),
        order,
      ).toEqual(before);
      expect(task(login, 'restart').state, order).toBe('done');
      expect([checkout, search, login].map(({ view }) => view.phase)).toEqual(['investigating', 'investigating', 'investigating']);
      expect([checkout, search, login].flatMap(({ view }) => view.contested)).toEqual([]);
    }
  });
});

describe('erasing', () => {
  test('what a merge stands on is refused; the name of who came along, and what was told of the impact, can go', () => {
    const types = ['incident.mergedInto', 'incident.unmerged', 'incident.separated', 'person.joined', 'incident.absorbed'];
    expect(types.map(needsItsBody)).toEqual([true, true, true, false, false]);
    const { checkout, search } = two();
    merged(search, checkout);
    const erased = checkout.events.map((event) =>
      event.type === 'person.joined' && (event.body as { person: string }).person === search.actor.id ? { ...event, body: null } : event,
    );
    const { view } = foldAll(checkout.incidentId, erased);
    expect(view.people[search.actor.id]?.name).toBeNull();
    expect(JSON.stringify(view)).not.toContain('Ada');
    expect(view.absorbed).toHaveLength(1);
  });
});

describe('the one next step', () => {
  test('of an incident that went into another is there', () => {
    const { checkout, search } = two();
    merged(search, checkout);
    expect(nextStep(search.view, search.now).says).toBe(
      'It went into inc-1 Checkout errors in EU: go on there. Entries can still be added here.',
    );
    expect(available(search.view, search.now).filter(({ exists }) => exists)).toMatchObject([{ type: 'incident.unmerge', possible: true }]);
  });
});

describe('what cannot become one', () => {
  const refused = (outcome: ReturnType<typeof merge>): string => (outcome.ok ? '' : outcome.error.message);

  test('an incident and itself', () => {
    const { checkout } = two();
    expect(refused(merge(checkout, checkout))).toContain('cannot go into itself');
  });

  test('one that is over, as source or as target', () => {
    const { checkout, search } = two();
    search.does({ type: 'incident.markFalseAlarm', reason: 'a wrong alert' });
    expect(refused(merge(checkout, search))).toContain('false alarm. Reopen it first');
    expect(refused(merge(search, checkout))).toContain('Only an open incident can go into another');
  });

  test('a circle, or one that went elsewhere: it says where', () => {
    const { checkout, search } = two();
    const login = declared(3, { now: checkout.now });
    merged(search, checkout);
    expect(refused(merge(checkout, search))).toContain('came into this one');
    expect(refused(merge(login, search))).toContain('itself went into inc-1 Checkout errors in EU. Merge into that one');
    expect(refused(merge(search, login))).toContain('already');
  });

  test('a drill and an incident', () => {
    const { checkout } = two();
    const practice = new PaperConsole({ now: checkout.now });
    practice.does({ type: 'incident.declare', title: 'Exercise', mode: 'drill', severity: 2 });
    expect(refused(merge(practice, checkout))).toContain('one is drill, the other live');
  });

  test('what did not go anywhere cannot come back', () => {
    const { checkout } = two();
    expect(refused(unmerge(checkout))).toContain('There is nothing to undo');
  });

  test('in the charts of two islands, both merging, the first by the clock holds and the other changes nothing', () => {
    const { checkout, search } = two();
    gives(search, 'look at the index');
    merged(search, checkout);
    const [gone] = search.sealed.slice(-1);
    const again = { ...(gone?.event.body as object), target: search.newId() };
    search.write({ id: search.newId(), type: 'incident.mergedInto', v: 1, body: again }, { command: search.newId() }, search.actor.id);
    expect(search.view.mergedInto?.incident).toBe(checkout.incidentId);
    expect(search.view.contested).toHaveLength(1);
  });
});
