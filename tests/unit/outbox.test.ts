/** How an outbox waits, where it may send, and what it makes of an answer. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../electron/core/outbox/address.ts';
import { waitAfter } from '../../electron/core/outbox/backoff.ts';
import { verdictOf } from '../../electron/core/outbox/verdict.ts';
import { night } from '../fixtures/log-writer.ts';

describe('an address', () => {
  test.each([
    'https://hooks.example.org/a?b=c',
    'https://192.0.2.7:8443/',
    'http://127.0.0.1:9000/hook',
    'http://127.8.9.1/',
    'http://localhost:80/x',
    'http://[::1]:9000/',
  ])('may be %s', (address) => {
    expect(readAddress(address)).toMatchObject({ ok: true });
  });

  test.each([
    'http://hooks.example.org/a',
    'http://192.168.1.7/',
    'http://127.0.0.1.example.org/',
    'http://localhost.example.org/',
    'http://[::2]/',
    'https://kim:secret@example.org/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'hooks.example.org',
    '',
  ])('may not be %s', (address) => {
    expect(readAddress(address)).toMatchObject({ ok: false, error: expect.any(String) });
  });
});

describe('the wait after a failure', () => {
  test('lies between five seconds and ten minutes, and doubles until then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (failures, dice) => {
        const wait = waitAfter(failures, () => dice);
        expect(wait).toBeGreaterThanOrEqual(5_000);
        expect(wait).toBeLessThanOrEqual(600_000);
      }),
    );
    expect([1, 2, 3, 4, 7, 8].map((failures) => waitAfter(failures, () => 0) / 1_000)).toEqual([5, 10, 20, 40, 300, 300]);
  });
});

describe('an answer', () => {
  const answered = (status: number, retryAfter?: string) =>
    verdictOf({ kind: 'answered', status, words: '', ...(retryAfter === undefined ? {} : { retryAfter }) }, [], night);

  test.each([200, 201, 202, 204])('of %i means that it arrived', (status) => {
    expect(answered(status)).toEqual({ kind: 'arrived' });
  });

  test.each([
    ['120', 120_000],
    ['0', 1_000],
    ['999999999', 86_400_000],
    [new Date(night + 45_000).toUTCString(), 45_000],
    [new Date(night - 45_000).toUTCString(), 1_000],
    ['soon', undefined],
    ['-5', undefined],
  ])('that asks to wait "%s" is heard', (header, afterMs) => {
    expect(answered(429, header)).toEqual({
      kind: 'refused',
      why: 'it answered 429',
      again: 'later',
      ...(afterMs === undefined ? {} : { afterMs }),
    });
  });
});
