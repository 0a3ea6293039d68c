/** The roll call, who is here, and what changes with it: clocks, the commander's hands, and relief. */
import { describe, expect, test } from 'vitest';
import { isAlone } from '../../shared/incident/cadence-plan.ts';
import { clocksOf } from '../../shared/incident/clocks.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { carriedRoles } from '../../shared/incident/people/carried-roles.ts';
import { directReports } from '../../shared/incident/people/direct-reports.ts';
import { handsOnNow } from '../../shared/incident/people/hands-on.ts';
import { present } from '../../shared/incident/people/presence.ts';
import { reliefDue, reliefTimes } from '../../shared/incident/people/relief.ts';
import { personTime } from '../../shared/incident/people/worked-time.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, meet, pair, refusal } from '../fixtures/rooms.ts';

const hour = 60 * minute;
const standing = (console: PaperConsole, id: string) => console.view.people[id]?.standing;
const names = (console: PaperConsole) => present(console.view).map(({ name }) => name);
const handsOnEvents = (console: PaperConsole) => console.view.items.flat().filter(({ type }) => type === 'command.handsOn');

describe('the roll call', () => {
  test('asks, hears, rules out and excuses by name, each with an interval and a line', () => {
    const kim = declared(2);
    const net = adds(kim, 'Network', 'team');
    for (const to of ['asked', 'looking', 'ruledOut', 'excused'] as const) {
      kim.passes(5 * minute);
      kim.does({ type: 'person.mark', people: [net], standing: to, ...(to === 'ruledOut' && { reason: 'no errors at the edge' }) });
      expect(standing(kim, net)).toBe(to);
    }
    const start = kim.view.declaredAt ?? 0;
    expect(kim.view.standingIntervals.filter(({ person }) => person === net)).toEqual([
      { person: net, standing: 'asked', from: start, to: start + 10 * minute },
      { person: net, standing: 'looking', from: start + 10 * minute, to: start + 15 * minute },
      { person: net, standing: 'ruledOut', from: start + 15 * minute, to: start + 20 * minute },
      { person: net, standing: 'excused', from: start + 20 * minute },
    ]);
    expect(timelineOf(kim.view).map(({ text }) => text)).toContain('Network is ruled out: no errors at the edge');
  });

  test('releases many at once, one event for each person, several ids of one counting once', () => {
    const kim = declared(2);
    const [net, db, tim] = [adds(kim, 'Network', 'team'), adds(kim, 'Database', 'team'), adds(kim, 'Tim')] as const;
    const phone = adds(kim, 'Tim on the phone');
    kim.does({ type: 'person.sameAs', person: phone, sameAs: tim });
    const written = kim.run({ type: 'person.mark', people: [net, db, tim, phone, net], standing: 'excused' });
    expect(written.ok && written.value.map(({ type, body }) => [type, (body as { person: string }).person])).toEqual([
      ['person.excused', net],
      ['person.excused', db],
      ['person.excused', tim],
    ]);
    expect([net, db, tim].map((id) => standing(kim, id))).toEqual(['excused', 'excused', 'excused']);
  });

  test('marks all or nobody, and says who cannot be marked so', () => {
    const kim = declared(2);
    const [net, tim] = [adds(kim, 'Network', 'team'), adds(kim, 'Tim')] as const;
    kim.does({ type: 'person.mark', people: [tim], standing: 'excused' });
    const bulk = { type: 'person.mark' as const, people: [net, tim], standing: 'ruledOut' as const };
    expect(refusal(kim, bulk)).toBe('Not from here: Tim is excused; mark them asked or here first.');
    expect(standing(kim, net)).toBe('asked');
  });

  test('keeps the beginning of a standing that is said again, and its newer note', () => {
    const kim = declared(2);
    const net = adds(kim, 'Network', 'team');
    const since = kim.now;
    kim.passes(7 * minute);
    kim.does({ type: 'person.mark', people: [net], standing: 'asked', reason: 'is it the edge?' });
    expect(kim.view.people[net]).toMatchObject({ standing: 'asked', standingSince: since, standingNote: 'is it the edge?' });
    expect(kim.view.standingIntervals.filter(({ person }) => person === net)).toHaveLength(1);
  });

  test('knows until when somebody rests, and forgets it when they are back', () => {
    const kim = declared(2);
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'person.mark', people: [tim], standing: 'resting', until: kim.now + 6 * hour });
    expect(kim.view.people[tim]?.until).toBe(kim.now + 6 * hour);
    kim.does({ type: 'person.mark', people: [tim], standing: 'engaged' });
    expect(kim.view.people[tim]).not.toHaveProperty('until');
  });

  test('sees somebody who was asked and writes as looking, and somebody who was excused and writes as back', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'asked' });
    meet(kim, ada);
    ada.does({ type: 'entry.add', kind: 'note', text: 'on it' });
    expect(standing(ada, ada.actor.id)).toBe('looking');
    ada.does({ type: 'person.mark', people: [ada.actor.id], standing: 'excused' });
    expect(standing(ada, ada.actor.id)).toBe('excused');
    ada.does({ type: 'entry.add', kind: 'note', text: 'one more thing' });
    expect(standing(ada, ada.actor.id)).toBe('engaged');
  });

  test('does not bring back whoever excuses themselves among others, or adds a line after the end', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'person.mark', people: [kim.actor.id, ada.actor.id], standing: 'excused' });
    expect(standing(kim, kim.actor.id)).toBe('excused');
    kim.does({ type: 'incident.cancel', reason: 'same as inc-3' });
    kim.does({ type: 'entry.add', kind: 'note', text: 'written the day after' });
    expect(standing(kim, kim.actor.id)).toBe('excused');
  });

  test('takes somebody who turns out to be here under another id as here', () => {
    const { kim, ada } = pair();
    const named = adds(kim, 'Ada L');
    kim.does({ type: 'person.mark', people: [named], standing: 'asked' });
    kim.does({ type: 'person.sameAs', person: ada.actor.id, sameAs: named });
    expect(standing(kim, named)).toBe('engaged');
    expect(names(kim)).toEqual(['Kim', 'Ada L']);
    expect(kim.view.standingIntervals.filter(({ to }) => to === undefined)).toHaveLength(2);
  });

  test('is contested where it names nobody', () => {
    const kim = declared(2);
    kim.write({ id: kim.newId(), type: 'person.asked', v: 1, body: { person: 'nobody' } }, { command: kim.newId() }, kim.actor.id);
    expect(kim.view.contested).toMatchObject([{ type: 'person.asked', why: 'it names a person who is not known here' }]);
  });
});

