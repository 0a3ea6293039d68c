/** Erasing a line for good: what is erased with it, what must be typed, and who may. */
import { expect, test } from 'vitest';
import { notOwner } from '../../renderer/bridge/use-session.ts';
import { leadsHereOnly } from '../../renderer/screens/invite/invite.ts';
import { confirmationOf, confirms, eventsToErase } from '../../renderer/screens/room/timeline/erasure.ts';
import { whyNot } from '../../renderer/screens/room/timeline/line-modes.ts';
import type { ShownEntry } from '../../shared/incident/timeline.ts';
import type { TimelineItem } from '../../shared/incident/view.ts';

const id = '019ab3c4-0000-7000-8000-00001234abcd';
const item = { id, standing: 'plain' } as TimelineItem;
const entry = { item, written: true, redacted: false, corrections: [] } as Pick<
  ShownEntry,
  'item' | 'written' | 'redacted' | 'corrections'
>;
const corrected = { event: 'c1', actor: 'kim', recordedAt: 0, text: 'the password is hunter3' };
const moved = { event: 'c2', actor: 'kim', recordedAt: 0, occurredAt: 5 };

test('only the end of the entry’s own id confirms', () => {
  expect(confirmationOf(id)).toBe('1234abcd');
  expect(confirms(' 1234ABCD ', id)).toBe(true);
  expect(['', 'yes', '234abcd', id].map((typed) => confirms(typed, id))).toEqual([false, false, false, false]);
});

test('corrections hold a text of their own, so they go with the entry; a moved time is kept', () => {
  expect(eventsToErase({ ...entry, corrections: [corrected, moved] })).toEqual([id, 'c1']);
  expect(eventsToErase({ item: { ...item, standing: 'erased' }, corrections: [corrected] })).toEqual(['c1']);
});

test('a hidden text can still be erased, an erased one cannot be corrected or hidden, and a record only read', () => {
  expect(whyNot('redact', { ...entry, redacted: true })).toBeUndefined();
  expect(whyNot('correct', { ...entry, redacted: true })).toBe('The text of this line is hidden.');
  const erased = { ...entry, item: { ...item, standing: 'erased' } } as const;
  expect(whyNot('redact', erased)).toBe('The text of this line is erased.');
  expect(whyNot('star', erased)).toBeUndefined();
  expect(whyNot('star', { ...entry, written: false })).toMatch(/record of what was done/);
  expect(whyNot('history', { ...entry, written: false })).toBeUndefined();
});

test('a responder is told who can, the owner is not held up', () => {
  expect(notOwner({ scope: 'responder' }, 'erases texts')).toBe('The owner of this console erases texts.');
  expect(notOwner({ scope: 'owner' }, 'erases texts')).toBeUndefined();
  expect(notOwner(undefined, 'erases texts')).toBeUndefined();
});

test('a link to this computer says so, since nobody else can follow it', () => {
  expect(['http://127.0.0.1:7411/?token=a', 'http://localhost:1/', 'http://[::1]:1/'].map(leadsHereOnly)).toEqual([true, true, true]);
  expect(['http://192.168.1.7:7411/', 'https://wheel.example.org/', 'nonsense'].map(leadsHereOnly)).toEqual([false, false, false]);
});
