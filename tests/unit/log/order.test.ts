import { describe, expect, test } from 'vitest';
import { byClock, byTime } from '../../../shared/log/order.ts';

const entry = { hlc: '1774785600000-0000', occurredAt: 10, recordedAt: 10, origin: 'b', seq: 2 };

describe('the control order', () => {
  test('is by clock, then console, then number', () => {
    expect(byClock(entry, { ...entry, hlc: '1774785600000-0001', origin: 'a' })).toBeLessThan(0);
    expect(byClock(entry, { ...entry, origin: 'a', seq: 9 })).toBeGreaterThan(0);
    expect(byClock(entry, { ...entry, seq: 1 })).toBeGreaterThan(0);
    expect(byClock(entry, { ...entry })).toBe(0);
  });

  test('is by number, not by its digits', () => {
    expect(byClock({ ...entry, seq: 9 }, { ...entry, seq: 10 })).toBeLessThan(0);
  });
});

describe('the order in which people read', () => {
  test('is by when it happened, then when it was written down, then console and number', () => {
    expect(byTime(entry, { ...entry, occurredAt: 9, recordedAt: 99 })).toBeGreaterThan(0);
    expect(byTime(entry, { ...entry, recordedAt: 11, origin: 'a' })).toBeLessThan(0);
    expect(byTime(entry, { ...entry, origin: 'a', seq: 9 })).toBeGreaterThan(0);
    expect(byTime(entry, { ...entry, seq: 3 })).toBeLessThan(0);
  });
});
