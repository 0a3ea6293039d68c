/** The stream of an organisation's own templates: they belong to no incident, and are the same on every console. */

/** A UUIDv8, `uuidv8FromSource('stream', 'templates')`, published here so that consoles that never met write onto one shelf. */
export const templateStream = '14872ead-0cc6-8a50-8217-445c15de9559';

/** What the shelf is called where an incident could be named: `wheelhouse erase templates …`. */
export const templatesName = 'templates';

/** Whether an id, or a word in place of one, means the stream of the templates. */
export function isTemplateStream(wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return text === templateStream || text === templatesName;
}
