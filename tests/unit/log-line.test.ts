/** The composer's grammar, line by line. */
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../shared/incident/commands.ts';
import { describeChipTime } from '../../shared/incident/log-line/chip-time.ts';
import { lineCommandNamed, lineCommands } from '../../shared/incident/log-line/line-commands.ts';
import type { LineContext, ParsedLine, StatedTime } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine, parsePaste, plainLine } from '../../shared/incident/log-line.ts';

const person = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const [self, kim, samA, samB, ada, jose] = [1, 2, 3, 4, 5, 6].map(person) as [string, string, string, string, string, string];
const at = (text: string): number => Date.parse(text);
const minute = 60_000;

/** The night on which Berlin's clocks go forward, 01:40 there. */
const context: LineContext = {
  now: at('2026-03-29T00:40:00Z'),
  zone: 'Europe/Berlin',
  people: [
    { id: self, name: 'Robin Vogel' },
    { id: kim, name: 'Kim' },
    { id: samA, name: 'Sam Adeyemi' },
    { id: samB, name: 'Sam Brandt' },
    { id: ada, name: 'Ada Lovelace' },
    { id: jose, name: 'José Núñez' },
  ],
  self,
};
const { now } = context;

type CommandLine = Extract<ParsedLine, { kind: 'command' }>;
type FaultLine = Extract<ParsedLine, { kind: 'fault' }>;

function command(line: string, from: LineContext = context): CommandLine {
  const parsed = parseLine(line, from);
  if (parsed.kind !== 'command') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  const whole = { ...parsed.draft, commandId: person(8), incidentId: person(9) };
  expect(commandSchemas[parsed.draft.type].safeParse(whole).error).toBeUndefined();
  return parsed;
}
const draft = (line: string, from: LineContext = context) => command(line, from).draft;
const label = (line: string): string => command(line).chip.label;
const details = (line: string): readonly string[] => command(line).chip.details ?? [];
function fault(line: string): FaultLine {
  const parsed = parseLine(line, context);
  if (parsed.kind !== 'fault') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  return parsed;
}
function time(line: string, from: LineContext = context): StatedTime | undefined {
  return command(line, from).chip.time;
}
const note = (text: string) => ({ type: 'entry.add', kind: 'note', text });

describe('plain English is a note', () => {
  test.each([
    'db failed over',
    '@sam please look',
    '@here anyone awake?',
    '@100 rps it falls over',
    '@-5 C the fan stops',
    '12:30 lunch',
    'note: text',
    'TODO: call the vendor',
    'http://example.com/a?b=c is down',
    'ada@example.com wrote in',
    '/etc/hosts is full',
    '/ is 100 % full',
    '/var full',
    '/hlep me',
    '/sev2 now',
    '/res, then',
    '/resolve it',
    '//',
    '/',
    '!!! prod is down',
    '!= is the wrong operator',
    '!@#$ broke again',
    '!',
    '?',
    '??? why',
    '?foo=bar in the URL breaks it',
    'sam: which Sam is it',
    'zed: nobody knows zed',
    'Kim',
    'kim:',
    'kim:no blank',
    ':wq',
    '- a list item',
    'override: is just a word here',
    'SEV2 they say, next 01:50',
    '@',
    '@~',
    '@-7 minutes ago',
    '@2pm it began',
    'Straße – 100 % 🔥',
  ])('%s', (line) => {
    expect(draft(line)).toEqual(note(line));
    expect(command(line).chip).toEqual({ label: 'note' });
  });

  test('and the blanks around it are not kept', () => {
    expect(draft('  db failed over \t')).toEqual(note('db failed over'));
    expect(parseLine(' \t\n', context)).toEqual({ kind: 'empty' });
  });

  test('--plain keeps a command as it stands', () => {
    expect(plainLine(' /res now ')).toEqual(note('/res now'));
  });
});

