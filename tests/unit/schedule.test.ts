import { describe, expect, test } from 'vitest';
import { schedule } from '../../shared/incident/schedule.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { merged } from '../fixtures/merging.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const hour = 60 * minute;
const items = (console: PaperConsole, kind?: string) =>
  schedule(console.view, console.now).filter((item) => kind === undefined || item.kind === kind);
/** Kind, minutes from now, and words of each. */
const lines = (console: PaperConsole, kind?: string) =>
  items(console, kind).map((item) => [item.kind, (item.at - console.now) / minute, item.says]);
const named = (console: PaperConsole, name: string): string => {
  console.does({ type: 'person.add', name });
  return Object.values(console.view.people).find((person) => person.name === name)?.id ?? '';
};

describe('the schedule', () => {
  test('of a fresh SEV1 has what its audiences are owed and when its commander has had enough, soonest first', () => {
    const console = declared(1);
    // Half past two at night in Berlin: two hours of command are enough.
    expect(lines(console)).toEqual([
      ['target', 5, 'first update to customers'],
      ['target', 20, 'a new summary'],
      ['escalate', 120, defaultPlaybook.severities[1].escalate?.asks],
      ['relief', 120, 'relief for Kim, who commands'],
    ]);
  });

  test('tells a target from a promise and from a deadline of one audience', () => {
    const console = declared(2);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We look.', nextAt: console.now + 25 * minute });
    console.does({ type: 'cadence.setDeadline', audience: 'customers', at: console.now + 72 * hour, says: 'by law' });
    const ofCustomers = items(console).filter(({ audience }) => audience === 'customers');
    expect(ofCustomers.map(({ kind, at, says }) => [kind, (at - console.now) / minute, says])).toEqual([
      ['promise', 25, 'update to customers, as promised'],
      ['target', 30, 'update to customers'],
      ['deadline', 72 * 60, 'deadline for customers: by law'],
    ]);
    expect(ofCustomers[0]).toMatchObject({
      for: console.actor.id,
      answers: [{ says: 'write it', key: '/u customers … next 30m' }],
    });
  });

  test('says how each stands: ahead, due soon, due, overdue, and broken for a promise alone', () => {
    const console = declared(2);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We look.', nextAt: console.now + 30 * minute });
    const standings = (kind: string) =>
      [26, 27, 30, 32].map(
        (minutes) => schedule(console.view, console.now + minutes * minute).find((item) => item.kind === kind)?.standing,
      );
    expect(standings('promise')).toEqual(['ahead', 'dueSoon', 'due', 'broken']);
    expect(standings('target')).toEqual(['ahead', 'dueSoon', 'due', 'overdue']);
  });

  test('names the scoping message and a snoozed target as what they are', () => {
    const console = declared(1);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We look.', nextAt: console.now + 30 * minute });
    expect(items(console, 'target').map(({ says }) => says)).toContain('update to customers on how far it reaches');
    console.does({ type: 'cadence.snooze', audience: 'customers', reason: 'on the phone' });
    expect(items(console, 'target').map(({ says }) => says)).toContain('update to customers, snoozed until then');
  });

  test('has the timeboxes of tasks, tests and workstreams, whose they are, and leases that end', () => {
    const console = declared(3);
    const sam = named(console, 'Sam');
    console.does({ type: 'task.add', text: 'check pricing', to: sam, minutes: 5 });
    console.does({ type: 'hypothesis.open', text: 'the deploy' });
    const hypothesis = console.view.hypotheses[0]?.id ?? '';
    console.does({ type: 'hypothesis.test', hypothesis, test: 'roll one host back', tester: sam, minutes: 10 });
    console.does({ type: 'workstream.open', name: 'EU', leader: sam, minutes: 20 });
    console.does({ type: 'lever.lease', lever: 'rollback', minutes: 15 });
    const work = items(console).filter(({ kind }) => kind === 'timebox' || kind === 'lease');
    expect(work.map(({ kind, at, says, for: whose }) => [kind, (at - console.now) / minute, says, whose === sam])).toEqual([
      ['timebox', 5, 't1 check pricing', true],
      ['timebox', 10, 'test of h1 the deploy', true],
      ['lease', 15, expect.stringMatching(/^lease on ".+" ends$/), false],
      ['timebox', 20, 'w1 EU', true],
    ]);
    console.passes(9 * minute);
    expect(items(console, 'timebox')[0]).toMatchObject({ says: 't1 check pricing', standing: 'overdue' });
    console.does({ type: 'incident.pause', until: console.now + 8 * hour, impact: 'usable' });
    expect(items(console, 'timebox')).toEqual([]);
    expect(items(console, 'lease')).toEqual([]);
  });

  test('has the decision of triage until it is taken', () => {
    const console = declared();
    expect(lines(console, 'triage')).toEqual([['triage', 10, 'is this an incident? Decide']]);
    console.does({ type: 'severity.set', severity: 3 });
    expect(items(console, 'triage')).toEqual([]);
  });

  test('has an offer of command that expires, and a relief that was planned', () => {
    const console = declared(2);
    const ada = named(console, 'Ada');
    console.does({ type: 'handoff.offer', to: ada });
    expect(lines(console, 'handoff')).toEqual([['handoff', 10, 'offer of command to Ada expires']]);
    console.does({ type: 'relief.plan', person: ada, from: console.now + 3 * hour });
    expect(lines(console, 'relief')).toEqual([['relief', 180, 'Ada takes over command, as planned']]);
  });

  test('asks for relief later where nobody is available', () => {
    const console = declared(2);
    console.does({ type: 'relief.noneAvailable' });
    expect(lines(console, 'relief')).toEqual([['relief', 360, 'relief for Kim, who commands']]);
  });

  test('has the end of a pause, with nothing of the playbook beside it', () => {
    const console = declared(1);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We look.', nextAt: console.now + 30 * minute });
    console.does({ type: 'incident.pause', until: console.now + 6 * hour, impact: 'usable' });
    expect(lines(console)).toEqual([
      ['promise', 30, 'update to customers, as promised'],
      ['pause', 360, 'the pause ends'],
    ]);
  });

  test('has the end of the quiet time after a mitigation, which is never overdue', () => {
    const console = declared(2);
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(lines(console, 'soak')).toEqual([['soak', 30, 'quiet long enough to resolve']]);
    console.passes(40 * minute);
    expect(items(console, 'soak')[0]?.standing).toBe('due');
    console.does({ type: 'regression.record', reason: 'errors again' });
    expect(items(console, 'soak')).toEqual([]);
  });

  test("asks whether to raise the severity after the playbook's time, from when it was set or confirmed, while nothing eased it", () => {
    const severities = {
      ...defaultPlaybook.severities,
      2: { ...defaultPlaybook.severities[2], escalate: { afterMinutes: 240, asks: 'SEV1?' } },
    };
    const console = declared(2, { playbook: { ...defaultPlaybook, severities } });
    expect(lines(console, 'escalate')).toEqual([['escalate', 240, 'SEV1?']]);
    console.passes(100 * minute);
    console.does({ type: 'severity.set', severity: 2, reason: 'it stays' });
    expect(lines(console, 'escalate')).toEqual([['escalate', 240, 'SEV1?']]);
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(items(console, 'escalate')).toEqual([]);
  });

  test('has when a draft may go out without an approval', () => {
    const console = declared(2);
    const cleo = named(console, 'Cleo');
    console.does({ type: 'role.assign', role: 'comms', person: cleo });
    console.does({ type: 'update.draft', audiences: ['customers'], text: 'We look.', nextAt: console.now + 30 * minute, by: cleo });
    expect(lines(console, 'approval')).toEqual([['approval', 2, 'u1 to customers may go out without an approval']]);
  });

  test('after the end has the review, the follow-ups with a day, and what was set by hand', () => {
    const console = declared(1);
    console.does({ type: 'followUp.add', text: 'canary', owner: console.actor.id, due: '2026-04-03' });
    console.does({ type: 'followUp.add', text: 'someday' });
    console.does({ type: 'followUp.add', text: 'never', due: '2026-04-03' });
    console.does({ type: 'followUp.amend', followUp: console.view.followUps[2]?.id ?? '', wontDo: 'too dear' });
    console.does({ type: 'cadence.setDeadline', audience: 'partners', at: console.now + 24 * hour });
    console.does({ type: 'incident.resolve', override: { reason: 'done' } });
    expect(items(console).map(({ kind, at, says }) => [kind, new Date(at).toISOString(), says])).toEqual([
      ['deadline', '2026-03-30T00:30:00.000Z', 'deadline for partners'],
      ['review', '2026-04-01T00:30:00.000Z', 'the review is due, and has not been started'],
      // Midnight in Berlin, where it is summer by then.
      ['followUp', '2026-04-03T22:00:00.000Z', 'f1 canary'],
    ]);
    console.does({ type: 'review.start' });
    expect(lines(console, 'review')).toEqual([['review', 3 * 24 * 60, 'the review is due']]);
  });

  test('is empty for what was written down afterwards, and for an incident that went into another', () => {
    const backfilled = new PaperConsole();
    backfilled.does({ type: 'incident.declare', title: 'last week', severity: 1, mode: 'backfilled' });
    expect(items(backfilled)).toEqual([]);
    const source = declared(2);
    const target = declared(1, { now: source.now });
    merged(source, target);
    expect(items(source)).toEqual([]);
    expect(items(target).length).toBeGreaterThan(0);
  });

  test('says each thing once, under an id of its own', () => {
    const console = declared(1);
    const sam = named(console, 'Sam');
    for (const text of ['one', 'two', 'three']) console.does({ type: 'task.add', text, to: sam });
    const ids = items(console).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
