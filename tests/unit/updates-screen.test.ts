/** The updates screen without its screen: what is typed, what is kept, and how what came of messages reads. */
import { describe, expect, test } from 'vitest';
import { hrefOf, parseRoute } from '../../renderer/route.ts';
import { changedRuns } from '../../renderer/screens/updates/changed-runs.ts';
import { historyWords, pendingWords, toldWords } from '../../renderer/screens/updates/history-words.ts';
import { keepMessages, readMessages } from '../../renderer/screens/updates/kept-messages.ts';
import { messageActs, waitsForWord } from '../../renderer/screens/updates/message-acts.ts';
import { approvalWords, copiedText, deliveryAnswers, deliveryWords, waitingWords } from '../../renderer/screens/updates/message-words.ts';
import { nextPlace, quoted } from '../../renderer/screens/updates/remarks.tsx';
import type { OpenMessage } from '../../renderer/screens/updates/use-messages.ts';
import { fromTemplate, settled, textOf, wholeOf, withReplaced } from '../../renderer/screens/updates/whole-message.ts';
import {
  beginning,
  continuing,
  isOvertaken,
  type Messages,
  nextAtOf,
  nextTyped,
  toggled,
  withNext,
} from '../../renderer/screens/updates/writing.ts';
import { clocksOf } from '../../shared/incident/clocks.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import type { DeliveryView } from '../../shared/incident/promise-view.ts';
import { diffWithLast } from '../../shared/incident/updates/diff-with-last.ts';
import { updateHistory } from '../../shared/incident/updates/update-history.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { joins, meet } from '../fixtures/rooms.ts';

/** Kim commands, Sam is comms; customers are owed a first message. */
function night() {
  const kim = declared(2);
  const sam = joins(kim, 'Sam');
  kim.does({ type: 'role.assign', role: 'comms', person: sam.actor.id });
  kim.does({ type: 'impact.describe', text: 'customers cannot pay' });
  meet(kim, sam);
  return { kim, sam };
}

/** A box like the browser's, which may be full. */
function box(held: Record<string, string> = {}, full: 'full' | 'roomy' = 'roomy') {
  return {
    held,
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => {
      if (full === 'full') throw new Error('no room');
      held[key] = value;
    },
    removeItem: (key: string) => {
      delete held[key];
    },
  };
}

const nothing = { send: () => {}, copy: () => {}, save: () => {}, approve: () => {}, file: () => {}, discard: () => {} };
const fresh = (kim: PaperConsole): OpenMessage => ({
  key: 'new',
  writing: beginning(kim.view, kim.now, ['customers']),
  standing: 'untouched',
});

describe('a message that nobody touched', () => {
  test('is to those whose clock is due first, yet not to the responders while others wait, and to whom one came for', () => {
    const { kim } = night();
    expect(beginning(kim.view, kim.now).audiences).toEqual(['customers']);
    kim.does({ type: 'update.send', audiences: ['customers'], text: 'we look', nextAt: kim.now + 120 * minute });
    kim.does({ type: 'update.send', audiences: ['staff', 'executives'], text: 'we look', nextAt: kim.now + 90 * minute });
    kim.passes(19 * minute);
    expect(clocksOf(kim.view, kim.now)[0]?.audience).toBe('responders');
    expect(beginning(kim.view, kim.now).audiences).toEqual([clocksOf(kim.view, kim.now)[1]?.audience]);
    expect(beginning(kim.view, kim.now, ['partners']).audiences).toEqual(['partners']);
  });

  test('reads as its template makes it of the log, and changes with the log until somebody types', () => {
    const { kim } = night();
    const writing = beginning(kim.view, kim.now, ['customers']);
    expect(textOf(writing, kim.view, kim.now)).toContain('customers cannot pay');
    kim.does({ type: 'impact.describe', text: 'cards are refused' });
    expect(textOf(writing, kim.view, kim.now)).toContain('cards are refused');
    const typed = settled(writing, kim.view, kim.now);
    kim.does({ type: 'impact.describe', text: 'it is worse' });
    expect(textOf(typed, kim.view, kim.now)).toContain('cards are refused');
    expect(wholeOf(typed, kim.view, kim.now)).toMatchObject({ template: 'customers-first', nextAt: nextAtOf(typed, kim.view, kim.now) });
  });

  test('promises what its text says, however long the writing takes', () => {
    const { kim } = night();
    const typed = settled(beginning(kim.view, kim.now, ['customers']), kim.view, kim.now);
    const at = nextAtOf(typed, kim.view, kim.now);
    kim.passes(7 * minute);
    expect(nextAtOf(typed, kim.view, kim.now)).toBe(at);
  });
});

