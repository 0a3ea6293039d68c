/** The handoff of command: offered with a brief, read back, confirmed; and every way in which it comes to nothing. */
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { handoffBrief } from '../../shared/incident/people/handoff-brief.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { declared, minute } from '../fixtures/paper-console.ts';
import { adds, joins, lacking, meet, pair, refusal } from '../fixtures/rooms.ts';

/** Offered by Kim and read back by Ada. */
function readBack() {
  const { kim, ada } = pair();
  kim.does({ type: 'handoff.offer', to: ada.actor.id, reason: 'end of shift' });
  meet(kim, ada);
  ada.does({ type: 'handoff.accept', readBack: 'EU cards fail, the rollback runs' });
  meet(kim, ada);
  return { kim, ada };
}

describe('a handoff of command', () => {
  test('leaves the old holder responsible until it is confirmed, and then moves the role, its interval and the hours in command', () => {
    const { kim, ada } = pair();
    const commander = () => kim.view.roles.commander?.holder;
    kim.does({ type: 'handoff.offer', to: ada.actor.id, reason: 'end of shift' });
    expect([kim.view.command, commander()]).toEqual(['offered', kim.actor.id]);
    meet(kim, ada);
    ada.does({ type: 'handoff.accept', readBack: 'EU cards fail, the rollback runs' });
    meet(kim, ada);
    expect([kim.view.command, commander()]).toEqual(['accepted', kim.actor.id]);
    kim.passes(minute);
    kim.does({ type: 'handoff.confirm' });
    expect([kim.view.command, commander()]).toEqual(['held', ada.actor.id]);
    expect(kim.view.handoff).toBeUndefined();
    expect(kim.view.handoffs).toMatchObject([{ from: kim.actor.id, to: ada.actor.id, how: 'confirmed' }]);
    expect(kim.view.roles.commander?.since).toBe(kim.now);
    expect(kim.view.roleIntervals.filter(({ role }) => role === 'commander')).toMatchObject([
      { person: kim.actor.id, to: kim.now },
      { person: ada.actor.id, from: kim.now },
    ]);
  });

  test('that was spoken is one line by anybody, three events in the log, each marked as spoken', () => {
    const { kim, ada } = pair();
    const written = ada.run({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    expect(written.ok && written.value.map(({ type, body }) => [type, (body as { spoken?: string }).spoken])).toEqual([
      ['handoff.offered', 'said on call'],
      ['handoff.accepted', 'said on call'],
      ['handoff.confirmed', 'said on call'],
    ]);
    expect(ada.view.roles.commander?.holder).toBe(ada.actor.id);
    expect(ada.view.handoffs).toMatchObject([{ how: 'spoken' }]);
    expect(ada.view.contested).toEqual([]);
    kim.hears(ada);
    expect(timelineOf(kim.view).map(({ text }) => text)).toContain('Ada has command, said on call');
  });

  test('that was read back already is finished by saying that it was spoken', () => {
    const { kim, ada } = readBack();
    const written = kim.run({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    expect(written.ok && written.value.map(({ type }) => type)).toEqual(['handoff.confirmed']);
    expect(kim.view.roles.commander?.holder).toBe(ada.actor.id);
  });

  test('is offered by the commander, to somebody else who is no team, and only while somebody has command', () => {
    const { kim, ada } = pair();
    expect(lacking(ada, { type: 'handoff.offer', to: ada.actor.id })).toEqual(['byCommander']);
    expect(lacking(kim, { type: 'handoff.offer', to: kim.actor.id })).toEqual(['toAnother']);
    expect(refusal(kim, { type: 'handoff.offer', to: adds(kim, 'Network', 'team') })).toContain('a team cannot have command');
    kim.does({ type: 'role.release', role: 'commander' });
    expect(refusal(kim, { type: 'handoff.offer', to: ada.actor.id })).toBe('Not from here: nobody has command; take it with /take ic.');
  });

  test('is accepted by the one to whom it was offered, who reads it back', () => {
    const { kim, ada } = pair();
    expect(refusal(ada, { type: 'handoff.accept', readBack: 'all' })).toContain('no handoff of command is under way');
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    expect(lacking(kim, { type: 'handoff.accept', readBack: 'all' })).toEqual(['byIncoming']);
    meet(kim, ada);
    expect(lacking(ada, { type: 'handoff.accept' })).toEqual(['readBack']);
    expect(lacking(kim, { type: 'handoff.accept', by: ada.actor.id, readBack: 'cards fail' })).toEqual([]);
    expect(kim.view.handoff).toMatchObject({ readBack: 'cards fail' });
  });

  test('is not confirmed before it was read back', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    expect(refusal(kim, { type: 'handoff.confirm' })).toBe('Not from here: Ada has not read it back yet.');
  });

  test('that the old holder does not confirm may be taken after three minutes, and says so', () => {
    const { ada } = readBack();
    const early = ada.run({ type: 'handoff.confirm' });
    expect(early).toMatchObject({
      error: { unmet: [{ requirement: 'mayConfirm', remedy: { kind: 'wait', until: ada.now + 3 * minute } }] },
    });
    ada.passes(3 * minute);
    ada.does({ type: 'handoff.confirm' });
    expect(ada.view.handoffs).toMatchObject([{ how: 'unconfirmed' }]);
    expect(ada.view.items.flat().at(-1)?.body).toMatchObject({ person: ada.actor.id, unconfirmed: true });
  });

  test('is confirmed by nobody else, however long it takes', () => {
    const { kim, ada } = readBack();
    const tim = joins(kim, 'Tim', ada);
    tim.passes(20 * minute);
    expect(lacking(tim, { type: 'handoff.confirm' })).toEqual(['mayConfirm']);
  });

  test.each(['from', 'to'] as const)('is called off by whoever it is %s, with a reason', (side) => {
    const { kim, ada } = readBack();
    const who = side === 'from' ? kim : ada;
    expect(lacking(who, { type: 'handoff.decline' })).toEqual(['reason']);
    who.does({ type: 'handoff.decline', reason: 'the database is down too' });
    expect(who.view).toMatchObject({ command: 'held', roles: { commander: { holder: kim.actor.id } }, handoffs: [{ how: 'declined' }] });
    expect(who.view.handoff).toBeUndefined();
  });

  test('is called off by nobody else', () => {
    const { kim, ada } = readBack();
    expect(lacking(joins(kim, 'Tim', ada), { type: 'handoff.decline', reason: 'no' })).toEqual(['byEither']);
  });

  test('that nobody answers for ten minutes goes back, once, and is logged', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    const offer = kim.view.handoff?.offer;
    const dueAt = kim.now + 10 * minute;
    expect(deadlines(kim.view)).toContainEqual(expect.objectContaining({ key: `handoff/${offer}`, dueAt, kind: 'handoff' }));
    expect(kim.passes(9 * minute).map(({ type }) => type)).not.toContain('handoff.expired');
    expect(kim.passes(60 * minute).filter(({ type }) => type === 'handoff.expired')).toMatchObject([
      { occurredAt: dueAt, body: { offer, dueAt } },
    ]);
    expect(kim.view).toMatchObject({ command: 'held', roles: { commander: { holder: kim.actor.id } }, handoffs: [{ how: 'expired' }] });
    expect(refusal(kim, { type: 'handoff.confirm' })).toContain('no handoff of command is under way');
  });

  test('that was read back expires no more', () => {
    const { kim } = readBack();
    expect(kim.passes(60 * minute).map(({ type }) => type)).not.toContain('handoff.expired');
    expect(kim.view.command).toBe('accepted');
  });

  test('may be offered to another before anybody answered, and is not once it was read back', () => {
    const { kim, ada } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'handoff.offer', to: tim });
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    expect(kim.view).toMatchObject({ handoff: { to: ada.actor.id }, handoffs: [{ to: tim, how: 'overtaken' }] });
    kim.does({ type: 'handoff.accept', by: ada.actor.id, readBack: 'yes' });
    expect(refusal(kim, { type: 'handoff.offer', to: tim })).toContain('Ada has read it back');
  });

  test.each([
    ['taken', { type: 'role.assume', role: 'commander', reason: 'Kim lost the line' }],
    ['laid down', { type: 'role.release', role: 'commander' }],
  ] as const)('is overtaken when command is %s', (_how, draft) => {
    const { kim, ada } = readBack();
    const tim = joins(kim, 'Tim', ada);
    const view = tim.does(draft);
    expect(view.handoff).toBeUndefined();
    expect(view.handoffs).toMatchObject([{ how: 'overtaken' }]);
    expect(view.command).toBe(draft.type === 'role.release' ? 'vacant' : 'held');
    expect(refusal(tim, { type: 'handoff.confirm' })).toContain('no handoff of command is under way');
  });

  test('brings whoever was excused back into the room', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'excused' });
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'by phone' });
    expect(kim.view.people[ada.actor.id]?.standing).toBe('engaged');
  });

  test('to another id of the commander is a handoff to nobody', () => {
    const kim = declared(2);
    const phone = adds(kim, 'Kim on the phone');
    kim.does({ type: 'person.sameAs', person: phone, sameAs: kim.actor.id });
    expect(lacking(kim, { type: 'handoff.offer', to: phone })).toEqual(['toAnother']);
  });
});

