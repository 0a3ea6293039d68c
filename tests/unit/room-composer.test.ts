/** The composer of the room: what Enter sends, what comes back after a failure, and what is offered on the way. */
import { describe, expect, test } from 'vitest';
import { completionsFor, enterCompletes, usageOf } from '../../renderer/screens/room/composer/completions.ts';
import { emptyDraft, keepDraft, readDraft, restored } from '../../renderer/screens/room/composer/drafts.ts';
import {
  caretOf,
  draftOf,
  isRecognised,
  openingOf,
  pasteSays,
  readLines,
  withOverride,
} from '../../renderer/screens/room/composer/lines.ts';
import { nothingToRecall, remember, step } from '../../renderer/screens/room/composer/recall.ts';
import { lineCommands } from '../../shared/incident/log-line/line-commands.ts';
import type { LineContext } from '../../shared/incident/log-line/parsed-line.ts';

const kim = '018f0000-0000-7000-8000-000000000001';
const context: LineContext = {
  now: Date.parse('2026-03-28T01:42:00Z'),
  zone: 'Europe/Berlin',
  people: [{ id: kim, name: 'Kim Berg' }],
  self: kim,
};

/** The order of F1, but for the command that is typed in full. */
const byTable = (a: string, b: string): number => place(a) - place(b);
const place = (line: string): number => (line === '/h ' ? -1 : lineCommands.findIndex(({ name }) => `/${name} ` === line));

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

  test('a heading is neither sent nor counted; a line that sends nothing is kept as a note among others', () => {
    const lines = readLines('/changed\n01:14 deploy 88\n/board', context);
    expect(lines.map((line) => draftOf(line, 'recognised', lines.length))).toMatchObject([
      undefined,
      { tags: ['change'], text: 'deploy 88' },
      { kind: 'note', text: '/board' },
    ]);
    expect(draftOf(lines[0] ?? { text: '', parsed: { kind: 'empty' } }, 'plain', 3)).toMatchObject({ text: '/changed' });
    expect(pasteSays(lines, 'recognised')).toBe(
      '2 lines as recent changes, 1 with a time of their own, 1 not understood, kept as plain notes',
    );
  });

  test('a line alone brings up what it asks for; a call for help is written first', () => {
    expect(openingOf(readLines('/board', context), 'recognised')).toMatchObject({ when: 'now', opens: { kind: 'open', screen: 'board' } });
    expect(openingOf(readLines('/can', context), 'recognised')).toMatchObject({ when: 'now', opens: { kind: 'fill', from: 'can' } });
    expect(openingOf(readLines('/help with the database', context), 'recognised')).toEqual({
      when: 'afterwards',
      opens: { kind: 'open', screen: 'help', text: 'with the database' },
    });
    expect(openingOf(readLines('/board', context), 'plain')).toBeUndefined();
    expect(openingOf(readLines('/board\n/roll', context), 'recognised')).toBeUndefined();
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
    const all = completionsFor('/', context);
    expect(all.length).toBeGreaterThan(20);
    expect(completionsFor('/se', context).map((offer) => offer.line)).toEqual(['/send ', '/sev ']);
    expect(completionsFor('@-7m /se', context).map((offer) => offer.line)).toEqual(['@-7m /send ', '@-7m /sev ']);
  });

  test('plain text and a command with a blank behind it offer nothing', () => {
    expect(completionsFor('and/or', context)).toEqual([]);
    expect(completionsFor('/sev ', context)).toEqual([]);
  });

  test('people are offered after an @ within a command, as the grammar reads them', () => {
    expect(completionsFor('/role comms @k', context).map((offer) => offer.line)).toEqual(['/role comms @Kim.Berg ']);
    expect(completionsFor('mail to @k', context)).toEqual([]);
  });

  test('Enter writes a command that is typed in full, and completes one that is not', () => {
    expect(enterCompletes('/fix', 'command')).toBe(false);
    expect(enterCompletes('/fi', 'command')).toBe(true);
    expect(enterCompletes('/role comms @Kim', 'command')).toBe(false);
    expect(enterCompletes('/role comms @K', 'fault')).toBe(true);
  });

  test('open tasks are offered where one is to be named, by number, label or text', () => {
    const tasks = [
      { id: 'a', label: 't1', text: 'check lag', state: 'done' },
      { id: 'b', label: 't2', text: 'page Net', state: 'running' },
      { id: 'c', label: 't3', text: 'roll back', state: 'offered' },
    ] as const;
    const lines = (line: string) => completionsFor(line, { ...context, tasks }).map((offer) => offer.line);
    expect(lines('/t done ')).toEqual(['/t done t2 ', '/t done t3 ']);
    expect(lines('/t done 3')).toEqual(['/t done t3 ']);
    expect(lines('/t done ro')).toEqual(['/t done t3 ']);
    expect(lines('/t again ')).toEqual(['/t again t1 ']);
    expect(lines('/t +10 ')).toEqual(['/t +10 t2 ', '/t +10 t3 ']);
    expect(lines('kim: /t done 2')).toEqual(['kim: /t done t2 ']);
    expect(lines('/t done t2 ')).toEqual([]);
    expect(lines('/t done t2')).toEqual([]);
  });

  test('the words behind a command are offered, then levers, decisions and teams', () => {
    const more: LineContext = {
      ...context,
      teams: [{ id: 'n', name: 'Network' }],
      levers: [
        { lever: 'drain', name: 'Drain a place', state: 'applied', listed: true },
        { lever: 'flag-off', name: 'Turn a feature off', state: 'free', listed: true },
      ],
      decisions: [{ id: 'd', label: 'd1', text: 'fail over', state: 'polling' }],
    };
    const lines = (line: string) => completionsFor(line, more).map((offer) => offer.line);
    expect(lines('/lever ')).toEqual(['/lever take ', '/lever on ', '/lever off ', '/lever keep ', '/lever free ']);
    expect(lines('/lever on ')).toEqual(['/lever on drain ', '/lever on flag-off ']);
    expect(lines('/lever on turn')).toEqual(['/lever on flag-off ']);
    expect(lines('/lever off ')).toEqual(['/lever off drain ']);
    expect(lines('/d ok')).toEqual([]);
    expect(lines('kim: /d no ')).toEqual(['kim: /d no d1 ']);
    expect(lines('/ask @ne')).toEqual(['/ask @Network ']);
    expect(lines('/h')).toEqual(['/h ', '/help ', '/here ', '/handoff ', '/h? ', '/h- ', '/h+ ', '/h~ '].toSorted(byTable));
    expect(lines('/h-')).toEqual([]);
  });

  test('how a command is typed stays in sight while its words are written', () => {
    expect(usageOf('/sev 2 because')?.usage).toBe('/sev 2 [reason]');
    expect(usageOf('/t stuck 4')?.usage).toBe('/t stuck 4 [why]');
    expect(usageOf('/t @kim 5m look')?.usage).toBe('/t [w1] [@sam] [5m] text');
    expect(usageOf('/h- 3')?.usage).toBe('/h- 3 why');
    expect(usageOf('a note')).toBeUndefined();
  });
});
