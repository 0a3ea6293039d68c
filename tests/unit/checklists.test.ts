/** Lists that are gone through: when they are offered, what a mark does, and what an organisation may require of them. */
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../shared/incident/checklists/content-hash.ts';
import { checklistLine, currentChecklist, offeredChecklists } from '../../shared/incident/checklists/offered-checklists.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { available, remedyKey } from '../../shared/incident/next-step.ts';
import type { ChecklistView } from '../../shared/incident/promise-view.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { draftText } from '../drafting.ts';
import { arrival, firstMinutes, fixing, loop, onRequest, withLists, withRequired } from '../fixtures/checklist-playbook.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

/** A night with Kim alone, in command. */
function night(options: { readonly playbook?: typeof withLists; readonly severity?: 1 | 2 | 3 } = {}) {
  const { playbook = withLists, severity = 2 } = options;
  const console = declared(severity, { playbook });
  const lists = (): readonly ChecklistView[] => console.view.checklists;
  const list = (at = 0): ChecklistView => {
    const found = lists()[at];
    if (!found) throw new Error('no such checklist');
    return found;
  };
  const mark = (item: string, as: 'ticked' | 'skipped' | 'notApplicable' | 'open', more: { reason?: string; by?: string } = {}, at = 0) =>
    console.run({ type: 'checklist.mark', checklist: list(at).id, item, as, ...more });
  const said = (): string => timelineOf(console.view).at(-1)?.text ?? '';
  const offered = (person = console.actor.id): readonly string[] => offeredChecklists(console.view, person).map(({ id }) => id);
  return { console, lists, list, mark, said, offered, kim: console.actor.id };
}

describe('opening a list', () => {
  test('copies its words out of the pinned playbook, under a label and with the hash of what it says', () => {
    const { console, list, said, kim } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    expect(list()).toEqual({
      id: expect.any(String),
      label: 'c1',
      list: 'first-minutes',
      title: 'First minutes',
      mode: 'read-do',
      hash: contentHash(firstMinutes),
      state: 'open',
      items: firstMinutes.items.map((item) => ({ ...item, state: 'open' })),
      openedAt: console.now,
      openedBy: kim,
    });
    expect(said()).toBe('Checklist opened: First minutes');
  });

  test('that is open already is refused plainly; once it is complete it may be opened again', () => {
    const { console, mark, lists } = night();
    console.does({ type: 'checklist.open', list: 'loop' });
    const again = () => console.run({ type: 'checklist.open', list: 'loop' });
    expect(again()).toMatchObject({
      ok: false,
      error: { code: 'impossible', message: 'Not from here: "Loop of the commander" is open already, as c1; /list loop goes to it.' },
    });
    mark('actions', 'ticked');
    mark('impact', 'ticked');
    expect(again().ok).toBe(true);
    expect(lists().map(({ label, state }) => `${label} ${state}`)).toEqual(['c1 complete', 'c2 open']);
  });

  test('that no playbook has is refused by its name', () => {
    expect(night().console.run({ type: 'checklist.open', list: 'nonsense' })).toMatchObject({
      ok: false,
      error: { message: "Not from here: this incident's playbook has no checklist that is called nonsense; /list shows those it has." },
    });
  });

  test('gives another hash when a word, the order or a requirement changes, and none when it is offered at another time', () => {
    const hash = contentHash(fixing);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash({ ...fixing, items: fixing.items.toReversed() })).not.toBe(hash);
    expect(contentHash({ ...fixing, title: 'Before any action' })).not.toBe(hash);
    expect(contentHash({ ...fixing, items: fixing.items.map((item) => ({ ...item, required: 'fix' as const })) })).not.toBe(hash);
    expect(contentHash({ ...fixing, when: {} } as typeof fixing)).toBe(hash);
  });

  test('is possible in an incident that is over, such as for its review', () => {
    const { console } = night({ severity: 3 });
    console.does({ type: 'incident.cancel', reason: 'a mistake' });
    expect(console.run({ type: 'checklist.open', list: 'tools-down' }).ok).toBe(true);
  });
});