describe('being here', () => {
  test('is being engaged, looking or observing; a team, an alias and whoever was asked, excused or rests are not', () => {
    const kim = declared(2);
    adds(kim, 'Network', 'team');
    const people = ['Ada', 'Tim', 'Sam', 'Eve', 'Max', 'Zoe'].map((name) => adds(kim, name));
    const marks = ['looking', 'observing', 'asked', 'excused', 'resting', 'ruledOut'] as const;
    for (const [index, to] of marks.entries()) kim.does({ type: 'person.mark', people: [people[index] ?? ''], standing: to });
    kim.does({ type: 'person.sameAs', person: adds(kim, 'Kim on the phone'), sameAs: kim.actor.id });
    expect(names(kim)).toEqual(['Kim', 'Ada', 'Tim']);
  });

  test('alone again once the others were excused, one has the combined clock back, and a promise stays', () => {
    const kim = declared(1);
    const tim = adds(kim, 'Tim');
    expect(clocksOf(kim.view, kim.now).map(({ audience }) => audience)).toContain('staff');
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: kim.now + 25 * minute });
    kim.does({ type: 'person.mark', people: [tim], standing: 'excused' });
    expect(isAlone(kim.view)).toBe(true);
    const clocks = clocksOf(kim.view, kim.now);
    expect(clocks.map(({ audience }) => audience).sort()).toEqual(['customers', 'responders']);
    expect(clocks.find(({ audience }) => audience === 'responders')?.combined).toBe(true);
    expect(clocks.find(({ audience }) => audience === 'customers')?.promise).toBe(kim.now + 25 * minute);
  });

  test('two again when somebody who was asked writes, each audience has its clock', () => {
    const { kim, ada } = pair(1);
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'asked' });
    expect(clocksOf(kim.view, kim.now).map(({ audience }) => audience)).not.toContain('staff');
    meet(kim, ada);
    ada.passes(3 * minute);
    ada.does({ type: 'entry.add', kind: 'note', text: 'looking at the edge' });
    const staff = clocksOf(ada.view, ada.now).find(({ audience }) => audience === 'staff');
    expect(staff?.due).toBe(ada.now + 20 * minute);
  });

  test('the clocks of an incident that one person reopened start when somebody joins', () => {
    const kim = declared(3);
    kim.does({ type: 'incident.markFalseAlarm', reason: 'the probe was wrong' });
    kim.does({ type: 'incident.reopen', reason: 'it was right' });
    adds(kim, 'Sam');
    expect(clocksOf(kim.view, kim.now).map(({ audience }) => audience)).toContain('staff');
  });
});

