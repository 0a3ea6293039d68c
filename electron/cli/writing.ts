/** The commands that write: declare, log, import, erase, backup, me. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WireEvent } from '../../shared/api/wire.ts';
import type { Command, CommandDraft } from '../../shared/incident/commands.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import type { ParsedLine } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine, parsePaste, plainLine } from '../../shared/incident/log-line.ts';
import type { Severity } from '../../shared/vocabulary/words.ts';
import type { ConsoleClient } from '../core/server/socket-client.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';
import { print } from './print.ts';

export interface DeclareOptions extends DataOption {
  readonly severity?: Severity;
  readonly impact?: string;
  readonly drill?: boolean;
  readonly zone?: string;
}

/** `declare`: prints the new incident's id. */
export function declare(title: string, options: DeclareOptions): Promise<void> {
  const { severity, impact, drill, zone } = options;
  return withConsole(options, 'writing', async (client) => {
    const { events } = await ask(client, 'commands.run', {
      commandId: randomUUID(),
      type: 'incident.declare',
      title,
      ...(severity === undefined ? {} : { severity }),
      ...(impact === undefined ? {} : { impact }),
      ...(drill ? { mode: 'drill' as const } : {}),
      ...(zone === undefined ? {} : { zone }),
    });
    print(events[0]?.incidentId ?? '');
  });
}

export interface LogOptions extends DataOption {
  readonly plain?: boolean;
}

/** `log`: a line of the composer's grammar, or lines from standard input; prints the id of what each became, and what it was taken for. */
export async function logLine(id: string, words: readonly string[], options: LogOptions): Promise<void> {
  const typed = words.join(' ');
  const fromInput = words.length === 0 || typed === '-';
  const text = fromInput ? await standardInput() : typed;
  await withConsole(options, 'writing', async (client) => {
    const { fold } = await ask(client, 'incidents.get', { id });
    const { person, name } = await ask(client, 'session.get', {});
    const incidents = text.includes('/merge') ? (await ask(client, 'incidents.list', {})).incidents : [];
    const context = lineContextOf(fold.view, { now: Date.now(), self: person, name: name ?? '', incidents });
    const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
    if (lines.length === 0) throw new CommandFailure('there is nothing to log', 2);
    const parsed = options.plain ? lines.map(plain) : fromInput ? parsePaste(text, context) : [parseLine(text, context)];
    // All of it is read before any of it is written: a fault in the last line leaves the log as it was.
    const drafts = parsed.flatMap((line, index) =>
      line.kind === 'heading' ? [] : [draftOf(line, lines.length > 1 ? `line ${index + 1}: ` : '')],
    );
    for (const { draft, label } of drafts) {
      const command = { ...draft, commandId: randomUUID(), incidentId: fold.view.id } as Command;
      const { events } = await ask(client, 'commands.run', command);
      const named = events.find((event) => labelOf(event) !== undefined);
      const subject = named ?? events.findLast(isSubject) ?? events.at(-1);
      print(`${subject?.id ?? ''}  ${label}${named === undefined ? '' : ` ${labelOf(named)}`}`);
    }
  });
}

/** What a new thing is called from now on: `t4`. */
function labelOf({ body }: WireEvent): string | undefined {
  const { label } = (body ?? {}) as { readonly label?: unknown };
  return typeof label === 'string' ? label : undefined;
}

/** Beside what was asked for, a command may bring its writer into the incident. */
function isSubject({ type }: WireEvent): boolean {
  return type !== 'console.joined' && type !== 'person.joined';
}

function plain(line: string): ParsedLine {
  return { kind: 'command', draft: plainLine(line), chip: { label: 'note' } };
}

function draftOf(line: ParsedLine, where: string): { readonly draft: CommandDraft; readonly label: string } {
  if (line.kind === 'command') return { draft: line.draft, label: line.chip.label };
  if (line.kind === 'fault') throw new CommandFailure(`${where}${line.message} (column ${line.at + 1}; expected: ${line.expected})`);
  if ('chip' in line) throw new CommandFailure(`${where}nothing to log: ${line.chip.label} is for the console`, 2);
  throw new CommandFailure(line.kind === 'help' ? 'the keys of the composer are in the console: F1' : 'there is nothing to log', 2);
}

/** `import`: prints the incident's id. */
export function importFile(file: string, options: DataOption): Promise<void> {
  const facts = readJson(file);
  return withConsole(options, 'writing', async (client) => {
    const { incidentId } = await ask(client, 'incidents.import', { file: facts });
    print(incidentId);
  });
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandFailure(`${file} is not JSON, so nothing was imported`);
  }
}

/** `erase`: the text of one event, for good. */
export function erase(id: string, event: string, options: DataOption & { readonly confirm: string }): Promise<void> {
  return withConsole(options, 'writing', async (client: ConsoleClient) => {
    const { erased, backups } = await ask(client, 'log.erase', { id, event, confirm: options.confirm });
    print(`erased ${erased}`);
    for (const file of backups) print(`may still hold the text: ${file}`);
  });
}

/** `backup`: a whole copy of the log, without this console's identity. */
export function backup(file: string, options: DataOption): Promise<void> {
  return withConsole(options, 'writing', async (client) => {
    const written = await ask(client, 'log.backup', { file: resolve(file) });
    print(`${written.file}  ${written.events} events`);
  });
}

/** `me`: the name that everything written here carries. */
export function me(name: string | undefined, options: DataOption): Promise<void> {
  return withConsole(options, 'writing', async (client) => {
    const session = name === undefined ? await ask(client, 'session.get', {}) : await ask(client, 'session.name', { name });
    print(session.name ?? '');
  });
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
