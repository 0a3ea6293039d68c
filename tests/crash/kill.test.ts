import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openReadOnly } from '../../electron/core/store/open-store.ts';
import { child, newFolder, opened } from '../fixtures/data-folders.ts';

const rounds = 40;

test(`a core that is killed ${rounds} times while it writes loses nothing that it acknowledged`, async () => {
  const seed = process.env.SEED ?? String(Date.now() % 2_147_483_647);
  console.log(`kill: SEED=${seed}`);
  const folder = newFolder();
  const acknowledged: string[] = [];
  let stored = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Killed after so many answers; the child is wherever it is by then.
    const answers = 1 + (createHash('sha256').update(`${seed}/${round}`).digest().readUInt16LE(0) % 40);
    const writer = child('append-forever.ts', [folder, `${seed}/${round}`]);
    let heard = 0;
    for await (const line of writer.lines) {
      acknowledged.push(...line.split(' '));
      heard += 1;
      if (heard === answers) writer.process.kill('SIGKILL');
    }
    const errors = await writer.ended;
    if (heard < answers) throw new Error(`round ${round} ended by itself: ${errors}`);

    // First as a reader beside the next core would see it, then as that core.
    const reader = openReadOnly(folder);
    if (!reader.ok) throw new Error(reader.error.message);
    const missing: string[] = [];
    for (const id of acknowledged) if (!(await reader.value.find(id))) missing.push(id);
    expect(missing).toEqual([]);
    await reader.value.close();
    const { store, setAside } = opened(folder);
    expect(setAside).toBeUndefined();
    const report = await store.verify();
    expect(report.firstBroken).toBeUndefined();
    expect(report.events).toBeGreaterThanOrEqual(acknowledged.length);
    stored = report.events;
    await store.close();
  }
  console.log(`kill: ${rounds} rounds, ${acknowledged.length} events acknowledged, ${stored} stored, none missing, chains whole`);
}, 300_000);
