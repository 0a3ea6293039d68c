import { describe, expect, test } from 'vitest';
import { clockWords, otherClockWords } from '../../renderer/screens/room/header/clock-words.ts';
import { summaryOf } from '../../shared/api/summary.ts';
import { clocksOf, nudgeOf } from '../../shared/incident/clocks.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { describeItem } from '../../shared/incident/describe.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import { merged, unmerged } from '../fixtures/merging.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const hour = 60 * minute;
const day = 24 * hour;
const partners = (console: PaperConsole) => clocksOf(console.view, console.now).find(({ audience }) => audience === 'partners');
const sets = (console: PaperConsole, hours: number, says = '72 hours by law') =>
  console.does({ type: 'cadence.setDeadline', audience: 'partners', at: console.now + hours * hour, says });

describe('a deadline by hand', () => {
  test('is the clock of an audience that no playbook times, and falls due once under a key of its own event', () => {
    const console = declared(1);
    sets(console, 72);
    const event = console.view.cadences.partners.deadline?.event;
    expect(partners(console)).toEqual({
      audience: 'partners',
      deadline: console.now + 72 * hour,
      deadlineSays: '72 hours by law',
      due: console.now + 72 * hour,
      standing: 'scheduled',
      combined: false,
    });
    expect(deadlines(console.view).find(({ audience }) => audience === 'partners')).toMatchObject({
      key: `update/partners/${event}`,
      records: { type: 'update.fellDue', body: { audience: 'partners', kind: 'deadline' } },
    });
    const fell = console.passes(4 * day).filter(({ body }) => (body as { audience?: string }).audience === 'partners');
    expect(fell.map(({ type }) => type)).toEqual(['update.fellDue']);
    expect(partners(console)?.standing).toBe('overdue');
    const item = console.view.items.flat().find(({ id }) => id === fell[0]?.id);
    expect(item && describeItem(item, console.view)).toBe('Update to partners fell due, by the deadline that was set');
  });

  const movers: readonly (readonly [string, readonly CommandDraft[]])[] = [
    ['a severity', [{ type: 'severity.set', severity: 3, reason: 'smaller' }]],
    ['a phase', [{ type: 'mitigation.record', evidence: 'flat' }]],
    ['the tempo', [{ type: 'tempo.set', tempo: 'marathon' }]],
    ['a pause', [{ type: 'incident.pause', until: Date.UTC(2026, 2, 29, 7), impact: 'usable' }]],
    ['a summary', [{ type: 'summary.set', text: 'known' }]],
    ['a message to others', [{ type: 'update.send', audiences: ['staff', 'customers'], text: 'for you', final: true }]],
    ['a snooze of others', [{ type: 'cadence.snooze', audience: 'responders', reason: 'on the phone' }]],
    ['resolving', [{ type: 'incident.resolve', override: { reason: 'tired' } }]],
    ['a review', [{ type: 'incident.resolve', override: { reason: 'tired' } }, { type: 'review.start' }]],
  ];
  test.each(movers)('outlives %s', (_what, drafts) => {
    const console = declared(2);
    sets(console, 72);
    const before = console.view.cadences.partners.deadline;
    for (const draft of drafts) console.does(draft);
    expect(console.view.cadences.partners.deadline).toEqual(before);
    console.passes(4 * day);
    expect(console.view.fallen[`update/partners/${before?.event}`]).toBeDefined();
  });

  const met: readonly (readonly [string, CommandDraft])[] = [
    ['a message', { type: 'update.send', audiences: ['partners'], text: 'Notified.', nextAt: Date.UTC(2026, 3, 9) }],
    ['a final message', { type: 'update.send', audiences: ['staff', 'partners'], text: 'Over.', final: true }],
    ['taking it away', { type: 'cadence.setDeadline', audience: 'partners', at: null }],
    ['closing', { type: 'incident.close', override: { reason: 'tired' } }],
    ['a false alarm', { type: 'incident.markFalseAlarm', reason: 'a test' }],
    ['cancelling', { type: 'incident.cancel', reason: 'a slip' }],
  ];
  test.each(met)('is over with %s', (what, draft) => {
    const console = declared(2);
    sets(console, 72);
    if (what === 'closing') console.does({ type: 'incident.resolve', override: { reason: 'tired' } });
    console.does(draft);
    expect(console.view.cadences.partners.deadline).toBeUndefined();
    expect(deadlines(console.view).some(({ records }) => records?.body.kind === 'deadline')).toBe(false);
  });

  test('is over with a message of earlier that is recorded late, since that was told too', () => {
    const console = declared(2);
    console.passes(20 * minute);
    console.does({ type: 'update.send', audiences: ['partners'], text: 'Second.', nextAt: console.now + day });
    sets(console, 72);
    console.does({ type: 'update.send', audiences: ['partners'], text: 'First.', nextAt: console.now, sentAt: console.now - 10 * minute });
    expect(console.view.cadences.partners.deadline).toBeUndefined();
  });

  test('another one takes its place', () => {
    const console = declared(2);
    sets(console, 72);
    sets(console, 24, 'they moved it');
    expect(partners(console)).toMatchObject({ due: console.now + 24 * hour, deadlineSays: 'they moved it' });
    expect(deadlines(console.view).filter(({ audience }) => audience === 'partners')).toHaveLength(1);
  });

  test('goes along when the incident goes into another, rings there, and comes back unless the audience heard', () => {
    const source = declared(2);
    sets(source, 72);
    const deadline = source.view.cadences.partners.deadline;
    const target = declared(1, { now: source.now });
    merged(source, target);
    expect(clocksOf(source.view, source.now)).toEqual([]);
    expect(target.view.cadences.partners.deadline).toEqual(deadline);
    expect(partners(target)?.due).toBe(deadline?.at);
    unmerged(source, target);
    expect(source.view.cadences.partners.deadline).toEqual(deadline);
    expect(partners(target)).toBeUndefined();
    merged(source, target);
    target.passes(minute);
    source.passes(minute);
    target.does({ type: 'update.send', audiences: ['partners'], text: 'Notified for both.', final: true });
    unmerged(source, target);
    expect(source.view.cadences.partners.deadline).toBeUndefined();
  });

  test('of two incidents in one, the sooner holds; another setting settles both', () => {
    const source = declared(2);
    sets(source, 24, 'theirs');
    const target = declared(1, { now: source.now });
    sets(target, 72, 'ours');
    merged(source, target);
    expect(partners(target)).toMatchObject({ deadlineSays: 'theirs' });
    target.does({ type: 'incident.resolve', override: { reason: 'tired' } });
    expect(partners(target)).toMatchObject({ deadlineSays: 'theirs' });
    sets(target, 48, 'agreed');
    expect(partners(target)).toMatchObject({ deadlineSays: 'agreed' });
    target.does({ type: 'cadence.setDeadline', audience: 'partners', at: null });
    expect(partners(target)).toBeUndefined();
  });

  test('is shown in lists, in the nudge and in the prompts, after the end too', () => {
    const console = declared(4);
    sets(console, 72);
    console.does({ type: 'incident.resolve', override: { reason: 'done' } });
    const summary = summaryOf(console.view, console.now);
    expect(summary).toMatchObject({ ended: true, nextDue: { audience: 'partners', kind: 'deadline', at: console.now + 72 * hour } });
    expect(nudgeOf(console.view, console.now)).toBeUndefined();
    const late = console.now + 73 * hour;
    expect(nudgeOf(console.view, late)).toMatchObject({ clock: { audience: 'partners' }, to: console.actor.id });
    expect(prompts(console.view, late)).toMatchObject([
      { kind: 'update', says: 'The deadline for partners (72 hours by law) was 1 h ago.', answers: [{ says: 'write it' }] },
    ]);
  });

  test('reads in the panel of clocks as what it is', () => {
    const console = declared(1);
    sets(console, 72);
    const [clock] = clocksOf(console.view, console.now).filter(({ audience }) => audience === 'partners');
    expect(clock && clockWords(clock, console.now, 'UTC')).toBe('deadline 2026-04-01 00:30 (3 d 00:00): 72 hours by law');
    console.does({ type: 'cadence.setDeadline', audience: 'customers', at: console.now + 2 * hour });
    const customers = clocksOf(console.view, console.now).find(({ audience }) => audience === 'customers');
    expect(customers && clockWords(customers, console.now, 'UTC')).toBe('due 00:35 (5:00)');
    expect(customers && otherClockWords(customers, console.now, 'UTC')).toBe('deadline 02:30 (2:00:00)');
  });
});