describe('a stated time', () => {
  test.each([
    ['@01:14 text', '2026-03-29T00:14:00Z', 'minute'],
    ['@1:14 text', '2026-03-29T00:14:00Z', 'minute'],
    ['@01:14, text', '2026-03-29T00:14:00Z', 'minute'],
    ['@01:14:09 text', '2026-03-29T00:14:09Z', 'exact'],
    ['@01:50 text', '2026-03-29T00:50:00Z', 'minute'],
    ['@01:51 text', '2026-03-28T00:51:00Z', 'minute'],
    ['@23:58 text', '2026-03-28T22:58:00Z', 'minute'],
    ['@00:14Z text', '2026-03-29T00:14:00Z', 'minute'],
    ['@00:14z text', '2026-03-29T00:14:00Z', 'minute'],
    ['@00:14 UTC text', '2026-03-29T00:14:00Z', 'minute'],
    ['@00:14 Z text', '2026-03-29T00:14:00Z', 'minute'],
    ['@-7m text', '2026-03-29T00:33:00Z', 'minute'],
    ['@-7min text', '2026-03-29T00:33:00Z', 'minute'],
    ['@-1h20m text', '2026-03-28T23:20:00Z', 'minute'],
    ['@-2d text', '2026-03-27T00:40:00Z', 'minute'],
    ['@~01 text', '2026-03-29T00:00:00Z', 'approx'],
    ['@~01:30 text', '2026-03-29T00:30:00Z', 'approx'],
    ['@~-20m text', '2026-03-29T00:20:00Z', 'approx'],
    ['@2026-03-28 01:58 text', '2026-03-28T00:58:00Z', 'minute'],
    ['@2026-03-29T01:58 text', '2026-03-29T00:58:00Z', 'minute'],
    ['@2026-03-29 01:58Z text', '2026-03-29T01:58:00Z', 'minute'],
    ['@~2026-03-28 01:58 text', '2026-03-28T00:58:00Z', 'approx'],
    ['@2026-03-27 text', '2026-03-26T23:00:00Z', 'day'],
  ])('%s happened at %s, %s', (line, instant, precision) => {
    expect(time(line)).toEqual({ occurredAt: at(instant), precision });
    expect(draft(line)).toEqual({ ...note('text'), occurredAt: at(instant), precision });
  });

  test.each([
    ['@01:00..01:20 text', '2026-03-29T00:00:00Z', '2026-03-29T00:20:00Z'],
    ['@01:00–01:20 text', '2026-03-29T00:00:00Z', '2026-03-29T00:20:00Z'],
    ['@23:50..00:10 text', '2026-03-28T22:50:00Z', '2026-03-28T23:10:00Z'],
    ['@00:10..00:20Z text', '2026-03-29T00:10:00Z', '2026-03-29T00:20:00Z'],
    ['@02:00..02:20 text', '2026-03-28T01:00:00Z', '2026-03-28T01:20:00Z'],
    ['@2026-03-27 23:50..00:10 text', '2026-03-27T22:50:00Z', '2026-03-27T23:10:00Z'],
  ])('%s happened between %s and %s', (line, from, to) => {
    const stated = { occurredAt: at(from), endAt: at(to), precision: 'between' };
    expect(draft(line)).toEqual({ ...note('text'), ...stated });
  });

  test.each(['@25:10 text', '@02:75 text', '@02:14pm text', '@2026-02-30 01:00 text', '@1969-01-01 01:00 text', '@2026-03-29 25:00 text'])(
    '%s is no time, and says so at its column',
    (line) => {
      const { at: column, expected } = fault(line);
      expect(line.slice(column)).toMatch(/^@|^25/);
      expect(expected).toContain('@02:14');
    },
  );

  test('longer ago than any log is a fault', () => {
    expect(fault('@-999999d text').message).toContain('1970');
  });

  test('wants something that happened', () => {
    expect(fault('@01:14')).toMatchObject({ at: 6, message: 'the text is missing', chip: { time: { precision: 'minute' } } });
  });

  describe('on the night when clocks go forward', () => {
    const later = { ...context, now: at('2026-03-29T01:40:00Z') };
    test('at 03:40, 01:58 is 42 minutes ago', () => {
      expect(time('@01:58 text', later)?.occurredAt).toBe(at('2026-03-29T00:58:00Z'));
    });
    test('at 03:40, 02:30 is read from a watch that nobody moved: ten minutes ago', () => {
      expect(time('@02:30 text', later)?.occurredAt).toBe(at('2026-03-29T01:30:00Z'));
      expect(describeChipTime(time('@02:30 text', later) as StatedTime, ['Europe/Berlin', 'UTC'], later.now)).toBe(
        '03:30 Berlin · 01:30 UTC',
      );
    });
    test('at 01:40, 02:30 is still to come, so it was yesterday', () => {
      expect(time('@02:30 text')?.occurredAt).toBe(at('2026-03-28T01:30:00Z'));
    });
    test('at 03:05, 01:58..03:02 is four minutes', () => {
      const soon = { ...context, now: at('2026-03-29T01:05:00Z') };
      const stated = time('@01:58..03:02 text', soon);
      expect((stated?.endAt ?? 0) - (stated?.occurredAt ?? 0)).toBe(4 * minute);
    });
  });

  describe('in the hour that is lived twice', () => {
    test.each([
      ['Europe/Berlin', '2026-10-25T00:45:00Z', '@02:30 text', '2026-10-25T00:30:00Z'],
      ['Europe/Berlin', '2026-10-25T01:45:00Z', '@02:30 text', '2026-10-25T01:30:00Z'],
      ['Europe/Berlin', '2026-10-25T08:00:00Z', '@02:30 text', '2026-10-25T01:30:00Z'],
      ['Europe/Berlin', '2026-10-25T01:45:00Z', '@00:30Z text', '2026-10-25T00:30:00Z'],
      ['America/New_York', '2026-11-01T05:45:00Z', '@01:30 text', '2026-11-01T05:30:00Z'],
      ['America/New_York', '2026-11-01T06:45:00Z', '@01:30 text', '2026-11-01T06:30:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '@01:45 text', '2026-04-04T14:45:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:20:00Z', '@01:45 text', '2026-04-04T15:15:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:50:00Z', '@02:15 text', '2026-10-03T15:45:00Z'],
    ])('%s at %s: %s was %s', (zone, moment, line, instant) => {
      expect(time(line, { ...context, zone, now: at(moment) })?.occurredAt).toBe(at(instant));
    });
  });
});

describe('prefixes', () => {
  test('a known name says who; a first name will do, in any case', () => {
    expect(draft('kim: restarted it')).toEqual({ ...note('restarted it'), by: kim });
    expect(draft('ADA: looking')).toEqual({ ...note('looking'), by: ada });
    expect(draft('Ada Lovelace: looking')).toEqual({ ...note('looking'), by: ada });
    expect(draft('jose: looking')).toEqual({ ...note('looking'), by: jose });
    expect(details('kim: restarted it')).toEqual(['by Kim']);
  });

  test('my own name leaves me the speaker', () => {
    expect(draft('robin: on it')).toEqual(note('on it'));
  });

  test('! stars and ? asks', () => {
    expect(draft('! db lost writes')).toEqual({ ...note('db lost writes'), starred: true });
    expect(draft('!db lost writes')).toEqual({ ...note('db lost writes'), starred: true });
    expect(draft('? why did it retry')).toEqual({ type: 'entry.add', kind: 'question', text: 'why did it retry' });
    expect(label('? why')).toBe('question');
  });

  test.each(['@-7m ! kim: text', 'kim: ! @-7m text', '! @-7m kim: text', '! kim: @-7m text'])('%s: in any order', (line) => {
    expect(draft(line)).toEqual({ ...note('text'), by: kim, starred: true, occurredAt: now - 7 * minute, precision: 'minute' });
  });

  test('count once each: the second of a kind is text', () => {
    expect(draft('kim: ada: text')).toEqual({ ...note('ada: text'), by: kim });
    expect(draft('! ! text')).toEqual({ ...note('! text'), starred: true });
    expect(draft('@-7m @-8m text')).toMatchObject({ text: '@-8m text', occurredAt: now - 7 * minute });
  });

  test('go before commands; after a question nothing is one', () => {
    expect(draft('@-7m kim: /d roll back')).toEqual({ type: 'decision.propose', text: 'roll back', by: kim, at: now - 7 * minute });
    expect(draft('@-7m kim: /a roll back')).toEqual({
      type: 'entry.add',
      kind: 'action',
      text: 'roll back',
      by: kim,
      occurredAt: now - 7 * minute,
      precision: 'minute',
    });
    expect(draft('? /a or /b')).toMatchObject({ kind: 'question', text: '/a or /b' });
    expect(draft('@01:14 /etc/hosts is full')).toMatchObject({ text: '/etc/hosts is full' });
  });

  test('that a command cannot carry are faults, never dropped', () => {
    expect(fault('! /sev 2')).toMatchObject({ at: 0, chip: { label: 'severity' } });
    expect(fault('@01:14 /s it is the cache')).toMatchObject({ at: 0 });
    expect(fault('@~01 /mit graphs flat')).toMatchObject({ at: 0 });
    expect(fault('/mit @01:00..01:20 graphs flat')).toMatchObject({ at: 5 });
  });
});

describe('slash commands', () => {
  const audiences = ['responders', 'staff', 'executives', 'customers', 'partners'];
  const sevenAgo = { occurredAt: now - 7 * minute, precision: 'minute' };
  test.each<[string, string, object]>([
    ['/h the cache is cold', 'hypothesis', { type: 'hypothesis.open', text: 'the cache is cold' }],
    ['/h @-7m the cache', 'hypothesis', { type: 'hypothesis.open', text: 'the cache', at: sevenAgo.occurredAt }],
    ['/a restart eu-1', 'action', { type: 'entry.add', kind: 'action', text: 'restart eu-1' }],
    ['/a @kim restart eu-1', 'action', { type: 'entry.add', kind: 'action', text: 'restart eu-1', owner: kim }],
    ['/a @me restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: self }],
    ['/a @Ada Lovelace restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: ada }],
    ['/a @sam.brandt: restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: samB }],
    ['@-7m /a @kim restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: kim, ...sevenAgo }],
    ['/a @kim @-7m restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: kim, ...sevenAgo }],
    ['/a @-7m @kim restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', owner: kim, ...sevenAgo }],
    ['! /a restart', 'action', { type: 'entry.add', kind: 'action', text: 'restart', starred: true }],
    ['/d fail over to eu-2', 'decision', { type: 'decision.propose', text: 'fail over to eu-2' }],
    ['/f fix the alert', 'follow-up', { type: 'followUp.add', text: 'fix the alert' }],
    ['/f @kim 2026-12-01 fix', 'follow-up', { type: 'followUp.add', text: 'fix', owner: kim, due: '2026-12-01' }],
    ['/f +3d @kim fix', 'follow-up', { type: 'followUp.add', text: 'fix', owner: kim, due: '2026-04-01' }],
    ['/f +2w fix', 'follow-up', { type: 'followUp.add', text: 'fix', due: '2026-04-12' }],
    ['/f fri fix', 'follow-up', { type: 'followUp.add', text: 'fix', due: '2026-04-03' }],
    ['/f Sunday fix', 'follow-up', { type: 'followUp.add', text: 'fix', due: '2026-04-05' }],
    ['/f sat down with them', 'follow-up', { type: 'followUp.add', text: 'sat down with them' }],
    ['/s it is the cache', 'summary', { type: 'summary.set', text: 'it is the cache' }],
    ['/impact nobody can pay', 'impact', { type: 'impact.describe', text: 'nobody can pay' }],
    ['/impact @01:20', 'impact began', { type: 'milestone.set', name: 'impactStart', at: at('2026-03-29T00:20:00Z'), precision: 'minute' }],
    ['/impact @~01', 'impact began', { type: 'milestone.set', name: 'impactStart', at: at('2026-03-29T00:00:00Z'), precision: 'approx' }],
    ['/detected @01:10', 'detected', { type: 'milestone.set', name: 'detected', at: at('2026-03-29T00:10:00Z'), precision: 'minute' }],
    ['/title Nobody can pay', 'title', { type: 'incident.amend', title: 'Nobody can pay' }],
    ['/call +49 30 1234', 'call', { type: 'incident.amend', links: { call: '+49 30 1234' } }],
    ['/chat #inc-412', 'chat', { type: 'incident.amend', links: { chat: '#inc-412' } }],
    ['/person Ada Lovelace +49 30 1234', 'add person', { type: 'person.add', name: 'Ada Lovelace', contact: '+49 30 1234' }],
    ['/person Zed zed@example.com', 'add person', { type: 'person.add', name: 'Zed', contact: 'zed@example.com' }],
    ['/person Ada Lovelace', 'add person', { type: 'person.add', name: 'Ada Lovelace' }],
    [
      '/u customers,staff we know next 01:50',
      'update to customers, staff',
      { type: 'update.send', audiences: ['customers', 'staff'], text: 'we know', nextAt: at('2026-03-29T00:50:00Z') },
    ],
    [
      '/u c,c we know. next +20m',
      'update to customers',
      { type: 'update.send', audiences: ['customers'], text: 'we know.', nextAt: now + 20 * minute },
    ],
    [
      '/u e we know next 20m.',
      'update to executives',
      { type: 'update.send', audiences: ['executives'], text: 'we know', nextAt: now + 20 * minute },
    ],
    [
      '/u r we know next 00:45Z',
      'update to responders',
      { type: 'update.send', audiences: ['responders'], text: 'we know', nextAt: now + 5 * minute },
    ],
    ['/u all we know', `update to ${audiences.join(', ')}`, { type: 'update.send', audiences, text: 'we know' }],
    ['/u staff final it is over', 'final update to staff', { type: 'update.send', audiences: ['staff'], text: 'it is over', final: true }],
    ['/u p the next step is clear', 'update to partners', { type: 'update.send', audiences: ['partners'], text: 'the next step is clear' }],
    ['/u s what comes next', 'update to staff', { type: 'update.send', audiences: ['staff'], text: 'what comes next' }],
    [
      '@-7m /u staff we know next 20m',
      'update to staff',
      { type: 'update.send', audiences: ['staff'], text: 'we know', sentAt: now - 7 * minute, nextAt: now + 13 * minute },
    ],
    [
      '/u staff @01:00 we know next 01:30',
      'update to staff',
      {
        type: 'update.send',
        audiences: ['staff'],
        text: 'we know',
        sentAt: at('2026-03-29T00:00:00Z'),
        nextAt: at('2026-03-29T00:30:00Z'),
      },
    ],
    [
      '/u staff same as before override: no news',
      'update to staff',
      { type: 'update.send', audiences: ['staff'], text: 'same as before', override: { reason: 'no news' } },
    ],
    ['/snooze staff nothing new', 'snooze staff', { type: 'cadence.snooze', audience: 'staff', reason: 'nothing new' }],
    ['/role comms @kim', 'comms is Kim', { type: 'role.assign', role: 'comms', person: kim }],
    ['/role comms kim', 'comms is Kim', { type: 'role.assign', role: 'comms', person: kim }],
    ['/role dep @ada is tired', 'deputy is Ada Lovelace', { type: 'role.assign', role: 'deputy', person: ada, reason: 'is tired' }],
    ['/take ic', 'take incident commander', { type: 'role.assume', role: 'commander' }],
    ['/take IC Kim is gone', 'take incident commander', { type: 'role.assume', role: 'commander', reason: 'Kim is gone' }],
    ['/release scribe', 'release scribe', { type: 'role.release', role: 'scribe' }],
    ['/sev 2', 'SEV2', { type: 'severity.set', severity: 2 }],
    ['/sev 2 fewer customers', 'SEV2', { type: 'severity.set', severity: 2, reason: 'fewer customers' }],
    ['/sev SEV1', 'SEV1', { type: 'severity.set', severity: 1 }],
    ['/accept', 'accept', { type: 'incident.accept' }],
    ['/decline a known bug', 'decline', { type: 'incident.decline', reason: 'a known bug' }],
    ['/false the probe', 'false alarm', { type: 'incident.markFalseAlarm', reason: 'the probe' }],
    ['/cancel twice declared', 'cancel', { type: 'incident.cancel', reason: 'twice declared' }],
    ['/fix', 'start fix', { type: 'fix.start' }],
    ['/back no help', 'back to investigating', { type: 'fix.stop', reason: 'no help' }],
    ['/mit graphs flat', 'mitigated', { type: 'mitigation.record', evidence: 'graphs flat' }],
    ['/mit partial graphs', 'partly mitigated', { type: 'mitigation.record', evidence: 'graphs', relief: 'partial' }],
    ['@-7m /mit graphs', 'mitigated', { type: 'mitigation.record', evidence: 'graphs', at: now - 7 * minute }],
    ['/mit @-7m graphs', 'mitigated', { type: 'mitigation.record', evidence: 'graphs', at: now - 7 * minute }],
    ['/mit', 'mitigated', { type: 'mitigation.record' }],
    ['/mit full capacity is back', 'mitigated', { type: 'mitigation.record', evidence: 'full capacity is back' }],
    ['/sev 2: fewer', 'SEV2', { type: 'severity.set', severity: 2, reason: 'fewer' }],
    ['/take ic, Kim is gone', 'take incident commander', { type: 'role.assume', role: 'commander', reason: 'Kim is gone' }],
    ['/u s Final checks run', 'update to staff', { type: 'update.send', audiences: ['staff'], text: 'Final checks run' }],
    ['/regress back again', 'regressed', { type: 'regression.record', reason: 'back again' }],
    ['/res', 'resolve', { type: 'incident.resolve' }],
    [
      '/res override: graphs flat, going to bed',
      'resolve',
      { type: 'incident.resolve', override: { reason: 'graphs flat, going to bed' } },
    ],
    [
      '/res @-7m over override: bed',
      'resolve',
      { type: 'incident.resolve', at: now - 7 * minute, reason: 'over', override: { reason: 'bed' } },
    ],
    ['/reopen it is back', 'reopen', { type: 'incident.reopen', reason: 'it is back' }],
    ['/pause 09:00 slow for some', 'pause', { type: 'incident.pause', until: at('2026-03-29T07:00:00Z'), impact: 'slow for some' }],
    ['/pause +8h @kim slow', 'pause', { type: 'incident.pause', until: now + 480 * minute, impact: 'slow', watcher: kim }],
    ['/pause 2026-03-30 09:00 slow', 'pause', { type: 'incident.pause', until: at('2026-03-30T07:00:00Z'), impact: 'slow' }],
    ['/pause 01:40 slow', 'pause', { type: 'incident.pause', until: at('2026-03-29T23:40:00Z'), impact: 'slow' }],
    ['/wake it rang', 'wake', { type: 'incident.wake', reason: 'it rang' }],
    ['/review', 'start review', { type: 'review.start' }],
    ['/review @ada', 'start review', { type: 'review.start', owner: ada }],
    ['/close', 'close', { type: 'incident.close' }],
    ['kim: /accept', 'accept', { type: 'incident.accept', by: kim }],
  ])('%s → %s', (line, expectedLabel, expected) => {
    expect(draft(line)).toEqual(expected);
    expect(label(line)).toBe(expectedLabel);
  });

  test.each<[string, number, string]>([
    ['/a @zed restart', 3, 'nobody here is called zed; add: /person zed'],
    ['/a @sam restart', 3, 'sam may be @Sam.Adeyemi or @Sam.Brandt'],
    ['/a', 2, 'what is done is missing'],
    ['/h', 2, 'the hypothesis is missing'],
    ['  /d ', 4, 'the decision is missing'],
    ['/f 2026-02-30 fix', 3, '2026-02-30 is not a day'],
    ['/u nobody text', 3, 'nobody is not an audience'],
    ['/u customers, staff text', 3, 'an audience is missing'],
    ['/u staff', 8, 'the message is missing'],
    ['/u staff next 20m', 9, 'the message is missing'],
    ['/sev', 4, 'the severity is missing'],
    ['/sev 6', 5, '6 is not a severity'],
    ['/take chair', 6, 'chair is not a role'],
    ['/take', 5, 'a role is missing'],
    ['/role comms', 11, 'a person is missing'],
    ['/pause slow', 7, 'until when is missing'],
    ['/pause 09:00', 12, 'the impact until then is missing'],
    ['/snooze staff', 13, 'the reason is missing'],
    ['/snooze c,s no', 8, 'one clock is snoozed at a time'],
    ['/res override:', 14, 'the reason for the override is missing'],
    ['/detected', 9, 'when it was detected is missing'],
    ['/impact @01:20 nobody can pay', 15, 'when the impact began and what it is are two lines'],
  ])('%s is a fault at column %i: %s', (line, column, message) => {
    const found = fault(line);
    expect(found.message).toBe(message);
    expect(found.at).toBe(column);
    expect(found.expected).not.toBe('');
  });

  test('what is longer than the log takes is a fault, not a refusal later', () => {
    expect(fault('x'.repeat(20_001)).at).toBe(20_000);
    expect(fault(`/title ${'x'.repeat(501)}`).message).toContain('501');
    expect(fault(`/res override: ${'x'.repeat(501)}`).message).toContain('501');
  });

  test('the chip names what was read out of the line', () => {
    expect(details('kim: ! /a @ada restart')).toEqual(['by Kim', 'starred', 'owner Ada Lovelace']);
    expect(details('/f @ada fri fix')).toEqual(['owner Ada Lovelace', 'due 2026-04-03']);
    expect(details('/u c we know next 03:10')).toEqual(['next 03:10 Berlin · 01:10 UTC']);
    expect(details('/pause 09:00 slow')).toEqual(['until 09:00 Berlin · 07:00 UTC']);
    expect(details('/res override: bed')).toEqual(['override']);
  });

  test('/? asks for help', () => {
    expect(parseLine(' /? ', context)).toEqual({ kind: 'help' });
  });

  test('are one table, each name once, each usage its own name', () => {
    expect(new Set(lineCommands.map((row) => row.name)).size).toBe(lineCommands.length);
    for (const row of lineCommands) {
      expect(row.usage.startsWith(`/${row.name}`)).toBe(true);
      expect(row.says).not.toBe('');
      expect(lineCommandNamed(row.name)).toBe(row);
    }
  });
});

describe('a paste', () => {
  test('under a first line /changed holds recent changes, each at its own time', () => {
    const [heading, first, second, third, fourth] = parsePaste(
      '/changed\n23:58 deploy 88\nkim: flag new-cart on\n/sev 2\n? who deployed it',
      context,
    );
    expect(heading).toEqual({ kind: 'heading', chip: { label: 'recent changes' } });
    expect(first).toMatchObject({
      draft: { ...note('deploy 88'), tags: ['change'], occurredAt: at('2026-03-28T22:58:00Z') },
      chip: { label: 'recent change' },
    });
    expect(second).toMatchObject({ draft: { ...note('flag new-cart on'), tags: ['change'], by: kim } });
    expect(third).toMatchObject({ draft: { type: 'severity.set', severity: 2 } });
    expect(fourth).toMatchObject({ draft: { kind: 'question', text: 'who deployed it' } });
  });

  test('takes /changed line by line as well', () => {
    const drafts = parsePaste('/changed @23:58 deploy 88\n/changed flag new-cart on', context).map(
      (parsed) => parsed.kind === 'command' && parsed.draft,
    );
    expect(drafts).toEqual([
      { ...note('deploy 88'), tags: ['change'], occurredAt: at('2026-03-28T22:58:00Z'), precision: 'minute' },
      { ...note('flag new-cart on'), tags: ['change'] },
    ]);
  });

  test('has one heading at most, at its top', () => {
    const [first, second] = parsePaste('02:14 looking\n/changed', context);
    expect(first).toMatchObject({ draft: note('looking') });
    expect(second).toMatchObject({ kind: 'fault', message: 'what changed is missing' });
  });

  test('reads each line that is not empty by the same grammar', () => {
    const kinds = parsePaste('db failed over\r\n\r\n  /sev 2\nkim: on it\n', context).map(
      (parsed) => parsed.kind === 'command' && parsed.draft,
    );
    expect(kinds).toEqual([note('db failed over'), { type: 'severity.set', severity: 2 }, { ...note('on it'), by: kim }]);
  });

  test('of paper notes is timed, across midnight too', () => {
    const [first, second, third] = parsePaste('23:58 pager rang\n00:10Z kim: looking\n25:99 is no time', context);
    expect(first).toMatchObject({ draft: { text: 'pager rang', occurredAt: at('2026-03-28T22:58:00Z') } });
    expect(second).toMatchObject({ draft: { text: 'looking', by: kim, occurredAt: at('2026-03-29T00:10:00Z') } });
    expect(third).toMatchObject({ draft: note('25:99 is no time') });
  });

  test('of one line leaves a bare time in its text', () => {
    expect(parsePaste('12:30 lunch\n', context)).toEqual([{ kind: 'command', draft: note('12:30 lunch'), chip: { label: 'note' } }]);
  });

  test('leaves a bare time alone that has nothing behind it, or something in front', () => {
    const [first, second] = parsePaste('12:30\nkim: 12:30 lunch', context);
    expect(first).toMatchObject({ draft: note('12:30') });
    expect(second).toMatchObject({ draft: { text: '12:30 lunch', by: kim } });
  });
});

describe('the time on the chip', () => {
  const zones = ['Europe/Berlin', 'UTC'];
  test.each([
    ['@01:35 text', '01:35 Berlin · 00:35 UTC'],
    ['@~01 text', '≈01:00 Berlin · ≈00:00 UTC'],
    ['@01:00..01:20 text', '01:00–01:20 Berlin · 00:00–00:20 UTC'],
    ['@00:30 text', '00:30 Berlin · 2026-03-28 23:30 UTC'],
    ['@23:50..00:10 text', '2026-03-28 23:50–2026-03-29 00:10 Berlin · 2026-03-28 22:50–23:10 UTC'],
    ['@01:14:09 text', '01:14:09 Berlin · 00:14:09 UTC'],
    ['@2026-03-27 text', '2026-03-27 Berlin'],
  ])('%s shows %s', (line, shown) => {
    expect(describeChipTime(time(line) as StatedTime, zones, now)).toBe(shown);
  });

  test('names UTC once where the incident is kept in it', () => {
    expect(describeChipTime({ occurredAt: now, precision: 'minute' }, ['Etc/UTC', 'UTC'], now)).toBe('00:40 UTC');
  });
});