describe('the next time', () => {
  test('that somebody types stands in the text in the place of the one before, also when the field was empty between', () => {
    const { kim } = night();
    const typed = settled(beginning(kim.view, kim.now, ['customers']), kim.view, kim.now);
    const emptied = withNext(typed, nextTyped('', kim.now), kim.view, kim.now);
    expect(emptied.next).toEqual({ kind: 'unsaid', typed: '' });
    const later = withNext(emptied, nextTyped('45', kim.now), kim.view, kim.now);
    // 00:30 UTC and 45 minutes, in a Berlin that springs forward at 01:00 UTC.
    expect(later.text).toContain('Next message: 03:15 Berlin');
    expect(later.text).not.toContain(typed.text?.match(/Next message: .*/)?.[0]);
  });

  test('leaves a text alone in which the time stands twice, or not at all', () => {
    const { kim } = night();
    const settledOne = settled(beginning(kim.view, kim.now, ['customers']), kim.view, kim.now);
    for (const text of ['soon', 'at 01:30 Berlin, yes, at 01:30 Berlin']) {
      const typed = { ...settledOne, text };
      expect(withNext(typed, nextTyped('45', kim.now), kim.view, kim.now).text).toBe(text);
    }
  });

  test('is a whole minute, and nothing that is no number of minutes', () => {
    expect(nextTyped('5', 61_000)).toEqual({ kind: 'at', at: 6 * minute + minute, typed: '5' });
    for (const typed of ['', '0', '-5', 'soon', '5.5', '12345']) expect(nextTyped(typed, 0)).toEqual({ kind: 'unsaid', typed });
  });

  test('is gone once the message is final', () => {
    const { kim } = night();
    const final = withNext(beginning(kim.view, kim.now, ['customers']), { kind: 'final' }, kim.view, kim.now);
    expect(wholeOf(final, kim.view, kim.now)).toMatchObject({ final: true });
    expect(wholeOf(final, kim.view, kim.now).nextAt).toBeUndefined();
  });
});

test('audiences stand in the order of the list, whoever was ticked first', () => {
  const { kim } = night();
  const one = beginning(kim.view, kim.now, ['partners']);
  expect(toggled(toggled(one, 'staff'), 'customers').audiences).toEqual(['staff', 'customers', 'partners']);
  expect(toggled(one, 'partners').audiences).toEqual([]);
});

test('a template takes the place of what was typed, which can be put back', () => {
  const { kim } = night();
  const typed = { ...settled(beginning(kim.view, kim.now, ['customers']), kim.view, kim.now), text: 'my own words' };
  const made = fromTemplate(typed, 'customers-update');
  expect(textOf(made, kim.view, kim.now)).toContain('What we are doing');
  expect(textOf(withReplaced(made), kim.view, kim.now)).toBe('my own words');
});