describe('person-hours', () => {
  test('count who was here, while the incident was open and awake, each person once', () => {
    const kim = declared(2);
    adds(kim, 'Network', 'team');
    kim.passes(30 * minute);
    const tim = adds(kim, 'Tim');
    const phone = adds(kim, 'Tim on the phone');
    kim.does({ type: 'person.sameAs', person: phone, sameAs: tim });
    kim.passes(30 * minute);
    kim.does({ type: 'person.mark', people: [tim, phone], standing: 'excused' });
    kim.passes(hour);
    kim.does({ type: 'incident.pause', until: kim.now + 8 * hour, impact: 'usable' });
    kim.passes(8 * hour);
    kim.does({ type: 'incident.wake', reason: 'morning' });
    kim.passes(hour);
    kim.does({ type: 'incident.cancel', reason: 'gone' });
    kim.passes(24 * hour);
    expect(personTime(kim.view, kim.now)).toEqual({
      total: 3.5 * hour,
      people: [
        { person: kim.actor.id, time: 3 * hour },
        { person: tim, time: 0.5 * hour },
      ],
    });
  });

  test('are none for an incident that nobody declared', () => {
    expect(personTime(declared(2).view, 0)).toEqual({ total: 0, people: [] });
  });
});

describe('a commander who is hands-on', () => {
  test.each([
    ['an action of theirs', (kim: PaperConsole) => kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' })],
    ['a task to themselves', (kim: PaperConsole) => kim.does({ type: 'task.add', text: 'read the graphs', to: kim.actor.id })],
    ['a lever in their hand', (kim: PaperConsole) => kim.does({ type: 'lever.apply', lever: 'rollback' })],
  ])('is noted, and never stopped, when another person is here: %s', (_how, act) => {
    const { kim } = pair();
    act(kim);
    expect(handsOnEvents(kim)).toHaveLength(1);
    expect(handsOnNow(kim.view, kim.now)).toMatchObject({ person: kim.actor.id, since: kim.now });
    expect(timelineOf(kim.view).map(({ text }) => text)).toContain('Kim has command and is hands-on');
  });

  test('is noted once while it goes on, and again after twenty minutes without', () => {
    const { kim } = pair();
    const acts = () => kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
    acts();
    kim.passes(15 * minute);
    acts();
    kim.passes(15 * minute);
    acts();
    expect(handsOnEvents(kim)).toHaveLength(1);
    kim.passes(20 * minute);
    expect(handsOnNow(kim.view, kim.now)).toBeUndefined();
    acts();
    expect(handsOnEvents(kim)).toHaveLength(2);
  });

  test('is over when command moves', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
    kim.does({ type: 'handoff.offer', to: ada.actor.id, spoken: 'said on call' });
    expect(kim.view.handsOn).toBeUndefined();
  });

  test('names the entry, so that both can be read together', () => {
    const { kim } = pair();
    const written = kim.run({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
    const [entry, note] = written.ok ? written.value : [];
    expect(note?.body).toEqual({ person: kim.actor.id, entry: entry?.id });
  });

  test('is nobody who works alone, beside an observer, hands the work to another, or writes what was done before', () => {
    const alone = declared(2);
    alone.does({ type: 'entry.add', kind: 'action', text: 'restart the pods' });
    alone.does({ type: 'person.mark', people: [adds(alone, 'Tim')], standing: 'observing' });
    alone.does({ type: 'entry.add', kind: 'action', text: 'restart them again' });
    expect(handsOnEvents(alone)).toEqual([]);
    const { kim, ada } = pair();
    kim.does({ type: 'entry.add', kind: 'action', text: 'restart the pods', owner: ada.actor.id });
    kim.does({ type: 'entry.add', kind: 'action', text: 'rolled back', by: ada.actor.id });
    kim.does({ type: 'entry.add', kind: 'action', text: 'I restarted them', occurredAt: kim.now - 30 * minute });
    kim.does({ type: 'task.add', text: 'read the graphs', to: ada.actor.id });
    ada.hears(kim);
    ada.does({ type: 'entry.add', kind: 'action', text: 'scaled up' });
    expect(handsOnEvents(ada)).toEqual([]);
  });
});

describe('relief', () => {
  /** Declared at a time of day in Berlin, in summer time. */
  const declaredAt = (clock: number) => declared(2, { now: Date.UTC(2026, 5, 10, 0, 0) + (clock - 2) * hour });
  const softAfter = (clock: number) => {
    const kim = declaredAt(clock);
    return ((reliefTimes(kim.view)?.soft ?? 0) - kim.now) / hour;
  };

  test.each([
    ['after two hours at night', 23, 2],
    ['after four hours by day', 9, 4],
    ['when night falls on somebody who is past two hours', 19, 3],
    ['after two hours that end in the night', 20.5, 2],
    ['after four hours where the night ends before two are over', 6, 4],
    ['after two hours that end with the night', 4.9, 2],
  ])('is due %s', (_when, clock, hours) => {
    expect(softAfter(clock)).toBeCloseTo(hours);
  });

  test('is due hard after six hours, even where nobody was available before', () => {
    const kim = declaredAt(23);
    kim.passes(2 * hour);
    expect(reliefDue(kim.view, kim.now)).toMatchObject({ kind: 'soft' });
    kim.does({ type: 'relief.noneAvailable', reason: 'all asleep' });
    expect(reliefDue(kim.view, kim.now + 3 * hour)).toBeUndefined();
    expect(reliefDue(kim.view, kim.now + 4 * hour)).toMatchObject({ kind: 'hard' });
    kim.passes(4 * hour);
    kim.does({ type: 'relief.noneAvailable' });
    expect(reliefDue(kim.view, kim.now + hour)).toBeUndefined();
    expect(reliefDue(kim.view, kim.now + 2 * hour)).toMatchObject({ kind: 'hard' });
  });

  test('begins anew for the next commander, and after a pause that was slept through', () => {
    const kim = declaredAt(23);
    const tim = adds(kim, 'Tim');
    kim.passes(2 * hour);
    kim.does({ type: 'relief.noneAvailable' });
    kim.does({ type: 'handoff.offer', to: tim, spoken: 'said on call' });
    expect(kim.view.noRelief).toBeUndefined();
    expect(reliefDue(kim.view, kim.now)).toBeUndefined();
    kim.does({ type: 'incident.pause', until: kim.now + 8 * hour, impact: 'usable' });
    kim.passes(8 * hour);
    kim.does({ type: 'incident.wake', reason: 'morning' });
    expect(reliefDue(kim.view, kim.now)).toBeUndefined();
  });

  test('that is planned rings at its time, is silent until then, and is gone when command moves', () => {
    const kim = declaredAt(23);
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'relief.plan', person: tim, from: kim.now + 5 * hour });
    expect(deadlines(kim.view)).toContainEqual(expect.objectContaining({ kind: 'relief', dueAt: kim.now + 5 * hour }));
    expect(reliefDue(kim.view, kim.now + 3 * hour)).toBeUndefined();
    kim.passes(5 * hour);
    expect(reliefDue(kim.view, kim.now)).toEqual({ kind: 'planned', since: kim.now, person: tim });
    kim.does({ type: 'handoff.offer', to: tim, spoken: 'said on call' });
    expect(kim.view.relief).toBeUndefined();
    expect(deadlines(kim.view).some(({ kind }) => kind === 'relief')).toBe(false);
  });
});

