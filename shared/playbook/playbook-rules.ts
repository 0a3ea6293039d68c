/** The rules between the parts of a playbook: what is named exists, nothing has the key of another, and figures agree. They hold for a text whose form has faults too, so that all faults are told at once. */
import { severities } from '../vocabulary/words.ts';
import { agreeingFigures } from './figure-rules.ts';
import { butAllowed } from './near-words.ts';
import { listOf, partOf, type RuleFault, recordOf, wordOf } from './rule-reading.ts';
import { templatePieces, templateSlots } from './template-slots.ts';

/** Everything in which the parts of a playbook do not fit together. `value`: what the text says, of whatever form. */
export function ruleFaults(value: unknown): readonly RuleFault[] {
  return [
    ...ownKeys(value),
    ...wordsOnce(value),
    ...knownRoles(value),
    ...knownTypes(value),
    ...commanderEverywhere(value),
    ...offeredSometime(value),
    ...filledSlots(value),
    ...agreeingFigures(value),
  ];
}

type Path = readonly PropertyKey[];

const listsWithKeys = [
  ['roles', 'role'],
  ['triage', 'question'],
  ['levers', 'lever'],
  ['types', 'type'],
  ['checklists', 'checklist'],
  ['updateTemplates', 'template'],
] as const;

/** Keys are what the log keeps: two things with one key could not be told apart. */
function ownKeys(value: unknown): readonly RuleFault[] {
  const lists = listsWithKeys.flatMap(([list, what]) => twice(idsIn(partOf(value, list), [list]), what));
  const items = listOf(partOf(value, 'checklists')).flatMap((checklist, index) =>
    twice(idsIn(partOf(checklist, 'items'), ['checklists', index, 'items']), 'item of this list'),
  );
  const labels = severities.map((severity) => ({
    word: wordOf(partOf(partOf(partOf(value, 'severities'), String(severity)), 'label')),
    path: ['severities', String(severity), 'label'],
  }));
  return [...lists, ...items, ...twice(labels, 'severity')];
}

interface Written {
  readonly word: string | undefined;
  readonly path: Path;
}

function idsIn(list: unknown, path: Path): readonly Written[] {
  return listOf(list).map((row, index) => ({ word: wordOf(partOf(row, 'id')), path: [...path, index, 'id'] }));
}

function wordsIn(list: unknown, path: Path): readonly Written[] {
  return listOf(list).map((row, index) => ({ word: typeof row === 'number' ? String(row) : wordOf(row), path: [...path, index] }));
}

function twice(written: readonly Written[], what: string): readonly RuleFault[] {
  const met = new Set<string>();
  return written.flatMap(({ word, path }) => {
    if (word === undefined) return [];
    if (met.has(word)) return [{ path, message: `Another ${what} before is called ${word} already; each needs a name of its own.` }];
    met.add(word);
    return [];
  });
}

/** A word twice in a list of words is a slip, most often for another word. */
function wordsOnce(value: unknown): readonly RuleFault[] {
  const lists: readonly (readonly [unknown, Path])[] = [
    ...roleLists(value),
    ...typeLists(value),
    [partOf(value, 'labels'), ['labels']],
    [partOf(partOf(value, 'approval'), 'audiences'), ['approval', 'audiences']],
    ...listOf(partOf(value, 'updateTemplates')).map(
      (template, index) => [partOf(template, 'audiences'), ['updateTemplates', index, 'audiences']] as const,
    ),
    ...listOf(partOf(value, 'checklists')).flatMap((checklist, index) =>
      ['phases', 'tempos', 'severities'].map(
        (part) => [partOf(partOf(checklist, 'when'), part), ['checklists', index, 'when', part]] as const,
      ),
    ),
  ];
  return lists.flatMap(([list, path]) => {
    const met = new Set<string>();
    return wordsIn(list, path).flatMap(({ word, path: place }) => {
      if (word === undefined || !met.has(word)) {
        if (word !== undefined) met.add(word);
        return [];
      }
      return [{ path: place, message: `${word} stands in this list twice; once is enough.` }];
    });
  });
}

