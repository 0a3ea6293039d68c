/** What holds for every line that a person or a program may type. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../shared/incident/commands.ts';
import { freeLabel } from '../../shared/incident/labels.ts';
import { describeChipTime } from '../../shared/incident/log-line/chip-time.ts';
import { lineCommands } from '../../shared/incident/log-line/line-commands.ts';
import { offersOf } from '../../shared/incident/log-line/offers.ts';
import type { LineContext, LineLever, LineThing, ParsedLine } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine, parsePaste, plainLine } from '../../shared/incident/log-line.ts';
import { clockTime, dayOf, zonedInstants, zonedParts } from '../../shared/vocabulary/zoned-time.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'UTC'];
const people = ['Robin Vogel', 'Kim', 'Sam Adeyemi', 'Sam Brandt', 'Ada Lovelace'].map((name, i) => ({ id: uuid(i), name }));

/** 1990 to 2040: zones of all kinds have been and will be. */
const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
/** Nights on which clocks are moved, where the trouble is. */
const movedNights = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29T01:00:00Z',
      '2026-10-25T01:00:00Z',
      '2026-03-08T07:00:00Z',
      '2026-11-01T06:00:00Z',
      '2026-04-04T15:00:00Z',
      '2026-10-03T15:30:00Z',
    ),
    fc.integer({ min: -7_200_000, max: 7_200_000 }),
  )
  .map(([night, off]) => Date.parse(night) + off);

/** Things that carry the labels which the log gives: counted up, and told apart where two consoles counted at once. */
const thingsOf = (letter: string, states: readonly LineThing['state'][]): fc.Arbitrary<readonly LineThing[]> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...states)), { maxLength: 8 }).map((rows) => {
    const things: LineThing[] = [];
    for (const [number, state] of rows) {
      const label = freeLabel(`${letter}${number}`, things);
      things.push({ id: thingId(letter, label), label, text: `about ${label}`, state });
    }
    return things;
  });
/** A UUID that tells which thing it is of. */
const thingId = (letter: string, label: string): string =>
  `00000000-0000-7000-8000-${[...`${letter}${label}`]
    .map((one) => one.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')}`;

const contexts: fc.Arbitrary<LineContext> = fc.record(
  {
    now: fc.oneof(instants, movedNights),
    zone: fc.constantFrom(...zones),
    people: fc.subarray(people),
    self: fc.constant(uuid(0)),
    teams: fc.subarray([
      { id: uuid(6), name: 'Net' },
      { id: uuid(7), name: 'DB team', standing: 'ruledOut' as const },
    ]),
    tasks: thingsOf('t', ['running', 'done']),
    hypotheses: thingsOf('h', ['open', 'refuted']),
    decisions: thingsOf('d', ['polling', 'decided']),
    questions: thingsOf('q', ['open', 'answered']),
    workstreams: thingsOf('w', ['open', 'closed']),
    levers: fc.subarray<LineLever>([
      { lever: 'drain', name: 'Drain a place', state: 'applied', listed: true },
      { lever: 'flag-off', name: 'Turn a feature off', state: 'free', listed: true },
      { lever: 'kill-switch', name: 'Kill switch', state: 'leased', listed: false },
    ]),
    actions: fc.subarray([{ id: uuid(5), text: 'restarted', occurredAt: 0, target: 'eu-1' }]),
    incidents: fc.subarray([{ id: uuid(9), label: 'inc-4', title: 'Another' }]),
    types: fc.subarray([{ id: 'security', name: 'Security' }]),
  },
  { requiredKeys: ['now', 'zone', 'people', 'self'] },
);

/** Lines as people wrote them in real incidents' rooms, with all that looks like a command and is none. */
const corpus = [
  'paged by Pingdom, looking',
  '@channel we are seeing 502s on checkout',
  '@oncall-db can you join the call?',
  '@ 02:10 I think, not sure',
  '@2x normal traffic on the edge',
  '@@global.read_only is 1',
  '!!! replica lag 4000s and climbing',
  '!= null check is missing in the handler',
  '!',
  '?',
  '??? who owns this box',
  '?debug=1 shows the trace',
  '/dev/sda1 is 100% full',
  '/healthz returns 200 but /readyz hangs',
  '/api/v1/orders p99 = 12s',
  '/ is read-only',
  '/shrug',
  '/me checks the graphs',
  '/ta is not here yet',
  '/t4 is not how a task is named',
  't4 is done, h3 is out',
  'drop 4 connections',
  'ok 1 of 3 is back',
  'at 02:40 it was fine',
  'http://grafana/d/abc?from=now-1h is flat',
  'TODO: remove the feature flag',
  'note: DNS TTL is 300',
  'error: connection refused (111)',
  'ERROR 1040 (HY000): Too many connections',
  'SEV2: checkout errors in EU',
  'vendor: they say 20 minutes',
  'mail from ops@example.com: they see it too',
  '02:14 failover started',
  '02:00..02:20 gap in the metrics',
  '-7m is where the graph bends',
  '~02 it was already slow',
  '+49 30 1234 rings out',
  '#inc-412 is the channel',
  '> quoted: "it works for me"',
  '`kubectl rollout undo deploy/web` done',
  'rolled back to v1.2.3; error rate 40% -> 2%',
  "we'd better call the bank - next 09:00",
  'final: nothing',
  'override: of the flag did not help',
  'Fehlerrate fällt, Überlast vorbei…',
  'データベースが応答しない',
  'قاعدة البيانات بطيئة',
];

