import { describe, expect, test } from 'vitest';
import { maxFactsBytes, parseFacts, readFacts } from '../../electron/core/files/timeline-facts.ts';
import { sampleBytes, sampleJson, sampleNames } from '../samples.ts';

test.each(sampleNames)('%s reads whole', (name) => {
  expect(parseFacts(sampleBytes(name))).toMatchObject({ ok: true, value: { id: name } });
});

test('there are seven samples', () => {
  expect(sampleNames).toHaveLength(7);
});

test('events come in order of time, then of their own numbers, however the file lists them', () => {
  const file = sampleJson('gitlab-2017-01-31') as { events: { seq: number }[] };
  file.events.reverse();
  const facts = readFacts(file);
  expect(facts.ok && facts.value.events.map((event) => event.seq)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
});

test('a time in another zone is the same moment', () => {
  const file = sampleJson('gitlab-2017-01-31') as { events: { at: string }[] };
  Object.assign(file.events[13] ?? {}, { at: '2017-02-01T04:57:00+05:30' });
  const facts = readFacts(file);
  expect(facts.ok && facts.value.events[13]?.at).toBe(Date.UTC(2017, 0, 31, 23, 27));
});

type Spoil = (file: Record<string, unknown>) => void;
const events = (file: Record<string, unknown>) => file.events as Record<string, unknown>[];
const event = (file: Record<string, unknown>, index: number) => events(file)[index] as Record<string, unknown>;
const milestones = (file: Record<string, unknown>) => file.milestones as Record<string, Record<string, unknown> | null>;
const sources = (file: Record<string, unknown>) => file.sources as Record<string, unknown>[];

const malformed: readonly (readonly [string, string, Spoil])[] = [
  ['another schema', 'schema', (file) => Object.assign(file, { schema: 'incident-timeline-facts/2' })],
  ['no schema', 'schema', (file) => delete file.schema],
  ['no id', 'id', (file) => delete file.id],
  ['an id that is a path', 'id', (file) => Object.assign(file, { id: '../../etc/passwd' })],
  ['an id of one letter', 'id', (file) => Object.assign(file, { id: 'x' })],
  ['an empty title', 'title', (file) => Object.assign(file, { title: '' })],
  ['a title that is a number', 'title', (file) => Object.assign(file, { title: 7 })],
  ['a title of a thousand characters', 'title', (file) => Object.assign(file, { title: 'x'.repeat(1000) })],
  ['fictional as a word', 'fictional', (file) => Object.assign(file, { fictional: 'no' })],
  ['a completeness nobody knows', 'completeness', (file) => Object.assign(file, { completeness: 'mostly' })],
  ['a field nobody knows', 'severity', (file) => Object.assign(file, { severity: 1 })],
  ['a note that is no text', 'notes.1', (file) => (file.notes as unknown[]).splice(1, 1, { text: 'x' })],
  ['conflicts that are no list', 'conflicts', (file) => Object.assign(file, { conflicts: 'none' })],
  ['a source without an address', 'sources.0.url', (file) => delete sources(file)[0]?.url],
  ['a source of no known type', 'sources.2.type', (file) => Object.assign(sources(file)[2] ?? {}, { type: 'tertiary' })],
  ['no milestones', 'milestones', (file) => delete file.milestones],
  ['a milestone left out', 'milestones.detected', (file) => delete milestones(file).detected],
  ['a milestone nobody knows', 'milestones.fixed', (file) => Object.assign(milestones(file), { fixed: null })],
  ['a milestone without a time', 'milestones.resolved.at', (file) => delete milestones(file).resolved?.at],
  [
    'a milestone at a window',
    'milestones.resolved.precision',
    (file) => Object.assign(milestones(file).resolved ?? {}, { precision: 'between' }),
  ],
  ['a milestone at a date only', 'milestones.resolved.at', (file) => Object.assign(milestones(file).resolved ?? {}, { at: '2017-02-01' })],
  ['events that are no list', 'events', (file) => Object.assign(file, { events: {} })],
  ['no events', 'events', (file) => Object.assign(file, { events: [] })],
  ['an event that is nothing', 'events.3', (file) => events(file).splice(3, 1, null as never)],
  ['an event without a time', 'events.3.at', (file) => delete event(file, 3).at],
  ['a time without a zone', 'events.3.at', (file) => Object.assign(event(file, 3), { at: '2017-01-31T21:00:00' })],
  ['a time in words', 'events.3.at', (file) => Object.assign(event(file, 3), { at: 'yesterday' })],
  ['a time in ms', 'events.3.at', (file) => Object.assign(event(file, 3), { at: 1485896400000 })],
  ['the thirtieth of February', 'events.3.at', (file) => Object.assign(event(file, 3), { at: '2017-02-30T21:00:00Z' })],
  ['an hour that no clock shows', 'events.3.at', (file) => Object.assign(event(file, 3), { at: '2017-01-31T25:00:00Z' })],
  ['a window without an end', 'events.2.endAt', (file) => delete event(file, 2).endAt],
  ['a window that ends before it begins', 'events.2.endAt', (file) => Object.assign(event(file, 2), { endAt: '2017-01-31T17:59:00Z' })],
  ['a precision nobody knows', 'events.4.precision', (file) => Object.assign(event(file, 4), { precision: 'second' })],
  ['a kind nobody knows', 'events.4.kind', (file) => Object.assign(event(file, 4), { kind: 'rumour' })],
  ['an empty text', 'events.4.text', (file) => Object.assign(event(file, 4), { text: '' })],
  ['a text without end', 'events.4.text', (file) => Object.assign(event(file, 4), { text: 'x'.repeat(20_001) })],
  ['a role that is a list', 'events.4.actorRole', (file) => Object.assign(event(file, 4), { actorRole: ['on-call'] })],
  ['a source that the file does not have', 'events.5.source', (file) => Object.assign(event(file, 5), { source: 5 })],
  ['a negative source', 'events.5.source', (file) => Object.assign(event(file, 5), { source: -1 })],
  ['a number used twice', 'events.6.seq', (file) => Object.assign(event(file, 6), { seq: 1 })],
  ['a number that is none', 'events.6.seq', (file) => Object.assign(event(file, 6), { seq: 1.5 })],
  ['a tag that is no text', 'events.0.tags.0', (file) => Object.assign(event(file, 0), { tags: [1] })],
  ['a field in an event nobody knows', 'events.7.severity', (file) => Object.assign(event(file, 7), { severity: 1 })],
  ['metrics in hours', 'derivedMetrics.unit', (file) => Object.assign(file.derivedMetrics as object, { unit: 'hours' })],
];

describe('a malformed file is refused whole, and the path is named', () => {
  test.each(malformed)('%s: %s', (_what, path, spoil) => {
    const file = sampleJson('gitlab-2017-01-31');
    spoil(file);
    const facts = readFacts(file);
    expect(facts).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(!facts.ok && facts.error.fields?.map((fault) => fault.path)).toEqual([path]);
    expect(!facts.ok && facts.error.message).toContain(path);
  });

  test('several faults are all named, those of single fields and those between them', () => {
    const file = sampleJson('gitlab-2017-01-31');
    Object.assign(event(file, 3), { at: 'then', source: 99 });
    Object.assign(event(file, 4), { seq: 1, kind: 'rumour' });
    const facts = readFacts(file);
    const paths = facts.ok ? [] : facts.error.fields?.map((fault) => fault.path).toSorted();
    expect(paths).toEqual(['events.3.at', 'events.3.source', 'events.4.kind', 'events.4.seq']);
  });

  test.each([null, 7, 'text', [], [[]], {}, true])('%j is no file of facts', (file) => {
    expect(readFacts(file)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('a prototype smuggled in as a key is a field nobody knows', () => {
    const text = new TextDecoder()
      .decode(sampleBytes('gitlab-2017-01-31'))
      .replace('"fictional"', '"__proto__": {"ok": true}, "fictional"');
    expect(parseFacts(text)).toMatchObject({ ok: false, error: { fields: [{ path: '__proto__' }] } });
  });

  test('more than 20,000 events are too many', () => {
    const file = sampleJson('gitlab-2017-01-31');
    const first = event(file, 0);
    file.events = Array.from({ length: 20_001 }, (_, seq) => ({ ...first, seq }));
    expect(readFacts(file)).toMatchObject({ ok: false, error: { fields: [{ path: 'events' }] } });
  });
});

describe('what is no JSON in UTF-8 is refused', () => {
  test('half a file', () => {
    expect(parseFacts('{"schema": "incident-')).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
  test('bytes that are no text', () => {
    expect(parseFacts(new Uint8Array([0xff, 0xfe, 0x7b]))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
  test('a tower of brackets', () => {
    expect(parseFacts('['.repeat(1_000_000))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
  test('a file that is too large is not parsed', () => {
    expect(parseFacts(new Uint8Array(maxFactsBytes + 1))).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });
  test('a byte order mark is no fault', () => {
    expect(parseFacts(`\uFEFF${new TextDecoder().decode(sampleBytes('fastly-2021-06-08'))}`).ok).toBe(true);
  });
});
