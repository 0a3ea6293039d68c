/** Follow-ups as texts that other tools take in: CSV, a list of tasks in Markdown, JSON. No clock: the same rows give the same bytes. */
import { followUpStandingWords } from '../../incident/follow-up-standing.ts';
import { dayOf } from '../../vocabulary/zoned-time.ts';
import { csvOf } from '../writers/csv.ts';
import { escapedMarkdown } from '../writers/markdown-text.ts';
import { type FollowUpRow, isRowOpen } from './follow-up-rows.ts';

export const followUpFormats = ['csv', 'md', 'json'] as const;
export type FollowUpFormat = (typeof followUpFormats)[number];

export const followUpMediaTypes: Readonly<Record<FollowUpFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The rows as a text of that format, ending in a line end. */
export function followUpText(format: FollowUpFormat, rows: readonly FollowUpRow[]): string {
  if (format === 'csv') return csvOf([csvHead, ...rows.map(csvCells)]);
  if (format === 'md') return markdownTasks(rows);
  return `${JSON.stringify({ schema: 'wheelhouse-follow-ups/1', followUps: rows }, null, 2)}\n`;
}

const csvHead = ['incident', 'title', 'mode', 'follow-up', 'text', 'kind', 'owner', 'due', 'state', 'reason', 'link', 'added', 'since'];

function csvCells({ incident, ...row }: FollowUpRow): readonly string[] {
  return [
    incident.label,
    incident.title,
    incident.mode,
    row.label,
    row.text,
    row.kind ?? '',
    row.owner?.name ?? '',
    row.due ?? '',
    followUpStandingWords[row.standing],
    row.why ?? '',
    row.link ?? '',
    new Date(row.addedAt).toISOString(),
    new Date(row.since).toISOString(),
  ];
}

/** A heading for each incident, and a box for each follow-up: ticked once nothing is left to do. */
function markdownTasks(rows: readonly FollowUpRow[]): string {
  const incidents = [...new Set(rows.map(({ incident }) => incident.id))];
  if (incidents.length === 0) return 'No follow-ups.\n';
  const parts = incidents.map((id) => {
    const own = rows.filter(({ incident }) => incident.id === id);
    return `## ${own.slice(0, 1).map(heading).join('')}\n\n${own.map(task).join('\n')}\n`;
  });
  return parts.join('\n');
}

function heading({ incident: { label, title, mode } }: FollowUpRow): string {
  return escapedMarkdown([label, ...(mode === 'drill' ? ['DRILL'] : []), title].filter(Boolean).join(' · '));
}

function task(row: FollowUpRow): string {
  const box = isRowOpen(row) ? '[ ]' : '[x]';
  const known = [
    row.owner?.name ?? 'no owner',
    row.due ?? 'no date',
    ...(row.kind === undefined ? [] : [row.kind]),
    ...(row.standing === 'started' ? ['started'] : []),
    ...(row.standing === 'wontDo' ? [`will not be done: ${row.why ?? ''}`] : []),
  ];
  const link = row.link === undefined ? '' : ` <${row.link}>`;
  return `- ${box} ${escapedMarkdown(row.text)} (${known.map(escapedMarkdown).join(', ')}, noted ${dayOf(row.addedAt, row.incident.zone)})${link}`;
}
