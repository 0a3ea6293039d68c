/** Serves the router over anything that carries messages both ways: a window's MessagePort, a test's, or a line of a socket. */
import type { Caller } from './caller.ts';
import type { PortReply } from './port-protocol.ts';
import type { Router } from './router.ts';

/** The least that a port must offer: Node's MessagePort, Electron's MessagePortMain and a socket all do. */
export interface CorePort {
  readonly postMessage: (message: PortReply) => void;
  /** `message` hands out what was posted, as it is; `close` says that the other side is gone. */
  readonly on: (event: 'message' | 'close', listener: (message: unknown) => void) => unknown;
  /** Kept once the port can take more; absent where it always can. */
  readonly drained?: () => Promise<void>;
}

/** How many calls and streams of one port may be under way. */
const maxOpen = 1000;

/** Answers the requests of one port for one caller until it closes. `caller` is asked anew for each request: a name may have been given meanwhile. */
export function servePort(router: Router, port: CorePort, caller: () => Caller): void {
  /** `undefined` while the stream is being opened; closing it then is remembered in `closing`. */
  const streams = new Map<number, (() => void) | undefined>();
  const closing = new Set<number>();
  let calls = 0;
  let gone = false;
  const post = (reply: PortReply): void => {
    if (!gone) port.postMessage(reply);
  };

  port.on('message', (message) => void receive(message));
  port.on('close', () => {
    gone = true;
    for (const close of streams.values()) close?.();
    streams.clear();
  });

  async function receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null) return;
    const request = message as Record<string, unknown>;
    const { id } = request;
    if (typeof id !== 'number') return;
    if (request.close === true) return closeStream(id);
    if (calls + streams.size >= maxOpen) {
      return post({ id, ok: false, error: { code: 'too-many', message: 'Too many requests are under way.' } });
    }
    if (request.stream !== undefined) return openStream(id, request.stream);
    calls += 1;
    const result = await router.call(caller(), String(request.name), request.input);
    calls -= 1;
    post({ id, ...result });
  }

  async function openStream(id: number, request: unknown): Promise<void> {
    if (streams.has(id)) return;
    streams.set(id, undefined);
    const opened = await router.openStream(caller(), request, async (message) => {
      if (!streams.has(id)) return;
      post({ id, message });
      await port.drained?.();
    });
    if (!opened.ok) {
      streams.delete(id);
      closing.delete(id);
      return post({ id, ok: false, error: opened.error });
    }
    if (gone || closing.delete(id)) {
      streams.delete(id);
      return opened.value();
    }
    streams.set(id, opened.value);
  }

  function closeStream(id: number): void {
    if (!streams.has(id)) return;
    const close = streams.get(id);
    if (close === undefined) return void closing.add(id);
    streams.delete(id);
    close();
  }
}
