/** What became of the messages: deliveries as the fold tells them, the difference from the last one, and how the promises were kept. */
import { describe, expect, test } from 'vitest';
import { foldAll } from '../../shared/incident/fold.ts';
import { diffWithLast } from '../../shared/incident/updates/diff-with-last.ts';
import { updateHistory } from '../../shared/incident/updates/update-history.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const channels = [
  { id: 'ops', name: 'Slack #ops' },
  { id: 'mail', name: 'E-mail' },
];

function sent(): PaperConsole {
  const console = declared(2, { channels });
  console.does({ type: 'person.add', name: 'Sam' });
  console.does({
    type: 'update.send',
    audiences: ['staff'],
    text: 'Payments fail',
    nextAt: console.now + 20 * minute,
    channels: ['ops', 'mail', 'ops'],
  });
  return console;
}

/** What the sender writes down, as the deadline of a delivery would. */
function sender(console: PaperConsole, type: string, body: object, channel = 'ops'): void {
  const update = console.view.updates[0]?.id ?? '';
  const cause = { deadline: `delivery/${update}/${channel}/${JSON.stringify(body)}` };
  console.write({ id: console.newId(), type, v: 1, body: { update, channel, ...body } }, cause, 'system');
}
const settle = (console: PaperConsole, outcome: 'arrived' | 'again' | 'dropped', reason?: string) =>
  console.run({
    type: 'delivery.settle',
    update: console.view.updates[0]?.id ?? '',
    channel: 'ops',
    outcome,
    ...(reason !== undefined && { reason }),
  });
const overOps = (console: PaperConsole) => console.view.deliveries.find(({ channel }) => channel === 'ops');
const contested = (console: PaperConsole) => console.view.contested.map(({ why }) => why);

describe('a delivery', () => {
  test('is queued once for each channel, and arrives with how late it was', () => {
    const console = sent();
    expect(console.view.deliveries.map(({ channel, state }) => [channel, state])).toEqual([
      ['ops', 'queued'],
      ['mail', 'queued'],
    ]);
    sender(console, 'delivery.begun', { attempt: 1 });
    expect(overOps(console)).toMatchObject({ state: 'sending', attempts: 1 });
    console.now += 2000;
    sender(console, 'delivery.arrived', { attempt: 1, lateMs: 2000 });
    expect(overOps(console)).toMatchObject({ state: 'arrived', arrivedAt: console.now, lateMs: 2000 });
    expect(console.view.deliveries[1]?.state).toBe('queued');
  });

  test('that is refused waits for its time, and is given up when there is none', () => {
    const console = sent();
    sender(console, 'delivery.begun', { attempt: 1 });
    sender(console, 'delivery.refused', { attempt: 1, why: 'too many requests', retryAt: console.now + minute });
    expect(overOps(console)).toMatchObject({ state: 'queued', retryAt: console.now + minute, why: 'too many requests' });
    sender(console, 'delivery.begun', { attempt: 2 });
    expect(overOps(console)).not.toHaveProperty('retryAt');
    sender(console, 'delivery.refused', { attempt: 2, why: 'no such room' });
    expect(overOps(console)).toMatchObject({ state: 'failed', why: 'no such room', attempts: 2 });
  });

  test('that may have arrived goes out again only on the word of a person', () => {
    const console = sent();
    sender(console, 'delivery.begun', { attempt: 1 });
    expect(settle(console, 'again')).toMatchObject({
      error: { message: 'Not from here: the message over Slack #ops is on its way: wait for the answer.' },
    });
    sender(console, 'delivery.uncertain', { attempt: 1, why: 'the line broke' });
    sender(console, 'delivery.begun', { attempt: 2 });
    expect(overOps(console)?.state).toBe('uncertain');
    expect(contested(console)).toEqual(['the message over Slack #ops is not known to have arrived']);
    expect(settle(console, 'again').ok).toBe(true);
    sender(console, 'delivery.begun', { attempt: 2, again: true });
    expect(overOps(console)).toMatchObject({ state: 'sending', attempts: 2 });
    expect(overOps(console)).not.toHaveProperty('why');
  });

  test('that is let go says why, and that somebody saw arrive is over', () => {
    const console = sent();
    expect(settle(console, 'dropped', 'said on the call').ok).toBe(true);
    expect(overOps(console)).toMatchObject({ state: 'dropped', why: 'said on the call' });
    expect(settle(console, 'arrived').ok).toBe(true);
    expect(overOps(console)).toMatchObject({ state: 'arrived', arrivedAt: console.now });
    expect(settle(console, 'again')).toMatchObject({ ok: false });
    const unknown = console.run({ type: 'delivery.settle', update: 'no-such-update', channel: 'ops', outcome: 'again' });
    expect(unknown).toMatchObject({ error: { message: 'Not from here: this delivery is not known in this incident.' } });
  });

  test('counts no attempt twice, none that is over, and none of another console', () => {
    const console = sent();
    sender(console, 'delivery.begun', { attempt: 1 });
    sender(console, 'delivery.begun', { attempt: 1, twice: true });
    sender(console, 'delivery.refused', { attempt: 1, why: 'busy', retryAt: console.now });
    sender(console, 'delivery.begun', { attempt: 2 });
    sender(console, 'delivery.arrived', { attempt: 1, lateMs: 1 });
    const other = new PaperConsole({ incidentId: console.incidentId, name: 'Ida', now: console.now + 1 });
    other.hears(console);
    sender(other, 'delivery.arrived', { attempt: 2, lateMs: 1 });
    console.hears(other);
    expect(overOps(console)).toMatchObject({ state: 'sending', attempts: 2 });
    expect(contested(console)).toEqual([
      'attempt 1 over Slack #ops is over',
      'attempt 1 over Slack #ops is over',
      'another console sends the message over Slack #ops',
    ]);
    sender(console, 'delivery.begun', { attempt: 1 }, 'pager');
    expect(contested(console).at(-1)).toBe('it names a delivery that is not known here');
  });

  test('folds to the same whatever the order in which the log arrives', () => {
    const console = sent();
    sender(console, 'delivery.begun', { attempt: 1 });
    sender(console, 'delivery.uncertain', { attempt: 1, why: 'broke' });
    settle(console, 'again');
    sender(console, 'delivery.begun', { attempt: 2 });
    expect(foldAll(console.incidentId, [...console.events].reverse()).view).toEqual(console.view);
  });
});

