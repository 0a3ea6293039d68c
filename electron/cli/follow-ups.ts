/** `follow-ups`: what is to be done after an incident, or after all of them. */
import { writeFileSync } from 'node:fs';
import { type FollowUpRow, isRowOverdue } from '../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { followUpFormats } from '../../shared/postmortem/follow-ups/follow-up-texts.ts';
import { visibleLine } from '../../shared/postmortem/writers/plain-text.ts';
import { ask, CommandFailure, type DataOption, withConsole } from './connection.ts';

export interface FollowUpOptions extends DataOption {
  readonly open?: boolean;
  readonly format?: string;
  readonly out?: string;
}

/** A line for each, or a document of them; `--out` writes it to a file. */
export function followUps(id: string | undefined, options: FollowUpOptions): Promise<void> {
  const format = followUpFormats.find((known) => known === options.format);
  if (options.format !== undefined && !format) throw new CommandFailure(`--format is one of ${followUpFormats.join(', ')}`, 2);
  const wanted = { ...(id !== undefined && { incident: id }), ...(options.open === true && { open: true }) };
  return withConsole(options, 'reading', async (client) => {
    const text =
      format === undefined
        ? listText((await ask(client, 'followUps.list', wanted)).followUps, Date.now())
        : (await ask(client, 'followUps.export', { ...wanted, format })).text;
    if (options.out === undefined) process.stdout.write(text);
    else writeOut(options.out, text);
  });
}

const day = 24 * 60 * 60_000;

/** `now`: ms since epoch, UTC. */
function listText(rows: readonly FollowUpRow[], now: number): string {
  if (rows.length === 0) return 'No follow-ups.\n';
  return `${rows.map((row) => rowText(row, now)).join('\n')}\n`;
}

function rowText(row: FollowUpRow, now: number): string {
  const state = isRowOverdue(row, now) ? 'overdue' : row.standing === 'wontDo' ? "won't do" : row.standing;
  const age = Math.max(0, Math.floor((now - row.addedAt) / day));
  const words = [
    row.incident.label.padEnd(8),
    row.label.padEnd(4),
    state.padEnd(8),
    (row.due ?? 'no date').padEnd(10),
    `${age} d`.padStart(6),
    row.owner?.name ?? 'no owner',
    ...(row.kind === undefined ? [] : [row.kind]),
    visibleLine(row.text),
    ...(row.link === undefined ? [] : [row.link]),
  ];
  return words.join('  ');
}

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandFailure(`cannot write ${file}: ${(error as Error).message}`);
  }
}
