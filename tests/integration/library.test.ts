/** The library over a real log: what is found, what is like what, and what never comes back. */
import { describe, expect, test } from 'vitest';
import { newConsole } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { answerOf, askOf, done, pastIncident } from '../fixtures/past-incidents.ts';

const labelsOf = (list: { readonly incidents: readonly { readonly label: string }[] }): readonly string[] =>
  list.incidents.map(({ label }) => label).toSorted();

test('the library has what is over, and neither what goes on nor a false alarm', async () => {
  const console = await newConsole();
  await pastIncident(console, { title: 'Checkout fails' });
  const closed = await pastIncident(console, { title: 'Mails are late' });
  await done(console, closed, { type: 'review.start', override: { reason: 'now' } });
  const open = await askOf(console, 'commands.run', { commandId: crypto.randomUUID(), type: 'incident.declare', title: 'goes on' });
  const alarm = await askOf(console, 'commands.run', { commandId: crypto.randomUUID(), type: 'incident.declare', title: 'no alarm' });
  await done(console, alarm.events[0]?.incidentId ?? '', { type: 'incident.markFalseAlarm', reason: 'a test host' });
  await askOf(console, 'samples.open', { id: 'fastly-2021-06-08' });
  const list = await askOf(console, 'library.list', {});
  expect(open.events.length).toBeGreaterThan(0);
  expect(list.incidents.map(({ phase }) => phase).toSorted()).toEqual(['resolved', 'review', 'review']);
  expect(list.choices.modes).toEqual([
    { value: 'imported', count: 1 },
    { value: 'live', count: 2 },
  ]);
});

