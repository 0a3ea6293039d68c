/** What the composer offers to finish: a slash command's name, or a person's after an `@`. */
import { lineCommands } from '../../../../shared/incident/log-line/line-commands.ts';
import type { LinePerson, ParsedLine } from '../../../../shared/incident/log-line/parsed-line.ts';

export interface Completion {
  readonly key: string;
  /** What is shown: how the command is typed, or the person's name. */
  readonly shows: string;
  readonly says: string;
  /** The whole line once it is taken. */
  readonly line: string;
}

/** Typed in full and free of arguments, such as `/fix`: Enter then writes instead of completing. */
const isWhole = (name: string): boolean => lineCommands.some((command) => command.name === name);

/** The offers for a line with the caret at its end; none once the command is followed by a blank. */
export function completionsFor(line: string, people: readonly LinePerson[]): readonly Completion[] {
  const command = /^((?:@\S+\s+)?)\/([a-z]*)$/i.exec(line);
  if (command) return commandsStarting(command[1] ?? '', (command[2] ?? '').toLowerCase());
  const mention = /^(.*\s)@([\p{L}][\p{L}\p{M}.-]*)?$/su.exec(line);
  if (mention && line.startsWith('/')) return peopleStarting(mention[1] ?? '', (mention[2] ?? '').toLowerCase(), people);
  return [];
}

function commandsStarting(before: string, typed: string): readonly Completion[] {
  const matching = lineCommands.filter((command) => command.name.startsWith(typed));
  if (matching.length === 1 && matching[0]?.name === typed) return [];
  // The one that is typed in full stands first, so that Tab takes what it looks like.
  const ordered = [...matching.filter((command) => command.name === typed), ...matching.filter((command) => command.name !== typed)];
  return ordered.map(({ name, usage, says }) => ({ key: name, shows: usage, says, line: `${before}/${name} ` }));
}

function peopleStarting(before: string, typed: string, people: readonly LinePerson[]): readonly Completion[] {
  return people
    .filter((person) => person.name.toLowerCase().replace(/\s+/g, '.').startsWith(typed))
    .slice(0, 20)
    .map((person) => ({ key: person.id, shows: person.name, says: '', line: `${before}@${person.name.trim().replace(/\s+/g, '.')} ` }));
}

/** Whether Enter takes the offer: a command's name is half typed, or the line does not say who is meant yet. Else it writes the line. */
export function enterCompletes(line: string, parsed: ParsedLine['kind']): boolean {
  const name = /^(?:@\S+\s+)?\/([a-z]*)$/i.exec(line)?.[1];
  return name === undefined ? parsed === 'fault' : !isWhole(name.toLowerCase());
}

/** How the command of a line is typed, once its name stands there: shown while its arguments are written. */
export function usageOf(line: string): { readonly usage: string; readonly says: string } | undefined {
  const name = /^(?:@\S+\s+)?\/([a-z]+)(?:\s|$)/i.exec(line)?.[1]?.toLowerCase();
  return lineCommands.find((command) => command.name === name);
}