describe('setting one', () => {
  test('is refused for a time that has passed, with nothing to take away, and once it is all over', () => {
    const console = declared(1);
    const at = (time: number | null) => console.run({ type: 'cadence.setDeadline', audience: 'partners', at: time });
    expect(at(console.now)).toMatchObject({ error: { message: expect.stringContaining('this time has passed') } });
    expect(at(null)).toMatchObject({ error: { message: expect.stringContaining('no deadline was set for partners') } });
    console.does({ type: 'incident.cancel', reason: 'a slip' });
    expect(at(console.now + day)).toMatchObject({ error: { message: expect.stringContaining('its clocks are over') } });
  });

  test('changes nothing in what was written down afterwards', () => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'last week', severity: 1, mode: 'backfilled' });
    expect(console.run({ type: 'cadence.setDeadline', audience: 'partners', at: console.now + day }).ok).toBe(false);
    const body = { audience: 'partners', at: console.now + day };
    console.write({ id: console.newId(), type: 'cadence.deadlineSet', v: 1, body }, { command: console.newId() }, console.actor.id);
    expect(console.view.cadences.partners.deadline).toBeUndefined();
    expect(console.view.contested).toHaveLength(1);
    expect(clocksOf(console.view, console.now)).toEqual([]);
  });
});

