/** What an answer means for a message: it arrived, the other side said no, or nobody knows. */
import type { Reply } from './post.ts';

export type Verdict =
  | { readonly kind: 'arrived' }
  /** `afterMs`: how long the other side asks to be left alone. `again: 'never'`: trying again would say the same. */
  | { readonly kind: 'refused'; readonly why: string; readonly again: 'later' | 'never'; readonly afterMs?: number }
  | { readonly kind: 'uncertain'; readonly why: string };

const second = 1_000;
const day = 24 * 60 * 60 * second;
/** Answers that the same request gets again, however often it is sent. */
const forGood: ReadonlySet<number> = new Set([400, 401, 403, 404, 410]);

/** `secrets` are blotted out of what the other side says: it may repeat them, and the log keeps it. `now`: ms since epoch, UTC. */
export function verdictOf(reply: Reply, secrets: readonly string[], now: number): Verdict {
  if (reply.kind === 'broken') return { kind: 'uncertain', why: reply.why };
  if (reply.kind === 'unsent') return { kind: 'refused', why: reply.why, again: 'later' };
  const { status, retryAfter } = reply;
  if (status >= 200 && status < 300) return { kind: 'arrived' };
  const said = secrets.filter(({ length }) => length > 3).reduce((words, secret) => words.replaceAll(secret, '…'), reply.words);
  const why = `it answered ${status}${said === '' ? '' : `: ${said}`}`;
  if (status < 400) return { kind: 'refused', why: `it answered ${status}, elsewhere: give the channel the new address`, again: 'never' };
  if (forGood.has(status)) return { kind: 'refused', why, again: 'never' };
  const afterMs = readRetryAfter(retryAfter, now);
  return { kind: 'refused', why, again: 'later', ...(afterMs === undefined ? {} : { afterMs }) };
}

/** The header as a wait of one second to a day, ms: seconds, or a date. */
function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;
  // What else `Date.parse` takes for a date is no date of HTTP.
  const date = / GMT$/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  const wait = seconds === undefined ? date - now : seconds * second;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, second), day);
}
