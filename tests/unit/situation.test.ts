import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../shared/incident/clocks.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { playbookSchema } from '../../shared/playbook/schema.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

/** Minutes from now to an audience's target. */
const targetIn = (console: PaperConsole, audience: Audience): number | undefined => {
  const target = clocksOf(console.view, console.now).find((row) => row.audience === audience)?.target;
  return target === undefined ? undefined : (target - console.now) / minute;
};
const says = (console: PaperConsole): readonly string[] => timelineOf(console.view).map(({ text }) => text);
const nobody = '00000000-0000-7000-8000-000000000000';

describe('a report', () => {
  test('is what responders are owed: their clock starts anew, as with a summary', () => {
    const [reporting, summing] = [declared(2), declared(2)];
    for (const console of [reporting, summing]) {
      console.does({ type: 'person.add', name: 'Sam' });
      console.passes(15 * minute);
    }
    reporting.does({ type: 'can.report', text: 'Conditions: cards fail' });
    summing.does({ type: 'summary.set', text: 'Cards fail' });
    expect(targetIn(reporting, 'responders')).toBe(20);
    expect(targetIn(summing, 'responders')).toBe(20);
    expect(reporting.view.can).toMatchObject({ text: 'Conditions: cards fail', by: reporting.actor.id });
  });
});

describe('a question', () => {
  test('is parked under a label until somebody answers it', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'question', text: 'Is EU affected too?' });
    const view = console.does({ type: 'entry.add', kind: 'question', text: 'Who owns the cache?' });
    expect(view.questions.map(({ label, text }) => [label, text])).toEqual([
      ['q1', 'Is EU affected too?'],
      ['q2', 'Who owns the cache?'],
    ]);
    const [first] = view.questions;
    console.passes(minute);
    console.does({ type: 'question.answer', question: first?.id ?? '', text: 'Yes, since 00:20' });
    expect(console.view.questions[0]?.answer).toEqual({ text: 'Yes, since 00:20', at: console.now, by: console.actor.id });
    expect(says(console)).toContain('Answer to q1: Yes, since 00:20');
  });

  test('that two consoles gave one label keeps both, the later with a letter', () => {
    const here = declared(2);
    const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Sam' });
    there.hears(here);
    here.does({ type: 'entry.add', kind: 'question', text: 'first' });
    there.now += minute;
    there.does({ type: 'entry.add', kind: 'question', text: 'second' });
    here.hears(there);
    there.hears(here);
    for (const console of [here, there]) expect(console.view.questions.map(({ label }) => label)).toEqual(['q1', 'q1b']);
  });

  test('reads as its entry does: corrected with it, hidden with it, and none once it is something else', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'question', text: 'Is US affekted?' });
    const entry = console.view.questions[0]?.id ?? '';
    expect(console.does({ type: 'entry.correct', entry, text: 'Is US affected?' }).questions[0]?.text).toBe('Is US affected?');
    expect(console.does({ type: 'entry.redact', entry }).questions[0]?.text).toBe('Text hidden');
    expect(console.does({ type: 'entry.correct', entry, kind: 'note' }).questions).toEqual([]);
  });

  test('that is not known cannot be answered', () => {
    const console = declared(2);
    const refused = console.run({ type: 'question.answer', question: nobody, text: 'yes' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'impossible' } });
  });
});

describe('tempo', () => {
  test('once long, each audience waits for the slower of its two intervals', () => {
    const console = declared(1);
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({
      type: 'update.send',
      audiences: ['responders', 'staff', 'executives', 'customers'],
      text: 'we look',
      nextAt: console.now + 20 * minute,
    });
    const view = console.does({ type: 'tempo.set', tempo: 'long' });
    expect(view).toMatchObject({ tempo: 'long', tempoSince: console.now });
    const waits = (['responders', 'staff', 'executives', 'customers'] as const).map((audience) => targetIn(console, audience));
    expect(waits).toEqual([30, 30, 60, 60]);
    expect(console.view.cadences.customers.promise?.at).toBe(console.now + 20 * minute);
  });

  test('back to normal late in a slow interval, nobody is late at once', () => {
    const console = declared(1);
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({ type: 'update.send', audiences: ['executives'], text: 'we look', nextAt: console.now + 60 * minute });
    console.does({ type: 'tempo.set', tempo: 'long' });
    console.passes(45 * minute);
    console.does({ type: 'tempo.set', tempo: 'normal' });
    expect(targetIn(console, 'executives')).toBe(15);
  });

  test('of a severity without a clock starts none', () => {
    const console = declared(4);
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({ type: 'tempo.set', tempo: 'marathon' });
    expect(targetIn(console, 'responders')).toBeUndefined();
  });

  test('is not known to a playbook that was pinned before it was', () => {
    const cadences = Object.fromEntries(
      Object.entries(defaultPlaybook.cadences).map(([audience, { long: _long, ...row }]) => [audience, row]),
    ) as typeof defaultPlaybook.cadences;
    const console = declared(1, { playbook: playbookSchema.parse({ ...defaultPlaybook, cadences }) });
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({ type: 'tempo.set', tempo: 'long' });
    expect(targetIn(console, 'responders')).toBe(20);
  });
});

