/** What an open incident in the list says is due next. */
import { describe, expect, test } from 'vitest';
import { dueWords } from '../../renderer/screens/home/due-words.ts';
import { nextDueStanding } from '../../shared/api/summary.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';

const minute = 60_000;
const at = Date.parse('2026-03-28T01:42:00Z');
const promise = { audience: 'customers', at, kind: 'promise' } as const;
const target = { audience: 'staff', at, kind: 'target' } as const;

describe('the next due time of an incident in a list', () => {
  test('a promise is broken once the playbook’s grace is over, not a moment earlier', () => {
    const over = at + defaultPlaybook.brokenAfterMinutes * minute;
    expect(nextDueStanding(promise, at - 1)).toBe('ahead');
    expect(nextDueStanding(promise, over - 1)).toBe('due');
    expect(nextDueStanding(promise, over)).toBe('broken');
  });

  test('a target falls due and is never broken: nobody was promised anything', () => {
    expect(nextDueStanding(target, at + 600 * minute)).toBe('due');
  });

  test('a broken promise says so in words, and red repeats it', () => {
    expect(dueWords(promise, at + 6 * minute)).toEqual({ says: 'promise to customers broken, due 6 min ago', tone: 'broken' });
  });

  test('what is due is amber, what is ahead counts down', () => {
    expect(dueWords(promise, at + minute)).toEqual({ says: 'promised to customers due 1 min ago', tone: 'now' });
    expect(dueWords(target, at + 6 * minute)).toEqual({ says: 'update for staff due 6 min ago', tone: 'now' });
    expect(dueWords(target, at - 6 * minute - 12_000)).toEqual({ says: 'update for staff in 6:12', tone: 'neutral' });
  });
});
