/** `export`: the postmortem draft as a document, on standard output or in a file. */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Leftover } from '../../shared/postmortem/anonymous/leftovers.ts';
import { isTextFormat } from '../../shared/postmortem/writers/formats.ts';
import { visibleLine } from '../../shared/postmortem/writers/plain-text.ts';
import { exportFormats } from '../../shared/vocabulary/words.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';

export interface ExportOptions extends DataOption {
  readonly template: string;
  readonly format: string;
  readonly out?: string;
  readonly anonymous?: boolean;
}

/** In the phases whose next step asks for a draft, the log remembers that it was made. A terminal is sent no bytes that are not text. */
export async function exportDraft(id: string, options: ExportOptions): Promise<void> {
  const { template, out } = options;
  const format = exportFormats.find((known) => known === options.format);
  if (!format) throw new CommandFailure(`--format is one of ${exportFormats.join(', ')}`, 2);
  if (out === undefined && !isTextFormat(format) && process.stdout.isTTY) {
    throw new CommandFailure(`a ${format} is no text for a terminal: say --out FILE, or send the output to a file`, 2);
  }
  const asked = await withConsole(options, 'reading', async (client) => {
    const wish = { id, template, ...(options.anonymous && { anonymous: true as const }) };
    const { text, encoding } = await ask(client, 'incidents.export', { ...wish, format });
    const bytes = Buffer.from(text, encoding ?? 'utf8');
    if (out === undefined) process.stdout.write(bytes);
    else writeOut(out, bytes);
    if (options.anonymous) tellLeftovers((await ask(client, 'postmortem.draft', wish)).leftovers ?? []);
    const summary = await ask(client, 'incidents.get', { id });
    return summary.mode !== 'imported' && (summary.phase === 'resolved' || summary.phase === 'review') ? summary.id : undefined;
  });
  if (asked === undefined) return;
  await withConsole(options, 'writing', (client) =>
    ask(client, 'commands.run', {
      ...{ commandId: randomUUID(), incidentId: asked, type: 'postmortem.export', template, format },
      ...(options.anonymous && { anonymous: true }),
    }),
  );
}

/** To standard error: the document itself may go to standard output. */
function tellLeftovers(leftovers: readonly Leftover[]): void {
  if (leftovers.length === 0) return;
  process.stderr.write('Names became roles. These still look like names; check them before the draft goes out:\n');
  for (const { kind, text, section, around } of leftovers) {
    process.stderr.write(`  ${section}: ${kind} ${visibleLine(text)} ("${visibleLine(around)}")\n`);
  }
}

/** A file that was not there before is not left behind in part. */
function writeOut(file: string, bytes: Uint8Array): void {
  const isNew = !existsSync(file);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    if (isNew) rmSync(file, { force: true });
    throw new CommandFailure(`cannot write ${file}: ${(error as Error).message}`);
  }
}
