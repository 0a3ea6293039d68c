/** A review meeting on two consoles whose logs come together: both are in the same part, and nothing that was said is lost. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import type { MeetingView } from '../../shared/incident/review-view.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import type { EventBytes } from '../../shared/log/chain.ts';
import { agendaOf } from '../../shared/postmortem/meeting/agenda.ts';
import { lastMeeting, meetingProgress, runningMeeting } from '../../shared/postmortem/meeting/progress.ts';
import { loggedIn } from '../../shared/postmortem/meeting/walk.ts';
import { declare, ManualClock, newConsole, run } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';

const minute = 60_000;

async function viewOf(console: Console, id: string): Promise<IncidentView> {
  const found = await console.desk.incident(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value.view;
}

async function running(console: Console, id: string): Promise<MeetingView> {
  const meeting = runningMeeting(await viewOf(console, id));
  if (!meeting) throw new Error('no meeting runs');
  return meeting;
}

type Opened = Awaited<ReturnType<typeof newConsole>>;

/** What a console holds of an incident, as the bytes that travel. */
function heldBy({ dataDir }: Opened, id: string): readonly EventBytes[] {
  const db = new Database(join(dataDir, 'wheelhouse.db'), { readonly: true });
  try {
    return db
      .prepare<[string], EventBytes>(
        'SELECT header AS headerBytes, body AS bodyBytes, salt FROM events JOIN bodies USING (position) WHERE stream = ? ORDER BY position',
      )
      .all(id);
  } finally {
    db.close();
  }
}

/** Each hears what the other wrote. */
async function meet(one: Opened, other: Opened, id: string): Promise<void> {
  const [ofOne, ofOther] = [heldBy(one, id), heldBy(other, id)];
  for (const [console, events] of [
    [other, ofOne],
    [one, ofOther],
  ] as const) {
    if (events.length > 0) expect(await console.desk.receive(events)).toMatchObject({ ok: true });
  }
}

/** Kim's console and Sam's, with one incident between them. */
async function two() {
  const clock = new ManualClock();
  const kim = await newConsole({ clock });
  const sam = await newConsole({ clock, dataDir: newFolder(), ownerName: 'Sam' });
  const incident = await declare(kim);
  await meet(kim, sam, incident);
  const does = async (console: Opened, command: Readonly<Record<string, unknown>>) =>
    expect(await run(console, { incidentId: incident, ...command })).toMatchObject({ ok: true });
  return { clock, kim, sam, incident, does };
}

const begin = { type: 'meeting.begin', agenda: agendaOf(60) };

describe('a meeting on two consoles', () => {
  test('is in one part on both, whoever went on last, and has the same clocks', async () => {
    const { clock, kim, sam, incident, does } = await two();
    await does(kim, begin);
    await meet(kim, sam, incident);
    clock.pass(5 * minute);
    const { id } = await running(sam, incident);
    await does(sam, { type: 'meeting.move', meeting: id, part: 'timeline' });
    await meet(kim, sam, incident);
    clock.pass(3 * minute);
    const [here, there] = [await running(kim, incident), await running(sam, incident)];
    expect(here).toEqual(there);
    expect(meetingProgress(here, clock.now())).toMatchObject({ elapsed: 8 * minute, current: { part: 'timeline', spent: 3 * minute } });
  });

  test('keeps all that both wrote while they were apart, and both pressed "next" once: nobody skips a part', async () => {
    const { clock, kim, sam, incident, does } = await two();
    await does(kim, begin);
    await meet(kim, sam, incident);
    const { id } = await running(kim, incident);
    for (const console of [kim, sam]) {
      clock.pass(minute);
      await does(console, { type: 'meeting.move', meeting: id, part: 'timeline' });
    }
    await does(kim, { type: 'entry.add', kind: 'decision', text: 'no deploys on Fridays' });
    clock.pass(1_000);
    await does(sam, { type: 'followUp.add', text: 'Alert on lag' });
    await does(sam, { type: 'entry.add', kind: 'note', text: 'Ada stayed', tags: ['thanks'] });
    await meet(kim, sam, incident);
    clock.pass(minute);
    const views = [await viewOf(kim, incident), await viewOf(sam, incident)];
    for (const view of views) {
      const meeting = runningMeeting(view);
      expect(meeting?.parts.at(-1)?.part).toBe('timeline');
      expect(meeting && loggedIn(view, meeting, clock.now()).map(({ line }) => line)).toEqual(['decision', 'followUp', 'thanks']);
    }
  });

  test('that each began without knowing of the other is one at the end: both are ended, and neither log is contested', async () => {
    const { clock, kim, sam, incident, does } = await two();
    await does(kim, begin);
    clock.pass(minute);
    await does(sam, begin);
    await meet(kim, sam, incident);
    expect((await running(kim, incident)).id).toBe((await running(sam, incident)).id);
    expect(await run(kim, { incidentId: incident, ...begin })).toMatchObject({
      ok: false,
      error: { refusal: { message: 'Not from here: a review meeting is under way; end it first.' } },
    });
    for (const { id } of (await viewOf(sam, incident)).meetings) await does(sam, { type: 'meeting.end', meeting: id });
    await meet(kim, sam, incident);
    const view = await viewOf(kim, incident);
    expect(runningMeeting(view)).toBeUndefined();
    expect(lastMeeting(view)?.endedAt).toBe(clock.now());
    expect(view.items.flat().filter(({ standing }) => standing === 'contested')).toEqual([]);
    expect(view).toEqual(await viewOf(sam, incident));
  });

  test('is where it was after the console was closed and opened again, with the time that passed', async () => {
    const { clock, kim, incident, does } = await two();
    await does(kim, begin);
    const { id } = await running(kim, incident);
    await does(kim, { type: 'meeting.move', meeting: id, part: 'looking-back' });
    await kim.close();
    clock.jump(20 * minute);
    const again = await newConsole({ clock, dataDir: kim.dataDir });
    const meeting = await running(again, incident);
    expect(meetingProgress(meeting, clock.now()).current).toMatchObject({ part: 'looking-back', spent: 20 * minute, standing: 'over' });
    expect(await run(again, { incidentId: incident, type: 'meeting.move', meeting: id, part: 'lunch' })).toMatchObject({ ok: false });
  });
});
