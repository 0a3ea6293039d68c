/** What a console tells of by itself, once each: the moments of command among them. */
import { describe, expect, test } from 'vitest';
import { Nudges } from '../../electron/core/desk/nudges.ts';
import { minute } from '../fixtures/paper-console.ts';
import { adds, pair } from '../fixtures/rooms.ts';

describe('a planned relief', () => {
  test('rings at its time, once more when it is late, and not at all after command was handed over', () => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    const audiences = ['responders', 'staff', 'executives', 'customers'] as const;
    kim.does({ type: 'update.send', audiences: [...audiences], text: 'We are on it.', nextAt: kim.now + 24 * 60 * minute });
    const nudges = new Nudges();
    const told = () => nudges.take(kim.view, kim.now)?.kind;
    kim.does({ type: 'relief.plan', person: tim, from: kim.now + 10 * minute });
    expect(nudges.next(kim.view, kim.now)).toBe(kim.now + 10 * minute);
    expect(told()).toBeUndefined();
    kim.passes(10 * minute);
    expect([told(), told()]).toEqual(['relief', undefined]);
    kim.passes(5 * minute);
    expect([told(), told()]).toEqual(['relief', undefined]);
    kim.does({ type: 'relief.plan', person: tim, from: kim.now + minute });
    kim.does({ type: 'handoff.offer', to: tim, spoken: 'said on call' });
    kim.passes(2 * minute);
    expect(told()).toBeUndefined();
  });
});
