/** `playbook show | import | history | diff`: which playbook is in force, from the command line. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { ShownPlaybook } from '../../shared/api/playbook-wire.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { defaultVersion, libraryOf, type PlaybookVersion, shippedAs } from '../../shared/playbook/library.ts';
import { diffPlaybooks, type PlaybookDifference } from '../../shared/playbook/playbook-diff.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { clockTime, dayOf } from '../../shared/vocabulary/zoned-time.ts';
import type { ConsoleClient } from '../core/server/socket-client.ts';
import { ask, CommandFailure, type DataOption, NoLogYet, systemZone, withConsole } from './connection.ts';
import { readText } from './playbook-text.ts';
import { print } from './print.ts';

type ShowOptions = DataOption & { readonly json?: boolean };

/** The commands below `playbook` that speak to a console. */
export function addPlaybookInForce(playbook: Command): void {
  playbook
    .command('show')
    .alias('export')
    .description('print the playbook in force, as it was written')
    .option('--json', 'with its version and what was saved before it, as JSON')
    .action((_own, command: Command) => show(command.optsWithGlobals()));
  playbook
    .command('import <file>')
    .description('save a playbook, so that new incidents go by it; - is standard input')
    .option('--note <text>', 'why, for the history')
    .option('--replaces <version>', 'only if this version is still in force: the end of its id, or default')
    .action((file: string, _own, command: Command) => importFile(file, command.optsWithGlobals()));
  playbook
    .command('history')
    .description('list what was saved, the newest first')
    .option('--json', 'as JSON')
    .action((_own, command: Command) => history(command.optsWithGlobals()));
  playbook
    .command('diff <before> [after]')
    .description(
      'say what differs: files, ends of version ids, default, or now for the one in force, which is also what is taken for after',
    )
    .action((before: string, after: string | undefined, _own, command: Command) => diff(before, after ?? 'now', command.optsWithGlobals()));
}

/** The text of the one in force goes to standard output, as it was written; why a newer one is not, to standard error. */
async function show(options: ShowOptions): Promise<void> {
  const shown = await inForce(options);
  if (options.json) return print(JSON.stringify(shown, null, 2));
  if (shown.faults.length > 0) process.stderr.write('A newer one was saved and cannot be read here, so this one stays in force:\n');
  for (const { line, column, message } of shown.faults) process.stderr.write(`  ${line}:${column}: ${message}\n`);
  print(shown.text.replace(/\n$/, ''));
}

/** Where nothing was ever written, new incidents would go by the shipped one. */
async function inForce(options: DataOption): Promise<ShownPlaybook> {
  try {
    return await withConsole(options, 'reading', (client) => ask(client, 'playbook.get', {}));
  } catch (error) {
    if (!(error instanceof NoLogYet)) throw error;
    const { inForce: shown, faults, versions } = libraryOf([], shippedAs(defaultPlaybook), readPlaybook);
    return { ...shown, faults, versions, position: 0 };
  }
}

interface ImportOptions extends DataOption {
  readonly note?: string;
  readonly replaces?: string;
}

/** Faults go to standard error as editors know them, and then one line that counts them. */
async function importFile(file: string, options: ImportOptions): Promise<void> {
  const named = file === '-' ? '<stdin>' : file;
  const text = await readText(file);
  await withConsole(options, 'writing', async (client) => {
    const { note } = options;
    const replaces = options.replaces === undefined ? undefined : versionId(await ask(client, 'playbook.get', {}), options.replaces);
    const command = { commandId: randomUUID(), type: 'playbook.save' as const, text };
    const answer = await client.call('playbook.run', { ...command, ...(note !== undefined && { note }), ...(replaces && { replaces }) });
    if (!answer.ok) {
      const { fields, message } = answer.error;
      if (fields === undefined) throw new CommandFailure(message);
      for (const fault of fields) process.stderr.write(`${named}:${fault.message}\n`);
      throw new CommandFailure(`${named} has ${counted(fields.length, 'fault')}, and nothing was changed`);
    }
    const saved = answer.value.events.some(({ type }) => type === 'playbook.saved');
    const contacts = answer.value.events.filter(({ type }) => type === 'contact.saved').length;
    const cards = contacts === 0 ? '' : `, and ${counted(contacts, 'contact')} in the directory`;
    print(saved ? `Saved: new incidents go by it${cards}. Open ones keep their own.` : 'This playbook is in force already.');
  });
}

function history(options: ShowOptions): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { versions, id } = await ask(client, 'playbook.get', {});
    if (options.json) return print(JSON.stringify(versions, null, 2));
    for (const version of versions) {
      const standing = version.id === id ? 'in force' : version.readable ? '' : 'cannot be read here';
      const parts = [version.id.slice(-8), `${version.name} ${version.version}`, savedText(version), standing, version.note];
      print(parts.filter((part) => part !== undefined && part !== '').join('  ·  '));
    }
    if (versions.length === 0) print('Nothing was saved yet: the shipped playbook is in force.');
  });
}

function diff(before: string, after: string, options: DataOption): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const differences = diffPlaybooks(await playbookOf(client, before), await playbookOf(client, after));
    print(differences.length === 0 ? 'They say the same.' : differences.map(differenceText).join('\n'));
  });
}

function differenceText(difference: PlaybookDifference): string {
  const { kind, path } = difference;
  if (kind === 'added') return `+ ${path}: ${JSON.stringify(difference.after)}`;
  if (kind === 'removed') return `- ${path}: ${JSON.stringify(difference.before)}`;
  return `~ ${path}: ${JSON.stringify(difference.before)} → ${JSON.stringify(difference.after)}`;
}

/** The playbook that a word on the command line means. */
async function playbookOf(client: ConsoleClient, wanted: string): Promise<Playbook> {
  const shown = await ask(client, 'playbook.get', {});
  if (wanted === 'now') return shown.playbook;
  const text =
    existsSync(wanted) || wanted === '-'
      ? await readText(wanted)
      : (await ask(client, 'playbook.version', { id: versionId(shown, wanted) })).text;
  const read = readPlaybook(text);
  if (read.ok) return read.value;
  const [first] = read.error;
  throw new CommandFailure(
    `${wanted} cannot be read: ${first?.line}:${first?.column}: ${first?.message} (wheelhouse playbook check names every fault)`,
  );
}

/** The id of a version by its end. */
function versionId({ versions }: ShownPlaybook, wanted: string): string {
  if (wanted === defaultVersion) return wanted;
  const found = wanted.length < 4 ? [] : versions.filter(({ id }) => id.endsWith(wanted.toLowerCase()));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only.id;
  throw new CommandFailure(`${wanted} is no file and no version of the playbook; wheelhouse playbook history lists them`);
}

function savedText({ savedAt, by }: PlaybookVersion): string {
  const zone = systemZone();
  return `saved ${dayOf(savedAt, zone)} ${clockTime(savedAt, zone)}${by === undefined ? '' : ` by ${by}`}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