describe('a handoff on two islands', () => {
  test('confirmed on one while command was taken on the other leaves one commander and a conflict that names both', () => {
    const { kim, ada } = pair();
    const tim = joins(kim, 'Tim', ada);
    tim.now += minute;
    tim.does({ type: 'role.assume', role: 'commander', reason: 'nobody answers' });
    kim.now += 2 * minute;
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    meet(kim, tim);
    expect(kim.view).toEqual(tim.view);
    expect(kim.view.roles.commander?.holder).toBe(tim.actor.id);
    expect(kim.view.roleConflicts).toMatchObject([{ role: 'commander', people: [ada.actor.id, tim.actor.id] }]);
    expect(kim.view.contested.map(({ type }) => type)).toEqual(['handoff.offered', 'handoff.accepted', 'handoff.confirmed']);
  });

  test('confirmed on one while it was taken back on the other leaves a conflict, in either order', () => {
    for (const late of ['confirm', 'decline'] as const) {
      const { kim, ada } = readBack();
      const elsewhere = late === 'confirm' ? kim : ada;
      elsewhere.now += minute;
      ada.does({ type: 'handoff.decline', reason: 'not now' });
      kim.does({ type: 'handoff.confirm' });
      meet(kim, ada);
      expect(kim.view).toEqual(ada.view);
      expect(kim.view.roleConflicts).toHaveLength(1);
      expect(new Set(kim.view.roleConflicts[0]?.people)).toEqual(new Set([kim.actor.id, ada.actor.id]));
    }
  });

  test('confirmed on one while command was laid down on the other is with whoever was confirmed, and the next island to give it makes a conflict', () => {
    const { kim, ada } = pair();
    const tim = joins(kim, 'Tim', ada);
    const sam = adds(tim, 'Sam');
    tim.now += minute;
    tim.does({ type: 'role.release', role: 'commander' });
    kim.now += 2 * minute;
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    kim.hears(tim);
    expect(kim.view).toMatchObject({ command: 'held', roles: { commander: { holder: ada.actor.id } }, roleConflicts: [] });
    tim.now += 5 * minute;
    tim.does({ type: 'role.assign', role: 'commander', person: sam });
    meet(kim, tim, ada);
    expect(kim.view.roleConflicts).toMatchObject([{ people: [ada.actor.id, sam] }]);
  });

  test('an answer to an offer that was replaced changes nothing', () => {
    const { kim, ada } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    ada.hears(kim);
    kim.now += minute;
    kim.does({ type: 'handoff.offer', to: tim });
    ada.now += 2 * minute;
    ada.does({ type: 'handoff.accept', readBack: 'mine' });
    meet(kim, ada);
    expect(kim.view).toMatchObject({ command: 'offered', handoff: { to: tim }, contested: [{ type: 'handoff.accepted' }] });
  });
});

