/** `npm run templates`: writes what a template may use, as a page and as a JSON Schema, into `resources/templates` from the code. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { templateDataJsonSchema, templateGuide } from './core/studio/template-guide.ts';

/** The files, by name, with the text that each should have. */
export function templateFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', templateGuide()],
    ['template-data.schema.json', `${JSON.stringify(templateDataJsonSchema(), null, 2)}\n`],
  ]);
}

if (import.meta.main) {
  const folder = new URL('../resources/templates/', import.meta.url);
  for (const [name, text] of templateFiles()) writeFileSync(fileURLToPath(new URL(name, folder)), text);
  process.stdout.write('resources/templates has the page and the schema of today.\n');
}