describe('a draft', () => {
  test('that somebody else rewrites while one writes in it is overtaken; one that was only approved is not', () => {
    const { kim, sam } = night();
    sam.does({ type: 'update.draft', audiences: ['customers'], text: 'we look', nextAt: sam.now + 20 * minute });
    const draft = () => {
      const [found] = kim.view.drafts;
      if (!found) throw new Error('no draft');
      return found;
    };
    meet(kim, sam);
    const mine = continuing(draft(), kim.now);
    kim.does({ type: 'update.approve', draft: draft().id });
    expect(isOvertaken(mine, draft())).toBe(false);
    meet(kim, sam);
    sam.does({ type: 'update.redraft', draft: draft().id, audiences: ['customers'], text: 'we know more', nextAt: sam.now + 20 * minute });
    meet(kim, sam);
    expect(isOvertaken(mine, draft())).toBe(true);
  });

  test('waits for the commander by name, says until when, and asks the commander for their word', () => {
    const { kim, sam } = night();
    sam.does({ type: 'update.draft', audiences: ['customers'], text: 'we look', nextAt: sam.now + 20 * minute });
    meet(kim, sam);
    const [draft] = sam.view.drafts;
    if (!draft) throw new Error('no draft');
    expect(waitingWords(sam.view, draft, sam.now, sam.actor.id)).toBe('u1 to customers: waits for Kim; without it from 01:32 (2:00)');
    expect(approvalWords(kim.view, draft, kim.now, kim.actor.id).says).toContain('Sam asks for your word');
    expect(approvalWords(sam.view, draft, sam.now + 2 * minute, sam.actor.id)).toEqual({
      says: 'waits for Kim; it may go out without, and then says unapproved',
      tone: 'now',
    });
    // What the commander wrote has their word, whoever sends it.
    kim.does({ type: 'update.draft', audiences: ['customers'], text: 'in my words', nextAt: kim.now + 20 * minute });
    const own = kim.view.drafts[1];
    expect(own && approvalWords(kim.view, own, kim.now, kim.actor.id).says).toBe('a draft, ready to send');
    kim.does({ type: 'update.approve', draft: draft.id });
    const [approved] = kim.view.drafts;
    expect(approved && approvalWords(kim.view, approved, kim.now, kim.actor.id)).toEqual({ says: 'approved by Kim, 01:30', tone: 'done' });
  });
});

describe('what can be done with a message', () => {
  const acts = (console: PaperConsole, open: OpenMessage, more: { readonly chosen?: readonly string[]; readonly text?: string } = {}) =>
    messageActs({
      view: console.view,
      self: console.actor.id,
      open,
      text: more.text ?? 'we look',
      channels: { chosen: more.chosen ?? [], known: more.chosen?.length ?? 0 },
      now: console.now,
      run: nothing,
    });

  test('by comms, to customers: first of all, to ask the commander', () => {
    const { sam } = night();
    expect(acts(sam, fresh(sam))[0]).toMatchObject({ id: 'save', name: 'Ask Kim to approve it', look: 'main' });
  });

  test('by the commander: to copy it where there is no channel, and to send it where there is one', () => {
    const { kim } = night();
    expect(acts(kim, fresh(kim))[0]).toMatchObject({ id: 'copy', look: 'main' });
    const send = acts(kim, fresh(kim)).find(({ id }) => id === 'send');
    expect(send?.unavailable).toBe('No channel that is on reaches customers: copy it, or set one up in the settings.');
    expect(acts(kim, fresh(kim), { chosen: ['#status'] })[0]).toMatchObject({ id: 'send', name: 'Send to customers over #status' });
  });

  test('that is for nobody, says nothing or is too long: nothing that sends it, and each says why', () => {
    const { kim } = night();
    const nobody = { ...fresh(kim), writing: toggled(fresh(kim).writing, 'customers') };
    const reasons = (open: OpenMessage, text: string) => new Set(acts(kim, open, { text, chosen: ['#a'] }).map((act) => act.unavailable));
    expect(reasons(nobody, 'x')).toEqual(new Set(['Tick whom it is for first.', undefined]));
    expect(reasons(fresh(kim), '  ')).toEqual(new Set(['There is nothing to send yet.', undefined]));
    expect(reasons(fresh(kim), 'x'.repeat(20_001))).toEqual(new Set(['It is too long for one message.', undefined]));
  });

  test('waits for no word once it is approved as it stands, and for one again when it is changed', () => {
    const { kim, sam } = night();
    sam.does({ type: 'update.draft', audiences: ['customers'], text: 'we look', nextAt: sam.now + 20 * minute });
    meet(kim, sam);
    const draftOf = (console: PaperConsole) => {
      const [draft] = console.view.drafts;
      if (!draft) throw new Error('no draft');
      return draft;
    };
    const open = (console: PaperConsole): OpenMessage => {
      const draft = draftOf(console);
      return { key: draft.id, writing: continuing(draft, console.now), standing: 'untouched', draft };
    };
    const waits = (console: PaperConsole, standing: OpenMessage['standing'] = 'untouched') =>
      waitsForWord({ view: console.view, self: console.actor.id, open: { ...open(console), standing }, now: console.now });
    expect(waits(sam)).toBe('Kim');
    expect(acts(kim, open(kim)).find(({ id }) => id === 'approve')).toMatchObject({ name: 'Approve u1' });
    expect(acts(sam, open(sam)).find(({ id }) => id === 'approve')).toBeUndefined();
    kim.does({ type: 'update.approve', draft: draftOf(kim).id });
    meet(kim, sam);
    expect(waits(sam)).toBeUndefined();
    expect(waits(sam, 'changed')).toBe('Kim');
  });
});

