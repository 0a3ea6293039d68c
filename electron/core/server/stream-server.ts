/** The stream of events over a WebSocket: the same checks as a request, then one direction only, no faster than the receiver reads. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { ApiError } from '../../../shared/api/errors.ts';
import { errorStatus } from '../../../shared/api/errors.ts';
import type { Caller } from './caller.ts';
import type { HttpGate } from './http-gate.ts';
import type { Router } from './router.ts';

/** Nothing is expected from the other side but a close. */
const maxMessageBytes = 1024;
/** A receiver that answered no ping for so long is gone: a sleeping laptop's connection never says so. */
const heartbeatMs = 30_000;
/** Screens open one or two. */
const maxStreamsOfOne = 50;

const reasons: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
};

export class StreamServer {
  readonly #router: Router;
  readonly #gate: HttpGate;
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxMessageBytes, clientTracking: true });
  readonly #waiting = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #open = new Map<string, number>();

  constructor(router: Router, gate: HttpGate) {
    this.#router = router;
    this.#gate = gate;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  /** Takes over the connection of an upgrade request, or answers why not. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): undefined {
    socket.on('error', () => socket.destroy());
    const address = this.#gate.checkAddress(request);
    if (!address.ok) return reject(socket, address.error.error);
    const admitted = this.#gate.admit(request);
    if (!admitted.ok) return reject(socket, admitted.error.error, admitted.error.wait);
    const { caller } = admitted.value;
    const who = caller.session ?? 'token';
    const open = this.#open.get(who) ?? 0;
    if (open >= maxStreamsOfOne) return reject(socket, { code: 'too-many', message: 'Too many streams are open.' }, 1);
    const query = new URL(request.url ?? '/', 'http://console').searchParams;
    const after = query.get('after');
    const streamRequest = {
      ...(query.has('incident') ? { incident: query.get('incident') } : {}),
      after: after === null ? 0 : /^\d{1,16}$/.test(after) ? Number(after) : Number.NaN,
    };
    this.#server.handleUpgrade(request, socket, head, (stream) => {
      this.#open.set(who, (this.#open.get(who) ?? 0) + 1);
      stream.once('close', () => this.#open.set(who, (this.#open.get(who) ?? 1) - 1));
      void this.#serve(stream, caller, streamRequest);
    });
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#server.clients) socket.close(1001, 'the console is closing');
    this.#server.close();
  }

  async #serve(socket: WebSocket, caller: Caller, request: unknown): Promise<void> {
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.#waiting.delete(socket));
    let stop: (() => void) | undefined;
    let closed = false;
    socket.once('close', () => {
      closed = true;
      stop?.();
    });
    const opened = await this.#router.openStream(
      caller,
      request,
      (message) =>
        new Promise((resolve) => {
          // The callback comes once the message left our buffers: the next one is not even read from the store before.
          socket.send(JSON.stringify(message), () => resolve());
        }),
    );
    // 4000 and up are an application's own; the last three digits are the HTTP status.
    if (!opened.ok) return socket.close(4000 + errorStatus[opened.error.code], opened.error.message.slice(0, 100));
    stop = opened.value;
    if (closed) stop();
  }

  #beat(): void {
    for (const socket of this.#server.clients) {
      if (this.#waiting.has(socket)) {
        socket.terminate();
        continue;
      }
      this.#waiting.add(socket);
      socket.ping();
    }
  }
}

function reject(socket: Duplex, error: ApiError, wait?: number): undefined {
  const status = errorStatus[error.code];
  const body = JSON.stringify({ error });
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(wait === undefined ? [] : [`retry-after: ${wait}`]),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
