/** The router for this machine's command line: the port protocol as lines of JSON, over a socket that only this user can open. */
import { chmodSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Caller } from './caller.ts';
import { readLines } from './json-lines.ts';
import { servePort } from './port-server.ts';
import type { Router } from './router.ts';

export interface SocketDoor {
  readonly close: () => Promise<void>;
}

/** Listens at the address. Whoever holds the data folder's lock owns the socket: what a killed core left there is removed. */
export async function openSocketDoor(router: Router, address: string, caller: () => Caller): Promise<SocketDoor> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    servePort(router, portOf(socket), caller);
  });
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(address, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  // The folder is closed to others already; this closes the socket too.
  if (isFile) chmodSync(address, 0o600);
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.end();
      const patience = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, 500);
      await closed;
      clearTimeout(patience);
    },
  };
}

function portOf(socket: Socket) {
  return {
    postMessage: (message: unknown) => void socket.write(`${JSON.stringify(message)}\n`),
    on: (event: 'message' | 'close', listener: (message: unknown) => void) => {
      if (event === 'close') socket.on('close', () => listener(undefined));
      else readLines(socket, listener, () => socket.destroy());
    },
    drained: () => (socket.writableNeedDrain ? new Promise<void>((resolve) => onceEither(socket, resolve)) : Promise.resolve()),
  };
}

function onceEither(socket: Socket, done: () => void): void {
  const finish = (): void => {
    socket.off('drain', finish);
    socket.off('close', finish);
    done();
  };
  socket.on('drain', finish);
  socket.on('close', finish);
}
