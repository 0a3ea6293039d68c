/** Where the chains of an incident's log end, as a document of it says. */

import { splitForks } from '../../../shared/log/forks.ts';
import type { LogHead } from '../../../shared/postmortem/draft.ts';
import type { LogReader } from '../store/event-store.ts';

/** Of the events up to a position, or of all of them; in no order that means anything. */
export async function logHeads(store: LogReader, incident: string, upTo?: number): Promise<readonly LogHead[]> {
  const heads = await store.heads(incident);
  if (upTo === undefined || heads.every(({ position }) => position <= upTo)) return heads;
  const { canonical } = splitForks((await store.read(incident)).filter(({ position }) => position <= upTo));
  const last = new Map<string, LogHead>();
  for (const { origin, seq, hash } of canonical) if (seq > (last.get(origin)?.seq ?? 0)) last.set(origin, { origin, seq, hash });
  return [...last.values()];
}