describe('what is kept of messages', () => {
  const messages: Messages = {
    open: 'new',
    changed: {
      new: {
        audiences: ['staff', 'customers'],
        text: 'half a sentence \u{1F6E0} فشل',
        template: 'customers-first',
        next: { kind: 'at', at: 5 * minute, typed: '5' },
        named: 3 * minute,
        without: ['hook'],
        replaced: 'before',
        base: { audiences: ['customers'], text: 'x', final: false, nextAt: 9 },
      },
      other: { audiences: [], next: { kind: 'unsaid', typed: 'abc' } },
    },
  };

  test('comes back whole', () => {
    const storage = box();
    keepMessages(storage, 'inc', messages);
    expect(readMessages(storage, 'inc')).toEqual(messages);
    expect(readMessages(storage, 'another')).toEqual({ open: 'new', changed: {} });
    keepMessages(storage, 'inc', { open: 'new', changed: {} });
    expect(storage.held).toEqual({});
  });

  test('is read as nothing where it is damaged, and a full storage stops nobody', () => {
    const key = 'wheelhouse.messages.inc';
    for (const damaged of ['', '{', 'null', '[]', '7', '{"open":3,"changed":[]}', '{"changed":{"new":{"audiences":"customers"}}}'])
      expect(readMessages(box({ [key]: damaged }), 'inc')).toEqual({ open: 'new', changed: {} });
    expect(
      readMessages(box({ [key]: '{"changed":{"new":{"audiences":["aliens","staff"],"next":{"kind":"at"}}}}' }), 'inc').changed,
    ).toEqual({
      new: { audiences: ['staff'], next: { kind: 'suggested' } },
    });
    expect(() => keepMessages(box({}, 'full'), 'inc', messages)).not.toThrow();
  });
});

describe('a delivery', () => {
  const queued: DeliveryView = { update: 'u', channel: 'c', name: '#ops', state: 'queued', origin: 'o', queuedAt: 0, attempts: 0 };
  const says = (more: Partial<DeliveryView>, now = 0) => deliveryWords({ ...queued, ...more }, now, 'UTC').says;

  test('says how it stands, and how late it was', () => {
    expect(says({})).toBe('queued');
    expect(says({}, 5 * minute)).toBe('queued for 5 min: offline, or the other side is');
    expect(says({ attempts: 1, why: 'it answered 503', retryAt: 3 * minute })).toBe('refused: it answered 503; tried again at 00:03');
    expect(says({ state: 'arrived', arrivedAt: minute, lateMs: minute })).toBe('arrived, 00:01');
    expect(says({ state: 'arrived', arrivedAt: 21 * minute, lateMs: 21 * minute })).toBe('arrived 21 min late, 00:21');
    expect(says({ state: 'uncertain', why: 'the line broke' })).toBe('not known to have arrived: the line broke');
  });

  test('asks for a word where nobody knows, and for none on its way or once it arrived', () => {
    expect(deliveryAnswers({ ...queued, state: 'uncertain' }).map(({ says }) => says)).toEqual(['it arrived', 'send again', 'let go']);
    expect(deliveryAnswers({ ...queued, state: 'sending' })).toEqual([]);
    expect(deliveryAnswers({ ...queued, state: 'arrived' })).toEqual([]);
  });
});

describe('the history of an audience', () => {
  test('sets each message against what was promised before it, and counts what was kept', () => {
    const { kim } = night();
    const tell = (next: number) => kim.does({ type: 'update.send', audiences: ['staff'], text: 'so far', nextAt: kim.now + next * minute });
    kim.passes(4 * minute);
    tell(10);
    kim.passes(9 * minute);
    tell(10);
    kim.passes(18 * minute);
    expect(pendingWords(kim.view, 'staff', kim.now)).toEqual({ says: 'promised 01:53, 8 min ago: broken', tone: 'broken' });
    tell(10);
    const history = updateHistory(kim.view, 'staff');
    expect(history.told.map((told) => toldWords(told, 'Europe/Berlin').says)).toEqual([
      expect.stringContaining('nothing was promised before it, after 4 min'),
      expect.stringContaining('promised 01:44, came 1 min early: kept'),
      expect.stringContaining('promised 01:53, came 8 min late: broken'),
    ]);
    expect(historyWords(history)).toBe('3 messages · 1 of 2 promises kept, 1 broken · longest silence 18 min');
  });
});

