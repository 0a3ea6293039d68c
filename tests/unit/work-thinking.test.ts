/** What people think and decide: hypotheses with their tests and evidence, the fixation alarm, decisions with their objections. */
import { describe, expect, test } from 'vitest';
import { shownEntry, timelineOf } from '../../shared/incident/timeline.ts';
import { aliveHypotheses, fixation } from '../../shared/incident/work/fixation.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const said = (console: PaperConsole): string => timelineOf(console.view).at(-1)?.text ?? '';
const hypothesis = (console: PaperConsole, at = 0): string => console.view.hypotheses[at]?.id ?? '';
const decision = (console: PaperConsole, at = 0): string => console.view.decisions[at]?.id ?? '';
function withSam(): { readonly console: PaperConsole; readonly sam: string } {
  const console = declared(2);
  console.does({ type: 'person.add', name: 'Sam' });
  return { console, sam: Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '' };
}

describe('a hypothesis', () => {
  test('is tested by somebody, within minutes, and stays to be read once it is refuted', () => {
    const { console, sam } = withSam();
    console.does({ type: 'hypothesis.open', text: 'the deploy of 01:50', by: sam });
    expect(console.view.hypotheses).toMatchObject([{ label: 'h1', state: 'open', proposer: sam, evidence: [] }]);
    expect(timelineOf(console.view).at(-1)).toMatchObject({ text: 'h1: the deploy of 01:50', kind: 'hypothesis' });
    console.does({
      type: 'hypothesis.test',
      hypothesis: hypothesis(console),
      test: 'one pod back on the old build',
      tester: sam,
      minutes: 10,
    });
    expect(console.view.hypotheses[0]).toMatchObject({
      state: 'testing',
      test: { tester: sam, since: console.now, timebox: { dueAt: console.now + 10 * minute } },
    });
    expect(said(console)).toBe('h1 under test (the deploy of 01:50) for Sam, 10 min: one pod back on the old build');
    expect(console.run({ type: 'hypothesis.refute', hypothesis: hypothesis(console) })).toMatchObject({
      ok: false,
      error: { unmet: [{ requirement: 'grounds' }] },
    });
    console.does({ type: 'hypothesis.refute', hypothesis: hypothesis(console), text: 'the old pod fails too' });
    const [refuted] = console.view.hypotheses;
    expect(refuted).toMatchObject({
      state: 'refuted',
      settled: { at: console.now, reason: 'the old pod fails too' },
      evidence: [{ sign: 'against', text: 'the old pod fails too' }],
      test: { text: 'one pod back on the old build' },
    });
    expect(refuted?.test?.timebox).toBeUndefined();
    expect(said(console)).toBe('h1 refuted (the deploy of 01:50): the old pod fails too');
    expect(aliveHypotheses(console.view)).toEqual([]);
  });

  test('that is opened again is no longer settled, and one that was supported may still be refuted', () => {
    const console = declared(2);
    console.does({ type: 'hypothesis.open', text: 'disk full' });
    console.does({ type: 'entry.add', kind: 'note', text: 'df says 100 %' });
    const entry = console.view.items.flat().at(-1)?.id ?? '';
    console.does({ type: 'hypothesis.support', hypothesis: hypothesis(console), entry });
    expect(console.view.hypotheses).toMatchObject([{ state: 'supported', evidence: [{ sign: 'for', entry }] }]);
    console.does({ type: 'hypothesis.refute', hypothesis: hypothesis(console), reason: 'it was full for a year' });
    console.does({ type: 'hypothesis.reopen', hypothesis: hypothesis(console), reason: 'inodes' });
    expect(console.view.hypotheses[0]).toMatchObject({ state: 'open' });
    expect(console.view.hypotheses[0]?.settled).toBeUndefined();
  });

  test('whose test runs out of time says so once, and stays in test', () => {
    const console = declared(2);
    console.does({ type: 'hypothesis.open', text: 'disk full' });
    console.does({ type: 'hypothesis.test', hypothesis: hypothesis(console), test: 'df', minutes: 5 });
    expect(console.passes(60 * minute).filter(({ type }) => type === 'timebox.expired')).toMatchObject([
      { body: { hypothesis: hypothesis(console) } },
    ]);
    expect(console.view.hypotheses[0]?.state).toBe('testing');
    expect(timelineOf(console.view).map(({ text }) => text)).toContain('Time is up for the test of h1 (disk full)');
    console.does({ type: 'hypothesis.test', hypothesis: hypothesis(console), test: 'df -i', minutes: 5 });
    expect(console.passes(60 * minute).filter(({ type }) => type === 'timebox.expired')).toHaveLength(1);
  });

  test('gathers evidence by words or by a line of the log; nothing at all, or a line that is not there, is refused', () => {
    const console = declared(2);
    console.does({ type: 'hypothesis.open', text: 'disk full' });
    const weigh = { type: 'evidence.add', hypothesis: hypothesis(console), sign: 'against' } as const;
    expect(console.run(weigh)).toMatchObject({
      ok: false,
      error: { code: 'impossible', message: expect.stringContaining('name the entry') },
    });
    expect(console.run({ ...weigh, entry: console.newId() })).toMatchObject({ ok: false, error: { code: 'impossible' } });
    console.does({ ...weigh, text: 'half of it is free' });
    expect(console.view.hypotheses[0]).toMatchObject({ challengedAt: console.now, evidence: [{ sign: 'against', by: console.actor.id }] });
    expect(said(console)).toBe('Evidence against h1 (disk full): half of it is free');
  });
});

