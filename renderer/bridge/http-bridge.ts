/** The bridge in a browser: the console's HTTP API, and a WebSocket that comes back by itself, from where it was. */
import type { Bridge, StreamRequest, WindowSettings } from '../../shared/api/bridge.ts';
import { type ApiError, apiErrorSchema } from '../../shared/api/errors.ts';
import { type HttpRoute, type OutputOf, type ProcedureName, procedures } from '../../shared/api/procedures.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastPosition } from './stream-position.ts';

const settingsKey = 'wheelhouse.settings';
/** Waiting time before the first attempt to come back, ms; doubled up to the longest. */
const firstWait = 500;
const longestWait = 10_000;

/** A bridge to the server that the page came from. */
export function httpBridge(at: Location): Bridge {
  return {
    face: 'browser',
    call: (name, input) => call(name, input as Readonly<Record<string, unknown>>),
    stream: (request, listener) => openStream(at, request, listener),
    settings: { get: readSettings, set: writeSettings },
  };
}

async function call<N extends ProcedureName>(name: N, input: Readonly<Record<string, unknown>>): Promise<Result<OutputOf<N>, ApiError>> {
  const route: HttpRoute | undefined = 'http' in procedures[name] ? procedures[name].http : undefined;
  const { path, rest } = fillPath(route?.path ?? `/api/v1/procedures/${name}`, input);
  const reads = route?.method === 'GET';
  const query = reads ? queryOf(rest) : '';
  const init: RequestInit = reads
    ? { method: 'GET' }
    : {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(name === 'incidents.import' ? rest.file : rest),
      };
  try {
    const response = await fetch(`${path}${query}`, { ...init, credentials: 'same-origin' });
    const body: unknown = await response.json();
    if (response.ok) return ok(body as OutputOf<N>);
    return err(errorOf(body, response.status));
  } catch {
    return err({ code: 'not-recording', message: 'The console does not answer. Nothing was written; what you typed is still here.' });
  }
}

/** Errors come as `{ error }`, or bare. */
function errorOf(body: unknown, status: number): ApiError {
  const inner = typeof body === 'object' && body !== null && 'error' in body ? body.error : body;
  const parsed = apiErrorSchema.safeParse(inner);
  // The schema's refusal is wider than the type: command types come as plain strings.
  if (parsed.success) return parsed.data as ApiError;
  return { code: 'bug', message: `The console answered ${status} without saying why.` };
}

function fillPath(
  path: string,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly rest: Readonly<Record<string, unknown>> } {
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replaceAll(/:(\w+)/g, (_whole, field: string) => {
    const value = String(rest[field]);
    delete rest[field];
    return encodeURIComponent(value);
  });
  return { path: filled, rest };
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function openStream(at: Location, request: StreamRequest, listener: (message: StreamMessage) => void): () => void {
  let after = request.after;
  let wait = firstWait;
  let closed = false;
  let socket: WebSocket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    const scheme = at.protocol === 'https:' ? 'wss:' : 'ws:';
    const next = new WebSocket(`${scheme}//${at.host}/api/v1/stream${queryOf({ incident: request.incident, after })}`);
    socket = next;
    next.addEventListener('open', () => {
      wait = firstWait;
      listener({ type: 'status', status: { recording: true, notices: [] } });
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

const defaultSettings: WindowSettings = { theme: 'system', night: false };

async function readSettings(): Promise<WindowSettings> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(settingsKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return defaultSettings;
    const theme = 'theme' in stored && (stored.theme === 'dark' || stored.theme === 'light') ? stored.theme : 'system';
    return { theme, night: 'night' in stored && stored.night === true };
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
