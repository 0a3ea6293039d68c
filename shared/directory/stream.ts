/** The stream of the directory: facts that belong to no incident have a stream of their own, the same on every console. */

/** A UUIDv8, `uuidv8FromSource('stream', 'directory')`, published here so that consoles that never met write into one directory. */
export const directoryStream = 'f839f384-2bba-8cbb-b82a-dbcd369c4234';

/** What the directory is called where an incident could be named: `wheelhouse erase directory …`. */
export const directoryName = 'directory';

/** Whether an id, or a word in place of one, means the directory. */
export function isDirectory(wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return text === directoryStream || text === directoryName;
}
