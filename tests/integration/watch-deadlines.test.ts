import { describe, expect, test } from 'vitest';
import type { Nudge } from '../../electron/core/server/port-protocol.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import type { FoldState } from '../../shared/incident/view.ts';
import { declare, eventsOf, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { night } from '../fixtures/log-writer.ts';

const minute = 60_000;
const hour = 60 * minute;
type Opened = Awaited<ReturnType<typeof newConsole>>;

async function viewOf(console: Opened, id: string): Promise<FoldState['view']> {
  const answer = await console.router.call(console.owner('app'), 'incidents.get', { id });
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as { readonly fold: FoldState }).fold.view;
}

async function must(console: Opened, command: Readonly<Record<string, unknown>>): Promise<void> {
  const done = await run(console, command);
  expect(done).toMatchObject({ ok: true });
}

/** What the system wrote, with the key of each. */
async function recorded(console: Opened, id: string) {
  const events = await eventsOf(console, id);
  return events.flatMap(({ type, cause, body, occurredAt }) =>
    'deadline' in (cause as object) ? [{ type, key: (cause as { deadline: string }).deadline, body, occurredAt }] : [],
  );
}

/** A SEV1 of two people: promises to two audiences, one deadline by law, a task and a test that run. */
async function busyNight(options: { readonly onNudge?: (nudge: Nudge) => void; readonly dataDir?: string } = {}) {
  const clock = new ManualClock();
  const console = await newConsole({ clock, ...options });
  const incidentId = await declare(console, { severity: 1 });
  await must(console, { incidentId, type: 'person.add', name: 'Sam' });
  for (const [audience, minutes] of [
    ['customers', 20],
    ['staff', 40],
  ] as const) {
    await must(console, { incidentId, type: 'update.send', audiences: [audience], text: 'We look.', nextAt: night + minutes * minute });
  }
  await must(console, { incidentId, type: 'cadence.setDeadline', audience: 'partners', at: night + 4 * hour, says: 'by law' });
  await must(console, { incidentId, type: 'task.add', text: 'look', to: console.owner('app').person, minutes: 5 });
  await console.watch.wake();
  return { clock, console, incidentId };
}

describe('a machine that slept nine hours', () => {
  test('records each deadline that fell once, at the moment at which it fell', async () => {
    const { clock, console, incidentId } = await busyNight();
    clock.jump(9 * hour);
    for (let look = 0; look < 3; look += 1) await console.watch.wake();
    const fell = await recorded(console, incidentId);
    const keys = fell.map(({ type, key }) => `${type} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const counted = (type: string, audience: string) =>
      fell.filter((event) => event.type === type && (event.body as { audience?: string }).audience === audience).length;
    expect(counted('promise.broken', 'customers')).toBe(1);
    expect(counted('promise.broken', 'staff')).toBe(1);
    expect(counted('update.fellDue', 'partners')).toBe(1);
    expect(counted('promise.broken', 'partners')).toBe(0);
    expect(fell.filter(({ type }) => type === 'timebox.expired')).toHaveLength(1);
    expect(fell.find(({ body }) => (body as { kind?: string }).kind === 'deadline')?.occurredAt).toBe(night + 4 * hour);
    expect((await viewOf(console, incidentId)).contested).toEqual([]);
  });

  test('asks once to catch up with all audiences, with the others counted, and tells of it once', async () => {
    const nudges: Nudge[] = [];
    const { clock, console, incidentId } = await busyNight({ onNudge: (nudge) => nudges.push(nudge) });
    clock.jump(9 * hour);
    for (let look = 0; look < 3; look += 1) await console.watch.wake();
    const asked = prompts(await viewOf(console, incidentId), clock.now()).filter(({ kind }) => kind === 'promise' || kind === 'update');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.says).toMatch(/^Promised to customers for .* and not kept, 8 h 40 min ago\. 4 more clocks wait\.$/);
    expect(nudges).toHaveLength(1);
    expect(nudges[0]).toMatchObject({ kind: 'promise', when: 'late' });
  });
});

describe('a deadline by hand', () => {
  test('is waited for to its very moment, however near it is', async () => {
    const { clock, console, incidentId } = await busyNight();
    await must(console, { incidentId, type: 'cadence.setDeadline', audience: 'executives', at: night + 100 });
    await console.watch.wake();
    expect(clock.nextTimer).toBe(100);
    clock.pass(100);
    await console.watch.wake();
    expect(await recorded(console, incidentId)).toMatchObject([{ type: 'update.fellDue', body: { audience: 'executives' } }]);
  });

  test('falls due after the incident was resolved, and after the console was opened anew', async () => {
    const dataDir = newFolder();
    const { console, incidentId } = await busyNight({ dataDir });
    await must(console, { incidentId, type: 'incident.resolve', override: { reason: 'a duplicate' } });
    await console.close();
    const later = await newConsole({ dataDir, clock: new ManualClock(night + hour) });
    expect(await recorded(later, incidentId)).toEqual([]);
    await later.close();
    const clock = new ManualClock(night + 3 * hour);
    const last = await newConsole({ dataDir, clock });
    clock.pass(hour);
    await last.watch.wake();
    expect(await recorded(last, incidentId)).toMatchObject([{ type: 'update.fellDue', body: { audience: 'partners', kind: 'deadline' } }]);
    await must(last, { incidentId, type: 'update.send', audiences: ['partners'], text: 'Notified.', final: true });
    const listed = last.desk.list().find(({ id }) => id === incidentId);
    expect(listed).toMatchObject({ ended: true });
    expect(listed?.nextDue).toBeUndefined();
  });
});
