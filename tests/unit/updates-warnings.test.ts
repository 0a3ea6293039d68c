/** Warnings about a message before it goes out: each rule by sentences that it must find, and by sentences that it must leave alone. */
import { describe, expect, test } from 'vitest';
import type { Message, WarningRule } from '../../shared/incident/updates/warning.ts';
import { warningsOf } from '../../shared/incident/updates/warnings.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

function team(): PaperConsole {
  const console = declared(2);
  for (const name of ['Sam Okafor', 'Ada', 'Will']) console.does({ type: 'person.add', name });
  return console;
}

const shown = (console: PaperConsole, text: string, more: Partial<Message> = {}) =>
  warningsOf(console.view, { audiences: ['staff'], text, final: true, ...more }, console.now);
const found = (console: PaperConsole, text: string, rule: WarningRule, more: Partial<Message> = {}): readonly string[] =>
  shown(console, text, more)
    .filter((warning) => warning.rule === rule)
    .map(({ start, end }) => text.slice(start, end));

describe('a promised finish time', () => {
  test.each([
    ['It will be fixed by 10:00.', 'will be fixed'],
    ['Checkout is back in 20 minutes.', 'in 20 minutes'],
    ['We are rolling back and expect recovery within an hour.', 'expect recovery'],
    ['Service restored shortly', 'shortly'],
    ['We hope to have this resolved soon.', 'soon'],
    ['It should be fixed now.', 'should be fixed'],
    ['Payments should be working again', 'should be working'],
    ['Fixed by noon', 'Fixed by noon'],
    ['Everything up and running before 9 am', 'running before 9 am'],
    ['The fix is almost done', 'almost done'],
    ['ETA 30 min', 'ETA'],
    ['We will resolve this', 'We will resolve this'],
    ['Back to normal by tomorrow', 'Back to normal by tomorrow'],
    ['Recovery takes effect in about 2-3 hours', 'in about 2-3 hours'],
    ['We found it, and it will be back in a few minutes', 'in a few minutes'],
    ['Next update at 10:00, it will be resolved by then', 'will be resolved'],
    ['any minute now', 'any minute now'],
  ])('is found in "%s"', (text, words) => {
    expect(found(team(), text, 'finishTime')).toEqual([words]);
  });

  test.each([
    'Next update at 10:00.',
    'Next message: 02:50 Berlin',
    'Next update in 20 minutes.',
    'We will write again by 10:00.',
    'We shall tell you more in 30 minutes.',
    'Another message follows at 11:15.',
    'More information by 10:00.',
    'It was fixed at 02:10.',
    'Checkout works again since 02:10.',
    'Some customers had no access within the last 20 minutes.',
    'It took 20 minutes and was over by 03:00.',
    'Orders placed since 01:20 are delayed.',
    'We tell you as soon as we know more.',
    'One in three payments fails.',
    'Until it is mended: pay by bank transfer.',
    'We restarted the database. Soon after it failed again.',
    'It is watched, and we carry on with it later',
  ])('is not seen in "%s"', (text) => {
    expect(found(team(), text, 'finishTime')).toEqual([]);
  });
});

describe('a guessed cause', () => {
  const guesses = [
    ['This is probably the deploy of 01:50.', 'probably'],
    ['We believe the cause is a full disk.', 'We believe'],
    ['Errors caused by a provider', 'caused by'],
    ['Slow due to a network problem', 'due to'],
    ['It seems to be caused by DNS', 'seems to be caused'],
    ['The root cause is a certificate', 'root cause is'],
    ['Most likely a bad release', 'Most likely a'],
    ['Our engineers suspect the cache', 'Our engineers suspect'],
    ['It looks like a hardware failure', 'looks like a hardware failure'],
    ['Triggered by a configuration change', 'Triggered by'],
    ['Down because of a power cut', 'because of'],
    ['This may be related to maintenance', 'may be related'],
  ] as const;

  test.each(guesses)('is found in "%s" while nothing is supported', (text, words) => {
    expect(found(team(), text, 'guessedCause')).toEqual([words]);
  });

  test.each([
    'The cause is not known yet.',
    'We do not know why.',
    'We are looking for the cause of this.',
    'The cause is under investigation.',
    'Customers in the EU cannot pay.',
    'You will likely see an error page.',
    'The next message is due at 10:00.',
  ])('is not seen in "%s"', (text) => {
    expect(found(team(), text, 'guessedCause')).toEqual([]);
  });

  test('may be said once a hypothesis is supported, and no more once it is refuted', () => {
    const console = team();
    console.does({ type: 'hypothesis.open', text: 'the deploy' });
    const hypothesis = console.view.hypotheses[0]?.id ?? '';
    const says = 'Errors caused by a deploy.';
    expect(found(console, says, 'guessedCause')).toEqual(['caused by']);
    console.does({ type: 'hypothesis.support', hypothesis });
    expect(found(console, says, 'guessedCause')).toEqual([]);
    console.does({ type: 'hypothesis.refute', hypothesis, reason: 'the old one fails too' });
    expect(found(console, says, 'guessedCause')).toEqual(['caused by']);
  });
});