describe('the fixation alarm', () => {
  /** One explanation, and nothing tried for so many minutes. */
  function fixed(minutes: number): PaperConsole {
    const console = declared(2);
    console.does({ type: 'hypothesis.open', text: 'the provider' });
    console.passes(minutes * minute);
    return console;
  }
  const alarms = (console: PaperConsole): boolean => fixation(console.view, console.now) !== undefined;

  test('comes after twenty minutes with one explanation that nobody tried to disprove', () => {
    expect(alarms(fixed(19))).toBe(false);
    const console = fixed(20);
    expect(fixation(console.view, console.now)).toMatchObject({ hypothesis: { label: 'h1' }, since: console.now - 20 * minute });
  });

  test('is silenced by a test, by evidence against it, and by another explanation; evidence for it silences nothing', () => {
    const tested = fixed(25);
    tested.does({ type: 'hypothesis.test', hypothesis: hypothesis(tested), test: 'ask them' });
    expect(alarms(tested)).toBe(false);
    const weighed = fixed(25);
    weighed.does({ type: 'evidence.add', hypothesis: hypothesis(weighed), sign: 'for', text: 'their page is amber' });
    expect(alarms(weighed)).toBe(true);
    weighed.does({ type: 'evidence.add', hypothesis: hypothesis(weighed), sign: 'against', text: 'only we fail' });
    expect(alarms(weighed)).toBe(false);
    weighed.passes(20 * minute);
    expect(alarms(weighed)).toBe(true);
    const doubted = fixed(25);
    doubted.does({ type: 'hypothesis.open', text: 'our own certificate' });
    doubted.passes(60 * minute);
    expect(alarms(doubted)).toBe(false);
    doubted.does({ type: 'hypothesis.refute', hypothesis: hypothesis(doubted, 1), text: 'valid until May' });
    expect(alarms(doubted)).toBe(false);
    doubted.passes(20 * minute);
    expect(fixation(doubted.view, doubted.now)).toMatchObject({ hypothesis: { label: 'h1' } });
  });

  test('counts only while people search for the cause or fix it: not in triage, monitoring or sleep', () => {
    const triage = declared();
    triage.does({ type: 'hypothesis.open', text: 'the provider' });
    triage.passes(30 * minute);
    expect(alarms(triage)).toBe(false);
    const console = fixed(30);
    console.does({ type: 'mitigation.record', evidence: 'errors are gone' });
    expect(alarms(console)).toBe(false);
    console.does({ type: 'regression.record', reason: 'they are back' });
    expect(alarms(console)).toBe(false);
    console.passes(20 * minute);
    expect(alarms(console)).toBe(true);
    console.does({ type: 'entry.add', kind: 'action', text: 'switch to the other provider' });
    console.does({ type: 'fix.start' });
    expect(alarms(console)).toBe(true);
  });
});