describe('a mark', () => {
  test('is an entry that says the item, the list and the content that it was about', () => {
    const { console, list, mark, said, kim } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    console.passes(minute);
    expect(mark('sees', 'ticked')).toMatchObject({
      ok: true,
      value: [
        {
          type: 'checklist.itemTicked',
          body: { list: 'first-minutes', hash: contentHash(firstMinutes), says: 'Write what a customer sees' },
        },
      ],
    });
    expect(list().items[0]).toEqual({ ...firstMinutes.items[0], state: 'ticked', at: console.now, by: kim });
    expect(said()).toBe('Done: Write what a customer sees');
    const line = timelineOf(console.view).at(-1);
    expect(line).toMatchObject({ kind: 'note', starred: false, written: false });
  });

  test('skips with a reason only, and keeps the reason', () => {
    const { console, list, mark, said } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    expect(mark('severity', 'skipped')).toMatchObject({
      ok: false,
      error: { code: 'requirements', unmet: [{ requirement: 'reason', remedy: { type: 'checklist.mark', fields: ['reason'] } }] },
    });
    expect(mark('severity', 'skipped', { reason: 'the boss said' }).ok).toBe(true);
    expect(list().items[1]).toMatchObject({ state: 'skipped', reason: 'the boss said' });
    expect(said()).toBe('Skipped: Severity: unsure, take the higher: the boss said');
  });

  test('completes the list when it leaves no item open, and clearing one opens it again', () => {
    const { console, list, mark, said } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    mark('sees', 'ticked');
    mark('message', 'notApplicable');
    expect(list().state).toBe('open');
    mark('severity', 'skipped', { reason: 'later' });
    expect(list().state).toBe('complete');
    mark('severity', 'ticked');
    expect(list()).toMatchObject({ state: 'complete', items: [{}, { state: 'ticked' }, {}] });
    expect(list().items[1]?.reason).toBeUndefined();
    mark('sees', 'open');
    expect(list().state).toBe('open');
    expect(list().items[0]).toEqual({ ...firstMinutes.items[0], state: 'open' });
    expect(said()).toBe('Open again: Write what a customer sees');
  });

  test('that says what is so already, or is about what is not there, is refused plainly', () => {
    const { console, mark } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    mark('sees', 'ticked');
    const message = (answer: ReturnType<typeof mark>) => (answer.ok ? 'went through' : answer.error.message);
    expect(message(mark('sees', 'ticked'))).toBe('Not from here: "Write what a customer sees" is ticked already.');
    expect(message(mark('severity', 'open'))).toBe('Not from here: "Severity: unsure, take the higher" is open already.');
    expect(message(mark('nonsense', 'ticked'))).toBe('Not from here: such an item of "First minutes" is not known in this incident.');
    expect(message(console.run({ type: 'checklist.mark', checklist: console.newId(), item: 'sees', as: 'ticked' }))).toBe(
      'Not from here: this checklist is not known in this incident.',
    );
  });

  test('of a second console that ticks what was ticked is contested, and both consoles’ lists stay under labels of their own', () => {
    const { console: here, list } = night();
    here.does({ type: 'checklist.open', list: 'loop' });
    const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ida', playbook: withLists });
    there.hears(here);
    const tick = { type: 'checklist.mark', checklist: list().id, item: 'impact', as: 'ticked' } as const;
    here.does({ type: 'checklist.open', list: 'tools-down' });
    there.does({ type: 'checklist.open', list: 'risky' });
    here.does(tick);
    there.passes(1);
    there.does(tick);
    here.hears(there);
    there.hears(here);
    expect(here.view).toEqual(there.view);
    expect(here.view.checklists.map(({ label, list: key }) => `${label} ${key}`)).toEqual(['c1 loop', 'c2 tools-down', 'c2b risky']);
    expect(here.view.contested.map(({ why }) => why)).toEqual(['"New impact?" on c1 is ticked already']);
  });

  test('of a list or an item that is not there is contested, and changes nothing', () => {
    const { console, list } = night();
    console.does({ type: 'checklist.open', list: 'loop' });
    const before = list();
    const body = { checklist: before.id, item: 'nonsense', says: 'nonsense', list: 'loop', hash: before.hash };
    const write = (fields: object) =>
      console.write(
        { id: console.newId(), type: 'checklist.itemTicked', v: 1, body: { ...body, ...fields } },
        { command: console.newId() },
        console.actor.id,
      );
    write({});
    write({ checklist: console.newId() });
    expect(console.view.contested.map(({ why }) => why)).toEqual(['c1 has no such item', 'it names a checklist that is not known here']);
    expect(list()).toEqual(before);
  });

  test('on a list whose text was erased is no conflict, and the next list does not take its label', () => {
    const { console, list, mark } = night();
    console.does({ type: 'checklist.open', list: 'loop' });
    const { id } = list();
    mark('impact', 'ticked');
    console.does({ type: 'checklist.open', list: 'risky' });
    const erased = console.events.map((event) => (event.id === id ? { ...event, body: null } : event));
    const view = foldAll(console.incidentId, erased).view;
    expect(view.checklists.map(({ label, title, state }) => ({ label, title, state }))).toEqual([
      { label: 'c1', title: 'Text erased', state: 'complete' },
      { label: 'c2', title: 'Before a risky action', state: 'open' },
    ]);
    expect(view.contested).toEqual([]);
  });
});

