import { expect, test } from 'vitest';
import { readEvidence } from '../../renderer/screens/room/timeline/evidence.ts';

const hypotheses = [
  { id: 'one', label: 'h1', text: 'deploy 88' },
  { id: 'two', label: 'h2b', text: 'the provider' },
];

test.each([
  ['1 +', { hypothesis: 'one', sign: 'for' }],
  ['h1-', { hypothesis: 'one', sign: 'against' }],
  [' 2B - slow before the deploy ', { hypothesis: 'two', sign: 'against', text: 'slow before the deploy' }],
])('%s is evidence', (typed, evidence) => {
  expect(readEvidence(typed, hypotheses)).toEqual({ ok: true, value: evidence });
});

test('what cannot be read says what is missing', () => {
  expect(readEvidence('maybe', hypotheses)).toEqual({ ok: false, error: 'A number and a sign are needed, such as 1 + or 2 -.' });
  expect(readEvidence('7 +', hypotheses)).toEqual({ ok: false, error: 'There is no h7; there are h1, h2b.' });
  expect(readEvidence('7 +', [])).toEqual({ ok: false, error: 'There is no hypothesis yet: /h begins one.' });
});
