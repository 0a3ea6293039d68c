import { describe, expect, test } from 'vitest';
import { formatHlc, hlcZero, maxSkew, parseHlc, physicalPart, receive, tick } from '../../../shared/log/clock.ts';

const noon = Date.UTC(2026, 2, 29, 12);

describe('a console that writes', () => {
  test('stamps the wall time', () => {
    expect(formatHlc(tick(hlcZero, noon))).toBe('1774785600000-0000');
  });

  test('counts events within one millisecond', () => {
    expect(formatHlc(tick(tick(hlcZero, noon), noon))).toBe('1774785600000-0001');
  });

  test('goes on counting when the wall clock was set back an hour', () => {
    const before = tick(hlcZero, noon);
    expect(formatHlc(tick(before, noon - 3_600_000))).toBe('1774785600000-0001');
  });

  test('moves on by a millisecond when the counter is full', () => {
    expect(tick({ physical: noon, counter: 0xffff }, noon)).toEqual({ physical: noon + 1, counter: 0 });
  });

  test('writes whole milliseconds of a clock that has fractions', () => {
    expect(tick(hlcZero, noon + 0.75)).toEqual({ physical: noon, counter: 0 });
  });
});

describe('a console that hears another', () => {
  test('writes later than what it heard', () => {
    const remote = { physical: noon + 2000, counter: 7 };
    const heard = receive(tick(hlcZero, noon), remote, noon);
    expect(heard).toEqual({ state: remote });
    expect(tick(heard.state, noon)).toEqual({ physical: noon + 2000, counter: 8 });
  });

  test('keeps its own clock where that is ahead', () => {
    const own = { physical: noon, counter: 3 };
    expect(receive(own, { physical: noon, counter: 2 }, noon).state).toBe(own);
  });

  test('follows one that is five minutes ahead, and no further', () => {
    const own = tick(hlcZero, noon);
    expect(receive(own, { physical: noon + maxSkew, counter: 0 }, noon)).toEqual({ state: { physical: noon + maxSkew, counter: 0 } });
    expect(receive(own, { physical: noon + maxSkew + 1, counter: 0 }, noon)).toEqual({ state: own, skew: maxSkew + 1 });
  });
});

describe('a timestamp', () => {
  test('is read as it was written', () => {
    expect(parseHlc('1774785600000-00ff')).toEqual({ ok: true, value: { physical: noon, counter: 255 } });
    expect(physicalPart('0000000000042-0000')).toBe(42);
  });

  test('is refused in any other shape', () => {
    for (const text of ['', '1774785600000', '1774785600000-00FF', '174785600000-0000', '1774785600000-0000 ', '-774785600000-0000']) {
      expect(parseHlc(text).ok).toBe(false);
      expect(() => physicalPart(text)).toThrow(RangeError);
    }
  });

  test('is not made of a time that 13 digits cannot hold', () => {
    expect(() => formatHlc({ physical: 10_000_000_000_000, counter: 0 })).toThrow(RangeError);
    expect(() => formatHlc({ physical: -1, counter: 0 })).toThrow(RangeError);
  });
});
