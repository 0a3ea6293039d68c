/** `playbook`: what the organisation configures, from the command line. */
import type { Command } from 'commander';
import { playbookJsonSchema } from '../../shared/playbook/json-schema.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { CommandFailure } from './connection.ts';
import { addPlaybookInForce } from './playbook-in-force.ts';
import { readText } from './playbook-text.ts';
import { print } from './print.ts';

/** The command and those below it. */
export function addPlaybook(playbook: Command): void {
  playbook
    .command('check <file>')
    .description('say what is wrong in a playbook, by line and column; - is standard input')
    .action((file: string) => check(file));
  playbook.command('schema').description('print the JSON Schema of playbooks, for editors').action(schema);
  addPlaybookInForce(playbook);
}

/** Faults are the answer, as linters print it: `FILE:LINE:COLUMN: what is wrong and what is allowed`, one a line; their count goes to standard error. */
async function check(file: string): Promise<void> {
  const named = file === '-' ? '<stdin>' : file;
  const read = readPlaybook(await readText(file));
  if (read.ok) {
    const { name, version, checklists, updateTemplates } = read.value;
    print(
      `${named} is a playbook: ${name}, version ${version}, with ${checklists.length} checklists and ${updateTemplates.length} templates`,
    );
    return;
  }
  for (const { line, column, message } of read.error) print(`${named}:${line}:${column}: ${message}`);
  throw new CommandFailure(`${named} has ${read.error.length} ${read.error.length === 1 ? 'fault' : 'faults'}`);
}

function schema(): void {
  print(JSON.stringify(playbookJsonSchema(), null, 2));
}
