/** The stream of the playbook: which rules hold belongs to no incident, and is the same on every console. */

/** A UUIDv8, `uuidv8FromSource('stream', 'playbook')`, published here so that consoles that never met write into one library. */
export const playbookStream = '7d7976ec-57e2-8591-90c5-5b8579c577f4';

/** What the library is called where an incident could be named: `wheelhouse erase playbook …`. */
export const playbookName = 'playbook';

/** Whether an id, or a word in place of one, means the playbook's stream. */
export function isPlaybookStream(wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return text === playbookStream || text === playbookName;
}
