/** The templates that ship with the console, as files of `resources/templates`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate } from '../../../shared/postmortem/template/read-template.ts';
import type { TemplateFile } from '../../../shared/postmortem/template/shelf.ts';
import type { Template } from '../../../shared/postmortem/template/template-file.ts';
import { shippedFolder } from '../shipped.ts';

/** All of them with their texts, by id. A folder that is not there has none; a file that is no template is a mistake of ours, and thrown. */
export function shippedTemplateFiles(folder: string | undefined = shippedFolder('resources/templates')): ReadonlyMap<string, TemplateFile> {
  if (folder === undefined) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.liquid'));
  const read = names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const template = readTemplate(text);
    if (!template.ok)
      throw new Error(`${name}: ${template.error.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('; ')}`);
    return [template.value.id, { text, template: template.value }] as const;
  });
  return new Map(read);
}

/** All of them, by id. */
export function shippedTemplates(folder?: string): ReadonlyMap<string, Template> {
  return new Map([...shippedTemplateFiles(folder)].map(([id, { template }]) => [id, template]));
}
