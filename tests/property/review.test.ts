/** The blameless review of any text: its places are places, and what it finds it finds again. */
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