describe('the line', () => {
  const read = (line: string) => {
    const console = declared(1);
    return parseLine(line, lineContextOf(console.view, { now: console.now, self: console.actor.id, name: 'Kim' }));
  };

  test.each([
    ['/deadline partners 2026-04-01 09:00 72 hours by law', Date.UTC(2026, 3, 1, 7), '72 hours by law'],
    ['/deadline regulator 72h notice', Date.UTC(2026, 3, 1, 0, 30), 'notice'],
    ['/deadline p 04:00', Date.UTC(2026, 2, 29, 2), undefined],
    // Clocks in Berlin skip 02:30 in this night: a clock that nobody has moved yet shows it at 03:30.
    ['/deadline p 2026-03-29 02:30 on a clock that was not moved', Date.UTC(2026, 2, 29, 1, 30), 'on a clock that was not moved'],
  ])('%s', (line, at, says) => {
    expect(read(line)).toMatchObject({
      kind: 'command',
      draft: { type: 'cadence.setDeadline', audience: 'partners', at, ...(says !== undefined && { says }) },
      chip: { label: 'deadline for partners' },
    });
  });

  test('with off takes it away', () => {
    expect(read('/deadline partners off')).toMatchObject({
      kind: 'command',
      draft: { type: 'cadence.setDeadline', audience: 'partners', at: null },
    });
  });

  test.each([
    ['/deadline', 'audience'],
    ['/deadline partners', 'until when?'],
    ['/deadline partners soon', 'this is no time to come'],
    ['/deadline partners 2026-03-01 09:00', 'this time has passed'],
    ['/deadline partners,staff 72h', 'one audience has one deadline'],
    ['/deadline partners off now', 'nothing belongs behind off'],
  ])('%s says what is wrong', (line, says) => {
    const fault = read(line);
    expect(fault.kind).toBe('fault');
    if (fault.kind === 'fault') expect(fault.message).toContain(says);
  });
});
