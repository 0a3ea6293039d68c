/** `npm run playbook`: writes the playbook that ships, and the schema of playbooks, into `resources/playbook` from the code. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultPlaybook } from '../shared/playbook/default-playbook.ts';
import { playbookJsonSchema } from '../shared/playbook/json-schema.ts';
import { writePlaybook } from '../shared/playbook/write-playbook.ts';

/** The files, by name, with the text that each should have. */
export function playbookFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['default.yaml', writePlaybook(defaultPlaybook)],
    ['playbook.schema.json', `${JSON.stringify(playbookJsonSchema(), null, 2)}\n`],
  ]);
}

if (import.meta.main) {
  const folder = new URL('../resources/playbook/', import.meta.url);
  for (const [name, text] of playbookFiles()) writeFileSync(fileURLToPath(new URL(name, folder)), text);
  process.stdout.write('resources/playbook has the playbook of today.\n');
}
