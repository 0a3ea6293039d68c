/** How each audience was kept up to date: the promises of the next update, what became of them, and the longest silence. */
import { assumedPlaybook } from '../../incident/playbook-of.ts';
import type { IncidentView } from '../../incident/view.ts';
import { type Audience, audiences } from '../../vocabulary/words.ts';

const minute = 60_000;

/** A next update that an audience was told to expect. Times are ms since epoch, UTC. */
export interface PromisedUpdate {
  readonly audience: Audience;
  /** The message that promised. */
  readonly update: string;
  readonly promisedAt: number;
  /** When the audience next heard something. */
  readonly heardAt?: number;
  /** `open`: it was still ahead when the log ended. */
  readonly standing: 'kept' | 'broken' | 'open';
}

/** Every promise, in the order in which the messages went out. One missed by no more than the playbook's grace is kept. */
export function promisedUpdates(view: IncidentView): readonly PromisedUpdate[] {
  const grace = assumedPlaybook(view).brokenAfterMinutes * minute;
  const updates = view.updates.toSorted((a, b) => a.sentAt - b.sentAt);
  const promised: PromisedUpdate[] = [];
  for (const [index, { id, audiences: told, nextAt }] of updates.entries()) {
    if (nextAt === undefined) continue;
    for (const audience of told) {
      const heardAt = updates.slice(index + 1).find((update) => update.audiences.includes(audience))?.sentAt;
      const broken = view.fallen[`promise/${audience}/${id}`] !== undefined || (heardAt !== undefined && heardAt > nextAt + grace);
      const standing = broken ? 'broken' : heardAt === undefined ? 'open' : 'kept';
      promised.push({ audience, update: id, promisedAt: nextAt, ...(heardAt !== undefined && { heardAt }), standing });
    }
  }
  return promised;
}

export interface AudienceFigures {
  readonly audience: Audience;
  readonly updates: number;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** Whole minutes of the longest time without a word: from the declaration, between messages, up to the final one or the end. */
  readonly longestSilence: number | null;
}

/** One row for each audience that was ever told something. */
export function audienceFigures(view: IncidentView, promised: readonly PromisedUpdate[]): readonly AudienceFigures[] {
  return audiences.flatMap((audience): readonly AudienceFigures[] => {
    const updates = view.updates.filter((update) => update.audiences.includes(audience));
    if (updates.length === 0) return [];
    const standings = promised.filter((promise) => promise.audience === audience).map(({ standing }) => standing);
    return [
      {
        audience,
        updates: updates.length,
        promisesKept: standings.filter((standing) => standing === 'kept').length,
        promisesBroken: standings.filter((standing) => standing === 'broken').length,
        longestSilence: longestSilence(view, updates),
      },
    ];
  });
}

function longestSilence({ declaredAt, endedAt }: IncidentView, updates: IncidentView['updates']): number | null {
  if (declaredAt === undefined) return null;
  const sent = updates.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
  const final = updates.some((update) => update.final && update.sentAt === sent.at(-1));
  const times = [declaredAt, ...sent.filter((at) => at > declaredAt), ...(final || endedAt === undefined ? [] : [endedAt])];
  const longest = times.slice(1).reduce((most, time, index) => Math.max(most, time - (times[index] ?? time)), 0);
  return Math.floor(longest / minute);
}
