import { describe, expect, test } from 'vitest';
import type { Nudge } from '../../electron/core/server/port-protocol.ts';
import { declare, eventsOf, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A console with a SEV2 incident whose customers were promised word in 20 minutes. */
async function promised(options: { readonly dataDir?: string; readonly onNudge?: (nudge: Nudge) => void } = {}) {
  const clock = new ManualClock();
  const console = await newConsole({ clock, ...options });
  const incidentId = await declare(console);
  const sent = await run(console, {
    incidentId,
    type: 'update.send',
    audiences: ['customers'],
    text: 'We are looking into it.',
    nextAt: night + 20 * minute,
  });
  expect(sent.ok).toBe(true);
  await console.watch.wake();
  return { clock, console, incidentId };
}

const dueEvents = async (console: Awaited<ReturnType<typeof newConsole>>, id: string) =>
  (await eventsOf(console, id)).filter(({ type }) => type === 'update.fellDue' || type === 'promise.broken');

/** Everything that was due is recorded once: the same key never twice. */
function onceEach(events: Awaited<ReturnType<typeof dueEvents>>): void {
  const keys = events.map(({ cause }) => JSON.stringify(cause));
  expect(new Set(keys).size).toBe(keys.length);
}

describe('a deadline', () => {
  test('is recorded at its moment, by the system, as having happened when it was due', async () => {
    const { clock, console, incidentId } = await promised();
    clock.pass(20 * minute);
    await console.watch.wake();
    const ofCustomers = (await dueEvents(console, incidentId)).filter(
      ({ body }) => (body as { audience: string }).audience === 'customers',
    );
    expect(ofCustomers).toMatchObject([
      {
        type: 'update.fellDue',
        actor: 'system',
        via: 'system',
        occurredAt: night + 20 * minute,
        recordedAt: night + 20 * minute,
        body: { audience: 'customers', kind: 'promise' },
        cause: { deadline: expect.stringMatching(/^update\/customers\//) },
      },
    ]);
  });

  test('is recorded by the timer alone, with nobody at the keyboard', async () => {
    const { clock, console, incidentId } = await promised();
    for (let passed = 0; passed < 23 * minute; passed += 30_000) {
      clock.pass(30_000);
      await console.watch.wake();
    }
    const events = await dueEvents(console, incidentId);
    expect(events.map(({ type }) => type)).toContain('promise.broken');
    onceEach(events);
  });

  test('is looked for every 30 seconds at least, however far it is', async () => {
    const { clock } = await promised();
    expect(clock.nextTimer).toBeGreaterThan(0);
    expect(clock.nextTimer).toBeLessThanOrEqual(30_000);
  });

  test('that was met by an update is not recorded', async () => {
    const { clock, console, incidentId } = await promised();
    clock.pass(10 * minute);
    await run(console, { incidentId, type: 'update.send', audiences: ['customers'], text: 'Still at it.', nextAt: night + 50 * minute });
    clock.pass(12 * minute);
    await console.watch.wake();
    const ofCustomers = (await dueEvents(console, incidentId)).filter(
      ({ body }) => (body as { audience: string }).audience === 'customers',
    );
    expect(ofCustomers).toEqual([]);
  });

  test('that fell while the machine slept nine hours is recorded once', async () => {
    const { clock, console, incidentId } = await promised();
    clock.jump(9 * hour);
    await console.watch.wake();
    await console.watch.wake();
    const events = await dueEvents(console, incidentId);
    expect(events.filter(({ type }) => type === 'promise.broken')).toHaveLength(1);
    onceEach(events);
    expect(events.every(({ occurredAt, recordedAt }) => occurredAt < recordedAt)).toBe(true);
  });

  test('that fell while the console was closed is recorded when it opens, and not again at the next opening', async () => {
    const dataDir = newFolder();
    const { console, incidentId } = await promised({ dataDir });
    await console.close();
    const later = new ManualClock(night + 9 * hour);
    const again = await newConsole({ dataDir, clock: later });
    const events = await dueEvents(again, incidentId);
    expect(events.some(({ type }) => type === 'promise.broken')).toBe(true);
    onceEach(events);
    await again.close();
    const third = await newConsole({ dataDir, clock: later });
    expect(await dueEvents(third, incidentId)).toEqual(events);
  });

  test('is recorded once though the clock is set back an hour, and none is lost', async () => {
    const { clock, console, incidentId } = await promised();
    clock.pass(21 * minute);
    await console.watch.wake();
    const before = await dueEvents(console, incidentId);
    expect(before.length).toBeGreaterThan(0);
    clock.jump(-hour);
    await console.watch.wake();
    expect(await dueEvents(console, incidentId)).toEqual(before);
    clock.pass(hour + 5 * minute);
    await console.watch.wake();
    const after = await dueEvents(console, incidentId);
    expect(after.filter(({ type }) => type === 'promise.broken')).toHaveLength(1);
    onceEach(after);
    // What is written after the clock went back still stands behind what was written before.
    expect(after.map(({ hlc }) => hlc)).toEqual(after.map(({ hlc }) => hlc).toSorted());
  });

  test('that a console with a clock far ahead of ours set is recorded once, though here it stands before what set it', async () => {
    const { clock, console, incidentId } = await promised();
    const ahead = new LogWriter('ahead', { stream: incidentId });
    const body = { label: 't1', text: 'check replica lag', to: console.owner('app').person, minutes: 5 };
    await console.desk.receive([ahead.write({ type: 'task.added', body, now: night + 20 * minute, occurredAt: night })]);
    clock.pass(6 * minute);
    for (let look = 0; look < 3; look += 1) await console.watch.wake();
    const expired = (await eventsOf(console, incidentId)).filter(({ type }) => type === 'timebox.expired');
    expect(expired).toHaveLength(1);
    clock.pass(30 * minute);
    await console.watch.wake();
    expect((await eventsOf(console, incidentId)).filter(({ type }) => type === 'timebox.expired')).toHaveLength(1);
  });
});

describe('a nudge', () => {
  test('comes at the moment and once more after five minutes, promise before target', async () => {
    const nudges: Nudge[] = [];
    const { clock, console } = await promised({ onNudge: (nudge) => nudges.push(nudge) });
    clock.pass(20 * minute);
    await console.watch.wake();
    expect(nudges).toMatchObject([
      { kind: 'promise', audience: 'customers', when: 'due', dueAt: night + 20 * minute, title: 'Checkout fails' },
    ]);
    clock.pass(5 * minute);
    await console.watch.wake();
    await console.watch.wake();
    const ofPromise = nudges.filter(({ kind }) => kind === 'promise');
    expect(ofPromise.map(({ when }) => when)).toEqual(['due', 'late']);
  });

  test('comes for a promise at its own moment too, when a target of the same audience fell due before it', async () => {
    const nudges: Nudge[] = [];
    const { clock, console, incidentId } = await promised({ onNudge: (nudge) => nudges.push(nudge) });
    const nextAt = night + 90 * minute;
    await run(console, { incidentId, type: 'update.send', audiences: ['customers'], text: 'A fix is being built.', nextAt });
    while (clock.now() < nextAt + 10 * minute) {
      clock.pass(30_000);
      await console.watch.wake();
    }
    // One clock for a lone commander: the target of the customers, half an hour after the update, is told with the responders'.
    expect(nudges).toMatchObject([
      { kind: 'update', when: 'due', dueAt: night + 30 * minute },
      { kind: 'update', when: 'late', dueAt: night + 30 * minute },
      { kind: 'promise', audience: 'customers', when: 'due', dueAt: nextAt },
      { kind: 'promise', audience: 'customers', when: 'late', dueAt: nextAt },
    ]);
  });

  test('after a long sleep comes once for each clock', async () => {
    const nudges: Nudge[] = [];
    const { clock, console } = await promised({ onNudge: (nudge) => nudges.push(nudge) });
    clock.jump(9 * hour);
    await console.watch.wake();
    await console.watch.wake();
    const keys = nudges.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(nudges.every(({ when }) => when === 'late')).toBe(true);
  });

  test('rings when a pause is over, and the incident stays paused', async () => {
    const nudges: Nudge[] = [];
    const { clock, console, incidentId } = await promised({ onNudge: (nudge) => nudges.push(nudge) });
    const paused = await run(console, { incidentId, type: 'incident.pause', until: night + 10 * minute, impact: 'none known' });
    expect(paused.ok).toBe(true);
    clock.pass(10 * minute);
    await console.watch.wake();
    expect(nudges).toMatchObject([{ kind: 'pause', when: 'due' }]);
    expect(console.desk.list()[0]?.phase).toBe('paused');
  });
});
