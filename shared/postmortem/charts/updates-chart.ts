/** When each audience was told something, and when it had been promised to be. */
import type { IncidentView, UpdateView } from '../../incident/view.ts';
import { type Audience, audiences } from '../../vocabulary/words.ts';
import { clockTime } from '../../vocabulary/zoned-time.ts';
import type { Chart } from '../draft.ts';
import { type PromisedUpdate, promisedUpdates } from '../metrics/promises.ts';
import { bar, cross, dot, figure, figureWidth, line, type Mark, words } from './figure.ts';
import { across, axisEnds, axisHeight, axisMarks, type TimeAxis } from './time-axis.ts';

const rowHeight = 46;
const title = 'Updates, promised and sent';
/** More of one audience's messages than this are counted and not listed. */
const mostListed = 12;

interface Row {
  readonly audience: Audience;
  readonly sent: readonly UpdateView[];
  readonly promised: readonly PromisedUpdate[];
}

/** `undefined` where nobody was told anything here. */
export function updatesChart(view: IncidentView): Chart | undefined {
  const all = promisedUpdates(view);
  const rows = audiences
    .map((audience): Row => {
      const sent = view.updates.filter((update) => update.audiences.includes(audience)).toSorted((a, b) => a.sentAt - b.sentAt);
      return { audience, sent, promised: all.filter((promise) => promise.audience === audience) };
    })
    .filter(({ sent }) => sent.length > 0);
  if (rows.length === 0) return undefined;
  const times = rows.flatMap(({ sent, promised }) => [
    ...sent.map(({ sentAt }) => sentAt),
    ...promised.map(({ promisedAt }) => promisedAt),
  ]);
  const begun = view.declaredAt ?? Number.POSITIVE_INFINITY;
  const axis: TimeAxis = {
    from: times.reduce((least, at) => Math.min(least, at), begun),
    to: times.reduce((most, at) => Math.max(most, at), view.endedAt ?? Number.NEGATIVE_INFINITY),
    zone: view.zone,
  };
  const height = rows.length * rowHeight;
  const marks = [
    ...rows.flatMap((row, index) => rowMarks(row, index * rowHeight, axis)),
    ...axisMarks(axis, height),
    ...legend(height + axisHeight),
  ];
  const [first, last] = axisEnds(axis);
  return {
    type: 'chart',
    title,
    figure: figure(height + axisHeight + 22, marks),
    alternative: [`From ${first} to ${last}.`, ...rows.map((row) => rowWords(row, view.zone))].join(' '),
    from: rows.flatMap(({ sent }) => sent.map(({ id }) => id)).filter((id, index, ids) => ids.indexOf(id) === index),
  };
}

function rowMarks({ audience, sent, promised }: Row, top: number, axis: TimeAxis): readonly Mark[] {
  const y = top + 29;
  return [
    words(audience, 0, top + 14),
    words(countOf(promised), figureWidth, top + 14, 'end'),
    line(across(axis, axis.from), y, across(axis, axis.to), y),
    ...sent.map(({ sentAt }) => bar(across(axis, sentAt) - 1, y - 7, 2, 14, 'full')),
    ...promised.map(({ promisedAt, standing }) =>
      standing === 'broken' ? cross(across(axis, promisedAt), y, 4) : dot(across(axis, promisedAt), y, 4, 'open'),
    ),
  ];
}

/** What the marks mean; the words beside the figure need none of it. */
const legend = (y: number): readonly Mark[] => [
  bar(5, y + 3, 2, 12, 'full'),
  words('message', 14, y + 14),
  dot(84, y + 9, 4, 'open'),
  words('promised for', 94, y + 14),
  cross(184, y + 9, 4),
  words('broken', 194, y + 14),
];

const count = (promised: readonly PromisedUpdate[], standing: PromisedUpdate['standing']): number =>
  promised.filter((promise) => promise.standing === standing).length;

function countOf(promised: readonly PromisedUpdate[]): string {
  if (promised.length === 0) return 'nothing promised';
  const open = count(promised, 'open');
  return `${count(promised, 'kept')} kept, ${count(promised, 'broken')} broken${open === 0 ? '' : `, ${open} ahead`}`;
}

function rowWords({ audience, sent, promised }: Row, zone: string): string {
  const sentAt = listed(sent.map((update) => clockTime(update.sentAt, zone)));
  const promisedAt = listed(promised.map((promise) => promiseWords(promise, zone)));
  const told = `${audience}: ${sent.length === 1 ? '1 message' : `${sent.length} messages`}, at ${sentAt}; ${countOf(promised)}`;
  return `${told}${promised.length === 0 ? '' : ` (${promisedAt})`}.`;
}

function promiseWords({ promisedAt, heardAt, standing }: PromisedUpdate, zone: string): string {
  const heard = heardAt === undefined ? '' : `, heard ${clockTime(heardAt, zone)}`;
  return `for ${clockTime(promisedAt, zone)}${heard}: ${standing === 'open' ? 'ahead' : standing}`;
}

function listed(texts: readonly string[]): string {
  const more = texts.length - mostListed;
  return more > 0 ? `${texts.slice(0, mostListed).join(', ')} and ${more} more` : texts.join(', ');
}