describe('the difference from the last message', () => {
  test('is told word by word, for the audience that had it; put together it is both texts', () => {
    const console = sent();
    expect(diffWithLast(console.view, 'customers', 'x')).toBeUndefined();
    console.does({ type: 'update.send', audiences: ['staff'], text: 'Payments fail in the EU.', nextAt: console.now + 20 * minute });
    const text = 'Payments fail in Spain.\nNext: 02:00';
    const pieces = diffWithLast(console.view, 'staff', text) ?? [];
    expect(pieces).toContainEqual({ change: 'same', text: 'Payments fail in ' });
    expect(pieces.filter(({ change }) => change === 'removed').map((piece) => piece.text)).toEqual(['the EU']);
    const without = (change: string) =>
      pieces
        .filter((piece) => piece.change !== change)
        .map((piece) => piece.text)
        .join('');
    expect(without('removed')).toBe(text);
    expect(without('added')).toBe('Payments fail in the EU.');
  });

  test('is taken from the one that went out last, also when an earlier one was written down later', () => {
    const console = sent();
    console.now += 5 * minute;
    console.does({ type: 'update.send', audiences: ['staff'], text: 'an earlier one', sentAt: console.now - 30 * minute, final: true });
    expect(diffWithLast(console.view, 'staff', 'Payments fail')).toEqual([{ change: 'same', text: 'Payments fail' }]);
  });
});

describe('the history of an audience', () => {
  test('has what was promised, how early or late it came, and the longest silence', () => {
    const console = declared(2);
    console.does({ type: 'person.add', name: 'Sam' });
    const tells = (minutes: number) => {
      console.passes(minutes * minute);
      console.does({ type: 'update.send', audiences: ['customers'], text: 'Payments fail', nextAt: console.now + 20 * minute });
    };
    for (const minutes of [8, 18, 21, 40]) tells(minutes);
    const { told, ...sums } = updateHistory(console.view, 'customers');
    expect(told.map(({ lateMs, promise, target, silenceMs }) => [lateMs, promise, target, silenceMs].map(inMinutes))).toEqual([
      [undefined, undefined, 'met', 8],
      [-2, 'kept', 'met', 18],
      [1, 'kept', 'met', 21],
      [20, 'broken', 'missed', 40],
    ]);
    expect(sums).toEqual({
      promisesKept: 2,
      promisesBroken: 1,
      targetsMet: 3,
      targetsMissed: 1,
      firstAfterMs: 8 * minute,
      longestSilenceMs: 40 * minute,
    });
  });

  test('counts a promise that nobody kept, though no message came after it', () => {
    const console = sent();
    expect(updateHistory(console.view, 'staff')).toMatchObject({ promisesKept: 0, promisesBroken: 0 });
    console.passes(40 * minute);
    expect(updateHistory(console.view, 'staff')).toMatchObject({ promisesBroken: 1, told: [{ silenceMs: 0 }] });
    expect(updateHistory(console.view, 'executives')).toEqual({
      told: [],
      promisesKept: 0,
      promisesBroken: 0,
      targetsMet: 0,
      targetsMissed: 0,
    });
  });
});

const inMinutes = (value: number | string | undefined) => (typeof value === 'number' ? value / minute : value);
