import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { diffPlaybooks } from '../../shared/playbook/playbook-diff.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';

const [first, second, ...others] = defaultPlaybook.checklists as [Playbook['checklists'][number], Playbook['checklists'][number]];
const withChecklists = (...checklists: Playbook['checklists']): Playbook => ({ ...defaultPlaybook, checklists });

describe('what changed between two playbooks', () => {
  test('is nothing where they say the same, in whichever order their keys came', () => {
    expect(diffPlaybooks(defaultPlaybook, structuredClone(defaultPlaybook))).toEqual([]);
    const backwards = Object.fromEntries(Object.entries(defaultPlaybook).reverse()) as Playbook;
    expect(diffPlaybooks(defaultPlaybook, backwards)).toEqual([]);
  });

  test('is named by keys, not by places', () => {
    const items = first.items.map((item) => (item.id === 'severity' ? { ...item, says: 'Set it.' } : item));
    const says = first.items.find(({ id }) => id === 'severity')?.says;
    expect(diffPlaybooks(defaultPlaybook, withChecklists({ ...first, items }, second, ...others))).toEqual([
      { kind: 'changed', path: 'checklists.first-five-minutes.items.severity.says', before: says, after: 'Set it.' },
    ]);
  });

  test('says of a thing that came or went only that, and not that all behind it moved', () => {
    expect(diffPlaybooks(defaultPlaybook, withChecklists(second, ...others))).toEqual([
      { kind: 'removed', path: 'checklists.first-five-minutes', before: first },
    ]);
    const added = { ...second, id: 'ours' };
    expect(diffPlaybooks(defaultPlaybook, withChecklists(added, first, second, ...others))).toEqual([
      { kind: 'added', path: 'checklists.ours', after: added },
    ]);
  });

  test('says that a list has another order, once', () => {
    const rest = others.map(({ id }) => id);
    expect(diffPlaybooks(defaultPlaybook, withChecklists(second, first, ...others))).toEqual([
      { kind: 'changed', path: 'checklists', before: [first.id, second.id, ...rest], after: [second.id, first.id, ...rest] },
    ]);
  });

  test('names words of a list, figures, and parts that are absent', () => {
    const { escalate, ...one } = defaultPlaybook.severities[1];
    const after: Playbook = {
      ...defaultPlaybook,
      labels: [...defaultPlaybook.labels, 'tides'],
      reopenDays: 14,
      severities: { ...defaultPlaybook.severities, 1: { ...one, requiredRoles: ['commander', 'ops', 'comms'] } },
    };
    expect(diffPlaybooks(defaultPlaybook, after)).toEqual([
      { kind: 'changed', path: 'reopenDays', before: 7, after: 14 },
      { kind: 'removed', path: 'severities.1.requiredRoles.scribe', before: 'scribe' },
      { kind: 'removed', path: 'severities.1.escalate', before: escalate },
      { kind: 'added', path: 'labels.tides', after: 'tides' },
    ]);
  });

  test('tells people of one name apart in a directory', () => {
    const ada = { kind: 'person' as const, name: 'Ada', phones: ['1'], services: [] };
    const before = { ...defaultPlaybook, directory: [ada] };
    const after = { ...defaultPlaybook, directory: [ada, { ...ada, phones: ['2'] }] };
    expect(diffPlaybooks(before, after)).toEqual([{ kind: 'added', path: 'directory.Ada (2)', after: { ...ada, phones: ['2'] } }]);
  });
});
