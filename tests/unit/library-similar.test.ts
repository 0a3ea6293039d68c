/** Which incidents are alike: rare words count, common ones do not, and nothing is alike where nothing is. */
import { describe, expect, test } from 'vitest';
import { type Compared, similarTo } from '../../shared/postmortem/library/similar.ts';
import { wordsOf } from '../../shared/postmortem/library/similar-words.ts';

const document = (id: string, title: string, ...detections: readonly string[]): Compared => ({
  id,
  passages: [
    { kind: 'title', text: title },
    ...detections.map((text, index) => ({ kind: 'detection' as const, text, event: `${id}-${index}` })),
  ],
});
const stems = (text: string): readonly string[] => wordsOf(text).map(({ stem }) => stem);

describe('words', () => {
  test('are small, without accents and in the singular, and such as stand in every report are none', () => {
    expect(stems('The Databases of Zürich were FAILING')).toEqual(['database', 'zurich']);
    expect(stems('status of the bus process')).toEqual(['status', 'bus', 'process']);
  });

  test('times, counts and years are none; codes and names with digits are', () => {
    expect(stems('02:40 deploy 88 gave 503 on db1 in 2017')).toEqual(['deploy', 'gave', '503', 'db1']);
  });

  test('of scripts without spaces are pairs of signs', () => {
    expect(stems('決済が失敗')).toEqual(['決済', '済が', 'が失', '失敗']);
  });
});

describe('likeness', () => {
  const dns = document('dns', 'DNS resolver down in Frankfurt', 'resolver answers SERVFAIL');
  const mail = document('mail', 'Mail relay is slow', 'queue of the relay grows');
  const disk = document('disk', 'Disk of the build host is full');

  test('is never to itself, and none shares nothing', () => {
    expect(similarTo(dns, [dns, mail, disk], 5)).toEqual([]);
  });

  test('names the shared words as they are written, and the lines that hold them', () => {
    const again = document('again', 'Resolvers in Frankfurt answer servfail');
    const [found] = similarTo(again, [dns, mail, disk], 5);
    expect(found?.id).toBe('dns');
    expect(found?.words).toEqual(expect.arrayContaining(['Resolvers', 'Frankfurt', 'servfail']));
    expect(found?.passages).toEqual(
      expect.arrayContaining([
        { kind: 'title', text: 'DNS resolver down in Frankfurt' },
        { kind: 'detection', text: 'resolver answers SERVFAIL', event: 'dns-0' },
      ]),
    );
  });

  test('one shared word is chance', () => {
    expect(similarTo(document('one', 'Frankfurt office has no coffee'), [dns, mail, disk], 5)).toEqual([]);
  });

  test('a word that few have counts for more than one that all have', () => {
    const filler = Array.from({ length: 20 }, (_, index) =>
      document(`f${index}`, `checkout page slow ${'abcdefghijklmnopqrst'[index]}x variant`),
    );
    const rare = document('rare', 'certificate expired on the gateway, checkout slow');
    const asked = document('asked', 'checkout: certificate of the gateway');
    expect(similarTo(asked, [...filler, rare], 3)[0]?.id).toBe('rare');
  });

  test('a long past does not hide a short one that says the same', () => {
    const long = document(
      'long',
      'Certificate of the gateway expired',
      ...Array.from({ length: 60 }, (_, index) => `step${index} word${index}a other${index}b`),
    );
    const found = similarTo(document('short', 'gateway certificate expired'), [long, mail, disk], 5);
    expect(found.map(({ id }) => id)).toEqual(['long']);
  });

  test('the order does not depend on the order of the past', () => {
    const twins = ['b', 'a', 'c'].map((id) => document(id, 'Certificate of the gateway expired'));
    const ids = (past: readonly Compared[]) => similarTo(document('x', 'gateway certificate expired'), past, 5).map(({ id }) => id);
    expect(ids(twins)).toEqual(['a', 'b', 'c']);
    expect(ids(twins.toReversed())).toEqual(['a', 'b', 'c']);
  });
});
