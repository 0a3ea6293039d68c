/** `npm run check`: types, lint and format, import rules, dead code and unit tests, side by side; prints only what is wrong, and how long each took. `-- still` leaves the tests out, where they run next. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { examineImports, sourceFiles } from './rules/imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Outcome {
  readonly passed: boolean;
  readonly says: string;
}

/** Runs one of the project's tools by its JavaScript file, with the Node that runs this one. */
function tool(script: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    child.on('error', (error) => resolve({ passed: false, says: String(error) }));
    child.on('close', (code) => resolve({ passed: code === 0, says: Buffer.concat(said).toString('utf8') }));
  });
}

async function imports(): Promise<Outcome> {
  const { examined, faults } = await examineImports();
  const floor = sourceFiles().length;
  const tooFew = examined < floor ? [`only ${examined} of ${floor} files were examined`] : [];
  const says = [...faults, ...tooFew].join('\n');
  return { passed: says === '' && floor > 0, says: `${says}\n` };
}

const types = (project: string) => tool('typescript/bin/tsc', '-p', project, '--pretty', 'false');

const checks: readonly { readonly name: string; readonly run: () => Promise<Outcome> }[] = [
  ...['shared', 'electron', 'renderer', 'tests'].map((project) => ({ name: `types of ${project}`, run: () => types(project) })),
  { name: 'lint and format', run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { name: 'import rules', run: imports },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', '--config', 'tests/rules/knip.json', '--no-progress') },
  {
    name: 'unit tests',
    run: () => tool('vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit UTC', '--silent', 'passed-only'),
  },
];

/** As many at once as the machine has room for: each of them is busy with one processor. */
const lanes = 3;
const still = process.argv.includes('still');
const waiting = checks.filter(({ name }) => !still || name !== 'unit tests');
const failed: string[] = [];
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const outcome = await check.run();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${outcome.passed ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)\n`);
      if (outcome.passed) continue;
      failed.push(check.name);
      process.stdout.write(`${outcome.says.trimEnd()}\n\n`);
    }
  }),
);
if (failed.length > 0) process.stdout.write(`\nNot green: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
