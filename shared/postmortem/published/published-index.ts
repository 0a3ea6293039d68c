/** The list of a publish folder: `README.md`, the newest first. Made of the files' heads alone, so that it says what is there. */
import { escapedMarkdown } from '../writers/markdown-text.ts';
import { drillFolder } from './file-name.ts';
import type { FrontMatter } from './front-matter.ts';

export const indexFile = 'README.md';
/** The first line of every list that a console wrote. */
export const indexMark = '<!-- Written by Wheelhouse: it is written anew with each publication. -->';

export interface PublishedFile {
  readonly path: string;
  readonly matter: FrontMatter;
}

/** The list. The same files give the same text, in whatever order they are found. */
export function publishedIndex(files: readonly PublishedFile[]): string {
  const ordered = files.toSorted(newestFirst);
  const isDrill = ({ path }: PublishedFile): boolean => path.startsWith(`${drillFolder}/`);
  const drills = ordered.filter(isDrill);
  return [
    `${indexMark}\n\n# Postmortems\n`,
    table(ordered.filter((file) => !isDrill(file))),
    ...(drills.length === 0 ? [] : ['## Drills\n', table(drills)]),
  ].join('\n');
}

function newestFirst(a: PublishedFile, b: PublishedFile): number {
  const [ofA, ofB] = [a.matter.date ?? '', b.matter.date ?? ''];
  if (ofA !== ofB) return ofA < ofB ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

function table(files: readonly PublishedFile[]): string {
  if (files.length === 0) return 'None yet.\n';
  const rows = files.map(({ path, matter }) => {
    const { date, label, title, severity, minutes, type, status, mode } = matter;
    const cells = [
      escapedMarkdown(date ?? 'not recorded'),
      `[${escapedMarkdown(title === '' ? label : title)}](${path})`,
      escapedMarkdown(label),
      severity === null ? 'not recorded' : `SEV${severity}`,
      minutes === null ? 'not recorded' : `${minutes} min`,
      escapedMarkdown(type ?? ''),
      escapedMarkdown(mode === 'live' || mode === 'drill' ? status : `${status}, ${mode}`),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
  return `| Date | Postmortem | Incident | Severity | Duration | Type | Status |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('')}`;
}
