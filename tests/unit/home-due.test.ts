/** What an open incident in the list says is due next. */
import { describe, expect, test } from 'vitest';
import { dueWords } from '../../renderer/screens/home/due-words.ts';
import { dueAt } from '../../shared/api/summary.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';

const minute = 60_000;
const at = Date.parse('2026-03-28T01:42:00Z');
type Dues = Pick<IncidentSummary, 'nextDue' | 'nextPromise'>;
const promised: Dues = { nextDue: { audience: 'customers', at, kind: 'promise' }, nextPromise: { audience: 'customers', at } };
const target: Dues = { nextDue: { audience: 'staff', at, kind: 'target' } };

const words = (dues: Dues, now: number) => {
  const due = dueAt(dues, now);
  return due && dueWords(due, now);
};

describe('the next due time of an incident in a list', () => {
  test('a promise is broken once the playbook’s grace is over, not a moment earlier', () => {
    const over = at + defaultPlaybook.brokenAfterMinutes * minute;
    const standings = [at - 1, at, over - 1, over].map((now) => dueAt(promised, now)?.standing);
    expect(standings).toEqual(['ahead', 'due', 'due', 'broken']);
  });

  test('a target falls due and is never broken: nobody was promised anything', () => {
    expect(dueAt(target, at + 600 * minute)?.standing).toBe('due');
  });

  test('a broken promise is told before a target that was due earlier', () => {
    const both: Dues = { nextDue: { audience: 'staff', at: at - 9 * minute, kind: 'target' }, nextPromise: { audience: 'customers', at } };
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
