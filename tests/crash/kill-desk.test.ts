import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openForReading } from '../../electron/core/console.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { viewVersion } from '../../shared/incident/view.ts';
import { child, newFolder, opened } from '../fixtures/data-folders.ts';

const rounds = 40;
/** What JSON keeps of a value: a checkpoint has been through it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test(`a console that is killed ${rounds} times amid commands keeps each that it answered, and folds to the same view from a checkpoint and by replay`, async () => {
  const seed = process.env.SEED ?? String(Date.now() % 2_147_483_647);
  console.log(`kill-desk: SEED=${seed}`);
  const folder = newFolder();
  const acknowledged: string[] = [];
  let checkpoints = 0;
  for (let round = 0; round < rounds; round += 1) {
    const answers = 1 + (createHash('sha256').update(`${seed}/${round}`).digest().readUInt16LE(0) % 60);
    const running = child('command-forever.ts', [folder, `${seed}/${round}`]);
    let heard = 0;
    for await (const line of running.lines) {
      acknowledged.push(line);
      heard += 1;
      if (heard === answers) running.process.kill('SIGKILL');
    }
    const errors = await running.ended;
    if (heard < answers) throw new Error(`round ${round} ended by itself: ${errors}`);

    const { store } = opened(folder);
    expect((await store.verify()).firstBroken).toBeUndefined();
    for (const commandId of acknowledged) expect((await store.findByCommand(commandId))?.events.length, commandId).toBeGreaterThan(0);
    const replayed = new Map<string, unknown>();
    for (const { stream } of await store.streams()) {
      replayed.set(stream, plain(foldAll(stream, await store.read(stream)).state()));
      if (await store.loadCheckpoint(stream, viewVersion)) checkpoints += 1;
    }
    await store.close();

    const reading = await openForReading({ dataDir: folder, ownerName: 'Kim', zone: 'Europe/Berlin' });
    if (!reading.ok) throw new Error(reading.error.error.message);
    for (const [stream, state] of replayed) {
      const shown = await reading.value.desk.incident(stream);
      expect(shown.ok && plain(shown.value.state)).toEqual(state);
    }
    await reading.value.close();
  }
  console.log(
    `kill-desk: ${rounds} rounds, ${acknowledged.length} commands acknowledged, ${checkpoints} folds went by a checkpoint, all equal`,
  );
  expect(checkpoints).toBeGreaterThan(0);
}, 600_000);
