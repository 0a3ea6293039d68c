/** `/list`, and the marks of the list that is open: `/tick`, `/skip`, `/na` and `/untick`, each with the number of an item. */
import { ok, type Result } from '../../result.ts';
import type { ChecklistItemState } from '../../vocabulary/words.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import { afterWord, type Cursor, faultAt, restOf, wordAt } from './cursor.ts';
import { folded } from './names.ts';
import type { LineChecklist, LineContext, LineFault, LineItem } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand, OpeningReading } from './reading.ts';
import { shortened } from './things.ts';

/** How many lists a fault names. */
const namedInFault = 8;

function readList({ cursor, context, time }: CommandInput): Result<CommandReading | OpeningReading, LineFault> {
  if (restOf(cursor) === '') return ok({ opening: { kind: 'open', screen: 'checklist' } });
  const found = listCalled(cursor, context);
  if (!found.ok) return found;
  const { list, title, standing } = found.value;
  const opening = { kind: 'open', screen: 'checklist', list } as const;
  if (standing === 'open') return ok({ opening, label: `checklist ${shortened(title)}` });
  const at = time === undefined ? {} : { at: time.occurredAt };
  return ok({ draft: { type: 'checklist.open', list, ...at }, label: 'open checklist', details: [shortened(title)], opens: opening });
}

/** By its key, its title, or words that only one title has. */
function listCalled(cursor: Cursor, context: LineContext): Result<LineChecklist, LineFault> {
  const lists = context.checklists?.lists ?? [];
  const typed = folded(restOf(cursor).trim());
  const exact = lists.find(({ list, title }) => list === typed || folded(title) === typed);
  if (exact !== undefined) return ok(exact);
  const alike = lists.filter(({ list, title }) => list.startsWith(typed) || folded(title).includes(typed));
  const [only, ...more] = alike;
  if (only !== undefined && more.length === 0) return ok(only);
  const shown = shortened(restOf(cursor));
  if (only !== undefined) return faultAt(cursor, `several checklists are called ${shown}`, oneOf(alike));
  const none = 'a checklist: the playbook of this incident has none';
  return faultAt(cursor, `no checklist is called ${shown}`, lists.length === 0 ? none : oneOf(lists));
}

function oneOf(lists: readonly LineChecklist[]): string {
  const named = lists.slice(0, namedInFault).map(({ list }) => list);
  return `one of ${named.join(', ')}${lists.length > named.length ? ' …' : ''}`;
}

/** The item whose number stands at the cursor, of the list that is gone through. */
function readItem(cursor: Cursor, context: LineContext) {
  const current = context.checklists?.current;
  if (current === undefined) return faultAt(cursor, 'no checklist was opened', 'a checklist to be open: /list opens one');
  const word = wordAt(cursor);
  const number = word.replace(/[,:;.]$/, '');
  const item = /^[1-9]\d{0,2}$/.test(number) ? current.items[Number(number) - 1] : undefined;
  if (item !== undefined) return ok({ checklist: current, item, words: itemWords(number, item), next: afterWord(cursor, word) });
  const message = word === '' ? 'the number of an item is missing' : `"${shortened(current.title)}" has no item ${shortened(word)}`;
  return faultAt(cursor, message, `a number from 1 to ${current.items.length}`);
}

const itemWords = (number: string, { says }: LineItem): string => `${number} ${shortened(says)}`;

function marking(as: ChecklistItemState, why: 'asked' | 'free'): LineCommand['read'] {
  return (input) => {
    const found = readItem(input.cursor, input.context);
    if (!found.ok) return found;
    const { checklist, item, words, next } = found.value;
    const rest = readCircumstances(next, input);
    if (!rest.ok) return rest;
    const { reason, override } = rest.value;
    if (why === 'asked' && reason === undefined && override === undefined)
      return faultAt(next, 'why it is skipped is missing', 'a reason, in a few words');
    return ok({
      draft: { type: 'checklist.mark', checklist: checklist.id, item: item.id, as, ...rest.value },
      details: [words, shortened(checklist.title), ...overrideDetail(rest.value)],
    });
  };
}

/** In the order in which F1 lists them. */
export const checklistCommands: readonly LineCommand[] = [
  {
    name: 'list',
    usage: '/list [checklist]',
    says: 'shows the checklists; with a name, opens that one',
    label: 'checklists',
    sends: ['checklist.open'],
    takesTime: 'moment',
    names: { of: 'checklists' },
    read: readList,
  },
  {
    name: 'tick',
    usage: '/tick 3',
    says: 'this item of the open checklist is done',
    label: 'done',
    sends: ['checklist.mark'],
    takesTime: 'moment',
    names: { of: 'items', states: ['open', 'skipped', 'notApplicable'] },
    read: marking('ticked', 'free'),
  },
  {
    name: 'skip',
    usage: '/skip 3 reason',
    says: 'skips it, with the reason',
    label: 'skipped',
    sends: ['checklist.mark'],
    takesTime: 'moment',
    names: { of: 'items', states: ['open', 'ticked', 'notApplicable'] },
    read: marking('skipped', 'asked'),
  },
  {
    name: 'na',
    usage: '/na 3 [why]',
    says: 'it does not apply here',
    label: 'does not apply',
    sends: ['checklist.mark'],
    takesTime: 'moment',
    names: { of: 'items', states: ['open', 'ticked', 'skipped'] },
    read: marking('notApplicable', 'free'),
  },
  {
    name: 'untick',
    usage: '/untick 3',
    says: 'it is open again',
    label: 'open again',
    sends: ['checklist.mark'],
    takesTime: 'moment',
    names: { of: 'items', states: ['ticked', 'skipped', 'notApplicable'] },
    read: marking('open', 'free'),
  },
];
