/** How long an incident lasts, as the room's header counts it. */
import { expect, test } from 'vitest';
import { elapsedFrom, elapsedSays } from '../../renderer/screens/room/header/elapsed.ts';
import type { MilestoneView } from '../../shared/incident/view.ts';

const declaredAt = Date.parse('2026-03-28T23:30:00Z');
const noticedAt = Date.parse('2026-03-28T22:58:00Z');
const detected = (at: number | null): MilestoneView => ({ at, precision: 'minute', event: 'e' });

test('it counts from when it was noticed, where that is known', () => {
  expect(elapsedFrom({ declaredAt, milestones: { detected: detected(noticedAt) } })).toEqual({ at: noticedAt, since: 'noticed' });
});

test('it counts from the declaration where nobody said, or nobody knows, when it was noticed', () => {
  expect(elapsedFrom({ declaredAt, milestones: {} })).toEqual({ at: declaredAt, since: 'declared' });
  expect(elapsedFrom({ declaredAt, milestones: { detected: detected(null) } })).toEqual({ at: declaredAt, since: 'declared' });
  expect(elapsedFrom({ milestones: {} })).toBeUndefined();
});

test('the tooltip says from when, in both zones, with the day of each', () => {
  const from = { at: declaredAt, since: 'declared' } as const;
  expect(elapsedSays(from, 'Europe/Berlin')).toBe('since it was declared, 2026-03-29 00:30 Berlin · 2026-03-28 23:30 UTC');
  expect(elapsedSays(from, 'UTC')).toBe('since it was declared, 2026-03-28 23:30 UTC');
});