const word = fc.oneof(
  fc.constantFrom(
    'the',
    'db',
    'is',
    'slow',
    'Kim',
    'sam',
    'done',
    'stuck',
    '+5',
    'on',
    'again',
    'ack',
    'ok',
    'no',
    'back',
    'known',
    'take',
    'off',
    'keep',
    'end',
    'set',
    'said',
    'all',
    'drain',
    'Kill',
    'switch',
    '"new one"',
    'worst:',
    'back:',
    'checked',
    '@ada:',
    '5m',
    '20m:',
    ':',
    '+',
    '-',
    '1',
    't2',
    'h1',
    'd1b',
    '#w1',
    'long',
    'inc-4',
    'security',
    '@net',
  ),
  fc.constantFrom('next', 'final', 'override', 'at', '02:14', '100%', 'e-mail', "don't", '/etc/hosts'),
  fc.stringMatching(/^[a-zA-Z]{1,12}$/),
);
const mark = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  ' - ',
  '; ',
  ' (',
  ') ',
  '? ',
  '! ',
  ' @',
  ' / ',
  ' = ',
  '…',
  ' "',
  '" ',
  ' #',
  ' & ',
);
/** A word first, then words and punctuation; no colon, since `kim: ` is a documented prefix. */
const sentence = fc
  .tuple(fc.stringMatching(/^[a-zA-Z]{1,12}$/), fc.array(fc.tuple(mark, word), { maxLength: 14 }))
  .map(([first, rest]) => first + rest.map(([between, next]) => between + next).join(''));

/** Pieces of the grammar itself, thrown together, so that commands and their faults are reached. */
const pieces = fc.oneof(
  fc.constantFrom(...lineCommands.map((row) => `/${row.name}`)),
  fc.constantFrom(
    '@01:58',
    '@02:30',
    '@-7m',
    '@~02',
    '@~02:30',
    '@23:50..00:10',
    '@2026-03-29',
    '02:30',
    '@02:30Z',
    'UTC',
    '@25:00',
    '@-9d',
  ),
  fc.constantFrom(
    '!',
    '?',
    'kim:',
    'ada:',
    'sam:',
    '@kim',
    '@sam',
    '@Ada',
    'Lovelace',
    '@zed',
    '@me',
    'comms',
    'ic',
    'c,s',
    'all',
    'staff',
  ),
  fc.constantFrom(
    'next',
    'final',
    '20m',
    '+8h',
    'override:',
    'why',
    'partial',
    '2',
    'SEV1',
    '+3d',
    'fri',
    '2026-12-01',
    '+49 30 1234',
    '\n',
  ),
  word,
);
const jumble = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(' '));
const anything = fc.oneof(
  jumble,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...corpus),
  fc.tuple(jumble, fc.string({ unit: 'grapheme', maxLength: 20 })).map((parts) => parts.join(' ')),
);

function expectFit(parsed: ParsedLine, line: string): void {
  if (parsed.kind === 'fault') {
    expect(parsed.at).toBeGreaterThanOrEqual(0);
    expect(parsed.at).toBeLessThanOrEqual(line.length);
    expect(parsed.message).not.toBe('');
    expect(parsed.expected).not.toBe('');
  }
  if (parsed.kind === 'open' && parsed.screen === 'knownAt') expect(Number.isSafeInteger(parsed.at)).toBe(true);
  if ('chip' in parsed) expect(parsed.chip.label).not.toBe('');
  if (parsed.kind !== 'command') return;
  const whole = { ...parsed.draft, commandId: uuid(8), incidentId: uuid(9) };
  const checked = commandSchemas[parsed.draft.type].safeParse(whole);
  expect(checked.error).toBeUndefined();
  expect(checked.data).toEqual(whole);
}

