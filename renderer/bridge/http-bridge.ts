/** The bridge in a browser: the console's HTTP API, and a WebSocket that comes back by itself, from where it was. */
import type { Bridge, StreamRequest, WindowSettings } from '../../shared/api/bridge.ts';
import { type ApiError, apiErrorSchema, refusalSchema } from '../../shared/api/errors.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/procedures.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import type { Refusal } from '../../shared/incident/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastPosition } from './stream-position.ts';

const settingsKey = 'wheelhouse.settings';
/** Waiting time before the first attempt to come back, ms; doubled up to the longest. */
const firstWait = 500;
const longestWait = 3000;

/** A bridge to the server that the page came from. */
export function httpBridge(at: Location): Bridge {
  return {
    face: 'browser',
    call,
    stream: (request, listener) => openStream(at, request, listener),
    settings: { get: readSettings, set: writeSettings },
  };
}

async function call<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>, ApiError>> {
  try {
    const response = await fetch(`/api/v1/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      credentials: 'same-origin',
    });
    const body: unknown = await response.json();
    return response.ok ? ok(body as OutputOf<N>) : err(errorOf(body, response.status));
  } catch {
    return err({ code: 'not-recording', message: 'The console does not answer: this was not recorded. What you typed is kept.' });
  }
}

/** What the charts refused comes as `{ refusal }`, anything else as `{ error }`. */
function errorOf(body: unknown, status: number): ApiError {
  const parts: { readonly refusal?: unknown; readonly error?: unknown } = typeof body === 'object' && body !== null ? body : {};
  const refusal = refusalSchema.safeParse(parts.refusal);
  // The schemas name command types as plain strings; the type is narrower.
  if (refusal.success) return { code: 'refused', message: refusal.data.message, refusal: refusal.data as Refusal };
  const error = apiErrorSchema.safeParse(parts.error);
  if (error.success) return error.data as ApiError;
  return { code: 'bug', message: `The console answered ${status} without saying why.` };
}

function openStream(at: Location, request: StreamRequest, listener: (message: StreamMessage) => void): () => void {
  let after = request.after;
  let wait = firstWait;
  let closed = false;
  let socket: WebSocket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    const scheme = at.protocol === 'https:' ? 'wss:' : 'ws:';
    const query = new URLSearchParams({ ...(request.incident === undefined ? {} : { incident: request.incident }), after: String(after) });
    const next = new WebSocket(`${scheme}//${at.host}/api/v1/stream?${query}`);
    socket = next;
    next.addEventListener('open', () => {
      // The server's first message is its status, so that nothing has to be said here.
      wait = firstWait;
    });
    next.addEventListener('message', (event) => {
      // The server is this console's own; its messages are validated where they are made.
      const message = JSON.parse(String(event.data)) as StreamMessage;
      after = lastPosition(message, after);
      listener(message);
    });
    next.addEventListener('close', () => {
      if (closed) return;
      listener({ type: 'status', status: { recording: false, notices: ['The console does not answer. Trying again.'] } });
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, longestWait);
    });
  };
  const comeBackNow = () => {
    if (closed || socket?.readyState === WebSocket.OPEN || socket?.readyState === WebSocket.CONNECTING) return;
    clearTimeout(retry);
    connect();
  };
  connect();
  addEventListener('online', comeBackNow);
  document.addEventListener('visibilitychange', comeBackNow);
  return () => {
    closed = true;
    clearTimeout(retry);
    removeEventListener('online', comeBackNow);
    document.removeEventListener('visibilitychange', comeBackNow);
    socket?.close();
  };
}

const defaultSettings: WindowSettings = { theme: 'system', night: false, sound: 'off' };

async function readSettings(): Promise<WindowSettings> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(settingsKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return defaultSettings;
    const theme = 'theme' in stored && (stored.theme === 'dark' || stored.theme === 'light') ? stored.theme : 'system';
    const sound = 'sound' in stored && stored.sound === 'on' ? 'on' : 'off';
    return { theme, night: 'night' in stored && stored.night === true, sound };
  } catch {
    return defaultSettings;
  }
}

async function writeSettings(settings: WindowSettings): Promise<void> {
  try {
    localStorage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // A private window may have no storage: the theme then lasts as long as the page.
  }
}