describe('a list is offered', () => {
  test('to whoever is alone in the playbook’s order, and to a commander among others by the role first', () => {
    const { console, offered } = night();
    expect(offered()).toEqual(['first-minutes', 'arrival']);
    console.does({ type: 'person.add', name: 'Sam' });
    expect(offered()).toEqual(['arrival', 'first-minutes']);
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
    expect(offered(sam)).toEqual(['first-minutes']);
  });

  test('to one who is alone with the list for one alone first, of those that ship', () => {
    const { console, offered } = night({ playbook: defaultPlaybook });
    expect(offered()[0]).toBe('first-five-minutes');
    console.does({ type: 'person.add', name: 'Sam' });
    expect(offered()[0]).toBe('commander-arrives');
  });

  test('once for each time that the incident comes to where it fits', () => {
    const { console, offered, mark } = night();
    console.passes(minute);
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    expect(offered()).toEqual(['arrival']);
    for (const item of firstMinutes.items) mark(item.id, 'ticked');
    expect(offered()).toEqual(['arrival']);
    console.passes(minute);
    console.does({ type: 'entry.add', kind: 'action', text: 'rolled back' });
    console.does({ type: 'fix.start' });
    expect(offered()).toEqual(['risky']);
    console.passes(minute);
    console.does({ type: 'fix.stop', reason: 'it did not help' });
    expect(offered()).toEqual(['first-minutes', 'arrival']);
  });

  test('again to whoever takes the role later', () => {
    const { console, offered } = night();
    console.does({ type: 'checklist.open', list: 'arrival' });
    for (const { id } of arrival.items) {
      console.does({ type: 'checklist.mark', checklist: console.view.checklists[0]?.id ?? '', item: id, as: 'ticked' });
    }
    console.does({ type: 'person.add', name: 'Sam' });
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
    expect(offered(sam)).not.toContain('arrival');
    console.passes(minute);
    console.does({ type: 'role.assign', role: 'commander', person: sam });
    expect(offered(sam)).toContain('arrival');
    expect(offered()).not.toContain('arrival');
  });

  test('by type, severity and tempo too, by no clock, and not at all without a when', () => {
    const { console, offered } = night();
    console.does({ type: 'incident.amend', incidentType: 'security' });
    expect(offered()[0]).toBe('severe-security');
    console.does({ type: 'severity.set', severity: 3, reason: 'fewer than we thought' });
    expect(offered()).not.toContain('severe-security');
    console.does({ type: 'tempo.set', tempo: 'long' });
    expect(offered()).toContain('long');
    expect(offered()).not.toContain('tools-down');
  });

  test('no more once the incident is over, nor in one that is written afterwards', () => {
    const { console, offered } = night();
    console.does({ type: 'tempo.set', tempo: 'long' });
    console.does({ type: 'incident.cancel', reason: 'a mistake' });
    expect(offered()).toEqual([]);
    const late = new PaperConsole({ playbook: withLists });
    late.does({ type: 'incident.declare', title: 'Last week', severity: 2, mode: 'backfilled' });
    expect(offeredChecklists(late.view, late.actor.id)).toEqual([]);
    expect(checklistLine(late.view, late.actor.id)).toBeUndefined();
  });
});

describe('in the draft of the postmortem', () => {
  test('ticks are left out, unless somebody starred one', () => {
    const { console, mark } = night();
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    mark('sees', 'ticked');
    mark('severity', 'ticked');
    const starred = timelineOf(console.view).at(-1)?.item.id ?? '';
    console.does({ type: 'entry.star', entry: starred, starred: true });
    const text = draftText(console.view);
    expect(text).toContain('Done: Severity: unsure, take the higher');
    expect(text).not.toContain('Done: Write what a customer sees');
    expect(text).not.toContain('Checklist opened');
  });
});

describe('the line beside the work', () => {
  test('offers, then shows what is open, counts the others, and goes back to offering when the open list fits no more', () => {
    const { console, kim } = night();
    const line = () => checklistLine(console.view, kim);
    expect(line()).toMatchObject({ kind: 'offered', list: { id: 'first-minutes' }, others: 1 });
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    expect(line()).toMatchObject({ kind: 'open', checklist: { label: 'c1' }, others: 1 });
    console.does({ type: 'entry.add', kind: 'action', text: 'rolled back' });
    console.does({ type: 'fix.start' });
    expect(line()).toMatchObject({ kind: 'offered', list: { id: 'risky' }, others: 1 });
    console.does({ type: 'checklist.open', list: 'risky' });
    expect(line()).toMatchObject({ kind: 'open', checklist: { label: 'c2' }, others: 1 });
  });

  test('shows a list that was opened on request until it is done, and nothing where the playbook has no lists', () => {
    const { console, kim, mark } = night();
    console.does({ type: 'checklist.open', list: onRequest.id });
    expect(checklistLine(console.view, kim)).toMatchObject({ kind: 'open', checklist: { title: 'Tools are down' }, others: 2 });
    mark('tree', 'ticked');
    expect(checklistLine(console.view, kim)).toMatchObject({ kind: 'offered' });
    const bare = night({ playbook: { ...defaultPlaybook, checklists: [] } });
    expect(checklistLine(bare.console.view, bare.kim)).toBeUndefined();
  });

  test('prefers what one opened oneself', () => {
    const { console, kim } = night();
    console.does({ type: 'person.add', name: 'Sam' });
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
    console.does({ type: 'checklist.open', list: loop.id });
    console.does({ type: 'checklist.open', list: onRequest.id, by: sam });
    expect(currentChecklist(console.view, kim)?.label).toBe('c1');
    expect(currentChecklist(console.view, sam)?.label).toBe('c2');
  });
});

