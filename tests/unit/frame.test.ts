/** The pure parts of the frame around the screens: addresses, streams that were cut, the words that a search marks, and clocks. */
import { describe, expect, test } from 'vitest';
import { lastPosition, onlyNew } from '../../renderer/bridge/stream-position.ts';
import { ageText, clockText } from '../../renderer/components/clock/format-time.ts';
import { hrefOf, parseRoute } from '../../renderer/route.ts';
import { marked } from '../../renderer/screens/home/search-words.ts';
import type { WireEvent } from '../../shared/api/wire.ts';

const events = (...positions: readonly number[]) => ({
  type: 'events' as const,
  events: positions.map((position) => ({ position }) as WireEvent),
});

describe('an address', () => {
  test.each(['', '#', '#/'])('%j is home', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'home' });
  });

  test.each([
    { screen: 'room', incident: 'inc-7' },
    { screen: 'room', incident: 'inc-7', entry: 'an entry/with a slash' },
    { screen: 'export', incident: 'a label/with a slash' },
    { screen: 'meeting', incident: 'inc-7' },
    { screen: 'library' },
    { screen: 'library', incident: 'inc 7/ä' },
    { screen: 'followUps' },
    { screen: 'directory' },
    { screen: 'settings' },
    { screen: 'strip' },
    { screen: 'directoryPage' },
  ] as const)('of the $screen leads back to it', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  test.each([
    '#/incident',
    '#/incident/x/y',
    '#/incident/x/entry',
    '#/incident/x/entry/y/z',
    '#/incident/x/export/z',
    '#/directory/x',
    '#/follow-ups/x',
    '#/incident/x/meeting/z',
    '#/settings/x',
  ])('%s leads nowhere, and says so', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'lost' });
  });

  test('that is cut within an escape does not break the page', () => {
    expect(parseRoute('#/incident/%E0%A4%A')).toEqual({ screen: 'room', incident: '%E0%A4%A' });
  });
});

describe('a stream that was cut', () => {
  test('goes on behind the last event that it saw', () => {
    expect(lastPosition(events(4, 6, 5), 3)).toBe(6);
  });

  test('that wanted only what is new loses nothing of what came since its first event', () => {
    expect(lastPosition(events(8), onlyNew)).toBe(8);
    expect(lastPosition({ type: 'status', status: { recording: true, notices: [] } }, onlyNew)).toBe(onlyNew);
  });
});

describe('a found line', () => {
  const foundIn = (text: string, searched: string) =>
    marked(text, searched)
      .filter(({ found }) => found)
      .map((part) => part.text);

  test('has the beginnings of the searched words marked, whatever their case and accents', () => {
    expect(foundIn('Überweisungen hängen, überall', 'uber HANG')).toEqual(['Überweisungen', 'hängen', 'überall']);
  });

  test('keeps its text letter for letter', () => {
    const text = 'a < b && c: بطء في الدخول 👍🏽';
    expect(
      marked(text, 'دخول c')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});

test('a clock has the same width from second to second, and days once they are needed', () => {
  expect([6 * 60_000 + 12_000, 3_849_000, -3_849_000, 2 * 86_400_000 + 3 * 3_600_000].map(clockText)).toEqual([
    '6:12',
    '1:04:09',
    '1:04:09',
    '2 d 03:00',
  ]);
});

test('an age is as rough as a person would say it', () => {
  expect([20_000, 4 * 60_000, 119 * 60_000, 3 * 3_600_000, 49 * 3_600_000].map(ageText)).toEqual([
    'under 1 min',
    '4 min',
    '119 min',
    '3 h',
    '2 d',
  ]);
});
