/** Browser sessions and invitations: what a cookie or a link opens. They outlive the server in one small file that holds hashes, never secrets. */
import { join } from 'node:path';
import * as z from 'zod';
import type { Scope } from '../../../shared/api/procedure.ts';
import type { Caller } from './caller.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { newSecret, secretHash } from './secrets.ts';

const sessionSchema = z.object({
  hash: z.string(),
  person: z.string(),
  name: z.string().optional(),
  scope: z.enum(['owner', 'responder']),
  usedAt: z.number(),
});
const inviteSchema = z.object({ hash: z.string(), scope: z.enum(['owner', 'responder']), expiresAt: z.number() });
const fileSchema = z.object({
  sessions: z.array(sessionSchema),
  invites: z.array(inviteSchema),
});
type StoredSession = z.infer<typeof sessionSchema>;
type StoredInvite = z.infer<typeof inviteSchema>;

/** A browser that was not used for thirty days is asked for a new link. */
export const sessionIdleMs = 30 * 24 * 3_600_000;
/** An invitation that nobody followed for a day is void. */
export const inviteMs = 24 * 3_600_000;
/** The ticket with which this machine opens its own browser: what stands on a command line, others may read. */
export const ticketMs = 2 * 60_000;
/** The file is not rewritten for every request: the last use is kept to the hour. */
const usedAtGrain = 3_600_000;
const maxSessions = 500;
const maxInvites = 200;

export interface SessionsParts {
  readonly dataDir: string;
  /** ms since epoch, UTC. */
  readonly now: () => number;
  readonly newPersonId: () => string;
}

export class Sessions {
  readonly #path: string;
  readonly #parts: SessionsParts;
  #sessions = new Map<string, StoredSession>();
  #invites = new Map<string, StoredInvite>();

  constructor(parts: SessionsParts) {
    this.#parts = parts;
    this.#path = join(parts.dataDir, 'sessions.json');
    this.#load();
  }

  /** A new session for a browser that showed the owner's token or an invitation; answers the cookie's secret. */
  open(scope: Scope): string {
    const secret = newSecret();
    const hash = secretHash(secret);
    this.#sessions.set(hash, { hash, person: this.#parts.newPersonId(), scope, usedAt: this.#parts.now() });
    while (this.#sessions.size > maxSessions) {
      const idlest = [...this.#sessions.values()].reduce((a, b) => (a.usedAt <= b.usedAt ? a : b));
      this.#sessions.delete(idlest.hash);
    }
    this.#save();
    return secret;
  }

  /** The caller behind a cookie, or `undefined`. Looked up by hash: a timing tells nothing about a secret that is nowhere. */
  callerOf(secret: string): Caller | undefined {
    const session = this.#sessions.get(secretHash(secret));
    if (!session) return undefined;
    const now = this.#parts.now();
    if (now - session.usedAt > sessionIdleMs) {
      this.#sessions.delete(session.hash);
      this.#save();
      return undefined;
    }
    if (Math.abs(now - session.usedAt) > usedAtGrain) this.#put({ ...session, usedAt: now });
    const { person, name, scope, hash } = session;
    return { person, scope, via: 'browser', session: hash, ...(name === undefined ? {} : { name }) };
  }

  /** Gives the person of a session a name; `person` replaces the session's own id, when they turn out to be somebody known. */
  name(session: string, name: string, person?: string): void {
    const stored = this.#sessions.get(session);
    if (stored) this.#put({ ...stored, name, ...(person === undefined ? {} : { person }) });
  }

  /** Whether this person has a session: a browser of their own. */
  joined(person: string): boolean {
    return [...this.#sessions.values()].some((session) => session.person === person);
  }

  /** Forgets the name of a person whose name was erased from the log; their browser is asked again. */
  forgetName(person: string): void {
    for (const session of this.#sessions.values()) {
      if (session.person !== person) continue;
      const { name: _erased, ...rest } = session;
      this.#sessions.set(session.hash, rest);
    }
    this.#save();
  }

  /** A token that opens one session of that scope, once, for so long. */
  invite(scope: Scope, lifeMs: number): string {
    const secret = newSecret();
    const hash = secretHash(secret);
    this.#invites.set(hash, { hash, scope, expiresAt: this.#parts.now() + lifeMs });
    while (this.#invites.size > maxInvites) {
      const oldest = this.#invites.keys().next().value;
      if (oldest !== undefined) this.#invites.delete(oldest);
    }
    this.#save();
    return secret;
  }

  /** Uses an invitation up; answers the scope that it opens, or `undefined` where it was not good. */
  redeem(secret: string): Scope | undefined {
    const hash = secretHash(secret);
    const invite = this.#invites.get(hash);
    if (!invite) return undefined;
    this.#invites.delete(hash);
    this.#save();
    return this.#parts.now() <= invite.expiresAt ? invite.scope : undefined;
  }

  #put(session: StoredSession): void {
    this.#sessions.set(session.hash, session);
    this.#save();
  }

  /** A file that cannot be read as sessions only costs people a new link: it never keeps the console from opening. */
  #load(): void {
    const text = readPrivateFile(this.#path);
    if (text === undefined) return;
    const parsed = fileSchema.safeParse(parseJson(text));
    if (!parsed.success) return;
    this.#sessions = new Map(parsed.data.sessions.map((session) => [session.hash, session]));
    this.#invites = new Map(parsed.data.invites.map((invite) => [invite.hash, invite]));
  }

  /** A full disk must not end a session that works: the file is written again at the next change. */
  #save(): void {
    try {
      writePrivateFile(this.#path, `${JSON.stringify({ sessions: [...this.#sessions.values()], invites: [...this.#invites.values()] })}\n`);
    } catch {
      // Kept in memory; see above.
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
