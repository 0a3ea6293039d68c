/** Text for Markdown: what makes markup, a link or HTML is escaped. */
import { visibleLine } from './plain-text.ts';

/** Text that stays text wherever it stands in a line. */
export function escapedMarkdown(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/(^|\s)#/g, '$1\\#')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, '\\://')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@')
    .replace(/\bmailto:|\bxmpp:/gi, (found) => `${found.slice(0, -1)}\\:`);
}
