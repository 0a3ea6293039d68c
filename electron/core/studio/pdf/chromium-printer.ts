/** Prints with a Chromium that is installed here: started without a window, without a network and without scripts, and ended after each document. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { installedChromiums } from '../../../installed-browsers.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { type Printer, paper, printPatience } from './printer.ts';

export interface ChromiumOptions {
  /** Programs to try: the first is taken. */
  readonly browsers?: () => readonly string[];
  /** ms. */
  readonly patience?: number;
  /** Where the browser's profile is while it prints. */
  readonly folder?: string;
}

const noBrowser =
  'A PDF is printed by a Chromium, Chrome or Edge, and none is installed here. Install one (Debian, Ubuntu: apt-get install chromium), name yours in WHEELHOUSE_CHROMIUM, or take the HTML and print it from any browser.';
const others = 'Try again, or take the HTML and print it from any browser.';

/** A port that nothing listens on: whatever asks for the network goes there. */
const nowhere = 'http://127.0.0.1:9';
const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--mute-audio',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--proxy-server=${nowhere}`,
  '--proxy-bypass-list=<-loopback>',
];

export class ChromiumPrinter implements Printer {
  readonly #options: ChromiumOptions;
  /** One after another: each browser takes the memory of many consoles. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ChromiumOptions = {}) {
    this.#options = options;
  }

  readonly print = (html: string): Promise<Result<Uint8Array, string>> => {
    const printed = this.#last.then(() => this.#print(html));
    this.#last = printed;
    return printed;
  };

  async #print(html: string): Promise<Result<Uint8Array, string>> {
    const { browsers = installedChromiums, patience = printPatience, folder = tmpdir() } = this.#options;
    const [program] = browsers();
    if (program === undefined) return err(noBrowser);
    let profile: string | undefined;
    try {
      profile = await mkdtemp(join(folder, 'wheelhouse-print-'));
      return ok(await printed(program, profile, html, patience));
    } catch (error) {
      return err(`${program} did not print the PDF: ${error instanceof Error ? error.message : String(error)}. ${others}`);
    } finally {
      if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    }
  }
}

async function printed(program: string, profile: string, html: string, patience: number): Promise<Uint8Array> {
  // A browser's sandbox refuses to run as root. The document runs nothing either way.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...flags, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const [, , , writing, reading] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const pipe = new DevtoolsPipe(reading, writing);
  child.on('error', (error) => pipe.lose(error.message));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.on('error', () => child.emit('close'));
  const impatient = setTimeout(() => pipe.lose(`it took longer than ${Math.round(patience / 1000)} s`), patience);
  try {
    return await pagesOf(pipe, html);
  } finally {
    clearTimeout(impatient);
    end(child);
    await ended;
  }
}

async function pagesOf(pipe: DevtoolsPipe, html: string): Promise<Uint8Array> {
  const { targetId } = await pipe.ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.ask<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const page = <T>(method: string, params?: object): Promise<T> => pipe.ask<T>(method, params, sessionId);
  await page('Emulation.setScriptExecutionDisabled', { value: true });
  // Going elsewhere is refused: it would take the document away while it prints.
  pipe.hear<{ requestId: string }>('Fetch.requestPaused', ({ requestId }) => {
    page('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
  });
  await page('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  const { frameTree } = await page<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  await page('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  const { data } = await page<{ data: string }>('Page.printToPDF', {
    paperWidth: paper.width,
    paperHeight: paper.height,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(data, 'base64');
}

/** The browser and all the processes that it started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended between the question and the signal.
  }
}
