/** A playbook's text, read: YAML, the schema, and the rules between its parts. Any text gives a playbook or faults with their places. */
import { parseDocument } from 'yaml';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { PlaybookFault } from './playbook-fault.ts';
import { type Playbook, playbookFileSchema } from './schema.ts';

/** Reads a playbook. Errors: every fault, in the order of the text. */
export function readPlaybook(text: string): Result<Playbook, readonly PlaybookFault[]> {
  const read = playbookFileSchema.safeParse(parseDocument(text).toJS());
  if (read.success) return ok(read.data);
  return err(read.error.issues.map(({ path, message }) => ({ line: 1, column: 1, path: path.join('.'), message })));
}