describe('who carries what', () => {
  test('one person who carries every role is shown as such', () => {
    const kim = declared(1);
    expect(carriedRoles(kim.view)).toEqual([{ person: kim.actor.id, roles: ['commander', 'scribe', 'ops', 'comms'] }]);
  });

  test('an observer carries none', () => {
    const { kim, ada } = pair();
    kim.does({ type: 'role.assign', role: 'observer', person: ada.actor.id });
    kim.does({ type: 'role.assign', role: 'comms', person: ada.actor.id });
    kim.does({ type: 'person.mark', people: [ada.actor.id], standing: 'observing' });
    expect(carriedRoles(kim.view).map(({ person }) => person)).toEqual([kim.actor.id]);
  });

  test('a type brings its own role, carried by the commander until somebody takes it', () => {
    const kim = declared(3);
    kim.does({ type: 'incident.amend', incidentType: 'security' });
    expect(kim.view.roles.security).toMatchObject({ state: 'held', holder: kim.actor.id });
    const led = new PaperConsole();
    led.does({ type: 'incident.declare', title: 'Tokens in a public log', severity: 2, incidentType: 'security' });
    expect(carriedRoles(led.view)).toEqual([{ person: led.actor.id, roles: ['commander', 'ops', 'comms', 'security'] }]);
  });

  test('members of a workstream with a leader report to that leader', () => {
    const { kim, ada } = pair();
    const [tim, sam] = [adds(kim, 'Tim'), adds(kim, 'Sam')] as const;
    kim.does({ type: 'workstream.open', name: 'Payments', leader: ada.actor.id, members: [tim, ada.actor.id] });
    kim.does({ type: 'workstream.open', name: 'Nobody leads it', members: [sam] });
    expect(directReports(kim.view).map(({ name }) => name)).toEqual(['Ada', 'Sam']);
  });
});

test('a person is not made one with themselves', () => {
  const { kim, ada } = pair();
  const tim = joins(kim, 'Tim', ada);
  kim.does({ type: 'person.sameAs', person: ada.actor.id, sameAs: tim.actor.id });
  expect(refusal(kim, { type: 'person.sameAs', person: tim.actor.id, sameAs: ada.actor.id })).toBe('Not from here: both are Tim already.');
});
