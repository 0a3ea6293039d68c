/** How a version of the playbook is called: by its name, who saved it, and when. */
import type { PlaybookVersion } from '../../../shared/playbook/library.ts';
import { clockTime, dayOf } from '../../../shared/vocabulary/zoned-time.ts';

/** `Acme 2026-03, 29 March 02:10, Kim`, in the zone of whoever reads it. */
export function versionWords(version: PlaybookVersion): string {
  const { name, version: called, by } = version;
  return [`${name} ${called}`, savedWords(version), by].filter((part) => part !== undefined).join(', ');
}

/** When it was saved: `2026-03-29 04:10`. */
export function savedWords({ savedAt }: Pick<PlaybookVersion, 'savedAt'>): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${dayOf(savedAt, timeZone)} ${clockTime(savedAt, timeZone)}`;
}
