/** What the log gives for each section, as a hash: whoever wrote a section keeps it, and sees later whether the log has said more since. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Draft } from './draft.ts';
import { sectionMarkdown } from './writers/markdown.ts';

/** Hex SHA-256 of the Markdown of each section, by what it means. `generated` is a draft without the words of people. */
export function sectionBases(generated: Draft): Readonly<Record<string, string>> {
  return Object.fromEntries(generated.sections.map((section) => [section.id, bytesToHex(sha256(utf8ToBytes(sectionMarkdown(section))))]));
}
