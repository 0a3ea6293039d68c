/** The blameless review of a text: places, quotations, Markdown, names, and what an organisation allows. */
import { describe, expect, test } from 'vitest';
import { countsOf, reviewText } from '../../shared/postmortem/review/review-text.ts';
import { plainContext, type ReviewContext, reviewRuleIds } from '../../shared/postmortem/review/rule.ts';

const found = (text: string, more: Partial<ReviewContext> = {}): readonly string[] =>
  reviewText(text, { ...plainContext, ...more }).map(({ rule, level, start, end }) => `${rule} ${level} ${text.slice(start, end)}`);

describe('the place of a finding', () => {
  test('is that of the words in the text as it was given', () => {
    const text = 'It rained.\n\nWe  should\nhave waited 🙂, of course.\r\n';
    expect(reviewText(text, plainContext)).toMatchObject([
      { rule: 'B1', start: 16, end: 27, text: 'should\nhave' },
      { rule: 'B8', start: 39, end: 48, text: 'of course' },
    ]);
  });

  test('spans the markup within it', () => {
    expect(found('We **should** *have* waited.')).toEqual(['B1 warn should** *have']);
    expect(found('A [human](https://a.example/clearly) error')).toEqual(['B4 error human](https://a.example/clearly) error']);
    expect(found('\\*clearly\\* wrong, human\\_error')).toEqual(['B8 warn clearly']);
  });

  test('carries a reason and a question, and no other words for it', () => {
    const [finding] = reviewText('Human error.', plainContext);
    expect(finding).toMatchObject({ reason: expect.stringMatching(/\.$/), prompt: expect.stringMatching(/\?$/), text: 'Human error' });
    expect(Object.keys(finding ?? {}).toSorted()).toEqual(['end', 'level', 'prompt', 'reason', 'rule', 'start', 'text']);
  });
});

describe('what is not read', () => {
  test.each([
    'Run `if only; clearly` first.',
    'Run ``a ` clearly`` first.',
    '```sh\nhuman error\nclearly\n```\n',
    '~~~\nclearly\n````\nclearly\n~~~\n',
    'See [the graph](https://x.example/clearly/human-error).',
    'See <https://x.example/clearly> and https://x.example/obviously today.',
    '> **To answer:** Who did obviously what?',
    'unclearly, clearlyish, naïveclearly and nevertheless',
    'There should\n\nhave been a heading.',
    '- this should\n- have two items',
    '| should | have |\n',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a fence that nobody closed hides what follows, as Markdown says, and words before it are read', () => {
    expect(found('clearly\n```\nclearly')).toEqual(['B8 warn clearly']);
  });
  test('a lone backtick hides nothing', () => {
    expect(found('the ` key is clearly broken')).toEqual(['B8 warn clearly']);
  });
});

describe('quotations are for information only', () => {
  test.each([
    '> It was human error.',
    '> > It was human error.',
    'She wrote “it was human error” at 02:00.',
    'He said "human error".',
    'Sie schrieb „human error“.',
  ])('%s', (text) => {
    expect(found(text)).toEqual(['B4 info human error']);
  });
  test('words behind the quotation are not part of it', () => {
    expect(found('“It rained.” It was human error.')).toEqual(['B4 error human error']);
  });
});

describe('names', () => {
  test.each([
    ['Zoë Lindqvist', 'Zoë deleted the table.', 'Zoë deleted'],
    ['Zoë Lindqvist', 'zoë lindqvist deleted the table.', 'zoë lindqvist deleted'],
    ['Zoë Lindqvist', 'Zoe\u0308 deleted the table.', 'Zoe\u0308 deleted'],
    ["Rory O'Brien", 'O’Brien broke it.', 'O’Brien broke'],
    ['山田太郎', 'The lock was dropped by 山田太郎.', 'dropped by 山田太郎'],
    ['Will', 'Will broke it.', 'Will broke'],
    ['@zoe', 'It was deleted by @zoe.', 'deleted by @zoe'],
  ])('%s is at fault in "%s"', (name, text, words) => {
    expect(found(text, { people: [name] })).toEqual([`B5 error ${words}`]);
  });
  test('a handle needs no list, and an address of mail is none', () => {
    expect(found('@someone_else broke it, mail ops@example.com broke')).toEqual(['B5 error @someone_else broke']);
  });
  test('a name within a word, or one that only stands there, is at no fault', () => {
    expect(
      found('Adamant rules broke it. Ada was on the call when the deploy broke it. We will have caused it.', { people: ['Ada', 'Will'] }),
    ).toEqual([]);
  });
  test('letters with a meaning in patterns are letters in names', () => {
    expect(found('A (B+ deleted it', { people: ['A (B+', '[', '.*', '\\', ''] })).toEqual([]);
  });
});

describe('the rest of what the review knows', () => {
  test('an allowed phrase hides what lies in it, and nothing beside it', () => {
    const text = 'Disaster day went well. The disaster went on.';
    expect(found(text)).toEqual(['B12 info Disaster', 'B12 info disaster']);
    expect(found(text, { allow: ['disaster day'] })).toEqual(['B12 info disaster']);
  });
  test('promises and guesses count in a message that goes out, and not in a postmortem', () => {
    const text = 'It will be fixed by 10:00. Errors because of Cloudreef.';
    const vendors = ['Cloudreef'];
    expect(found(text, { vendors })).toEqual([]);
    expect(found(text, { vendors, live: true })).toEqual(['B16 warn will be fixed', 'B17 warn because of', 'B17 warn Cloudreef']);
  });
  test('what a supported explanation says is no guess', () => {
    const live = { live: true, vendors: ['Cloudreef'], supported: ['Cloudreef lost a region'] };
    expect(found('Down because of Cloudreef.', live)).toEqual([]);
    expect(found('Down because of an attack.', live)).toEqual(['B17 warn attack']);
  });
  test('a follow-up with an owner and a date may make sure of something', () => {
    expect(found('Make sure the alert fires.', { followUp: 'vague' })).toEqual(['B10 warn Make sure']);
    expect(found('Make sure the alert fires.', { followUp: 'owned' })).toEqual([]);
  });
  test('a question among the follow-ups may ask what should have been', () => {
    const text = 'What should have told us?';
    expect(found(text, { followUp: 'vague' })).toEqual([]);
    expect(found(text)).toEqual(['B1 warn should have']);
  });
  test('counts are of the text, by level and by rule', () => {
    const findings = reviewText('Clearly human error. Obviously human error.', plainContext);
    expect(countsOf(findings)).toEqual({ levels: { error: 2, warn: 2, info: 0 }, rules: { B4: 2, B8: 2 } });
    expect(reviewRuleIds).toHaveLength(17);
  });
});
