/** Decides, before anything else looks at a request, whether it was meant for this server and who sent it. */
import type { IncomingMessage } from 'node:http';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Caller } from './caller.ts';
import { RateLimiter, sessionLimit, strangerLimit } from './rate-limit.ts';
import { secretMatches } from './secrets.ts';
import type { Sessions } from './sessions.ts';

export interface GateParts {
  readonly sessions: Sessions;
  /** Hex SHA-256 of the owner's token. */
  readonly tokenHash: string;
  /** The owner of the console, as the API calls them. */
  readonly owner: () => Caller;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
}

/** Who sent a request, and how. `wait` is the seconds until they may send another, 0 for now. */
export interface Admission {
  readonly caller: Caller;
  readonly by: 'token' | 'cookie';
}

/** A refusal to listen; `wait` (seconds) where it is a matter of time. */
export interface GateError {
  readonly error: ApiError;
  readonly wait?: number;
}

export class HttpGate {
  readonly #parts: GateParts;
  readonly #sessions: RateLimiter;
  readonly #strangers: RateLimiter;
  #port = 0;

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#sessions = new RateLimiter(sessionLimit, parts.monotonic);
    this.#strangers = new RateLimiter(strangerLimit, parts.monotonic);
  }

  /** The port that the server got; before this, every request is foreign. */
  listensOn(port: number): void {
    this.#port = port;
  }

  /** The cookie's name ends with the port: browsers share cookies between all ports of a host. */
  get cookieName(): string {
    return `wheelhouse-${this.#port}`;
  }

  /** Whether the request names this server as its host, and comes from its own pages or from no page: a name rebound to loopback, and other sites, do not. */
  checkAddress(request: IncomingMessage): Result<undefined, GateError> {
    const host = request.headers.host?.toLowerCase();
    if (host === undefined || ![`127.0.0.1:${this.#port}`, `localhost:${this.#port}`].includes(host)) {
      return refuse('forbidden', 'This console answers only to its own address on this machine.');
    }
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${host}`) {
      return refuse('forbidden', 'This console answers no other site.');
    }
    return ok(undefined);
  }

  /** Who sent the request, and whether they have sent too many. */
  admit(request: IncomingMessage): Result<Admission, GateError> {
    const found = this.#identify(request);
    if (!found) return this.refuseStranger('Open the link that carries a token, or send the token as a Bearer.');
    const wait = this.#sessions.take(found.caller.session ?? 'token');
    return wait > 0 ? err({ error: { code: 'too-many', message: `Too many requests; wait ${wait} s.` }, wait }) : ok(found);
  }

  /** Trades the token of an opened address for the secret of a session. */
  exchange(token: string): Result<string, GateError> {
    const { sessions, tokenHash } = this.#parts;
    if (secretMatches(token, tokenHash)) return ok(sessions.open('owner'));
    const scope = sessions.redeem(token);
    if (scope !== undefined) return ok(sessions.open(scope));
    return this.refuseStranger('This link is not valid: it was used already, or is too old, or belongs to another start of the console.');
  }

  refuseStranger(message: string): Result<never, GateError> {
    const wait = this.#strangers.take('strangers');
    if (wait > 0) return err({ error: { code: 'too-many', message: `Too many requests without a valid token; wait ${wait} s.` }, wait });
    return refuse('unauthorized', message);
  }

  #identify(request: IncomingMessage): Admission | undefined {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer ([\w~+/.=-]{1,500})$/i.exec(authorization)?.[1];
      return token !== undefined && secretMatches(token, this.#parts.tokenHash) ? { caller: this.#parts.owner(), by: 'token' } : undefined;
    }
    const secret = cookie(request.headers.cookie, this.cookieName);
    const caller = secret === undefined ? undefined : this.#parts.sessions.callerOf(secret);
    return caller && { caller, by: 'cookie' };
  }
}

function refuse(code: 'unauthorized' | 'forbidden', message: string): Result<never, GateError> {
  return err({ error: { code, message } });
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=');
    if (key === name && value !== undefined && value.length <= 200) return value;
  }
  return undefined;
}
