/** The real console for the benchmarks' browser: `serve` from the command line in a process of its own, built now as it is shipped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const token = 'a-token-for-the-benchmarks-only-0123456789';

export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

let built: Promise<void> | undefined;

/** Builds the command line and the renderer, once a run. Throws where that fails. */
export function buildConsole(): Promise<void> {
  built ??= (async () => {
    process.stderr.write('building the console …\n');
    const build = spawn(process.execPath, ['electron/build.ts', 'core', 'renderer'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = (await once(build, 'close')) as [number];
    if (code !== 0) throw new Error(`the console cannot be built: ${code}`);
  })();
  return built;
}

/** Starts the console over a data folder; answers once it says where it is. Port 0: any that is free. */
export async function serveConsole(dataDir: string, port: number): Promise<Served> {
  return started(
    spawn(process.execPath, ['dist/core/cli.js', 'serve', '--data', dataDir, '--port', String(port), '--token', token], childOptions),
  );
}

/** The least that could be started instead: Node's own server with one page, which has one field. */
export async function serveNothing(): Promise<Served> {
  const program = `
    const page = '<!doctype html><title>nothing</title><input autofocus>';
    const server = require('node:http').createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
    server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })));`;
  return started(spawn(process.execPath, ['--eval', program], childOptions));
}

const childOptions = { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] } satisfies object as {
  cwd: string;
  stdio: ['ignore', 'pipe', 'inherit'];
};

/** Servers that still run: a benchmark that fails leaves none behind. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

async function started(child: ChildProcess): Promise<Served> {
  running.add(child);
  child.once('close', () => running.delete(child));
  if (!child.stdout) throw new Error('a child without an output');
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout);
  const first = await Promise.race([once(lines, 'line') as Promise<[string]>, ended]);
  if (typeof first[0] !== 'string') throw new Error(`the server ended with ${first[0]} before it served`);
  const { url } = JSON.parse(first[0]) as { readonly url: string };
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Gives the page a session of the owner, and the owner their name. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?token=${token}`);
  const named = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Kim"}',
    });
    return answer.status;
  });
  if (named !== 200) throw new Error(`the console did not take a name: ${named}`);
  // The page asked who it is before it had a name; the next address must load it anew, though only the hash would differ.
  await page.goto('about:blank');
}