describe('the comparison with the last message', () => {
  test('puts words that were taken out one after the other together, and so those in their place', () => {
    const { kim } = night();
    kim.does({ type: 'update.send', audiences: ['staff'], text: 'We are looking into failed payments.', nextAt: kim.now + 20 * minute });
    const pieces = diffWithLast(kim.view, 'staff', 'We are mending the failed payments.') ?? [];
    expect(changedRuns(pieces)).toEqual([
      { change: 'same', text: 'We are ' },
      { change: 'removed', text: 'looking into' },
      { change: 'added', text: 'mending the' },
      { change: 'same', text: ' failed payments.' },
    ]);
  });

  test('loses no letter of either text by that', () => {
    const { kim } = night();
    const last = 'one two\nthree  four five';
    const text = 'uno two dos\n\nthree tres  cuatro five.';
    kim.does({ type: 'update.send', audiences: ['staff'], text: last, nextAt: kim.now + 20 * minute });
    const runs = changedRuns(diffWithLast(kim.view, 'staff', text) ?? []);
    const without = (change: string) =>
      runs
        .filter((run) => run.change !== change)
        .map((run) => run.text)
        .join('');
    expect(without('removed')).toBe(text);
    expect(without('added')).toBe(last);
  });
});

test('the walk through places goes on behind the caret, and begins again after the last', () => {
  const places = [
    { start: 2, end: 4 },
    { start: 9, end: 9 },
  ];
  expect(nextPlace(places, { start: -1, end: -1 })).toBe(places[0]);
  expect(nextPlace(places, { start: 2, end: 4 })).toBe(places[1]);
  expect(nextPlace(places, { start: 9, end: 9 })).toBe(places[0]);
  expect(nextPlace([], { start: 0, end: 0 })).toBeUndefined();
});

test('a place is quoted on one line and cut where it is long; what is missing has no words', () => {
  expect(quoted('We hope\n  so.', { start: 3, end: 12 })).toBe('“hope so”');
  expect(quoted('x'.repeat(100), { start: 0, end: 100 })).toHaveLength(62);
  expect(quoted('abc', { start: 3, end: 3 })).toBe('missing');
});

test('what is copied for those outside says the status page’s word first, and a drill says that it is one', () => {
  expect(copiedText('We look.', ['customers'], 'identified', 'live')).toBe('Status: Identified\n\nWe look.');
  expect(copiedText('We look.', ['staff'], 'identified', 'live')).toBe('We look.');
  expect(copiedText('We look.', ['staff'], 'identified', 'drill')).toBe('DRILL. This is an exercise.\n\nWe look.');
});

describe('/updates', () => {
  const opens = (line: string) => parseLine(line, lineContextOf(declared(2).view, { now: 0, self: 'kim', name: 'Kim', incidents: [] }));

  test('leads to the updates, to an audience or to a draft', () => {
    expect(opens('/updates')).toMatchObject({ kind: 'open', screen: 'updates' });
    expect(opens('/updates Customers')).toMatchObject({ kind: 'open', screen: 'updates', about: 'customers' });
    expect(opens('/updates u12')).toMatchObject({ kind: 'open', screen: 'updates', about: 'u12' });
  });

  test('says what belongs behind it where that is neither', () => {
    expect(opens('/updates everybody')).toMatchObject({ kind: 'fault', message: '"everybody" is neither an audience nor a draft', at: 9 });
  });
});

test('the addresses of the updates, of an audience and of a draft lead there and nowhere else', () => {
  for (const route of [
    { screen: 'updates', incident: 'inc-1' },
    { screen: 'updates', incident: 'inc-1', about: 'customers' },
    { screen: 'updates', incident: 'inc-1', about: 'u1' },
  ] as const)
    expect(parseRoute(hrefOf(route))).toEqual(route);
  expect(parseRoute('#/incident/inc-1/updates/u1/more')).toEqual({ screen: 'lost' });
});
