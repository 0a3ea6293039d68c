/** `directory`: whom to call, from the command line; it works where nothing else does. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Contact, type Directory, nameKey } from '../../shared/directory/directory.ts';
import type { DirectoryFile } from '../../shared/directory/file-form.ts';
import { ageWords } from '../../shared/directory/print-page.ts';
import { busFactors } from '../../shared/directory/reach.ts';
import { callPaths } from '../../shared/directory/who-to-call.ts';
import { ask, CommandFailure, type DataOption, systemZone, withConsole } from './connection.ts';
import { print } from './print.ts';

type DirectoryOptions = DataOption & { readonly json?: boolean };

/** The command and those below it. */
export function addDirectory(directory: Command): void {
  directory.option('--json', 'as JSON').action((options: DirectoryOptions) => show(options));
  directory
    .command('import <file>')
    .description('read a directory from a file (wheelhouse-directory/1, JSON)')
    .action((file: string, _own, command: Command) => importFile(file, command.optsWithGlobals()));
  directory
    .command('export')
    .description('print the directory as such a file')
    .action((_own, command: Command) => printDocument('directory.file', command.optsWithGlobals()));
  directory
    .command('print')
    .description('print the page for the wall, as HTML')
    .action((_own, command: Command) => printDocument('directory.print', command.optsWithGlobals()));
}

function show(options: DirectoryOptions): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { directory } = await ask(client, 'directory.get', {});
    print(options.json ? JSON.stringify(directory, null, 2) : directoryText(directory, Date.now()));
  });
}

/** Paths first, then everybody by name. `now`: ms since epoch, UTC, for the age of the list. */
function directoryText(directory: Directory, now: number): string {
  const { contacts } = directory;
  if (contacts.length === 0) return 'The directory is empty. Fill it with `wheelhouse directory import FILE`, or on the screen.';
  const many = new Map(busFactors(directory).map(({ contact, alone }) => [contact.id, alone]));
  const paths = callPaths(directory).map(
    ({ service = 'everything', contacts: called }) =>
      `  ${service}: ${called.map(({ name, phones }) => `${name} ${phones[0] ?? '(no number)'}`).join(' → ')}`,
  );
  const longest = Math.max(...contacts.map(({ name }) => name.length));
  const lines = contacts.map((contact) => `  ${contact.name.padEnd(longest)}  ${contactWords(contact, many.get(contact.id))}`);
  return [
    ageWords(directory, now, systemZone()),
    ...(paths.length > 0 ? ['', 'Call in this order', ...paths] : []),
    '',
    'Everybody',
    ...lines,
  ].join('\n');
}

function contactWords({ kind, phones, team, services, note }: Contact, alone: readonly string[] | undefined): string {
  const behind = alone && `behind ${services.length} services${alone.length === 0 ? '' : `, alone for ${alone.join(', ')}`}`;
  const parts = [phones.join(', ') || 'no number', kind === 'person' ? undefined : kind, team, services.join(', '), note, behind];
  return parts.filter((part) => part !== undefined && part !== '').join('  ·  ');
}

async function importFile(file: string, options: DataOption): Promise<void> {
  const content = readFile(file) as DirectoryFile;
  await withConsole(options, 'writing', async (client) => {
    const answer = await client.call('directory.run', { commandId: randomUUID(), type: 'directory.import', file: content });
    if (!answer.ok) {
      const faults = answer.error.fields ?? [];
      // Whoever mends the file wants all of it at once.
      const named = faults.map(({ path, message }) => `${placeOf(path, content)} ${message}`).join('; ');
      throw new CommandFailure(
        faults.length === 0 ? answer.error.message : `${file} has ${counted(faults.length, 'fault')}, and nothing was imported: ${named}`,
      );
    }
    const saved = answer.value.events.filter(({ type }) => type === 'contact.saved').length;
    const paths = answer.value.events.filter(({ type }) => type === 'escalation.saved').length;
    print(
      saved + paths === 0 ? 'The directory holds all of this already.' : `${counted(saved, 'contact')} and ${counted(paths, 'path')} saved`,
    );
  });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The place of a fault, with the name of the contact where there is one: `contacts.3.phones.0 (Ada Lovelace)`. */
function placeOf(path: string, content: DirectoryFile): string {
  const place = path.replace(/^file\.?/, '');
  const row = /^contacts\.(\d+)/.exec(place)?.[1];
  const name = row === undefined ? undefined : content.contacts[Number(row)]?.name;
  const named = typeof name === 'string' && nameKey(name) !== '' ? ` (${name})` : '';
  return `${place === '' ? 'the file' : place}${named}`;
}

function readFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandFailure(`${file} is not JSON, so nothing was imported: ${(error as Error).message}`);
  }
}

function printDocument(name: 'directory.file' | 'directory.print', options: DataOption): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { text } = await ask(client, name, {});
    print(text.replace(/\n$/, ''));
  });
}