describe('a name', () => {
  test('of one of us is found in a message to customers, whole or in part, each place once', () => {
    const customers: Partial<Message> = { audiences: ['customers', 'staff'] };
    expect(found(team(), 'Sam Okafor and Ada look into it; ask Sam.', 'personNamed', customers)).toEqual(['Sam Okafor', 'Ada', 'Sam']);
  });

  test('is fine in a message to staff, inside another word, and where it is a word of the language', () => {
    expect(found(team(), 'Ada looks into it', 'personNamed')).toEqual([]);
    expect(found(team(), 'Samples from Adana. Will it hold?', 'personNamed', { audiences: ['customers'] })).toEqual([]);
    expect(found(team(), 'Ask Will.', 'personNamed', { audiences: ['customers'] })).toEqual(['Will']);
  });
});

describe('the next time', () => {
  const nextIn = (minutes: number, text: string, audiences: readonly Audience[] = ['staff']) => {
    const console = team();
    const message = { audiences, text, nextAt: console.now + minutes * minute };
    return warningsOf(console.view, message, console.now).map(({ rule }) => rule);
  };

  test('that is not in the text is asked for, with the sentence that says it', () => {
    // 00:30 UTC and 30 minutes is 02:00 where clocks have not sprung forward yet: the hour that does not exist is skipped.
    const console = team();
    const text = 'Still down.';
    const [warning] = warningsOf(console.view, { audiences: ['staff'], text, nextAt: console.now + 20 * minute }, console.now);
    expect(warning).toEqual({
      rule: 'noNext',
      says: 'The text does not say when the next message comes. Add: Next message: 01:50 Berlin.',
      start: text.length,
      end: text.length,
    });
    expect(warningsOf(console.view, { audiences: ['staff'], text }, console.now)).toMatchObject([{ rule: 'noNext' }]);
    expect(warningsOf(console.view, { audiences: ['staff'], text, final: true }, console.now)).toEqual([]);
  });

  test.each([
    'Next update 01:50',
    'Next update at 1:50 am.',
    'Next message: 00:50 UTC',
    'We will write again in 20 minutes',
    'Next: 01:50',
  ])('is seen in "%s"', (text) => {
    expect(nextIn(20, `Payments fail. ${text}`)).toEqual([]);
  });

  test('that is another one in the text than the one that is promised is pointed at', () => {
    expect(nextIn(20, 'Payments fail. Next update at 02:50.')).toEqual(['otherNext']);
  });

  test('beyond twice the interval is pointed at, and one that has passed', () => {
    expect(nextIn(60, 'Payments fail. Next update in 1 h.')).toEqual([]);
    expect(nextIn(61, 'Payments fail. Next update in 61 min.')).toEqual(['nextFar']);
    expect(nextIn(-1, 'Payments fail. Next update in 20 min.')).toEqual(['nextOver']);
  });
});

describe('what was said before', () => {
  const told = (text: string): PaperConsole => {
    const console = team();
    console.does({ type: 'update.send', audiences: ['staff'], text, nextAt: console.now + 20 * minute });
    console.passes(20 * minute);
    return console;
  };
  const rules = (console: PaperConsole, text: string, audiences: readonly Audience[] = ['staff']) =>
    warningsOf(console.view, { audiences, text, nextAt: console.now + 20 * minute }, console.now).map(({ rule }) => rule);

  test('is found though the next time is another, for the audience that had it alone', () => {
    const console = told('Payments fail in the EU. Next update 01:50.');
    expect(rules(console, 'Payments  fail in the EU. Next update in 20 min.')).toEqual(['sameWords']);
    expect(rules(console, 'Payments fail in the EU. Next update in 20 min.', ['executives'])).toEqual([]);
    expect(rules(console, 'Payments fail in Spain. Next update in 20 min.')).toEqual([]);
  });

  test.each(['No change. We are still working on it.', 'Nothing new yet', 'No news; we continue to investigate the issue.'])(
    'is little more than nothing in "%s"',
    (text) => {
      expect(rules(team(), `${text} Next update in 20 min.`)).toEqual(['noChange']);
    },
  );

  test('may be "no change" when it names what is being tried, once in two intervals', () => {
    const console = told('No change: the rollback is at half of the hosts. Next update in 20 min.');
    const text = 'No change: the rollback is at two thirds. Next update in 20 min.';
    expect(rules(console, text)).toEqual(['noChangeAgain']);
    expect(rules(console, text, ['executives'])).toEqual([]);
    console.passes(40 * minute);
    expect(rules(console, text)).toEqual([]);
  });
});

describe('what is not filled in', () => {
  test('is found by its brackets and by the name of its slot, and other brackets are text', () => {
    const text = 'Seen: [what customers see: not known yet]. {next} {else} [db1] is down';
    expect(found(team(), text, 'unfilled')).toEqual(['[what customers see: not known yet]', '{next}']);
  });
});

test('warnings come in the order of the text, and a long text takes no long time', () => {
  const rules = shown(team(), 'Probably DNS. Fixed soon. {title}').map(({ rule }) => rule);
  expect(rules).toEqual(['guessedCause', 'finishTime', 'unfilled']);
  const hostile = [
    `in ${'1'.repeat(4000)}`,
    'in about '.repeat(600),
    'no change '.repeat(500),
    'fixed '.repeat(800),
    'the next '.repeat(600),
  ];
  for (const text of hostile) expect(shown(team(), text).every(({ start, end }) => start <= end && end <= text.length)).toBe(true);
});
