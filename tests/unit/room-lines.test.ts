/** The lines of the room's timeline: what one command recorded together reads as one. */
import { expect, test } from 'vitest';
import { dayRows, placeOf } from '../../renderer/screens/room/timeline/day-rows.ts';
import { roomLines } from '../../renderer/screens/room/timeline/room-lines.ts';
import type { ShownEntry } from '../../shared/incident/timeline.ts';

const declaredAt = Date.parse('2026-03-28T01:42:00Z');

function record(id: string, type: string, text: string, body: unknown = {}, more: Partial<ShownEntry> = {}): ShownEntry {
  const recordedAt = more.recordedAt ?? declaredAt;
  return {
    item: {
      id,
      type,
      body,
      occurredAt: recordedAt,
      precision: 'exact',
      recordedAt,
      origin: 'o',
      seq: 1,
      actor: 'kim-id',
      via: 'app',
      standing: 'plain',
    },
    text,
    kind: 'note',
    written: type === 'entry.added',
    occurredAt: recordedAt,
    precision: 'exact',
    recordedAt,
    origin: 'o',
    seq: 1,
    starred: false,
    redacted: false,
    corrections: [],
    actorName: 'Kim',
    tags: [],
    backdated: false,
    ...more,
  };
}

const declared = record('declared', 'incident.declared', 'Incident declared: Checkout errors');
const joins = record('joins', 'person.joined', 'Kim joined', { person: 'kim-id' });
const commander = record('r1', 'role.assigned', 'Incident commander: Kim');
const ops = record('r2', 'role.assigned', 'Ops lead: Kim');
const comms = record('r3', 'role.assigned', 'Comms: Kim');
const note = record('note', 'entry.added', 'errors above 20 %');

const texts = (entries: readonly ShownEntry[]) => roomLines(entries).map((line) => line.text);

test('the roles that the declarer took at once are one line, and that they joined goes without saying', () => {
  expect(texts([declared, joins, commander, ops, comms, note])).toEqual([
    'Incident declared: Checkout errors',
    'Incident commander, Ops lead, Comms: Kim',
    'errors above 20 %',
  ]);
});

test('somebody who joins later is told', () => {
  const sam = record('sam', 'person.joined', 'Sam joined', { person: 'sam-id' });
  const later = record('later', 'person.joined', 'Kim joined', { person: 'kim-id' }, { recordedAt: declaredAt + 1 });
  expect(texts([declared, sam, later])).toEqual(['Incident declared: Checkout errors', 'Sam joined', 'Kim joined']);
});

test('roles of another person, another moment or another standing keep lines of their own', () => {
  const sam = record('r4', 'role.assigned', 'Scribe: Sam');
  const later = record('r5', 'role.assigned', 'Scribe: Kim', {}, { recordedAt: declaredAt + 1 });
  const contested = { ...comms, item: { ...comms.item, standing: 'contested' } } as const;
  expect(texts([commander, ops, sam])).toEqual(['Incident commander, Ops lead: Kim', 'Scribe: Sam']);
  expect(texts([commander, later])).toEqual(['Incident commander: Kim', 'Scribe: Kim']);
  expect(texts([commander, contested])).toEqual(['Incident commander: Kim', 'Comms: Kim']);
});

test('the same records give the same line, so that its row is taken over', () => {
  const before = roomLines([declared, joins, commander, ops]);
  const after = roomLines([declared, joins, commander, ops, note]);
  expect(after[1]).toBe(before[1]);
  const rows = dayRows(before, 'UTC');
  expect(dayRows(after, 'UTC', rows).rows[2]).toBe(rows.rows[2]);
  expect(roomLines([declared, joins, commander, ops, comms])[1]).not.toBe(before[1]);
});

test('each of the records leads to the line that stands for it', () => {
  const lines = roomLines([declared, joins, commander, ops, comms, note]);
  expect(['r1', 'r3', 'note'].map((id) => placeOf(lines, id))).toEqual([1, 1, 2]);
  expect(placeOf(lines, 'joins')).toBe(-1);
});
