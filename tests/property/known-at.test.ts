import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownAt } from '../../shared/incident/known-at.ts';
import { night, take } from '../fixtures/arbitrary-commands.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 60, verbose: 0 as const };
const severity = fc.constantFrom(undefined, 1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | undefined>;

describe('what was known at a moment', () => {
  test('never changes by what is written later, here or on another console', () => {
    fc.assert(
      fc.property(severity, night, night, night, (first, before, after, elsewhere) => {
        const here = declared(first);
        for (const taken of before) take(here, taken);
        const then = here.now;
        const known = knownAt(here.incidentId, here.events, then).state();
        const there = new PaperConsole({ now: then + minute, incidentId: here.incidentId, name: 'Sam' });
        there.hears(here);
        here.now += minute;
        for (const taken of after) take(here, taken);
        for (const taken of elsewhere) take(there, taken);
        here.hears(there);
        expect(knownAt(here.incidentId, here.events, then).state()).toEqual(known);
      }),
      runs,
    );
  });

  test('only grows: whatever was known at a moment is known later', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        const moments = [console.now];
        for (const taken of steps) {
          take(console, taken);
          moments.push(console.now);
        }
        const known = moments.map(
          (at) =>
            new Set(
              knownAt(console.incidentId, console.events, at)
                .view.items.flat()
                .map(({ id }) => id),
            ),
        );
        for (const [index, ids] of known.slice(1).entries()) for (const id of known[index] ?? []) expect(ids.has(id)).toBe(true);
        expect(known.at(-1)?.size).toBe(console.events.length);
      }),
      runs,
    );
  });
});
