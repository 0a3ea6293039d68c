/** Texts of messages, whatever they are: warnings lie within them, templates fill nothing of theirs, differences lose none of their words. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../shared/incident/updates/clauses.ts';
import { diffWithLast } from '../../shared/incident/updates/diff-with-last.ts';
import { fillTemplate } from '../../shared/incident/updates/fill-template.ts';
import { warningsOf } from '../../shared/incident/updates/warnings.ts';
import { audiences } from '../../shared/vocabulary/words.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

const runs = { numRuns: 40, verbose: 0 as const };

describe('a text, whatever it is', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        'no change',
        'fixed by 10:00',
        'soon',
        'probably',
        'Next update 02:00',
        '{impact}',
        '{{',
        '}',
        '. ',
        '\n',
        'Kim',
        'in 20 minutes',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 30 },
  );
  const texts = words.map((parts) => parts.join(' '));

  test('has warnings that lie within it, and clauses that are its own words', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...audiences),
        fc.option(fc.integer({ min: -10, max: 200 }), { nil: undefined }),
        (text, audience, next) => {
          const console = declared(1);
          const nextAt = next === undefined ? undefined : console.now + next * minute;
          for (const { start, end, says } of warningsOf(console.view, { audiences: [audience], text, nextAt }, console.now)) {
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
            expect(says).toMatch(/\.$/);
          }
          for (const clause of clausesOf(text)) expect(text.slice(clause.start, clause.end)).toBe(clause.text);
        },
      ),
      { ...runs, numRuns: 200 },
    );
  });

  test('as a fact of the log stands in a message letter for letter, and its braces fill nothing', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => text.trim() !== ''),
        (text) => {
          const console = declared(1);
          const view = { ...console.view, impact: { text, at: console.now, by: console.actor.id } };
          const filled = fillTemplate('Seen: {impact} | {data}', view, { now: console.now });
          expect(filled.text.startsWith(`Seen: ${text.trim()} | [`)).toBe(true);
          expect(filled.gaps.map(({ slot }) => slot)).toEqual(['data']);
        },
      ),
      { ...runs, numRuns: 200 },
    );
  });

  test('differs from the last by pieces that make both texts again', () => {
    fc.assert(
      fc.property(texts, texts, (last, text) => {
        const update = { id: 'x', audiences: ['staff' as const], text: last, sentAt: 0, final: false, actor: 'kim' };
        const pieces = diffWithLast({ updates: [update] }, 'staff', text) ?? [];
        const without = (change: string): string => pieces.map((piece) => (piece.change === change ? '' : piece.text)).join('');
        expect([without('removed'), without('added')]).toEqual([text, last]);
      }),
      { ...runs, numRuns: 200 },
    );
  });
});
