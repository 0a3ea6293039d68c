/** Every slash command of the composer, in one table: the parser, F1, the palette and completion read this one. */
import { entryCommands } from './entry-commands.ts';
import { followUpCommands } from './follow-up-commands.ts';
import type { LineCommand } from './reading.ts';
import { roleCommands, transitionCommands } from './transition-commands.ts';
import { updateCommands } from './update-commands.ts';

/** One row a command, in the order in which F1 lists them. */
export const lineCommands: readonly LineCommand[] = [
  ...entryCommands,
  ...followUpCommands,
  ...updateCommands,
  ...roleCommands,
  ...transitionCommands,
];

const byName = new Map(lineCommands.map((row) => [row.name, row]));

/** The command of exactly this name, without its slash. Undefined for anything else: `/etc/hosts is full` is English. */
export function lineCommandNamed(name: string): LineCommand | undefined {
  return byName.get(name);
}
