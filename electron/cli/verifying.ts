/** `verify`: whether the log is whole, and whether it has the events that a document was made from. */
import { readFileSync, statSync } from 'node:fs';
import type { ToldHeads } from '../../shared/postmortem/heads.ts';
import type { ConsoleClient } from '../core/server/socket-client.ts';
import { documentHeads } from '../core/studio/document-heads.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';
import { print } from './print.ts';

export interface VerifyOptions extends DataOption {
  /** A document that was exported before. */
  readonly export?: string;
}

/** The largest document that is read, bytes. */
const largest = 512 * 1024 * 1024;
const eventsAtOnce = 1_000;

/** `verify [file]`: says what was found. */
export async function verify(given: string | undefined, options: VerifyOptions): Promise<void> {
  print(await verified(given ?? options.export, options));
}

/** What was found. Exit code 1 where the log is broken, with the first broken entry, or where it has not the events that the document was made from. */
export async function verified(file: string | undefined, options: DataOption): Promise<string> {
  const told = file === undefined ? undefined : toldBy(file);
  return withConsole(options, 'reading', async (client) => {
    const { events, streams, firstBroken } = await ask(client, 'log.verify', {});
    if (firstBroken) {
      const { id, incidentId, position, what } = firstBroken;
      throw new CommandFailure(`broken at event ${id} (incident ${incidentId}, position ${position}): ${what}`);
    }
    if (told === undefined) return `${events} events in ${streams} streams: every chain is whole and every body is what was written.`;
    return comparison(client, file ?? '', told);
  });
}

function toldBy(file: string): ToldHeads {
  const told = documentHeads(bytesOf(file));
  if (told) return told;
  throw new CommandFailure(
    `${file} does not say which log it was made from: it is no export of Wheelhouse, or of a version before it said so, or another program wrote it anew`,
  );
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > largest) throw new Error('it is larger than any export');
    return readFileSync(file);
  } catch (error) {
    throw new CommandFailure(`cannot read ${file}: ${(error as Error).message}`);
  }
}

interface Chain {
  readonly hashes: Map<number, Set<string>>;
  last: number;
}

/** What is said when the log has all of it; otherwise throws what it has not. */
async function comparison(client: ConsoleClient, file: string, { incident, heads }: ToldHeads): Promise<string> {
  const { incidents } = await ask(client, 'incidents.list', {});
  const known = incidents.find(({ id }) => id === incident);
  if (!known) throw new CommandFailure(`${file} was made from incident ${incident}, which this log does not have`);
  const chains = await chainsOf(client, incident);
  const missing = heads.flatMap(({ origin, seq, hash }) => {
    const why = whyMissing(chains.get(origin), seq, hash);
    return why === undefined ? [] : [`chain ${origin} ${why}`];
  });
  if (missing.length > 0)
    throw new CommandFailure(`this log of ${known.label} does not have the events that ${file} was made from: ${missing.join('; ')}`);
  const had = heads.reduce((sum, { seq }) => sum + seq, 0);
  const more = [...chains].reduce((sum, [origin, { last }]) => sum + last - (heads.find((head) => head.origin === origin)?.seq ?? 0), 0);
  const from = `${had} ${had === 1 ? 'event' : 'events'}`;
  if (more === 0) return `${file} was made from exactly the ${from} that this log has of ${known.label}.`;
  return `This log of ${known.label} has the ${from} that ${file} was made from, and ${more} more since.`;
}

/** Whether an event with this hash is in this place decides for all before it: each names the hash of the one before. */
function whyMissing(chain: Chain | undefined, seq: number, hash: string): string | undefined {
  if (!chain) return 'is not here';
  const here = chain.hashes.get(seq);
  if (!here) return `ends at event ${chain.last} here, and at ${seq} in the document`;
  return [...here].some((whole) => whole.startsWith(hash)) ? undefined : `has another event ${seq}`;
}

async function chainsOf(client: ConsoleClient, incident: string): Promise<ReadonlyMap<string, Chain>> {
  const chains = new Map<string, Chain>();
  let after: number | null = 0;
  while (after !== null) {
    const { events, next }: { readonly events: readonly { origin: string; seq: number; hash: string }[]; readonly next: number | null } =
      await ask(client, 'incidents.events', { id: incident, after, limit: eventsAtOnce });
    for (const { origin, seq, hash } of events) {
      const chain = chains.get(origin) ?? { hashes: new Map<number, Set<string>>(), last: 0 };
      chains.set(origin, chain);
      chain.hashes.set(seq, (chain.hashes.get(seq) ?? new Set<string>()).add(hash));
      chain.last = Math.max(chain.last, seq);
    }
    after = next;
  }
  return chains;
}