describe('a decision', () => {
  test('of one who is alone is made at once; where somebody else is here, they are asked for strong objections', () => {
    const alone = declared(2);
    alone.does({ type: 'decision.propose', text: 'roll back', risk: 'the queue', known: 'errors since 01:50' });
    expect(alone.view.decisions).toMatchObject([
      { label: 'd1', state: 'decided', decidedBy: alone.actor.id, risk: 'the queue', known: 'errors since 01:50' },
    ]);
    expect(timelineOf(alone.view).at(-1)).toMatchObject({ text: 'd1 decided: roll back', kind: 'decision', starred: true });
    const { console } = withSam();
    console.does({ type: 'decision.propose', text: 'roll back' });
    expect(console.view.decisions).toMatchObject([{ state: 'polling', polledAt: console.now }]);
    expect(said(console)).toBe('d1: any strong objections? (roll back)');
    console.does({ type: 'decision.propose', text: 'wake the database team', next: 'wait' });
    expect(console.view.decisions[1]?.state).toBe('proposed');
  });

  test('keeps objections by the name of who has them, late ones too, and what was known then', () => {
    const { console, sam } = withSam();
    console.does({ type: 'decision.propose', text: 'roll back' });
    console.does({ type: 'decision.object', decision: decision(console), text: 'the old build loses the queue', by: sam });
    console.does({ type: 'decision.decide', decision: decision(console) });
    console.does({ type: 'decision.object', decision: decision(console), text: 'and the index' });
    console.does({ type: 'decision.amend', decision: decision(console), unknown: 'how long the queue is' });
    expect(console.view.decisions).toMatchObject([
      {
        state: 'decided',
        unknown: 'how long the queue is',
        objections: [
          { by: sam, text: 'the old build loses the queue' },
          { by: console.actor.id, text: 'and the index' },
        ],
      },
    ]);
  });

  test('is never changed, only reversed with a reason; what takes its place is decided with it', () => {
    const { console } = withSam();
    console.does({ type: 'decision.propose', text: 'roll back', next: 'decide' });
    const reverse = { type: 'decision.reverse', decision: decision(console), text: 'scale up' } as const;
    const written = console.events.length;
    expect(console.run(reverse)).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'reason' }] } });
    expect(console.events.length).toBe(written);
    console.does({ ...reverse, reason: 'the queue would be lost' });
    expect(console.view.decisions).toMatchObject([
      { label: 'd1', state: 'reversed', reason: 'the queue would be lost', replacement: decision(console, 1) },
      { label: 'd2', state: 'decided', text: 'scale up' },
    ]);
    expect(said(console)).toBe('d1 reversed (roll back), d2 takes its place: the queue would be lost');
    expect(console.view.contested).toEqual([]);
  });

  test('reads as one line however long its text is, and whole where it was decided', () => {
    const console = declared(2);
    const text = `${'roll back every region one after the other '.repeat(4)}\nfirst eu-west`;
    console.does({ type: 'decision.propose', text, next: 'poll' });
    const polled = timelineOf(console.view).at(-1)?.text ?? '';
    expect(polled.length).toBeLessThan(130);
    expect(polled).toMatch(/ …\)$/);
    console.does({ type: 'decision.decide', decision: decision(console) });
    const item = console.view.items.flat().at(-1);
    expect(item && shownEntry(console.view, item).text).toBe(`d1 decided: ${text.trim()}`);
  });
});
