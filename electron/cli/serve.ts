/** `serve`: the console without a window, for browsers and programs on this machine. */

import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import { appVersion } from '../core/app-version.ts';
import type { Console } from '../core/console.ts';
import { openConsole } from '../core/console.ts';
import type { HttpDoor, HttpServerParts } from '../core/server/http-server.ts';
import { openHttpDoor } from '../core/server/http-server.ts';
import { newSecret, secretHash } from '../core/server/secrets.ts';
import { ticketMs } from '../core/server/sessions.ts';
import { socketAddress } from '../core/server/socket-address.ts';
import { openSocketDoor } from '../core/server/socket-server.ts';
import { shippedFolder } from '../core/shipped.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { DataOption } from './connection.ts';
import { CommandFailure, dataFolderOf, systemUserName, systemZone } from './connection.ts';

export interface ServeOptions extends DataOption {
  readonly port?: number;
  readonly token?: string;
  readonly open?: boolean;
}

/** A browser's session is good for one port, so the console keeps to one where it can. */
const usualPort = 7411;

/** Serves until the process is told to end. The first line on standard output is JSON: `url`, `token`, `pid`. */
export async function serve(options: ServeOptions): Promise<void> {
  const token = options.token ?? newSecret();
  const dataDir = dataFolderOf(options);
  let url = '';
  const opened = await openConsole({ dataDir, ownerName: systemUserName(), zone: systemZone(), door: async () => ok(url) });
  if (!opened.ok) throw new CommandFailure(opened.error.error.message);
  const console = opened.value;
  const door = await openDoor(console, token, options.port);
  if (!door.ok) {
    await console.close();
    throw new CommandFailure(`${door.error}.`);
  }
  url = door.value.url;
  const socket = await openSocketDoor(console.router, socketAddress(dataDir), () => console.owner('cli'));
  const ended = signalled();
  process.stdout.write(`${JSON.stringify({ url, token, pid: process.pid })}\n`);
  if (options.open) await show(console, url);
  await ended;
  await door.value.close();
  await socket.close();
  await console.close();
}

async function openDoor(console: Console, token: string, port: number | undefined): Promise<Result<HttpDoor, string>> {
  const rendererDir = shippedFolder('dist/renderer');
  const parts: Omit<HttpServerParts, 'port'> = {
    router: console.router,
    sessions: console.sessions,
    tokenHash: secretHash(token),
    owner: () => console.owner('api'),
    monotonic: () => performance.now(),
    appVersion,
    ...(rendererDir === undefined ? {} : { rendererDir }),
  };
  if (port !== undefined) return openHttpDoor({ ...parts, port });
  const usual = await openHttpDoor({ ...parts, port: usualPort });
  return usual.ok ? usual : openHttpDoor({ ...parts, port: 0 });
}

/** Every user of this machine can read a program's arguments: the browser gets a ticket that works once, not the token. */
async function show(console: Console, url: string): Promise<void> {
  const ticket = `${url}/?token=${console.sessions.invite('owner', ticketMs)}`;
  if (await openInBrowser(ticket)) return;
  process.stderr.write(`No browser was found. Within two minutes, open ${ticket}\n`);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
