/** `template`: the templates that drafts are made by, from the command line. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { CheckedTemplate, ListedTemplate, ShownTemplate } from '../../shared/api/template-procedures.ts';
import type { TemplateFile } from '../../shared/postmortem/template/shelf.ts';
import { shippedFolder } from '../core/shipped.ts';
import { shippedTemplateFiles } from '../core/studio/shipped-templates.ts';
import { templateDataJsonSchema, templateGuide } from '../core/studio/template-guide.ts';
import { TemplateRunner } from '../core/studio/template-runner.ts';
import { TemplateTrial } from '../core/studio/template-trial.ts';
import { ask, CommandFailure, type DataOption, NoLogYet, withConsole } from './connection.ts';
import { readText } from './playbook-text.ts';
import { print } from './print.ts';

type JsonOption = DataOption & { readonly json?: boolean };

/** The command and those below it. */
export function addTemplate(template: Command): void {
  const below = (usage: string, says: string): Command => template.command(usage).description(says);
  below('list', 'list the templates: those that ship, and your own')
    .option('--json', 'as JSON')
    .action((_own, command: Command) => list(command.optsWithGlobals()));
  below('show <id>', 'print a template, as it was written')
    .option('--json', 'with what was saved under its id, as JSON')
    .action((id: string, _own, command: Command) => show(id, command.optsWithGlobals()));
  below('check <file>', 'say what is wrong in a template, by line and column; - is standard input').action((file: string) => check(file));
  below('schema', 'say what a template may use: fields, tags, parts, data, filters')
    .option('--json', 'its data as JSON Schema')
    .action(({ json }: JsonOption) => print(json ? JSON.stringify(templateDataJsonSchema(), null, 2) : templateGuide().trimEnd()));
  below('save <file>', 'save a template under the id in it; - is standard input').action((file: string, _own, command: Command) =>
    save(file, command.optsWithGlobals()),
  );
  below('remove <id>', 'remove a template of your own; one that ships under its id comes back').action(
    (id: string, _own, command: Command) => remove(id, command.optsWithGlobals()),
  );
}

async function list(options: JsonOption): Promise<void> {
  const templates = await orShipped(
    () => withConsole(options, 'reading', async (client) => (await ask(client, 'templates.list', {})).templates),
    () => [...shippedTemplateFiles().values()].map(shippedRow),
  );
  if (options.json) return print(JSON.stringify(templates, null, 2));
  const width = Math.max(...templates.map(({ id }) => id.length));
  for (const one of templates) print(`${one.id.padEnd(width)}  ${standing(one).padEnd(17)}  ${one.name}: ${one.about}`);
}

function shippedRow({ template: { id, name, about, version } }: TemplateFile): ListedTemplate {
  return { id, name, about, version, source: 'shipped', ships: true, readable: true, faults: [] };
}

function standing({ source, ships, readable, faults }: ListedTemplate): string {
  if (!readable) return 'cannot be read';
  if (faults.length > 0) return 'newer has faults';
  if (source === 'shipped') return 'shipped';
  return ships ? 'own, for shipped' : 'own';
}

/** The text goes to standard output, as it was written; why a newer one is not used, to standard error. */
async function show(id: string, options: JsonOption): Promise<void> {
  const shown = await orShipped<ShownTemplate>(
    () => withConsole(options, 'reading', (client) => ask(client, 'templates.get', { id })),
    () => {
      const file = shippedTemplateFiles().get(id);
      if (!file) throw new CommandFailure(`There is no template ${id}; wheelhouse template list lists them`);
      return { ...shippedRow(file), text: file.text, from: 'shipped', versions: [] };
    },
  );
  if (options.json) return print(JSON.stringify(shown, null, 2));
  if (shown.faults.length > 0) process.stderr.write('The newest that was saved cannot be used here:\n');
  for (const { line, column, message } of shown.faults) process.stderr.write(`  ${line}:${column}: ${message}\n`);
  print(shown.text.replace(/\n$/, ''));
}

/** Where nothing was ever written, there are those that ship. */
async function orShipped<T>(ask: () => Promise<T>, shipped: () => T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NoLogYet) return shipped();
    throw error;
  }
}

/** Faults are the answer, as linters print it: `FILE:LINE:COLUMN: what is wrong`, one a line; their count goes to standard error. Needs no console. */
async function check(file: string): Promise<void> {
  const named = nameOf(file);
  const text = await readText(file, 'template');
  const runner = new TemplateRunner();
  const samplesDir = shippedFolder('resources/samples');
  try {
    const read = await new TemplateTrial({ runner, ...(samplesDir !== undefined && { samplesDir }) }).read(text);
    if (read.ok) return print(`${named} is a template: ${read.value.id}, ${read.value.name}, version ${read.value.version}`);
    tellFaults(named, read.error);
    throw new CommandFailure(`${named} has ${counted(read.error.length)}`);
  } finally {
    await runner.close();
  }
}

async function save(file: string, options: DataOption): Promise<void> {
  const named = nameOf(file);
  const text = await readText(file, 'template');
  await withConsole(options, 'writing', async (client) => {
    const answer = await client.call('templates.save', { commandId: randomUUID(), text });
    if (!answer.ok) {
      const { fields, message } = answer.error;
      if (fields === undefined) throw new CommandFailure(message);
      for (const fault of fields) process.stderr.write(`${named}:${fault.message}\n`);
      throw new CommandFailure(`${named} has ${counted(fields.length)}, and nothing was changed`);
    }
    print(answer.value.events.length > 0 ? 'Saved: drafts can be made by it.' : 'This template is in use already.');
  });
}

function remove(id: string, options: DataOption): Promise<void> {
  return withConsole(options, 'writing', async (client) => {
    await ask(client, 'templates.remove', { commandId: randomUUID(), id });
    const { templates } = await ask(client, 'templates.list', {});
    print(templates.some((one) => one.id === id) ? `Removed: the ${id} that ships is used again.` : `Removed: ${id} is offered no more.`);
  });
}

function tellFaults(named: string, faults: CheckedTemplate['faults']): void {
  for (const { line, column, message } of faults) print(`${named}:${line}:${column}: ${message}`);
}

const nameOf = (file: string): string => (file === '-' ? '<stdin>' : file);
const counted = (count: number): string => `${count} ${count === 1 ? 'fault' : 'faults'}`;
