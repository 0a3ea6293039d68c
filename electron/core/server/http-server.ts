/** The console over HTTP and WebSocket on loopback: the same router as every other door, for the browser face and for programs. */

import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MadeDocument } from '../../../shared/api/studio-procedures.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { directoryPreview, pagePolicy, previewPolicy } from './content-security.ts';
import type { Answer } from './http-answer.ts';
import { documentAnswer, errorAnswer, jsonAnswer, send, textAnswer } from './http-answer.ts';
import { readJson } from './http-body.ts';
import type { Admission, GateError, GateParts } from './http-gate.ts';
import { HttpGate } from './http-gate.ts';
import { routeOf } from './http-routes.ts';
import { openapiDocument } from './openapi.ts';
import type { Router } from './router.ts';
import { builtStyleHashes, staticFile } from './static-files.ts';
import { StreamServer } from './stream-server.ts';

export interface HttpServerParts extends GateParts {
  readonly router: Router;
  readonly appVersion: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Folder of the built renderer; without it, only the API answers. */
  readonly rendererDir?: string;
}

export interface HttpDoor {
  /** `http://127.0.0.1:7411`, without a token. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const streamPath = '/api/v1/stream';

/** Listens on loopback. The error says why it could not: the port is taken, or not allowed. */
export async function openHttpDoor(parts: HttpServerParts): Promise<Result<HttpDoor, string>> {
  const gate = new HttpGate(parts);
  const styleHashes = parts.rendererDir === undefined ? [] : await builtStyleHashes(parts.rendererDir);
  const site = new Site(parts, gate, styleHashes);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    site.answer(request).then(
      (answer) => send(response, answer),
      () => response.destroy(),
    );
  });
  server.maxConnections = 500;
  const streams = new StreamServer(parts.router, gate);
  server.on('upgrade', (request, socket, head) => {
    if (pathOf(request)?.pathname === streamPath) streams.upgrade(request, socket, head);
    else socket.destroy();
  });
  const port = await listen(server, parts.port);
  if (!port.ok) return port;
  gate.listensOn(port.value);
  site.url = `http://127.0.0.1:${port.value}`;
  return ok({
    url: site.url,
    close: async () => {
      streams.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  });
}

function listen(server: Server, port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(err(error.code === 'EADDRINUSE' ? `port ${port} is taken` : `cannot listen on port ${port}: ${error.message}`));
    });
    server.listen(port, '127.0.0.1', () => resolve(ok((server.address() as AddressInfo).port)));
  });
}

function pathOf(request: IncomingMessage): URL | undefined {
  try {
    // The base is never used for anything but to complete a path: the Host header is checked by the gate.
    return new URL(request.url ?? '/', 'http://console');
  } catch {
    return undefined;
  }
}

/** What each address answers. */
class Site {
  readonly #parts: HttpServerParts;
  readonly #gate: HttpGate;
  readonly #styleHashes: readonly string[];
  url = '';

  constructor(parts: HttpServerParts, gate: HttpGate, styleHashes: readonly string[]) {
    this.#parts = parts;
    this.#gate = gate;
    this.#styleHashes = styleHashes;
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    const address = this.#gate.checkAddress(request);
    if (!address.ok) return gateAnswer(address.error);
    const url = pathOf(request);
    if (!url) return errorAnswer({ code: 'not-found', message: 'There is nothing at this address.' });
    if (!url.pathname.startsWith('/api/') && !url.pathname.startsWith('/preview/')) return this.#page(request, url);
    const admitted = this.#gate.admit(request);
    if (!admitted.ok) return gateAnswer(admitted.error);
    if (url.pathname.startsWith('/preview/')) return this.#preview(url, admitted.value);
    if (url.pathname === '/api/v1/openapi.json' && request.method === 'GET') {
      return jsonAnswer(200, openapiDocument(this.url, this.#parts.appVersion));
    }
    return this.#call(request, url, admitted.value);
  }

  async #call(request: IncomingMessage, url: URL, { caller, by }: Admission): Promise<Answer> {
    const route = routeOf(request.method ?? 'GET', url);
    if (!route.ok) return errorAnswer(route.error);
    let input: unknown = route.value.fields;
    if (route.value.body === 'json') {
      // Forms of other sites cannot send this type, whatever a browser thinks of cookies and origins.
      if (by === 'cookie' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
        const message = 'must be application/json';
        return errorAnswer({ code: 'invalid', message: `content-type: ${message}`, fields: [{ path: 'content-type', message }] });
      }
      const body = await readJson(request);
      if (!body.ok) return errorAnswer(body.error, body.error.code === 'too-large' ? { connection: 'close' } : {});
      input = body.value;
    }
    const result = await this.#parts.router.call(caller, route.value.name, input);
    if (!result.ok) return errorAnswer(result.error);
    return route.value.sends === 'document' ? documentAnswer(result.value as MadeDocument) : jsonAnswer(200, result.value);
  }

  /** The draft as a document of its own, for the sandboxed frame of the export screen. */
  async #preview(url: URL, { caller }: Admission): Promise<Answer> {
    if (url.pathname === directoryPreview) {
      const page = await this.#parts.router.call(caller, 'directory.print', {});
      return page.ok ? previewAnswer(page.value, 'printable') : errorAnswer(page.error);
    }
    const route = routeOf('GET', new URL(`/api/v1/incidents${url.pathname.slice('/preview'.length)}/export${url.search}`, url));
    if (!route.ok) return errorAnswer(route.error);
    const draft = await this.#parts.router.call(caller, 'incidents.export', { ...route.value.fields, format: 'html' });
    return draft.ok ? previewAnswer(draft.value, 'read') : errorAnswer(draft.error);
  }

  async #page(request: IncomingMessage, url: URL): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return errorAnswer({ code: 'not-found', message: 'There is nothing at this address.' });
    }
    const token = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (token !== null) return this.#exchange(token);
    const { rendererDir } = this.#parts;
    const file = rendererDir === undefined ? undefined : await staticFile(rendererDir, url.pathname);
    if (!file) return textAnswer404();
    // The pages hold nothing of the log, so they need no session: what they ask for does.
    return textAnswer(file.bytes, {
      'content-type': file.mediaType,
      'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': pagePolicy({ styleHashes: this.#styleHashes, connect: [`ws://${request.headers.host}`] }),
    });
  }

  /** A token in the address becomes a cookie that no script can read, and leaves the address bar. */
  #exchange(token: string): Answer {
    const secret = this.#gate.exchange(token);
    if (!secret.ok) return gateAnswer(secret.error);
    const cookie = `${this.#gate.cookieName}=${secret.value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000`;
    return { ...textAnswer('', { location: '/', 'set-cookie': cookie, 'content-type': 'text/plain; charset=utf-8' }), status: 303 };
  }
}

function previewAnswer(made: unknown, use: 'read' | 'printable'): Answer {
  const { text } = made as { readonly text: string };
  return textAnswer(text, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': previewPolicy(text, use) });
}

function textAnswer404(): Answer {
  return { ...textAnswer('There is nothing at this address.\n', { 'content-type': 'text/plain; charset=utf-8' }), status: 404 };
}

function gateAnswer({ error, wait }: GateError): Answer {
  return errorAnswer(error, wait === undefined ? {} : { 'retry-after': String(wait) });
}
