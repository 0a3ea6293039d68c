/** `metrics`: the figures of one incident. `insights`: figures across incidents, drills apart. */

import { distributionWords } from '../../shared/postmortem/insights/distribution.ts';
import { bucketWords } from '../../shared/postmortem/insights/follow-up-ages.ts';
import { figureWords } from '../../shared/postmortem/insights/insight-row.ts';
import type { CountedIncident, FigureInsight, FigureSet, Insights } from '../../shared/postmortem/insights/insights.ts';
import { metricRows } from '../../shared/postmortem/metrics/metric-words.ts';
import { minutesText } from '../../shared/postmortem/when.ts';
import { visibleLine } from '../../shared/postmortem/writers/plain-text.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';
import { print } from './print.ts';

/** `metrics`: a row for each figure. */
export function metrics(id: string, options: DataOption & { readonly json?: boolean }): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { charts: _drawn, ...found } = await ask(client, 'incidents.metrics', { id });
    if (options.json) return print(JSON.stringify(found, null, 2));
    const rows = metricRows(found.metrics);
    const width = Math.max(...rows.map(({ label }) => label.length));
    const head = [found.label, ...(found.mode === 'live' ? [] : [`[${found.mode}]`]), visibleLine(found.title)];
    print(head.filter(Boolean).join('  '));
    for (const { label, value } of rows) print(`  ${label.padEnd(width)}  ${value}`);
  });
}

export interface InsightOptions extends DataOption {
  readonly json?: boolean;
  /** `2026-01-31`. */
  readonly since?: string;
  readonly drills?: boolean;
}

/** `insights`: of the real incidents, or of the drills. */
export function insights(options: InsightOptions): Promise<void> {
  const { since } = options;
  if (since !== undefined && !isDay(since)) throw new CommandFailure(`--since is a day such as 2026-01-31, not ${since}`, 2);
  return withConsole(options, 'reading', async (client) => {
    const found = await ask(client, 'insights.get', { ...(since !== undefined && { since }) });
    if (options.json) return print(JSON.stringify(found, null, 2));
    for (const line of options.drills ? setLines('Drills', found.drills, found.incidents) : allLines(found)) print(line);
  });
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function allLines(found: Insights): readonly string[] {
  const { words, pairs } = found.themes;
  const { open, overdue, buckets } = found.followUps;
  return [
    ...setLines('Incidents', found.real, found.incidents),
    ...(found.drills.counted === 0 ? [] : [`Drills: ${found.drills.counted}, told by --drills`]),
    ...titled(
      'Themes',
      words.slice(0, 15).map(({ word, of, incidents }) => `${incidents.length}  ${visibleLine(word)}${of === 'label' ? ' (label)' : ''}`),
    ),
    ...titled(
      'Together',
      pairs.slice(0, 10).map((pair) => `${pair.incidents}  ${pair.words.map(visibleLine).join(' + ')}`),
    ),
    ...titled(
      `Open follow-ups: ${open.length}, overdue: ${overdue}`,
      open.length === 0 ? [] : buckets.map((bucket) => `${String(bucket.count).padStart(4)}  ${bucketWords(bucket)}`),
    ),
    ...open
      .slice(0, 10)
      .map(({ row, days }) => `  ${`${days} d`.padStart(6)}  ${row.incident.label} ${row.label}  ${visibleLine(row.text)}`),
  ];
}

function setLines(title: string, set: FigureSet, incidents: readonly CountedIncident[]): readonly string[] {
  const imported = set.imported === 0 ? '' : `, ${set.imported} of them imported`;
  const { kept, broken } = set.promises;
  return [
    `${title}: ${set.counted}${imported}`,
    ...set.figures.flatMap((figure) => figureLines(figure, incidents)),
    ...(kept + broken === 0 ? [] : [`  Promised updates: ${kept} kept, ${broken} broken`]),
  ];
}

const mostValues = 12;

function figureLines(
  { figure, distribution, points, bySeverity }: FigureInsight,
  incidents: readonly CountedIncident[],
): readonly string[] {
  const values = points.slice(0, mostValues).map(({ of, minutes, unsure }) => {
    const imported = incidents[of]?.mode === 'imported' ? '*' : '';
    return `${unsure ? '~' : ''}${minutesText(minutes)}${imported}`;
  });
  const more = points.length > mostValues ? ` … ${minutesText(points.at(-1)?.minutes ?? 0)}` : '';
  return [
    `  ${figureWords[figure]}`,
    `    ${distributionWords(distribution, roundedText)}`,
    `    values: ${values.join(', ')}${more}`,
    ...(bySeverity.length < 2 ? [] : bySeverity.map((part) => `    ${part.group}: ${distributionWords(part.distribution, roundedText)}`)),
  ];
}

const roundedText = (minutes: number): string => minutesText(Math.round(minutes));

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
