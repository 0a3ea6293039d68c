/** Reads a template without running it: its front matter, and the tags and filters of its body. Brings the engine along: imported when there is a text to read. */
import { readTemplate } from '../../../shared/postmortem/template/read-template.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { err, type Result } from '../../../shared/result.ts';
import { parseFaults } from './liquid-engine.ts';

/** The template, or everything that can be seen to be wrong in it. */
export function wellFormed(text: string): Result<Template, readonly TemplateFault[]> {
  const read = readTemplate(text);
  const faults = read.ok ? parseFaults(read.value) : [];
  return faults.length > 0 ? err(faults) : read;
}
