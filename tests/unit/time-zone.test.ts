import { expect, test } from 'vitest';

/** Minutes from local time to UTC in January, as `getTimezoneOffset` counts them. */
const offsets: Readonly<Record<string, number>> = { UTC: 0, 'Asia/Kolkata': -330, 'America/Los_Angeles': 480 };
const expected = offsets[process.env.TZ ?? ''];

test.skipIf(expected === undefined)('the tests of a time zone really run in that zone', () => {
  expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).toBe(expected);
});
