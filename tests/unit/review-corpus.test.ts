/** How well the blameless review tells blame from what looks like it, measured over sentences of our own. */
import { describe, expect, test } from 'vitest';
import { reviewText } from '../../shared/postmortem/review/review-text.ts';
import { plainContext, type ReviewRuleId, reviewRuleIds } from '../../shared/postmortem/review/rule.ts';
import { type CorpusSentence, corpusPeople, corpusVendors, namedFalsePositives, reviewCorpus } from '../fixtures/review-corpus.ts';

const rulesIn = ({ text, followUp, live }: CorpusSentence): ReadonlySet<ReviewRuleId> => {
  const context = { ...plainContext, people: corpusPeople, vendors: corpusVendors, live: live === true, followUp };
  return new Set(reviewText(text, context).map(({ rule }) => rule));
};

interface Score {
  readonly right: number;
  readonly extra: number;
  readonly lacking: number;
}

function scoreOf(rules: readonly ReviewRuleId[]): Score {
  const sum = { right: 0, extra: 0, lacking: 0 };
  for (const sentence of reviewCorpus) {
    const found = rulesIn(sentence);
    for (const rule of rules) {
      const wanted = sentence.rules.includes(rule);
      if (wanted && found.has(rule)) sum.right += 1;
      if (wanted && !found.has(rule)) sum.lacking += 1;
      if (!wanted && found.has(rule)) sum.extra += 1;
    }
  }
  return sum;
}

const precision = ({ right, extra }: Score): number => right / (right + extra);
const recall = ({ right, lacking }: Score): number => right / (right + lacking);

describe('the corpus of the blameless review', () => {
  test.each(namedFalsePositives)('nothing is found in "$text"', (sentence) => {
    expect([...rulesIn(sentence)]).toEqual([]);
  });

  test('is large, and half of it is harmless', () => {
    const clean = reviewCorpus.filter(({ rules }) => rules.length === 0).length;
    expect(reviewCorpus.length).toBeGreaterThanOrEqual(220);
    expect(clean / reviewCorpus.length).toBeGreaterThan(0.4);
    expect(new Set(reviewCorpus.map(({ text }) => text)).size).toBe(reviewCorpus.length);
    for (const rule of reviewRuleIds) expect(reviewCorpus.filter(({ rules }) => rules.includes(rule)).length).toBeGreaterThanOrEqual(4);
  });

  test('over all rules, at least 95 of 100 findings are right and 90 of 100 are found', () => {
    const wrong = reviewCorpus.flatMap((sentence) => {
      const found = [...rulesIn(sentence)];
      const same = found.length === sentence.rules.length && found.every((rule) => sentence.rules.includes(rule));
      return same ? [] : [`${sentence.text} — wanted ${sentence.rules.join(' ') || 'none'}, found ${found.join(' ') || 'none'}`];
    });
    const lines = reviewRuleIds.map((rule) => [rule, scoreOf([rule])] as const);
    const table = lines.map(([rule, score]) => `${rule}: precision ${precision(score).toFixed(2)}, recall ${recall(score).toFixed(2)}`);
    const all = scoreOf(reviewRuleIds);
    process.stdout.write(
      `${table.join('\n')}\nall: precision ${precision(all).toFixed(3)}, recall ${recall(all).toFixed(3)}\n${wrong.join('\n')}\n`,
    );
    expect(precision(all)).toBeGreaterThanOrEqual(0.95);
    expect(recall(all)).toBeGreaterThanOrEqual(0.9);
    for (const [, score] of lines) expect(recall(score)).toBeGreaterThanOrEqual(0.75);
  });
});