describe('a line', () => {
  test('of plain English is a note, letter for letter', () => {
    fc.assert(
      fc.property(sentence, contexts, (line, context) => {
        expect(parseLine(line, context)).toEqual({ kind: 'command', draft: plainLine(line), chip: { label: 'note' } });
      }),
    );
  });

  test('that somebody wrote in a real incident is a note, letter for letter, with anything behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), fc.option(sentence), contexts, (line, more, context) => {
        const typed = more === null || line.length < 2 ? line : `${line} ${more}`;
        expect(parseLine(typed, context)).toEqual({ kind: 'command', draft: plainLine(typed), chip: { label: 'note' } });
      }),
    );
  });

  test('of any kind is empty, help, a fault within it, something to look at, or a command that the schemas take', () => {
    fc.assert(
      fc.property(anything, contexts, (line, context) => {
        const parsed = parseLine(line, context);
        expectFit(parsed, line);
        if (parsed.kind === 'empty') expect(line.trim()).toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('pasted among others gives one answer for each that is not empty', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 5 }), contexts, (lines, context) => {
        const text = lines.join('\n');
        const kept = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
        const parsed = parsePaste(text, context);
        expect(parsed).toHaveLength(kept.length);
        for (const [i, one] of parsed.entries()) expectFit(one, kept[i] ?? '');
      }),
    );
  });

  test('that names a thing by its label, or by the number in it, means that thing and no other', () => {
    const lines: readonly (readonly [
      list: 'tasks' | 'hypotheses' | 'decisions' | 'questions' | 'workstreams',
      line: string,
      field: string,
    ])[] = [
      ['tasks', '/t done ', 'task'],
      ['tasks', '/t start ', 'task'],
      ['tasks', '/t +5 ', 'task'],
      ['hypotheses', '/h- ', 'hypothesis'],
      ['hypotheses', '/h again ', 'hypothesis'],
      ['decisions', '/d ok ', 'decision'],
      ['decisions', '/d back ', 'decision'],
      ['questions', '/ans ', 'question'],
      ['workstreams', '/ws end ', 'workstream'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...lines), contexts, fc.nat(), fc.boolean(), ([list, line, field], context, nth, bare) => {
        const things = context[list] ?? [];
        const thing = things[nth % Math.max(1, things.length)];
        if (thing === undefined) return;
        const named = bare ? thing.label.slice(1) : thing.label;
        const parsed = parseLine(`${line}${named}${field === 'question' ? ' text' : ''}`, context);
        expect(parsed).toMatchObject({ kind: 'command', draft: { [field]: thing.id } });
        expect(parsed).toMatchObject({ chip: { details: [expect.stringContaining(thing.label)] } });
      }),
      { numRuns: 500 },
    );
  });

  test('with an offer of completion taken names the thing that was offered', () => {
    const rows = lineCommands.flatMap((row) => [
      ...(row.names === undefined ? [] : [{ line: `/${row.name} `, names: row.names }]),
      ...(row.forms ?? []).flatMap(({ word, names }) => (names === undefined ? [] : [{ line: `/${row.name} ${word} `, names }])),
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...rows), contexts, ({ line, names }, context) => {
        for (const { label } of offersOf(names, context)) {
          const parsed = parseLine(`${line}${label}`, context);
          // What else the line needs may be missing; the thing is not what it stumbles over.
          if (parsed.kind === 'fault') expect(parsed.at).toBeGreaterThanOrEqual(line.length + label.length);
          else expect(parsed.kind).toBe('command');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with a time of day means the latest such minute that is not more than ten minutes ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), contexts, (hour, minute, context) => {
        const typed = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const parsed = parseLine(`@${typed} text`, context);
        if (parsed.kind !== 'command' || parsed.chip.time === undefined) throw new Error(JSON.stringify(parsed));
        const { occurredAt } = parsed.chip.time;
        const limit = context.now + 600_000;
        expect(occurredAt).toBeLessThanOrEqual(limit);
        expect(limit - occurredAt).toBeLessThanOrEqual(49 * 3_600_000);
        const shown = clockTime(occurredAt, context.zone);
        const clocksSkipIt = shown !== typed;
        // No later instant before the limit shows it, checked minute by minute; a skipped reading is shown by none.
        for (let later = occurredAt + 60_000; later <= limit; later += 60_000) {
          if (!clocksSkipIt) expect(clockTime(later, context.zone)).not.toBe(typed);
        }
        expect(describeChipTime(parsed.chip.time, [context.zone, 'UTC'], context.now)).toContain(shown);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a clock in a zone', () => {
  test('shows what Intl says', () => {
    fc.assert(
      fc.property(fc.oneof(instants, movedNights), fc.constantFrom(...zones), (ms, zone) => {
        const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(ms);
        expect(`${dayOf(ms, zone)} ${clockTime(ms, zone)}`).toBe(intl);
      }),
    );
  });

  test('read back gives the instant it was read at', () => {
    fc.assert(
      fc.property(fc.oneof(instants, movedNights), fc.constantFrom(...zones), (ms, zone) => {
        const whole = ms - (ms % 1000);
        expect(zonedInstants(zonedParts(whole, zone), zone)).toContain(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