describe('a required item', () => {
  const acted = (severity: 2 | 3 = 2) => {
    const one = night({ playbook: withRequired, severity });
    one.console.does({ type: 'entry.add', kind: 'action', text: 'rolled back' });
    return one;
  };

  test('holds the transition back, by name and with the line that leads to it, until it is ticked or does not apply', () => {
    const { console, mark } = acted();
    const fix = () => console.run({ type: 'fix.start' });
    const refused = fix();
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'requirements',
        message: 'Not yet. Missing: "The way back was tested", "Somebody watches the signal" on the checklist Before a risky action.',
      },
    });
    if (!refused.ok) expect(refused.error.unmet.map(remedyKey)).toEqual(['/list risky']);
    console.does({ type: 'checklist.open', list: 'risky' });
    mark('way-back', 'ticked');
    expect(fix()).toMatchObject({ error: { message: expect.stringContaining('Missing: "Somebody watches the signal" on') } });
    mark('watcher', 'skipped', { reason: 'nobody is awake' });
    expect(fix()).toMatchObject({ ok: false });
    mark('watcher', 'notApplicable');
    expect(fix().ok).toBe(true);
  });

  test('is done in any opening of its list', () => {
    const { console, mark } = acted();
    console.does({ type: 'checklist.open', list: 'risky' });
    for (const item of ['way-back', 'watcher', 'time']) mark(item, 'ticked');
    console.does({ type: 'checklist.open', list: 'risky' });
    expect(console.run({ type: 'fix.start' }).ok).toBe(true);
  });

  test('is passed over with a reason, which the log keeps', () => {
    const { console } = acted();
    console.does({ type: 'fix.start', override: { reason: 'it burns' } });
    expect(console.view).toMatchObject({ phase: 'fixing', overrides: [{ reason: 'it burns', unmet: ['requiredItems'] }] });
  });

  test('concerns incidents of its list’s type and severity only', () => {
    const { console, mark } = acted();
    console.does({ type: 'checklist.open', list: 'risky' });
    for (const item of ['way-back', 'watcher']) mark(item, 'ticked');
    console.does({ type: 'incident.amend', incidentType: 'security' });
    expect(console.run({ type: 'fix.start' })).toMatchObject({
      error: { message: 'Not yet. Missing: "Image before reboot" on the checklist Breach.' },
    });
    console.does({ type: 'severity.set', severity: 3, reason: 'smaller' });
    expect(console.run({ type: 'fix.start' }).ok).toBe(true);
  });

  test('holds back accepting the incident, where a severity or the declaration would have accepted it', () => {
    const first = {
      ...firstMinutes,
      items: firstMinutes.items.map((item) => (item.id === 'sees' ? { ...item, required: 'accept' as const } : item)),
    };
    const { console, mark } = night({ playbook: { ...defaultPlaybook, checklists: [first] }, severity: 2 });
    expect(console.view).toMatchObject({ phase: 'triage', severity: 2 });
    console.does({ type: 'severity.set', severity: 1 });
    expect(console.view).toMatchObject({ phase: 'triage', severity: 1 });
    expect(console.run({ type: 'incident.accept' })).toMatchObject({
      error: { message: 'Not yet. Missing: "Write what a customer sees" on the checklist First minutes.' },
    });
    console.does({ type: 'checklist.open', list: 'first-minutes' });
    mark('sees', 'ticked');
    console.does({ type: 'severity.set', severity: 1 });
    expect(console.view.phase).toBe('investigating');
  });

  test('is marked nowhere in the playbook that ships', () => {
    expect(defaultPlaybook.checklists.flatMap(({ items }) => items.filter(({ required }) => required !== undefined))).toEqual([]);
    const { console } = night({ playbook: defaultPlaybook });
    expect(available(console.view, console.now).flatMap(({ unmet }) => unmet.map(({ requirement }) => requirement))).not.toContain(
      'requiredItems',
    );
  });
});