function roleLists(value: unknown): readonly (readonly [unknown, Path])[] {
  return [
    ...Object.entries(recordOf(partOf(value, 'severities'))).map(
      ([severity, row]) => [partOf(row, 'requiredRoles'), ['severities', severity, 'requiredRoles']] as const,
    ),
    ...listOf(partOf(value, 'types')).map((type, index) => [partOf(type, 'requiredRoles'), ['types', index, 'requiredRoles']] as const),
    ...listOf(partOf(value, 'checklists')).map(
      (checklist, index) => [partOf(partOf(checklist, 'when'), 'roles'), ['checklists', index, 'when', 'roles']] as const,
    ),
  ];
}

function typeLists(value: unknown): readonly (readonly [unknown, Path])[] {
  return [
    ...listOf(partOf(value, 'checklists')).map(
      (checklist, index) => [partOf(partOf(checklist, 'when'), 'types'), ['checklists', index, 'when', 'types']] as const,
    ),
    ...listOf(partOf(value, 'updateTemplates')).map(
      (template, index) => [partOf(template, 'types'), ['updateTemplates', index, 'types']] as const,
    ),
  ];
}

function knownRoles(value: unknown): readonly RuleFault[] {
  return unknownIn(roleLists(value), idsOf(value, 'roles'), 'role');
}

function knownTypes(value: unknown): readonly RuleFault[] {
  return unknownIn(typeLists(value), idsOf(value, 'types'), 'type');
}

function idsOf(value: unknown, list: string): readonly string[] {
  return [...new Set(idsIn(partOf(value, list), [list]).flatMap(({ word }) => word ?? []))];
}

function unknownIn(lists: readonly (readonly [unknown, Path])[], known: readonly string[], what: string): readonly RuleFault[] {
  const names = new Set(known);
  return lists.flatMap(([list, path]) =>
    wordsIn(list, path).flatMap(({ word, path: place }) =>
      word === undefined || names.has(word)
        ? []
        : [{ path: place, message: `“${word}” is no ${what} of this playbook${listed(word, known, what)}.` }],
    ),
  );
}

/** The person that every rule of command asks for. Source: roles, domain design. */
function commanderEverywhere(value: unknown): readonly RuleFault[] {
  const roles = partOf(value, 'roles');
  const absent = Array.isArray(roles) && !idsOf(value, 'roles').includes('commander');
  const named = absent ? [{ path: ['roles'], message: 'No role here is called commander; every incident needs one who decides.' }] : [];
  const required = Object.entries(recordOf(partOf(value, 'severities'))).flatMap(([severity, row]) => {
    const list = partOf(row, 'requiredRoles');
    if (!Array.isArray(list) || list.includes('commander')) return [];
    const path = ['severities', severity, 'requiredRoles'];
    return [
      { path, message: `commander is missing among the roles that severity ${severity} requires; each severity needs one who decides.` },
    ];
  });
  return [...named, ...required];
}

/** A condition with nothing in it never holds: the list would never be offered. */
function offeredSometime(value: unknown): readonly RuleFault[] {
  return listOf(partOf(value, 'checklists')).flatMap((checklist, index) =>
    Object.entries(recordOf(partOf(checklist, 'when'))).flatMap(([part, words]) =>
      Array.isArray(words) && words.length === 0
        ? [
            {
              path: ['checklists', index, 'when', part],
              message: `${part} is an empty list, which never holds; leave ${part} out where it does not matter.`,
            },
          ]
        : [],
    ),
  );
}

const slotNames = Object.keys(templateSlots);

function filledSlots(value: unknown): readonly RuleFault[] {
  return listOf(partOf(value, 'updateTemplates')).flatMap((template, index) => {
    const text = wordOf(partOf(template, 'text'));
    const path = ['updateTemplates', index, 'text'];
    return templatePieces(text ?? '').flatMap((piece) => {
      if (piece.type === 'strayBrace') {
        return [
          {
            path,
            message: `A single ${piece.brace} stands in this text; write ${piece.brace.repeat(2)} for a brace, or {impact} for a slot.`,
          },
        ];
      }
      if (piece.type !== 'unknownSlot') return [];
      const name = `{${piece.name.slice(0, 40)}}`;
      return [{ path, message: `${name} is no slot${listed(piece.name, slotNames, 'slot')}.` }];
    });
  });
}

const mostListed = 30;

function listed(word: string, known: readonly string[], what: string): string {
  if (known.length === 0) return `; there are no ${what}s in it`;
  const more = known.length > mostListed ? ` and ${known.length - mostListed} more` : '';
  return `${butAllowed(word, known, 'allowed are')} ${known.slice(0, mostListed).join(', ')}${more}`;
}
