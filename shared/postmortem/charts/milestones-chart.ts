/** How long after impact began each milestone was reached. */
import type { IncidentView } from '../../incident/view.ts';
import type { Chart } from '../draft.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Span } from '../metrics/span.ts';
import { minutesText } from '../when.ts';
import { bar, figure, figureWidth, line, words } from './figure.ts';

const rowHeight = 38;
const title = 'From the start of impact';
const inset = 6;

interface Row {
  readonly says: string;
  readonly span: Span;
  readonly from: readonly string[];
}

/** `undefined` where the start of impact, or everything after it, is not known. */
export function milestonesChart(metrics: Metrics, milestones: IncidentView['milestones']): Chart | undefined {
  const row = (says: string, name: keyof IncidentView['milestones'], span: Span | null): readonly Row[] =>
    span === null ? [] : [{ says, span, from: [milestones[name]?.event ?? []].flat() }];
  const rows = [
    ...row('detected', 'detected', metrics.impactToDetect),
    ...row('declared', 'declared', metrics.impactToDeclare),
    ...row('acknowledged', 'acknowledged', metrics.impactToAcknowledge),
    ...row('mitigated', 'mitigated', metrics.impactToMitigate),
    ...row('resolved', 'resolved', metrics.impactToResolve),
  ];
  if (rows.length === 0) return undefined;
  const ends = rows.flatMap(({ span }) => [span.minutes, span.least ?? span.minutes, span.most ?? span.minutes, 0]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (minutes: number): number => inset + (most === least ? 0 : (minutes - least) / (most - least)) * (figureWidth - 2 * inset);
  const marks = rows.flatMap(({ says, span }, index) => {
    const y = index * rowHeight + 20;
    const [begin, end] = [Math.min(0, span.minutes), Math.max(0, span.minutes)];
    const unsure =
      span.least !== undefined && span.most !== undefined ? [bar(at(span.least), y + 2, at(span.most) - at(span.least), 6, 'open')] : [];
    return [
      words(says, 0, y - 6),
      words(shortSpan(span), figureWidth, y - 6, 'end'),
      ...unsure,
      bar(at(begin), y, at(end) - at(begin), 10, 'half'),
      line(at(0), y - 3, at(0), y + 13),
    ];
  });
  const height = rows.length * rowHeight;
  return {
    type: 'chart',
    title,
    figure: figure(height, marks),
    alternative: `${rows.map(({ says, span }) => `${says} ${longSpan(span)}`).join('; ')}.`,
    from: rows.flatMap(({ from }) => from),
  };
}

const sign = (span: Span): string => (span.precision === 'approx' ? 'about ' : '');
const shortSpan = (span: Span): string => `${sign(span)}${minutesText(span.minutes)}`;

function longSpan(span: Span): string {
  const side = span.minutes < 0 ? ` (${minutesText(-span.minutes)} before it)` : '';
  const range =
    span.least === undefined || span.most === undefined ? '' : `, between ${minutesText(span.least)} and ${minutesText(span.most)}`;
  return `${shortSpan(span)}${side}${range}`;
}
