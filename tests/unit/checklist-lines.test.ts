/** Checklists in the composer: `/list`, and the marks by number. */
import { describe, expect, test } from 'vitest';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { offersOf } from '../../shared/incident/log-line/offers.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { withLists } from '../fixtures/checklist-playbook.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

function night() {
  const console = declared(2, { playbook: withLists });
  const context = () => lineContextOf(console.view, { now: console.now, self: console.actor.id, name: 'Kim' });
  const read = (line: string) => parseLine(line, context());
  /** Types the line as somebody would who presses Enter. */
  const types = (line: string) => {
    const parsed = read(line);
    if (parsed.kind !== 'command') throw new Error(`${line}: ${parsed.kind}`);
    return console.run(parsed.draft);
  };
  return { console, context, read, types };
}

describe('/list', () => {
  test('alone shows the checklists', () => {
    expect(night().read('/list')).toMatchObject({ kind: 'open', screen: 'checklist', chip: { label: 'checklists' } });
    expect(night().read('/list')).not.toHaveProperty('list');
  });

  test.each(['/list first-minutes', '/list first', '/list FIRST MINUTES', '/list minutes'])('opens the list and shows it: %s', (line) => {
    expect(night().read(line)).toMatchObject({
      kind: 'command',
      draft: { type: 'checklist.open', list: 'first-minutes' },
      chip: { label: 'open checklist', details: ['First minutes'] },
      opens: { kind: 'open', screen: 'checklist', list: 'first-minutes' },
    });
  });

  test('takes the time at which it was opened', () => {
    const { console, read } = night();
    console.passes(10 * minute);
    expect(read('/list @-5m first')).toMatchObject({ draft: { type: 'checklist.open', at: console.now - 5 * minute } });
  });

  test('goes to a list that is open already, and sends nothing', () => {
    const { read, types } = night();
    types('/list first');
    expect(read('/list first')).toMatchObject({ kind: 'open', screen: 'checklist', list: 'first-minutes' });
  });

  test('asks which one, where several titles have the words, and names those there are where none has', () => {
    const { read } = night();
    expect(read('/list long')).toMatchObject({ draft: { list: 'long' } });
    expect(read('/list on')).toMatchObject({
      kind: 'fault',
      message: 'several checklists are called on',
      expected: 'one of arrival, risky, long',
      at: 6,
    });
    expect(read('/list nonsense')).toMatchObject({ kind: 'fault', message: 'no checklist is called nonsense' });
  });

  test('offers the lists by name', () => {
    const { context } = night();
    expect(offersOf({ of: 'checklists' }, context())[0]).toEqual({ label: 'first-minutes', text: 'First minutes' });
  });
});

describe('a mark by number', () => {
  test('says the item’s words on the chip, and marks it', () => {
    const { console, read, types } = night();
    types('/list first');
    expect(read('/tick 2')).toMatchObject({
      kind: 'command',
      draft: { type: 'checklist.mark', item: 'severity', as: 'ticked' },
      chip: { label: 'done', details: ['2 Severity: unsure, take the higher', 'First minutes'] },
    });
    for (const line of ['/tick 2', '/skip 1 nobody sees anything yet', '/na 3', '/untick 2']) expect(types(line).ok).toBe(true);
    expect(console.view.checklists[0]?.items.map(({ state }) => state)).toEqual(['skipped', 'open', 'notApplicable']);
    expect(console.view.checklists[0]?.items[0]?.reason).toBe('nobody sees anything yet');
  });

  test('may be said by another, at an earlier time', () => {
    const { console, read, types } = night();
    console.does({ type: 'person.add', name: 'Sam' });
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id;
    types('/list first');
    console.passes(10 * minute);
    expect(read('sam: /tick @-5m 1')).toMatchObject({ draft: { by: sam, at: console.now - 5 * minute, as: 'ticked' } });
  });

  test('asks for the reason of a skip, for a number that is there, and for a list that is open', () => {
    const { read, types } = night();
    expect(read('/tick 1')).toMatchObject({ kind: 'fault', message: 'no checklist was opened' });
    types('/list first');
    expect(read('/skip 1')).toMatchObject({ kind: 'fault', message: 'why it is skipped is missing' });
    expect(read('/tick')).toMatchObject({ kind: 'fault', message: 'the number of an item is missing', expected: 'a number from 1 to 3' });
    expect(read('/tick 4')).toMatchObject({ kind: 'fault', message: '"First minutes" has no item 4' });
    expect(read('/tick 0')).toMatchObject({ kind: 'fault' });
  });

  test('is offered for the items that it can change', () => {
    const { context, types } = night();
    types('/list first');
    types('/tick 2');
    expect(offersOf({ of: 'items', states: ['open'] }, context()).map(({ label }) => label)).toEqual(['1', '3']);
  });
});
