/** The composer of the room: what Enter sends, what comes back after a failure, and what is offered on the way. */
import { describe, expect, test } from 'vitest';
import { completionsFor, enterCompletes, usageOf } from '../../renderer/screens/room/composer/completions.ts';
import { emptyDraft, keepDraft, readDraft, restored } from '../../renderer/screens/room/composer/drafts.ts';
import { caretOf, draftOf, isRecognised, pasteSays, readLines, withOverride } from '../../renderer/screens/room/composer/lines.ts';
import { nothingToRecall, remember, step } from '../../renderer/screens/room/composer/recall.ts';
import type { LineContext } from '../../shared/incident/log-line/parsed-line.ts';

const kim = '018f0000-0000-7000-8000-000000000001';
const context: LineContext = {
  now: Date.parse('2026-03-28T01:42:00Z'),
  zone: 'Europe/Berlin',
  people: [{ id: kim, name: 'Kim Berg' }],
  self: kim,
};

/** A storage in memory, with the three calls that drafts make. */
function box() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    size: () => kept.size,
  };
}

describe('lines', () => {
  test('a paste becomes one entry for each line that is not empty', () => {
    const lines = readLines('02:14 db failed over\n\n02:20 replicas back\r\nplain', context);
    expect(lines.map((line) => draftOf(line, 'recognised', lines.length))).toMatchObject([
      { type: 'entry.add', text: 'db failed over', occurredAt: Date.parse('2026-03-28T01:14:00Z') },
      { type: 'entry.add', text: 'replicas back' },
      { type: 'entry.add', text: 'plain' },
    ]);
    expect(pasteSays(lines, 'recognised')).toBe('3 lines as entries, 2 with a time of their own');
  });

  test('a faulty line never stops a paste: it is kept as a plain note', () => {
    const lines = readLines('one\n/sev 9', context);
    expect(draftOf(lines[1] ?? { text: '', parsed: { kind: 'empty' } }, 'recognised', 2)).toMatchObject({ kind: 'note', text: '/sev 9' });
    expect(pasteSays(lines, 'recognised')).toBe('2 lines as entries, 1 not understood, kept as plain notes');
  });

  test('a faulty line alone is not sent until it is asked for as plain text', () => {
    const [line] = readLines('/sev 9', context);
    if (!line) throw new Error('no line');
    expect(draftOf(line, 'recognised', 1)).toBeUndefined();
    expect(draftOf(line, 'plain', 1)).toMatchObject({ type: 'entry.add', kind: 'note', text: '/sev 9' });
  });

  test('plain text is nothing to take back; a time, a star and a command are', () => {
    const recognised = (text: string) => isRecognised(readLines(text, context)[0]?.parsed ?? { kind: 'empty' });
    expect(recognised('the database is slow')).toBe(false);
    expect(recognised('@-7m the database is slow')).toBe(true);
    expect(recognised('! the database is slow')).toBe(true);
    expect(recognised('/fix')).toBe(true);
  });

  test('going on all the same asks for one reason, however often it is pressed', () => {
    expect(withOverride('/res')).toBe('/res override: ');
    expect(withOverride('/res override: ')).toBe('/res override: ');
    expect(withOverride('/mit errors gone override: no time')).toBe('/mit errors gone override: ');
  });

  test('the caret stands over the place that is left open', () => {
    expect(caretOf('/u customers … next 20m')).toEqual([13, 14]);
    expect(caretOf('/s ')).toEqual([3, 3]);
  });
});

describe('drafts', () => {
  test('what was sent and not acknowledged comes back before what was being typed', () => {
    const storage = box();
    keepDraft(storage, 'i', { text: 'third', unsent: ['first', 'second'] });
    expect(restored(readDraft(storage, 'i'))).toBe('first\nsecond\nthird');
  });

  test('an empty draft leaves nothing behind', () => {
    const storage = box();
    keepDraft(storage, 'i', { text: 'x', unsent: [] });
    keepDraft(storage, 'i', emptyDraft);
    expect(storage.size()).toBe(0);
  });

  test('one incident’s draft is not another’s', () => {
    const storage = box();
    keepDraft(storage, 'a', { text: 'for a', unsent: [] });
    expect(readDraft(storage, 'b')).toEqual(emptyDraft);
  });

  test('a damaged or forbidden storage stops nobody from typing', () => {
    const broken = {
      getItem: () => '{"text":',
      setItem: () => {
        throw new Error('quota');
      },
      removeItem: () => undefined,
    };
    expect(readDraft(broken, 'i')).toEqual(emptyDraft);
    expect(() => keepDraft(broken, 'i', { text: 'x', unsent: [] })).not.toThrow();
  });
});

describe('recall', () => {
  test('the up arrow goes back line by line and stops at the first; down comes back to an empty line', () => {
    const recall = remember(remember(nothingToRecall, 'one'), 'two');
    const once = step(recall, 'older');
    const twice = step(once.recall, 'older');
    expect([once.text, twice.text, step(twice.recall, 'older').text]).toEqual(['two', 'one', 'one']);
    expect(step(step(twice.recall, 'newer').recall, 'newer').text).toBe('');
  });

  test('the same line twice in a row is remembered once', () => {
    expect(remember(remember(nothingToRecall, 'one'), 'one').lines).toEqual(['one']);
  });
});

describe('completion', () => {
  test('a slash offers every command, and letters narrow it', () => {
    const all = completionsFor('/', context.people);
    expect(all.length).toBeGreaterThan(20);
    expect(completionsFor('/se', context.people).map((offer) => offer.line)).toEqual(['/sev ']);
    expect(completionsFor('@-7m /se', context.people).map((offer) => offer.line)).toEqual(['@-7m /sev ']);
  });

  test('plain text and a command with a blank behind it offer nothing', () => {
    expect(completionsFor('and/or', context.people)).toEqual([]);
    expect(completionsFor('/sev ', context.people)).toEqual([]);
  });

  test('people are offered after an @ within a command, as the grammar reads them', () => {
    expect(completionsFor('/role comms @k', context.people).map((offer) => offer.line)).toEqual(['/role comms @Kim.Berg ']);
    expect(completionsFor('mail to @k', context.people)).toEqual([]);
  });

  test('Enter writes a command that is typed in full, and completes one that is not', () => {
    expect(enterCompletes('/fix', 'command')).toBe(false);
    expect(enterCompletes('/fi', 'command')).toBe(true);
    expect(enterCompletes('/role comms @Kim', 'command')).toBe(false);
    expect(enterCompletes('/role comms @K', 'fault')).toBe(true);
  });

  test('how a command is typed stays in sight while its words are written', () => {
    expect(usageOf('/sev 2 because')?.usage).toBe('/sev 2 [reason]');
    expect(usageOf('a note')).toBeUndefined();
  });
});
