import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { diffPlaybooks } from '../../shared/playbook/playbook-diff.ts';
import type { PlaybookFault } from '../../shared/playbook/playbook-fault.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { type Playbook, playbookSchema } from '../../shared/playbook/schema.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';

const shipped = writePlaybook(defaultPlaybook);
const lines = shipped.split('\n');

/** A text gives faults that a person can find, in the order of the text, or a playbook that is written and read back as it was. */
function isRead(text: string): void {
  const read = readPlaybook(text);
  if (!read.ok) {
    areFaults(read.error, text);
    return;
  }
  expect(playbookSchema.parse(read.value)).toEqual(read.value);
  expect(readPlaybook(writePlaybook(read.value))).toEqual(read);
}

function areFaults(faults: readonly PlaybookFault[], text: string): void {
  expect(faults.length).toBeGreaterThan(0);
  const rows = text.split('\n');
  let before = [0, 0] as readonly [number, number];
  for (const { line, column, message } of faults) {
    expect(message).toMatch(/^\S[^\n]*[.…]$/);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(rows.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1);
    expect(line > before[0] || (line === before[0] && column >= before[1])).toBe(true);
    before = [line, column];
  }
}

const place = fc.nat({ max: shipped.length });
const tokens = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '\n',
  '\t',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!x ',
  '|',
  '>',
  '%',
  '? ',
  '---\n',
  '\0',
  '\uFEFF',
  'é',
  '1',
];
/** What a hand does to a text that was right. */
const slip = fc.oneof(
  fc.record({ at: place, cut: fc.nat({ max: 40 }), put: fc.constantFrom('', ...tokens) }),
  fc.record({ at: place, cut: fc.constant(0), put: fc.string({ unit: 'binary', maxLength: 6 }) }),
);
const withSlips = fc
  .array(slip, { minLength: 1, maxLength: 4 })
  .map((slips) => slips.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), shipped));
/** Whole lines that went, came twice, or moved. */
const withLinesMoved = fc
  .array(fc.tuple(fc.nat({ max: lines.length - 1 }), fc.nat({ max: lines.length - 1 }), fc.constantFrom('drop', 'copy', 'indent')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((moves) =>
    moves
      .reduce<readonly string[]>((rows, [from, to, how]) => {
        if (how === 'drop') return rows.toSpliced(from, 1);
        if (how === 'indent') return rows.with(Math.min(from, rows.length - 1), ` ${rows[from] ?? ''}`);
        return rows.toSpliced(to, 0, rows[from] ?? '');
      }, lines)
      .join('\n'),
  );

/** Another value in one place of a playbook that was right. */
const withAnotherValue = fc
  .tuple(
    fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }),
    fc.oneof(fc.jsonValue(), fc.constantFrom('commander', 1, null, [], {}, '__proto__')),
  )
  .map(([steps, value]) => {
    const copy = structuredClone(defaultPlaybook) as unknown as Record<string, unknown>;
    let part: Record<string, unknown> = copy;
    for (const [index, step] of steps.entries()) {
      const keys = Object.keys(part);
      const key = keys[step % keys.length];
      if (key === undefined) break;
      const next = part[key];
      if (index === steps.length - 1 || typeof next !== 'object' || next === null) {
        part[key] = value;
        break;
      }
      part = next as Record<string, unknown>;
    }
    return copy;
  });

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((text) => text !== 'constructor');
const sentence = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => text.replaceAll(/[{}]/g, '.'));
/** Playbooks that keep every rule, with texts of any sort. */
const playbooks: fc.Arbitrary<Playbook> = fc
  .record({
    name: sentence,
    version: fc.string({ minLength: 1, maxLength: 64 }),
    reopenDays: fc.integer({ min: 1, max: 400 }),
    labels: fc.uniqueArray(word, { maxLength: 8 }),
    thingsToTry: fc.array(sentence, { maxLength: 4 }),
    directory: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('person' as const, 'team' as const, 'service' as const),
          name: sentence,
          phones: fc.array(fc.string({ minLength: 2, maxLength: 60 }), { maxLength: 3 }),
          services: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 3 }),
          note: fc.string({ maxLength: 100 }),
        },
        { requiredKeys: ['kind', 'name', 'phones', 'services'] },
      ),
      { maxLength: 4 },
    ),
    texts: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ texts, ...parts }) => ({
    ...defaultPlaybook,
    ...parts,
    updateTemplates: texts.map((text, index) => ({
      id: `template-${index}`,
      name: `Template ${index}`,
      audiences: ['staff' as const],
      use: 'update' as const,
      text: `${text.replaceAll('{', '{{').replaceAll('}', '}}')} {impact}`,
    })),
  }));

describe('any text is read as a playbook or as faults with their places', () => {
  test.each([
    ['characters of any sort', fc.string({ unit: 'binary', maxLength: 300 }), 300],
    [
      'characters that YAML knows',
      fc.array(fc.constantFrom(...tokens, 'a', 'key', ' ', '  ', ':', '-', ','), { maxLength: 80 }).map((all) => all.join('')),
      600,
    ],
    ['JSON', fc.json(), 300],
    ['YAML of any value', fc.jsonValue().map((value) => stringify(value)), 300],
    ['the shipped text with slips', withSlips, 80],
    ['the shipped text with lines moved', withLinesMoved, 50],
    ['the shipped playbook with another value, as JSON', withAnotherValue.map((value) => JSON.stringify(value)), 50],
    [
      'the shipped playbook with another value, as YAML',
      withAnotherValue.map((value) => stringify(value, { aliasDuplicateObjects: false })),
      40,
    ],
  ] as readonly (readonly [string, fc.Arbitrary<string>, number])[])('%s', (_name, texts, numRuns) => {
    fc.assert(fc.property(texts, isRead), { numRuns });
  });
});

describe('a playbook that keeps every rule', () => {
  test('is written, and read back as it was', () => {
    fc.assert(
      fc.property(playbooks, (playbook) => {
        expect(readPlaybook(writePlaybook(playbook))).toEqual({ ok: true, value: playbook });
      }),
      { numRuns: 60 },
    );
  });

  test('differs from itself in nothing, and from another in something', () => {
    fc.assert(
      fc.property(playbooks, playbooks, (one, other) => {
        expect(diffPlaybooks(one, structuredClone(one))).toEqual([]);
        const there = diffPlaybooks(one, other);
        expect(there.length === 0).toBe(writePlaybook(one) === writePlaybook(other));
        const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const back = diffPlaybooks(other, one).map(({ kind, path }) => `${turned[kind]} ${path}`);
        expect(new Set(back)).toEqual(new Set(there.map(({ kind, path }) => `${kind} ${path}`)));
      }),
      { numRuns: 60 },
    );
  });
});
