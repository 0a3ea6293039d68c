/** The parts about messages: what was told to whom, what had been promised, and when it came. */
import { type UpdateHistory, updateHistory } from '../../incident/updates/update-history.ts';
import type { IncidentView, UpdateView } from '../../incident/view.ts';
import { type Audience, audiences } from '../../vocabulary/words.ts';
import type { Block } from '../draft.ts';
import { minutesText, momentText } from '../when.ts';
import type { PartOptions, PartSource, Parts } from './part.ts';
import { absent, saidBy, sourcesOf, sparseTable, whenOf, whoOf } from './statements.ts';

const minute = 60_000;

export interface ToldUpdate {
  readonly update: UpdateView;
  /** What each audience had been promised before it, and how late it came, ms. */
  readonly promises: readonly { readonly audience: Audience; readonly promisedAt?: number; readonly lateMs?: number }[];
}

const histories = (view: IncidentView): readonly (readonly [Audience, UpdateHistory])[] =>
  audiences.map((audience) => [audience, updateHistory(view, audience)] as const).filter(([, { told }]) => told.length > 0);

/** Every message that went out, in the order in which they did, with the promises to some audiences. */
export function toldUpdates(view: IncidentView, wanted: readonly string[] = audiences): readonly ToldUpdate[] {
  const all = histories(view).filter(([audience]) => wanted.includes(audience));
  return view.updates
    .toSorted((a, b) => a.sentAt - b.sentAt)
    .map((update) => ({
      update,
      promises: all.flatMap(([audience, { told }]) => {
        const row = told.find((other) => other.update.id === update.id);
        return row === undefined
          ? []
          : [{ audience, ...(row.promisedAt !== undefined && { promisedAt: row.promisedAt, lateMs: row.lateMs ?? 0 }) }];
      }),
    }));
}

/** One text where all audiences have the same, or each with its own. */
export function eachOrAll(told: ToldUpdate, say: (promise: ToldUpdate['promises'][number]) => string): string {
  const said = told.promises.map((promise) => ({ audience: promise.audience, text: say(promise) }));
  const [first] = said;
  if (first === undefined || said.every(({ text }) => text === first.text)) return first?.text ?? '';
  return said.map(({ audience, text }) => `${audience}: ${text || 'none'}`).join('; ');
}

/** How late, in words. */
export function lateText(ms: number | undefined): string {
  if (ms === undefined) return '';
  const minutes = Math.trunc(ms / minute);
  if (minutes === 0) return 'on time';
  return minutes > 0 ? `${minutesText(minutes)} late` : `${minutesText(-minutes)} early`;
}

/** The audiences that a template names; all of them where it names none. */
const wantedOf = ({ audiences: wanted }: PartOptions, usual: readonly string[] = audiences): readonly string[] =>
  typeof wanted === 'string' ? wanted.split(',').map((word) => word.trim()) : usual;

function updates({ view, entries }: PartSource, options: PartOptions): readonly Block[] {
  if (view.updates.length === 0) return writtenUpdates({ view, entries });
  const wanted = wantedOf(options);
  const toWanted = toldUpdates(view, wanted).filter(({ update }) => update.audiences.some((audience) => wanted.includes(audience)));
  if (toWanted.length === 0) return [absent(`Updates to ${wanted.join(' or ')}`)];
  const rows = toWanted.map((told) => {
    const { id, sentAt, audiences: to, text } = told.update;
    const said = saidBy(entries, id, text);
    return {
      cells: {
        Sent: momentText(sentAt, 'exact', view.zone),
        To: to.filter((audience) => wanted.includes(audience)).join(', '),
        Message: said.text,
        'Promised for':
          eachOrAll(told, ({ promisedAt }) => (promisedAt === undefined ? '' : momentText(promisedAt, 'exact', view.zone))) || 'no promise',
        Came: eachOrAll(told, ({ lateMs }) => lateText(lateMs)) || 'the first',
      },
      from: said.from,
    };
  });
  return [sparseTable(['Sent', 'To', 'Message', 'Promised for', 'Came'], rows)];
}

/** What a file, or somebody afterwards, tells of messages. */
function writtenUpdates({ view, entries }: Pick<PartSource, 'view' | 'entries'>): readonly Block[] {
  const rows = entries
    .filter((entry) => entry.written && entry.kind === 'update')
    .map((entry) => ({ cells: { When: whenOf(entry, view.zone), Update: entry.text, Who: whoOf(entry) }, from: sourcesOf(entry) }));
  return rows.length === 0 ? [absent('Updates')] : [sparseTable(['When', 'Update', 'Who'], rows)];
}

const inMinutes = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : minutesText(Math.floor(ms / minute)));

function promises({ view }: PartSource, options: PartOptions): readonly Block[] {
  const wanted = wantedOf(options);
  const told = histories(view).filter(([audience]) => wanted.includes(audience));
  const rows = told.map(([audience, history]) => ({
    cells: {
      Audience: audience,
      Messages: String(history.told.length),
      'Promises kept': String(history.promisesKept),
      'Promises broken': String(history.promisesBroken),
      'First after': inMinutes(history.firstAfterMs),
      'Longest silence': inMinutes(history.longestSilenceMs),
    },
    from: history.told.map(({ update }) => update.id),
  }));
  if (rows.length === 0) return [];
  return [sparseTable(['Audience', 'Messages', 'Promises kept', 'Promises broken', 'First after', 'Longest silence'], rows)];
}

function lastUpdate({ view, entries }: PartSource, options: PartOptions): readonly Block[] {
  const named = wantedOf(options, ['customers', 'partners']);
  const last = view.updates
    .filter(({ audiences: to }) => to.some((audience) => named.includes(audience)))
    .toSorted((a, b) => a.sentAt - b.sentAt)
    .at(-1);
  if (last === undefined) return [absent(`Message to ${named.join(' or ')}`)];
  const said = saidBy(entries, last.id, last.text);
  const sent = `Sent ${momentText(last.sentAt, 'exact', view.zone)} to ${last.audiences.join(', ')}${last.final ? ', as the final one' : ''}:`;
  return [
    { type: 'paragraph', text: sent, from: said.from },
    { type: 'list', items: [said] },
  ];
}

export const updateParts: Parts = {
  updates: {
    says: 'The messages that went out: to whom, what had been promised, and when each came. `audiences: "customers"` names some.',
    blocks: updates,
  },
  promises: {
    says: 'For each audience: messages, promises kept and broken, the longest silence. `audiences: "customers"` names some. Absent where nothing was sent.',
    blocks: promises,
  },
  'last-update': { says: 'The last message to some audiences: `audiences: "customers, partners"`.', blocks: lastUpdate },
};
