import { describe, expect, test } from 'vitest';
import { isUuid, uuidv7, uuidv8FromSource } from '../../../shared/log/ids.ts';

const zeros = (count: number) => new Uint8Array(count);
const ones = (count: number) => new Uint8Array(count).fill(0xff);

describe('an id for something new', () => {
  test('carries its time, its version and its variant', () => {
    expect(uuidv7(0x017f22e279b0, zeros)).toBe('017f22e2-79b0-7000-8000-000000000000');
    expect(uuidv7(0x017f22e279b0, ones)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
  });

  test('sorts by time as text', () => {
    expect(uuidv7(1_774_749_000_000, ones) < uuidv7(1_774_749_000_001, zeros)).toBe(true);
  });

  test('is refused for a time that 48 bits cannot hold', () => {
    expect(() => uuidv7(-1, zeros)).toThrow(RangeError);
    expect(() => uuidv7(2 ** 48, zeros)).toThrow(RangeError);
    expect(() => uuidv7(Number.NaN, zeros)).toThrow(RangeError);
  });
});

describe('an id for something imported', () => {
  test('is the same wherever the same source is read', () => {
    expect(uuidv8FromSource('gitlab-2017', 'row', '4')).toBe(uuidv8FromSource('gitlab-2017', 'row', '4'));
    expect(isUuid(uuidv8FromSource('gitlab-2017'))).toBe(true);
    expect(uuidv8FromSource('gitlab-2017').charAt(14)).toBe('8');
  });

  test('tells apart parts that read the same when run together', () => {
    expect(uuidv8FromSource('ab', 'c')).not.toBe(uuidv8FromSource('a', 'bc'));
    expect(uuidv8FromSource('a', '')).not.toBe(uuidv8FromSource('a'));
  });
});

test('only a lower-case UUID with a version and the RFC variant is an id', () => {
  expect(isUuid('017f22e2-79b0-7000-8000-000000000000')).toBe(true);
  for (const text of [
    '',
    '017F22E2-79B0-7000-8000-000000000000',
    '017f22e279b070008000000000000000',
    '017f22e2-79b0-7000-8000-00000000000g',
  ]) {
    expect(isUuid(text)).toBe(false);
  }
});
