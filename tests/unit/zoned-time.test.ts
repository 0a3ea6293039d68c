/** Wall clocks in zones, through the nights on which they are moved. */
import { describe, expect, test } from 'vitest';
import {
  clockTime,
  clockTimeWithSeconds,
  dayOf,
  latestClock,
  nextClock,
  type ZonedParts,
  zonedInstants,
  zonedParts,
  zonedToUtc,
  zoneLabel,
  zoneOffset,
} from '../../shared/vocabulary/zoned-time.ts';

const at = (text: string): number => Date.parse(text);
const wall = (text: string): ZonedParts => zonedParts(at(`${text}Z`), 'UTC');
const instants = (text: string, zone: string): readonly string[] => zonedInstants(wall(text), zone).map((ms) => new Date(ms).toISOString());

describe('a clock in a zone', () => {
  test.each([
    ['2026-03-29T00:14:00Z', 'Europe/Berlin', '2026-03-29', '01:14'],
    ['2026-03-29T01:14:00Z', 'Europe/Berlin', '2026-03-29', '03:14'],
    ['2026-03-28T23:30:00Z', 'Asia/Kolkata', '2026-03-29', '05:00'],
    ['2026-03-29T04:30:00Z', 'America/New_York', '2026-03-29', '00:30'],
    ['2026-01-01T00:00:00Z', 'America/Los_Angeles', '2025-12-31', '16:00'],
    ['2026-07-01T00:00:00Z', 'Asia/Kathmandu', '2026-07-01', '05:45'],
    ['2026-10-03T15:29:00Z', 'Australia/Lord_Howe', '2026-10-04', '01:59'],
    ['2026-10-03T15:30:00Z', 'Australia/Lord_Howe', '2026-10-04', '02:30'],
    ['2026-07-01T00:00:00Z', 'UTC', '2026-07-01', '00:00'],
  ])('at %s %s shows %s %s', (instant, zone, day, clock) => {
    expect(dayOf(at(instant), zone)).toBe(day);
    expect(clockTime(at(instant), zone)).toBe(clock);
  });

  test('shows midnight as 00, with seconds where they are asked for', () => {
    expect(clockTimeWithSeconds(at('2026-03-28T23:00:07Z'), 'Europe/Berlin')).toBe('00:00:07');
  });

  test('in a zone that this machine does not know shows UTC, and says so', () => {
    expect(clockTime(at('2026-03-29T01:14:00Z'), 'Europe/Atlantis')).toBe('01:14');
    expect(zoneLabel('Europe/Atlantis')).toBe('UTC');
  });
});

describe('a reading of a clock', () => {
  test('on an ordinary day is one instant', () => {
    expect(instants('2026-06-01T02:14:00', 'Europe/Berlin')).toEqual(['2026-06-01T00:14:00.000Z']);
    expect(zonedToUtc(wall('2026-06-01T02:14:00'), 'Asia/Kolkata')).toBe(at('2026-05-31T20:44:00Z'));
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['Europe/Berlin', '2026-03-29T02:00:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00.000Z'],
  ])('in %s at %s, where clocks go forward, is read from a clock not moved yet', (zone, reading, instant) => {
    expect(instants(reading, zone)).toEqual([instant]);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25T02:30:00', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['America/New_York', '2026-11-01T01:30:00', ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
    ['Australia/Lord_Howe', '2026-04-05T01:15:00', ['2026-04-04T14:15:00.000Z']],
    ['Europe/Berlin', '2026-10-25T03:00:00', ['2026-10-25T02:00:00.000Z']],
  ])('in %s at %s, where clocks go back, is every instant that shows it', (zone, reading, expected) => {
    expect(instants(reading, zone)).toEqual(expected);
  });

  test('without a day is the latest that has been, or the next that comes', () => {
    const now = at('2026-03-29T00:05:00Z');
    expect(latestClock({ hour: 23, minute: 50, second: 0 }, 'UTC', now)).toBe(at('2026-03-28T23:50:00Z'));
    expect(latestClock({ hour: 0, minute: 5, second: 0 }, 'UTC', now)).toBe(now);
    expect(nextClock({ hour: 0, minute: 5, second: 0 }, 'UTC', now)).toBe(at('2026-03-30T00:05:00Z'));
    expect(nextClock({ hour: 23, minute: 50, second: 0 }, 'UTC', now)).toBe(at('2026-03-29T23:50:00Z'));
  });

  test('that occurs twice is the later one that has been, and the first one that comes', () => {
    const clock = { hour: 2, minute: 30, second: 0 };
    expect(latestClock(clock, 'Europe/Berlin', at('2026-10-25T00:40:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
    expect(latestClock(clock, 'Europe/Berlin', at('2026-10-25T01:40:00Z'))).toBe(at('2026-10-25T01:30:00Z'));
    expect(nextClock(clock, 'Europe/Berlin', at('2026-10-25T00:10:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
    expect(nextClock(clock, 'Europe/Berlin', at('2026-10-25T00:40:00Z'))).toBe(at('2026-10-25T01:30:00Z'));
  });
});

test.each([
  ['Europe/Berlin', 'Berlin'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['Etc/GMT+5', 'UTC-5'],
  ['+05:30', 'UTC+05:30'],
])('the zone %s is called %s', (zone, label) => {
  expect(zoneLabel(zone)).toBe(label);
});

test('an offset is in ms and east of Greenwich positive', () => {
  expect(zoneOffset(at('2026-01-01T00:00:00Z'), 'Asia/Kolkata')).toBe(5.5 * 3_600_000);
  expect(zoneOffset(at('2026-01-01T00:00:00Z'), 'America/New_York')).toBe(-5 * 3_600_000);
});
