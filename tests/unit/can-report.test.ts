import { describe, expect, test } from 'vitest';
import { canReport } from '../../shared/incident/situation/can-report.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

describe('a report of conditions, actions and needs', () => {
  test('has its three parts even when there is little to say', () => {
    const console = declared(3);
    expect(canReport(console.view, console.now)).toBe(
      ['Conditions: SEV3, investigating. Impact not described', 'Actions: none under way', 'Needs: nothing'].join('\n'),
    );
  });

  test('is built from what the log knows', () => {
    const console = declared(2);
    const named = (name: string) =>
      Object.values(console.does({ type: 'person.add', name }).people).find((person) => person.name === name)?.id ?? '';
    const sam = named('Sam');
    console.does({ type: 'impact.describe', text: 'One card in ten fails.' });
    console.does({ type: 'summary.set', text: 'Only EU' });
    console.does({ type: 'hypothesis.open', text: 'bad deploy' });
    console.does({ type: 'task.add', text: 'roll back', to: sam, minutes: 10 });
    console.does({ type: 'task.add', text: 'read the vendor status' });
    const stuck = console.does({ type: 'task.add', text: 'restore', to: sam, minutes: 30 }).tasks.at(-1)?.id ?? '';
    console.does({ type: 'task.stick', task: stuck, reason: 'no access' });
    console.does({ type: 'decision.propose', text: 'drain eu-west', next: 'poll' });
    console.does({ type: 'entry.add', kind: 'question', text: 'who owns the cache?' });
    console.does({ type: 'person.mark', people: [sam], standing: 'asked' });
    console.passes(4 * minute);
    expect(canReport(console.view, console.now)).toBe(
      [
        'Conditions: SEV2, investigating. One card in ten fails. Known: Only EU. Possible: h1 bad deploy (open)',
        'Actions: t1 roll back (Sam, 6 min left)',
        'Needs: decide d1 drain eu-west · t3 restore is stuck: no access · somebody for t2 read the vendor status · answer q1 who owns the cache? · a word from Sam',
      ].join('\n'),
    );
  });

  test('says when what is known is old', () => {
    const console = declared(2);
    console.does({ type: 'summary.set', text: 'Only EU' });
    console.passes(31 * minute);
    expect(canReport(console.view, console.now)).toContain('Known at 01:30 Berlin, and old: Only EU');
  });
});
