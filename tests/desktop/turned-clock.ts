/** A core whose wall clock the test turns, while its timers go on as ever: what a machine's sleep looks like from inside. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desktop, killCore } from './launch.ts';

/** Starts the app's own core again with a wall clock that the answered function sets ahead of the machine's, by so many ms. */
export async function turnableClock({ app }: Desktop, profile: string): Promise<(aheadMs: number) => void> {
  const ahead = join(profile, 'clock-ahead');
  const start = join(profile, 'start-core.mjs');
  const turn = (ms: number) => writeFileSync(ahead, String(ms), { mode: 0o644 });
  turn(0);
  await app.evaluate(({ utilityProcess }, file) => {
    const { fork } = utilityProcess;
    Object.assign(utilityProcess, {
      fork: (core: string, args: string[], options: Electron.ForkOptions) => fork.call(utilityProcess, file, [...args, core], options),
    });
  }, start);
  writeFileSync(
    start,
    `import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const machine = Date.now;
Date.now = () => machine() + Number(readFileSync(${JSON.stringify(ahead)}, 'utf8'));
await import(pathToFileURL(process.argv.at(-1)).href);
`,
    { mode: 0o644 },
  );
  await killCore(app);
  return turn;
}
