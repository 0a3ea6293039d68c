import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SqliteStore } from '../../../electron/core/store/sqlite-store.ts';
import { newStore } from '../../fixtures/data-folders.ts';
import { LogWriter } from '../../fixtures/log-writer.ts';

const found = async (store: SqliteStore, text: string, options = {}) =>
  (await store.search(text, options)).map(({ body }) => (body as { text: string }).text);

describe('searching', () => {
  test('finds every word, the last one unfinished, newest first, whatever the case and the accents', async () => {
    const { store } = newStore();
    await store.receive(new LogWriter().notes('Replica lag on db-3', 'Größe of the replica', 'the cache is cold'));
    expect(await found(store, 'replica')).toEqual(['Größe of the replica', 'Replica lag on db-3']);
    expect(await found(store, 'REPLICA la')).toEqual(['Replica lag on db-3']);
    expect(await found(store, 'la replica')).toEqual([]);
    expect(await found(store, 'grosse')).toEqual([]);
    expect(await found(store, 'große')).toEqual(['Größe of the replica']);
    expect(await found(store, 'db-3')).toEqual(['Replica lag on db-3']);
    expect(await found(store, 'replica', { order: 'oldest first', limit: 1 })).toEqual(['Replica lag on db-3']);
  });

  test('keeps to one incident when asked', async () => {
    const { store } = newStore();
    const [a, b] = [new LogWriter('a'), new LogWriter('b')];
    await store.receive([...a.notes('disk full'), ...b.notes('disk slow')]);
    expect(await found(store, 'disk', { stream: b.stream })).toEqual(['disk slow']);
    expect(await found(store, b.stream)).toEqual([]);
  });

  test('finds titles, names, reasons, evidence and impact', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const bodies = [
      { title: 'alpha' },
      { name: 'bravo' },
      { reason: 'charlie' },
      { evidence: 'delta' },
      { impact: 'echo' },
      { other: 'foxtrot' },
      'golf',
    ];
    await store.receive(bodies.map((body) => pen.write({ body })));
    const hits = await Promise.all(['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf'].map((word) => store.search(word)));
    expect(hits.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  test('takes whatever is typed for words, never for a language', async () => {
    const { store } = newStore();
    await store.receive(new LogWriter().notes('a "quoted" AND unquoted thing* (in) {text} : ^first NEAR/2 -minus'));
    for (const typed of [
      '"',
      '"quoted',
      'AND',
      'a AND',
      'NEAR/2',
      '{text}',
      'text:first',
      '^first',
      '-minus',
      'thing*',
      '(in',
      '*',
      '',
      ' \0 ',
      '--',
      '🔥',
    ]) {
      await expect(store.search(typed)).resolves.toBeInstanceOf(Array);
    }
    expect(await store.search('"quoted" AND NEAR/2 -minus')).toHaveLength(1);
    expect(await store.search('🔥')).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
        expect(Array.isArray(await store.search(typed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a word that was written is found by typing it', async () => {
    const { store } = newStore();
    const pen = new LogWriter();
    const word = fc.stringMatching(/^[a-zA-Z0-9äéñ]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (words) => {
        const { event, ...bytes } = pen.write({ text: words.join(' ') });
        await store.receive([bytes]);
        expect((await store.search(words.join(' '), { limit: 1 }))[0]?.id).toBe(event.id);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
