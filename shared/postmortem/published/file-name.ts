/** The name of a published postmortem: chosen once, kept in the log, and the same from then on whatever becomes of the title. */
import type { IncidentView } from '../../incident/view.ts';
import { plainWord } from '../library/similar-words.ts';

/** Where drills go, so that nobody takes one for the real thing. */
export const drillFolder = 'drills';

/** Small letters, digits and hyphens, and a beginning that no system reserves; drills in a folder of their own. */
const pattern = /^(?:drills\/)?(?:\d{4}-\d{2}-\d{2}|undated)(?:-[a-z0-9]+)*\.md$/;
const longest = 160;
const longestLabel = 24;
const longestTitle = 60;

/** Whether a path may stand in the publish folder: names in a log may come from anywhere. */
export const isPublishedName = (path: string): boolean => path.length <= longest && pattern.test(path);

/** The file that the log says it was last published to. */
export function publishedName({ exports }: Pick<IncidentView, 'exports'>): string | undefined {
  return exports.findLast(({ published }) => published !== undefined && isPublishedName(published))?.published;
}

export interface Named {
  readonly id: string;
  readonly label: string;
  /** As the published text has it: without names where it is anonymous. */
  readonly title: string;
  /** `2026-03-29`; absent: not known. */
  readonly day?: string;
  readonly drill: 'yes' | 'no';
}

/** A name that nobody has: day, label and title, and the end of the id where another has that. `taken` answers for paths in small letters. */
export function newPublishedName(incident: Named, taken: (path: string) => boolean): string {
  const { id, day = 'undated', label, title } = incident;
  const folder = incident.drill === 'yes' ? `${drillFolder}/` : '';
  const stem = [/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : 'undated', slug(label, longestLabel), slug(title, longestTitle)]
    .filter(Boolean)
    .join('-');
  const plain = `${folder}${stem}.md`;
  if (!taken(plain)) return plain;
  const digits = slug(id, longestTitle).replaceAll('-', '');
  const numbered = `${folder}${stem}-${digits.slice(-8)}.md`;
  return taken(numbered) ? `${folder}${stem}-${digits.slice(-32)}.md` : numbered;
}

/** Small letters, digits and single hyphens; a title in another script gives nothing. */
function slug(text: string, most: number): string {
  return plainWord(text)
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
}
