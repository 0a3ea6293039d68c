import { describe, expect, test } from 'vitest';
import { keepPlaybookDraft, readPlaybookDraft } from '../../renderer/screens/playbook/playbook-draft.ts';
import { type JsonSchema, offersAt } from '../../renderer/screens/playbook/schema-words.ts';
import { differenceOf } from '../../renderer/screens/playbook/text-difference.ts';
import { placeIn } from '../../renderer/screens/playbook/yaml-place.ts';
import { playbookJsonSchema } from '../../shared/playbook/json-schema.ts';

const form = playbookJsonSchema() as unknown as JsonSchema;

/** What is offered where the bar stands. */
function offers(written: string): readonly string[] | undefined {
  const place = placeIn(written.replace('|', ''), written.indexOf('|'));
  return place && offersAt(form, place).map(({ insert }) => insert);
}

describe('what the editor offers', () => {
  test('at the top is every key that the text does not have yet', () => {
    expect(offers('name: Acme\n|')).toEqual(expect.arrayContaining(['version: ', 'severities:', 'checklists:']));
    expect(offers('name: Acme\n|')).not.toContain('name: ');
  });

  test('within a mapping are its own keys, whatever stands before and after', () => {
    const keys = offers('severities:\n  "1":\n    label: SEV1\n    |\n    soakMinutes: 3\n  "2":\n    meaning: less\n');
    expect(keys).toEqual(expect.arrayContaining(['meaning: ', 'requiredRoles:', 'review:']));
    expect(keys).not.toContain('label: ');
    expect(keys).not.toContain('soakMinutes: ');
  });

  test('within an item of a list are the item’s keys, and not those that its neighbour has', () => {
    expect(offers('checklists:\n  - id: first\n    mode: read-do\n  - id: second\n    |')).toEqual(
      expect.arrayContaining(['title: ', 'mode: ', 'items:']),
    );
    expect(offers('checklists:\n- id: first\n  |')).toContain('mode: ');
  });

  test('after a key are its values', () => {
    expect(offers('checklists:\n  - mode: |')).toEqual(['read-do', 'do-confirm']);
    expect(offers('schema: |')).toEqual(['wheelhouse-playbook/1']);
    expect(offers('cadences:\n  |')).toEqual(expect.arrayContaining(['staff:', 'customers:']));
  });

  test('in a comment, or in a block of text, is nothing', () => {
    expect(offers('# na|')).toBeUndefined();
    expect(offers('name: Acme # na|')).toBeUndefined();
    expect(offers('updateTemplates:\n  - id: first\n    text: >-\n      We know |')).toBeUndefined();
  });

  test('in a text that is no playbook at all is nothing that throws', () => {
    for (const text of ['|', '- |', '-\n-\n  - - |', '}: |', '"a|', '\u0000|', ':::|\n']) expect(() => offers(text)).not.toThrow();
  });

  test('after a key of every prototype is nothing', () => {
    expect(offers('constructor: |')).toEqual([]);
    expect(offers('__proto__:\n  |')).toEqual([]);
  });
});

describe('two texts', () => {
  test('that are the same have no difference', () => {
    expect(differenceOf('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  test('that differ show what went and what came, and count what stayed', () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const after = before.with(15, 'another');
    const lines = differenceOf(before.join('\n'), after.join('\n'));
    expect(lines.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'skipped', text: '12 lines are the same' },
      { kind: 'removed', text: 'line 15' },
      { kind: 'added', text: 'another' },
      { kind: 'skipped', text: '11 lines are the same' },
    ]);
    expect(lines.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual([
      'line 12',
      'line 13',
      'line 14',
      'line 16',
      'line 17',
      'line 18',
    ]);
  });
});

describe('a draft of the playbook', () => {
  const box = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  test('is there again after it was kept, and gone after it was dropped', () => {
    const storage = box();
    keepPlaybookDraft(storage, { text: 'name: Acme', from: 'default' });
    expect(readPlaybookDraft(storage)).toEqual({ text: 'name: Acme', from: 'default' });
    keepPlaybookDraft(storage, undefined);
    expect(readPlaybookDraft(storage)).toBeUndefined();
  });

  test('that something else wrote over is none', () => {
    for (const text of ['null', '7', '{', '{"text":1,"from":"x"}']) {
      const storage = box();
      storage.setItem('wheelhouse.draft.playbook', text);
      expect(readPlaybookDraft(storage)).toBeUndefined();
    }
  });
});
