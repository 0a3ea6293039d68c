/** The timeline of the room: its days, its times, its end, and its keys. */
import { describe, expect, test } from 'vitest';
import { dayRows, placedEarlier, placeOf, rowOf } from '../../renderer/screens/room/timeline/day-rows.ts';
import { addedAfter, atTheEnd, belowSays, grown, scrolled } from '../../renderer/screens/room/timeline/follow.ts';
import { modeAfter, stepTo, verbOf } from '../../renderer/screens/room/timeline/line-modes.ts';
import { lineTime, lineTimeInFull } from '../../renderer/screens/room/timeline/line-time.ts';
import type { ShownEntry } from '../../shared/incident/timeline.ts';

const at = (iso: string): number => Date.parse(iso);

function entry(id: string, iso: string, more: Partial<ShownEntry> = {}): ShownEntry {
  const occurredAt = at(iso);
  const item = { id, type: 'entry.added', body: {}, occurredAt, precision: 'minute', recordedAt: occurredAt, origin: 'o', seq: 1 } as const;
  return {
    item: { ...item, actor: 'kim', via: 'app', standing: 'plain' },
    text: id,
    kind: 'note',
    written: true,
    occurredAt,
    precision: 'minute',
    recordedAt: occurredAt,
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

describe('days', () => {
  test('a separator stands where the day changes in the incident’s zone, not in UTC', () => {
    const entries = [entry('a', '2026-03-28T22:30:00Z'), entry('b', '2026-03-28T23:30:00Z'), entry('c', '2026-03-29T00:30:00Z')];
    const kinds = (zone: string) => dayRows(entries, zone).rows.map((row) => (row.kind === 'day' ? '—' : row.entry.item.id));
    expect(kinds('Europe/Berlin')).toEqual(['—', 'a', '—', 'b', 'c']);
    expect(kinds('UTC')).toEqual(['—', 'a', 'b', '—', 'c']);
  });

  test('every row has a key of its own', () => {
    const entries = Array.from({ length: 50 }, (_, n) => entry(`e${n}`, `2026-03-${String(1 + (n % 28)).padStart(2, '0')}T12:00:00Z`));
    const keys = dayRows(entries, 'UTC').rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a hundred thousand lines over 34 days and some hours stand on 35 days', () => {
    const entries = Array.from({ length: 100_000 }, (_, n) => entry(`e${n}`, '2026-03-28T22:30:00Z', { occurredAt: n * 30_000 }));
    expect(dayRows(entries, 'Europe/Berlin').rows.filter((row) => row.kind === 'day')).toHaveLength(35);
  });
});

describe('rows that are taken over', () => {
  const entries = ['2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', '2026-03-29T13:00:00Z', '2026-03-30T12:00:00Z'].map((iso, n) =>
    entry(`e${n}`, iso),
  );
  const late = entry('late', '2026-03-29T12:30:00Z');

  test('a line added anywhere gives the rows that a fresh start gives', () => {
    const before = dayRows(entries, 'UTC');
    for (let at = 0; at <= entries.length; at += 1) {
      const grownTo = entries.toSpliced(at, 0, late);
      expect(dayRows(grownTo, 'UTC', before).rows).toEqual(dayRows(grownTo, 'UTC').rows);
    }
  });

  test('a corrected line gives a row of its own, and the lines before it keep theirs', () => {
    const before = dayRows(entries, 'UTC');
    const corrected = entries.with(2, entry('e2', '2026-03-29T13:00:00Z', { text: 'corrected' }));
    const after = dayRows(corrected, 'UTC', before);
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(after.rows.at(-3)).toMatchObject({ entry: { text: 'corrected' } });
  });

  test('another zone makes all rows anew', () => {
    expect(dayRows(entries, 'Asia/Tokyo', dayRows(entries, 'UTC')).rows).toEqual(dayRows(entries, 'Asia/Tokyo').rows);
  });

  test('an entry is found by its id and its place, below the separators', () => {
    const { rows } = dayRows(entries, 'UTC');
    expect(rows[rowOf(rows, placeOf(entries, 'e3'))]?.key).toBe('e3');
    expect(rowOf(rows, placeOf(entries, 'gone'))).toBe(-1);
  });
});

describe('times', () => {
  test('a line never looks more exact than what is known', () => {
    const time = (more: Partial<ShownEntry>) =>
      lineTime(entry('a', '2026-03-28T01:14:09Z', more), 'Europe/Berlin').replaceAll('\u200b', '');
    expect(time({})).toBe('02:14');
    expect(time({ precision: 'approx' })).toBe('≈ 02:14');
    expect(time({ precision: 'between', endAt: at('2026-03-28T01:20:00Z') })).toBe('02:14–02:20');
    expect(time({ precision: 'hour' })).toBe('02 h');
    expect(time({ precision: 'day' })).toBe('day');
  });

  test('in full it names both zones and when it was written down', () => {
    const words = lineTimeInFull(entry('a', '2026-03-28T23:30:00Z', { recordedAt: at('2026-03-28T23:40:05Z') }), 'Europe/Berlin');
    expect(words).toBe('2026-03-29 00:30 Berlin · 2026-03-28 23:30 UTC · written 2026-03-29 00:40:05');
  });

  test('a back-dated entry leaves its marker for one minute', () => {
    const late = entry('late', '2026-03-28T01:00:00Z', { backdated: true, recordedAt: at('2026-03-28T02:00:00Z') });
    expect(placedEarlier([late, entry('b', '2026-03-28T02:00:00Z')], at('2026-03-28T02:00:59Z'))).toEqual([late]);
    expect(placedEarlier([late], at('2026-03-28T02:01:00Z'))).toEqual([]);
  });
});

describe('following the end', () => {
  test('a reader at the end stays there when lines come in', () => {
    expect(grown(atTheEnd, 3)).toBe(atTheEnd);
  });

  test('a reader who scrolled up is told how many lines are new below', () => {
    const away = scrolled(atTheEnd, 400, 600, 2000);
    expect(away.following).toBe(false);
    expect(belowSays(away)).toBe('To the newest');
    expect(belowSays(grown(grown(away, 2), 1))).toBe('3 new below');
  });

  test('scrolling back to the end follows again and forgets the count', () => {
    const away = grown(scrolled(atTheEnd, 0, 600, 2000), 5);
    expect(scrolled(away, 1399, 600, 2000)).toBe(atTheEnd);
  });

  test('scrolling on while away keeps the count', () => {
    const away = grown(scrolled(atTheEnd, 0, 600, 2000), 5);
    expect(scrolled(away, 900, 600, 2000)).toBe(away);
  });

  test('only lines after the last one that was there count as new below', () => {
    expect(addedAfter(['a', 'b', 'c'], 'b')).toBe(1);
    expect(addedAfter(['a', 'late', 'b'], 'b')).toBe(0);
    expect(addedAfter(['a'], undefined)).toBe(0);
  });
});

describe('keys on a line', () => {
  test('arrows stop at both ends', () => {
    expect(stepTo('ArrowUp', 0, 5, 10)).toBe(0);
    expect(stepTo('ArrowDown', 4, 5, 10)).toBe(4);
    expect(stepTo('PageUp', 30, 50, 10)).toBe(20);
    expect(stepTo('End', 0, 5, 10)).toBe(4);
    expect(stepTo('x', 0, 5, 10)).toBeUndefined();
  });

  test('the key that opened a panel closes it; a star opens none', () => {
    expect(modeAfter('plain', 'history')).toBe('history');
    expect(modeAfter('history', 'history')).toBe('plain');
    expect(modeAfter('correct', 'redact')).toBe('redact');
    expect(modeAfter('redact', 'star')).toBe('redact');
  });

  test('a letter that is no key of the line is left for the composer', () => {
    expect(verbOf('x')).toBeUndefined();
    expect(verbOf('S')).toBeUndefined();
  });
});
