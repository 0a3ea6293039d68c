/** A playbook's text, read: YAML, the schema, and the rules between its parts. Any text gives a playbook or faults with their places. */
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { inTextOrder } from './fault-place.ts';
import { formFaults, placeAt } from './form-faults.ts';
import type { PlaybookFault } from './playbook-fault.ts';
import { ruleFaults } from './playbook-rules.ts';
import { type Playbook, playbookFileSchema } from './schema.ts';
import { readYaml } from './yaml-text.ts';

/** Reads a playbook. Errors: every fault, in the order of the text; where the text is no YAML, the faults of that alone. */
export function readPlaybook(text: string): Result<Playbook, readonly PlaybookFault[]> {
  const yaml = readYaml(text);
  if (!yaml.ok) return err(inTextOrder(text, yaml.error));
  const { value, place } = yaml.value;
  const rules = ruleFaults(value).map((fault) => ({ ...fault, offset: placeAt(place, fault.path).place.offset }));
  const faults = [...formFaults(yaml.value), ...rules];
  return faults.length > 0 ? err(inTextOrder(text, faults)) : ok(playbookFileSchema.parse(value));
}
