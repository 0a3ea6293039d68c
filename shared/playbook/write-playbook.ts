/** A playbook as text that people read and edit. Reading it back gives the same playbook. */
import { stringify } from 'yaml';
import type { Playbook } from './schema.ts';

/** The YAML of a playbook. */
export function writePlaybook(playbook: Playbook): string {
  return stringify(playbook);
}
