/** The blameless review of any text: its places are places, and its time goes with the length. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewText } from '../../shared/postmortem/review/review-text.ts';
import { plainContext, type ReviewContext } from '../../shared/postmortem/review/rule.ts';
import { reviewCorpus } from '../fixtures/review-corpus.ts';

const context: ReviewContext = {
  ...plainContext,
  people: ['Zoë Lindqvist', '山田', 'Will', ''],
  vendors: ['Cloudreef'],
  allow: ['human error'],
  live: true,
};
const crumb = fc.constantFrom(
  ...reviewCorpus.slice(0, 120).map(({ text }) => text),
  ...[
    '`',
    '``',
    '```\n',
    '> ',
    '*',
    '_',
    '[x](',
    ')',
    '“',
    '”',
    '"',
    '\n',
    '\n\n',
    '\\',
    '| ',
    '@',
    'a@b ',
    'http://',
    '<',
    '\uD800',
    '\u0308',
    '\u202E',
    'Zoë ',
    'who ',
  ],
  ...[
    'should ',
    'have ',
    'had she ',
    'because of ',
    'next update ',
    'by 10:00 ',
    'we write ',
    'why did ',
    'caused by ',
    'ensure ',
    'cause ',
  ],
);

test('findings lie in the text, in its order, and are what stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(crumb, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 30 }), (crumbs) => {
      const text = crumbs.join('');
      const findings = reviewText(text, context);
      for (const { start, end, text: words } of findings) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(words);
      }
      expect(findings.map(({ start }) => start)).toEqual(findings.map(({ start }) => start).toSorted((a, b) => a - b));
      expect(reviewText(text, context)).toEqual(findings);
    }),
    { numRuns: 300 },
  );
});

test('a hostile text of 100 kB takes no more than eight times as long as one of a quarter of it', () => {
  const time = (text: string): number => {
    const began = performance.now();
    reviewText(text, context);
    return performance.now() - began;
  };
  const best = (text: string): number => Math.min(time(text), time(text), time(text));
  fc.assert(
    fc.property(fc.array(crumb, { minLength: 1, maxLength: 3 }), (crumbs) => {
      const crumbsText = crumbs.join('');
      const of = (length: number): string => crumbsText.repeat(Math.ceil(length / crumbsText.length)).slice(0, length);
      // Of what is over in a moment, the clock tells noise.
      const [small, large] = [best(of(25_000)), best(of(100_000))];
      expect(large).toBeLessThan(Math.max(400, small * 8));
    }),
    { numRuns: 25 },
  );
}, 120_000);
