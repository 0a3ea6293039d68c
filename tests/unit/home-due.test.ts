/** What an open incident in the list says is due next. */
import { describe, expect, test } from 'vitest';
import { dueWords } from '../../renderer/screens/home/due-words.ts';
import { dueAt, summaryOf } from '../../shared/api/summary.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { declared } from '../fixtures/paper-console.ts';

const minute = 60_000;
const at = Date.parse('2026-03-28T01:42:00Z');
type Dues = Pick<IncidentSummary, 'nextDue' | 'nextPromise'>;
const nextPromise = { audience: 'customers', at, brokenFrom: at + 2 * minute } as const;
const promised: Dues = { nextDue: { audience: 'customers', at, kind: 'promise' }, nextPromise };
const target: Dues = { nextDue: { audience: 'staff', at, kind: 'target' } };

const words = (dues: Dues, now: number) => {
  const due = dueAt(dues, now);
  return due && dueWords(due, now);
};

describe('the next due time of an incident in a list', () => {
  test.each([1, 2, 10])('a promise is broken once the %i min of the incident’s own playbook are over, not a moment earlier', (grace) => {
    const console = declared(1, { playbook: { ...defaultPlaybook, brokenAfterMinutes: grace } });
    const due = console.now + 5 * minute;
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We are on it.', nextAt: due });
    const standingAt = (now: number) => dueAt(summaryOf(console.view, now), now)?.standing;
    const over = due + grace * minute;
    expect([due - 1, over - 1, over].map(standingAt)).toEqual(['ahead', 'due', 'broken']);
    // What the list says is broken is what the watch records as broken, at the same moment.
    console.passes(over - 1 - console.now);
    expect(console.events.map(({ type }) => type)).not.toContain('promise.broken');
    console.passes(1);
    expect(console.events.map(({ type }) => type)).toContain('promise.broken');
    expect(standingAt(over)).toBe('broken');
  });

  test('a target falls due and is never broken: nobody was promised anything', () => {
    expect(dueAt(target, at + 600 * minute)?.standing).toBe('due');
  });

  test('a broken promise is told before a target that was due earlier', () => {
    const both: Dues = { nextDue: { audience: 'staff', at: at - 9 * minute, kind: 'target' }, nextPromise };
    expect(words(both, at + minute)?.says).toBe('update for staff due 10 min ago');
    expect(words(both, at + 6 * minute)).toEqual({ says: 'promise to customers broken, due 6 min ago', tone: 'broken' });
  });

  test('what is due is amber, what is ahead counts down, and without a clock nothing is said', () => {
    expect(words(promised, at + minute)).toEqual({ says: 'promised to customers due 1 min ago', tone: 'now' });
    expect(words(target, at + 6 * minute)).toEqual({ says: 'update for staff due 6 min ago', tone: 'now' });
    expect(words(target, at - 6 * minute - 12_000)).toEqual({ says: 'update for staff in 6:12', tone: 'neutral' });
    expect(words({}, at)).toBeUndefined();
  });
});