describe('focus', () => {
  test('is on restoring service until somebody says otherwise', () => {
    const console = declared(2);
    expect(console.view.focus).toBe('restore');
    expect(console.does({ type: 'focus.set', focus: 'understand', reason: 'customers are served' }).focus).toBe('understand');
    expect(says(console)).toContain('Understand first: customers are served');
  });
});

describe('a workstream', () => {
  test('has a leader, a goal and a timebox that runs out once', () => {
    const console = declared(2);
    const sam = Object.values(console.does({ type: 'person.add', name: 'Sam' }).people).find(({ name }) => name === 'Sam')?.id ?? '';
    const opened = console.does({ type: 'workstream.open', name: 'Database', leader: sam, goal: 'a clean replica', minutes: 20 });
    expect(opened.workstreams).toMatchObject([{ label: 'w1', name: 'Database', leader: sam, goal: 'a clean replica', members: [] }]);
    const [workstream] = opened.workstreams;
    expect(deadlines(console.view)).toContainEqual(
      expect.objectContaining({ kind: 'timebox', dueAt: console.now + 20 * minute, key: `timebox/${workstream?.id}` }),
    );
    const recorded = console.passes(25 * minute).filter(({ type }) => type === 'timebox.expired');
    expect(recorded).toMatchObject([{ body: { workstream: workstream?.id } }]);
    expect(console.passes(25 * minute).filter(({ type }) => type === 'timebox.expired')).toEqual([]);
  });

  test('given more time has a clock of its own for it', () => {
    const console = declared(2);
    const opened = console.does({ type: 'workstream.open', name: 'Database', minutes: 20 });
    const id = opened.workstreams[0]?.id ?? '';
    console.passes(10 * minute);
    const amended = console.does({ type: 'workstream.amend', workstream: id, minutes: 30, goal: 'two replicas' });
    expect(amended.workstreams[0]).toMatchObject({ goal: 'two replicas', name: 'Database', timebox: { dueAt: console.now + 30 * minute } });
    expect(console.passes(15 * minute).filter(({ type }) => type === 'timebox.expired')).toEqual([]);
  });

  test('that ended has no clock, and takes no change', () => {
    const console = declared(2);
    const id = console.does({ type: 'workstream.open', name: 'Database', minutes: 20 }).workstreams[0]?.id ?? '';
    const closed = console.does({ type: 'workstream.close', workstream: id, outcome: 'replica is clean' });
    expect(closed.workstreams[0]).toMatchObject({ closedAt: console.now, outcome: 'replica is clean' });
    expect(closed.workstreams[0]?.timebox).toBeUndefined();
    expect(console.run({ type: 'workstream.amend', workstream: id, name: 'Storage' })).toMatchObject({
      ok: false,
      error: { code: 'impossible' },
    });
    expect(console.run({ type: 'workstream.close', workstream: nobody })).toMatchObject({ ok: false, error: { code: 'impossible' } });
  });
});

describe('going to sleep', () => {
  test('takes the impact that is known, and writes the hand-over in five lines', () => {
    const console = declared(2);
    console.does({ type: 'impact.describe', text: 'One in ten cards fails' });
    console.does({ type: 'update.send', audiences: ['customers'], text: 'we look', nextAt: console.now + 20 * minute });
    const view = console.does({ type: 'incident.pause', until: Date.UTC(2026, 2, 29, 7, 0) });
    expect(view.pause).toMatchObject({ impact: 'One in ten cards fails', watcher: console.actor.id });
    expect(view.pause?.note?.split('\n')).toEqual([
      'State: SEV2, investigating. One in ten cards fails',
      'Levers frozen: none is applied',
      'Watcher: Kim, until 09:00 Berlin on 2026-03-29',
      'Wake it when: it gets worse than this, or a message is owed: customers at 01:50',
      'Owner at 09:00: Kim',
    ]);
  });

  test('with no word about the impact is refused, naming what to type, and may be insisted on', () => {
    const console = declared(2);
    const until = console.now + 60 * minute;
    expect(console.run({ type: 'incident.pause', until })).toMatchObject({
      ok: false,
      error: { code: 'requirements', unmet: [{ requirement: 'impactKnown', says: expect.stringContaining('/impact') }] },
    });
    expect(console.does({ type: 'incident.pause', until, override: { reason: 'nobody knows yet' } }).phase).toBe('paused');
  });

  test('is over by whatever leads out of it, an override too', () => {
    const console = declared(2);
    console.does({ type: 'incident.pause', until: console.now + 60 * minute, impact: 'One in ten cards fails' });
    const mitigated = console.does({ type: 'mitigation.record', evidence: 'errors at zero', override: { reason: 'it mended itself' } });
    expect([mitigated.phase, mitigated.pause]).toEqual(['monitoring', undefined]);
  });

  test('gives command to the watcher', () => {
    const console = declared(2);
    const sam = Object.values(console.does({ type: 'person.add', name: 'Sam' }).people).find(({ name }) => name === 'Sam')?.id ?? '';
    const view = console.does({ type: 'incident.pause', until: console.now + 60 * minute, watcher: sam, impact: 'usable' });
    expect(view.roles.commander?.holder).toBe(sam);
    expect(view.pause?.note).toContain('Watcher: Sam');
  });
});