describe('searching', () => {
  test('words are found wherever they stand: in lines, titles, summaries, sections, follow-ups, labels and tags', async () => {
    const console = await newConsole();
    const id = await pastIncident(console, { title: 'Checkout fails', labels: ['pricing-core'], notes: ['the kraken woke'] });
    await pastIncident(console, { title: 'Mails are late' });
    await done(console, id, { type: 'summary.set', text: 'A certificate ran out.' });
    await done(console, id, { type: 'followUp.add', text: 'renew by robot' });
    const line = await done(console, id, { type: 'entry.add', kind: 'note', text: 'plain' });
    await done(console, id, { type: 'entry.tag', entry: line, tags: ['misled'] });
    const section = {
      type: 'section.write',
      section: 'lessons',
      text: 'Watch the *calendar*.',
      generated: 'replaced',
      template: 'google-sre',
    };
    await done(console, id, section);
    for (const text of [
      'kraken',
      'checkout',
      'certificate',
      'robot',
      'pricing',
      'misled',
      'calendar',
      'Krak',
      'CALENDAR certif',
      'inc-1',
    ]) {
      expect(labelsOf(await askOf(console, 'library.list', { text })), text).toEqual(['inc-1']);
    }
    expect((await askOf(console, 'library.list', { text: 'kraken mails' })).total).toBe(0);
    expect((await askOf(console, 'library.list', { text: '"*(' })).total).toBe(2);
    const [found] = (await askOf(console, 'library.list', { text: 'calendar' })).incidents;
    expect(found?.found).toMatchObject([{ text: 'Watch the *calendar*.' }]);
  });

  test('what was hidden or erased is found no more, not even from what was kept of it', async () => {
    const dataDir = newFolder();
    const console = await newConsole({ dataDir });
    const id = await pastIncident(console, { title: 'Checkout fails' });
    for (let count = 0; count < 12; count += 1) await pastIncident(console, { title: `Another ${count}` });
    const hidden = await done(console, id, { type: 'entry.add', kind: 'detection', text: 'password hunter2' });
    const erased = await done(console, id, { type: 'entry.add', kind: 'detection', text: 'password swordfish' });
    expect((await askOf(console, 'library.list', { text: 'password' })).total).toBe(1);
    await done(console, id, { type: 'entry.redact', entry: hidden, reason: 'a secret' });
    expect((await askOf(console, 'library.list', { text: 'hunter2' })).total).toBe(0);
    expect((await askOf(console, 'library.list', { text: 'swordfish' })).total).toBe(1);
    await askOf(console, 'log.erase', { id, event: erased, confirm: erased.slice(-8) });
    const like = await pastIncident(console, { title: 'password swordfish hunter2' });
    expect((await askOf(console, 'incidents.similar', { id: like })).similar).toEqual([]);
    expect(labelsOf(await askOf(console, 'library.list', { text: 'swordfish' }))).toEqual(['inc-14']);
    await console.close();
    const again = await newConsole({ dataDir });
    expect(labelsOf(await askOf(again, 'library.list', { text: 'swordfish' }))).toEqual(['inc-14']);
    expect((await askOf(again, 'incidents.similar', { id: like })).similar).toEqual([]);
  });

  test('severity, type, label, year and kind leave out what is of another', async () => {
    const console = await newConsole();
    await pastIncident(console, { title: 'one', severity: 1, type: 'network', labels: ['dns'] });
    await pastIncident(console, { title: 'two', severity: 3, type: 'storage', mode: 'drill' });
    const found = async (wish: Parameters<typeof askOf<'library.list'>>[2]) => labelsOf(await askOf(console, 'library.list', wish));
    expect(await found({ severity: 1 })).toEqual(['inc-1']);
    expect(await found({ type: 'storage' })).toEqual(['inc-2']);
    expect(await found({ label: 'dns' })).toEqual(['inc-1']);
    expect(await found({ mode: 'drill' })).toEqual(['inc-2']);
    const { choices } = await askOf(console, 'library.list', {});
    const [year] = choices.years;
    expect(await found({ year: year?.value ?? 0 })).toEqual(['inc-1', 'inc-2']);
    expect(await found({ year: 1999 })).toEqual([]);
    expect(choices.types).toEqual([
      { value: 'network', count: 1 },
      { value: 'storage', count: 1 },
    ]);
  });

  test('more fit than are shown, and the list says how many', async () => {
    const console = await newConsole();
    for (let count = 0; count < 4; count += 1) await pastIncident(console, { title: `Queue ${count} grows` });
    const list = await askOf(console, 'library.list', { text: 'queue', limit: 3 });
    expect([list.incidents.length, list.total]).toEqual([3, 4]);
  });
});

describe('what happened before', () => {
  test('is what shares telling words, with the words and the lines; a drill says that it is one', async () => {
    const console = await newConsole();
    const past = await pastIncident(console, {
      title: 'Payments time out after a deploy of pricing',
      detection: 'connection pool of pricing-db exhausted',
      labels: ['pricing'],
    });
    await pastIncident(console, { title: 'Pricing pool exhausted, payments time out', mode: 'drill' });
    await pastIncident(console, { title: 'Mails are late in Asia', detection: 'queue of the mail relay grows' });
    const now = await askOf(console, 'commands.run', {
      commandId: crypto.randomUUID(),
      type: 'incident.declare',
      title: 'Payments: pricing connection pool is exhausted',
    });
    const { similar } = await askOf(console, 'incidents.similar', { id: now.events[0]?.incidentId ?? '' });
    expect(similar.map(({ label, mode }) => [label, mode]).toSorted()).toEqual([
      ['inc-1', 'live'],
      ['inc-2', 'drill'],
    ]);
    const first = similar.find(({ id }) => id === past);
    expect(first?.words).toEqual(expect.arrayContaining(['pricing', 'pool', 'exhausted', 'Payments']));
    expect(first?.passages[0]?.text).toMatch(/pricing/);
    const mails = await askOf(console, 'incidents.similar', { id: 'inc-3' });
    expect(mails.similar).toEqual([]);
  });

  test('of an incident that is not there is an error', async () => {
    const console = await newConsole();
    expect(await answerOf(console, 'incidents.similar', { id: 'inc-9' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
