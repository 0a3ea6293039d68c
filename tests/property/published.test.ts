/** Names and heads of published postmortems, for any title and any label. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublishedName, newPublishedName } from '../../shared/postmortem/published/file-name.ts';
import { type FrontMatter, readFrontMatter, writeFrontMatter } from '../../shared/postmortem/published/front-matter.ts';
import { publishedIndex } from '../../shared/postmortem/published/published-index.ts';
import { modes, phases, severities } from '../../shared/vocabulary/words.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('CON', '..', '---', '\u202egnp', ''),
);
const named = fc.record({
  id: fc.uuid(),
  label: text,
  title: text,
  drill: fc.constantFrom('yes' as const, 'no' as const),
  day: fc.oneof(fc.constant('2026-11-21'), text),
});

test('any title makes a name that every disk takes, and that stays in the folder', () => {
  fc.assert(
    fc.property(named, (incident) => {
      const name = newPublishedName(incident, () => false);
      expect(isPublishedName(name)).toBe(true);
      expect(name).toBe(name.toLowerCase());
      expect(
        name.split('/').every((part) => !part.startsWith('.') && part.length <= 150 && !/^(con|prn|aux|nul|com\d|lpt\d)\b/.test(part)),
      ).toBe(true);
      expect(name.startsWith('drills/')).toBe(incident.drill === 'yes');
    }),
  );
});

test('no two incidents have one name', () => {
  fc.assert(
    fc.property(fc.uniqueArray(named, { maxLength: 20, selector: ({ id }) => id }), (incidents) => {
      const names = new Set<string>();
      for (const incident of incidents) {
        const name = newPublishedName({ ...incident, title: 'the same', label: 'inc-7', day: '2026-11-21' }, (path) => names.has(path));
        expect(names.has(name)).toBe(false);
        expect(isPublishedName(name)).toBe(true);
        names.add(name);
      }
    }),
  );
});

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const matter: fc.Arbitrary<FrontMatter> = fc.record({
  id: fc.uuid({ version: 7 }),
  label: text,
  title: text,
  date: nullable(text),
  severity: nullable(fc.constantFrom(...severities)),
  minutes: nullable(fc.integer()),
  type: nullable(text),
  labels: fc.array(text, { maxLength: 5 }),
  tags: fc.array(text, { maxLength: 5 }),
  mode: fc.constantFrom(...modes),
  status: fc.constantFrom(...phases),
  template: text,
  anonymous: fc.boolean(),
});

test('a head is read as it was written, whatever follows it', () => {
  fc.assert(
    fc.property(matter, text, (head, body) => {
      const written = writeFrontMatter(head);
      expect(readFrontMatter(`${written}${body}`)).toEqual(head);
      expect(
        written
          .trimEnd()
          .split('\n')
          .filter((line) => line === '---'),
      ).toHaveLength(2);
    }),
  );
});

test('what is no head of ours is never read as one', () => {
  fc.assert(
    fc.property(text, (body) => {
      expect(
        readFrontMatter(`---
title: x
---
${body}`),
      ).toBeUndefined();
    }),
  );
});

test('the list has one row for each file, in one order, whatever the titles hold', () => {
  const file = fc.record({ path: named.map((incident) => newPublishedName(incident, () => false)), matter });
  fc.assert(
    fc.property(fc.uniqueArray(file, { maxLength: 8, selector: ({ path }) => path }), (files) => {
      const list = publishedIndex(files);
      expect(publishedIndex(files.toReversed())).toBe(list);
      const rows = list.split('\n').filter((line) => line.startsWith('| ') && line.includes('.md)'));
      expect(rows).toHaveLength(files.length);
      for (const { path } of files) expect(rows.filter((row) => row.includes(`](${path})`))).toHaveLength(1);
    }),
  );
});
