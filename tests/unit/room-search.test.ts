/** Finding a line: in one incident by its words, and from a search of every log. */
import { expect, test } from 'vitest';
import { lineOfHit } from '../../renderer/screens/home/search-words.ts';
import { linesWith } from '../../renderer/screens/room/find/lines-with.ts';
import type { WireEvent } from '../../shared/api/wire.ts';
import type { ShownEntry } from '../../shared/incident/timeline.ts';

const line = (text: string, actorName = 'Kim'): ShownEntry => ({ text, actorName }) as ShownEntry;
const texts = (searched: string, limit = 10) =>
  linesWith([line('Rollback begun', 'Zoë'), line('error rate 12 %'), line('rollback of pricing finished')], searched, limit).map(
    ({ text }) => text,
  );

test('the newest line that holds every word comes first', () => {
  expect(texts('rollback')).toEqual(['rollback of pricing finished', 'Rollback begun']);
  expect(texts('finished roll')).toEqual(['rollback of pricing finished']);
  expect(texts('rollback lag')).toEqual([]);
  expect(texts('rollback', 1)).toEqual(['rollback of pricing finished']);
});

test('who wrote it is looked at too, and accents do not matter', () => {
  expect(texts('zoe')).toEqual(['Rollback begun']);
});

test('what amended an entry is read on the line of the entry', () => {
  const event = (type: string, body: unknown) => ({ id: 'own', type, body }) as WireEvent;
  expect(lineOfHit(event('entry.added', { text: 'a' }))).toBe('own');
  expect(lineOfHit(event('entry.corrected', { entry: 'target', text: 'b' }))).toBe('target');
  expect(lineOfHit(event('mitigation.recorded', { entry: 'evidence' }))).toBe('own');
  expect(lineOfHit(event('entry.corrected', null))).toBe('own');
});
