/** What is kept of every incident for the library and the figures, while it is made for the first time and others go on. */
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import { newConsole } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { askOf, done, pastIncident } from '../fixtures/past-incidents.ts';

const many = 12;

async function consoleOf(dataDir: string, incidents: number) {
  const console = await newConsole({ dataDir });
  const ids: string[] = [];
  for (let count = 0; count < incidents; count += 1) ids.push(await pastIncident(console, { title: `Outage ${count}` }));
  return { console, last: ids.at(-1) ?? '' };
}

test('while the library is opened for the first time, everybody else has a turn between two incidents', async () => {
  const { console } = await consoleOf(newFolder(), many);
  let opened = false;
  const list = askOf(console, 'library.list', {}).finally(() => {
    opened = true;
  });
  let turns = 0;
  for (; !opened; turns += 1) await setImmediate();
  expect((await list).total).toBe(many);
  expect(turns).toBeGreaterThanOrEqual(many);
});

const askers = {
  library: (console: Console) => askOf(console, 'library.list', {}),
  figures: (console: Console) => askOf(console, 'insights.get', {}),
};
for (const [whose, ask] of Object.entries(askers)) {
  test(`what is erased while somebody asks for the ${whose} for the first time is neither answered nor kept`, async () => {
    const dataDir = newFolder();
    const { console, last } = await consoleOf(dataDir, many);
    // The newest is read first.
    const event = await done(console, last, { type: 'entry.add', kind: 'note', text: 'x', tags: ['secret-project'] });
    const answer = ask(console);
    await setImmediate();
    await setImmediate();
    await askOf(console, 'log.erase', { id: last, event, confirm: event.slice(-8) });
    expect(JSON.stringify(await answer)).not.toContain('secret-project');
    expect(JSON.stringify(await answer)).toContain(last);
    await console.close();
    const again = await newConsole({ dataDir });
    expect(JSON.stringify(await ask(again))).not.toContain('secret-project');
  });
}

test('a line of an incident that others were read after is in what is answered next', async () => {
  const { console, last } = await consoleOf(newFolder(), many);
  const answer = askOf(console, 'library.list', {});
  await setImmediate();
  await setImmediate();
  await done(console, last, { type: 'entry.add', kind: 'note', text: 'x', tags: ['said-late'] });
  expect((await answer).total).toBe(many);
  expect((await askOf(console, 'library.list', { label: 'said-late' })).incidents.map(({ id }) => id)).toEqual([last]);
});