describe('the brief of a handoff', () => {
  test('has its six headings, each with a line, before anything is known', () => {
    const kim = declared();
    const brief = handoffBrief(kim.view, kim.now);
    expect(brief.map(({ heading }) => heading)).toEqual([
      'What is broken and who is hurt',
      'What we know, think and do not know',
      'Running tasks',
      'Levers applied and how to undo them',
      'Open decisions and next promises',
      'People',
    ]);
    for (const { lines } of brief) expect(lines.length).toBeGreaterThan(0);
  });

  test('tells what stands, with minutes left, ways back, promises and who is tired', () => {
    const { kim, ada } = pair();
    const net = adds(kim, 'Network', 'team');
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'impact.describe', text: 'cards are declined in the EU' });
    kim.does({ type: 'summary.set', text: 'it began with deploy 88' });
    kim.does({ type: 'hypothesis.open', text: 'the pricing deploy' });
    kim.does({ type: 'task.add', text: 'compare with old pods', to: ada.actor.id, minutes: 10 });
    kim.does({ type: 'lever.apply', lever: 'flag-off', target: 'new pricing' });
    kim.does({ type: 'decision.propose', text: 'roll back deploy 88', unknown: 'whether the queue survives', next: 'poll' });
    kim.does({ type: 'decision.object', decision: kim.view.decisions[0]?.id ?? '', text: 'it loses orders', by: ada.actor.id });
    kim.does({ type: 'entry.add', kind: 'question', text: 'does the partner know?' });
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: kim.now + 20 * minute });
    kim.does({ type: 'person.mark', people: [net], standing: 'looking' });
    kim.does({ type: 'person.mark', people: [tim], standing: 'excused' });
    kim.does({ type: 'person.setAwake', person: kim.actor.id, since: kim.now - 17 * 60 * minute });
    kim.passes(4 * minute);
    kim.does({ type: 'handoff.offer', to: ada.actor.id });
    const offered = kim.view.items.flat().find(({ type }) => type === 'handoff.briefed')?.body as { brief: readonly { lines: string[] }[] };
    const [broken, known, tasks, levers, owed, people] = offered.brief.map(({ lines }) => lines);
    expect(broken).toEqual(['Checkout errors in EU (SEV2, investigating)', 'Customers see: cards are declined in the EU']);
    expect(known).toEqual([
      'Known at 01:30: it began with deploy 88',
      'Think: h1 the pricing deploy (open, 0 for, 0 against)',
      'Not known: whether the queue survives (d1)',
      'Asked: q1 does the partner know?',
    ]);
    expect(tasks).toEqual(['t1 compare with old pods, Ada: 6 min left']);
    expect(levers).toEqual(['Turn a feature off on new pricing. Way back: Switch it on again.']);
    expect(owed?.slice(0, 2)).toEqual(['d1 roll back deploy 88; objections by Ada', 'Next update to responders at 01:50']);
    expect(owed).toContain('Promised to customers at 01:50');
    expect(people).toEqual(['Kim, Incident commander, Ops lead, Comms, awake for 17 h', 'Ada', 'Teams that look: Network', 'Excused: Tim']);
  });
});
