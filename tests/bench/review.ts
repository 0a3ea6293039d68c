/** How long the blameless review takes over text that people paste: each sentence of the corpus, and what is built to be slow, over and over. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { reviewText } from '../../shared/postmortem/review/review-text.ts';
import { plainContext, type ReviewContext } from '../../shared/postmortem/review/rule.ts';
import { reviewCorpus } from '../fixtures/review-corpus.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { type Distribution, distributionOf, type Report, ratio } from './figures.ts';

const context: ReviewContext = { ...plainContext, people: ['Zoë Lindqvist', '山田', 'Will'], vendors: ['Cloudreef'], live: true };
const sentences = reviewCorpus.map(({ text }) => text).join(' ');
/** What makes a careless expression go over the same letters again and again. */
const tricky = ['should have ', '`', '> ', '[x](', '“', ' ', 'who should who ', '\u0308', 'a@b '];
const length = 100_000;

const repeated = (text: string, to: number): string => text.repeat(Math.ceil(to / text.length)).slice(0, to);

/** A text of 100 kB beside a quarter of it: four times as long is what a reading from left to right takes. */
export async function measureReview({ sizes: { rounds } }: BenchGround): Promise<Report> {
  assertHolds(reviewText(repeated(sentences, length), context).length > 100, 'the review found next to nothing in the corpus');
  const review = timesOf(rounds, repeated(sentences, length), (text) => reviewText(text, context));
  const quarter = timesOf(rounds, repeated(sentences, length / 4), (text) => reviewText(text, context));
  const markdown = timesOf(rounds, repeated(sentences, length), (text) => fromMarkdown(text));
  const hostile = tricky.map((text) => timesOf(rounds, repeated(text, length), (whole) => reviewText(whole, context)));
  const slowest = hostile.toSorted((a, b) => b.p50 - a.p50)[0] ?? review;
  return {
    title: 'The blameless review of 100 kB',
    rows: [
      { says: 'sentences of the corpus', unit: 'ms', figure: review, budget: { of: 'p50', under: 200 } },
      { says: 'a quarter of them', unit: 'ms', figure: quarter },
      { says: 'the slowest of what is built to be slow', unit: 'ms', figure: slowest, budget: { of: 'p50', under: 400 } },
      { says: 'reading the same sentences as Markdown', unit: 'ms', figure: markdown },
    ],
    remarks: [
      ratio('The review', review, 'a quarter of the text', quarter),
      ratio('The review', review, 'reading it as Markdown', markdown),
    ],
  };
}

function timesOf(rounds: number, text: string, work: (text: string) => unknown): Distribution {
  const samples: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    work(text);
    if (round > 0) samples.push(performance.now() - started);
  }
  return distributionOf(samples);
}
