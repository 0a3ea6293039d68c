/** What the composer offers to finish: a slash command's name, the word behind it, the thing that it is about, or a person's name after an `@`. */
import { lineCommandNamed, lineCommands } from '../../../../shared/incident/log-line/line-commands.ts';
import { formOf, offersOf } from '../../../../shared/incident/log-line/offers.ts';
import type { LineContext, ParsedLine } from '../../../../shared/incident/log-line/parsed-line.ts';
import type { LineCommand, Named } from '../../../../shared/incident/log-line/reading.ts';

export interface Completion {
  readonly key: string;
  /** What is shown: how the command is typed, or the person's name. */
  readonly shows: string;
  readonly says: string;
  /** The whole line once it is taken. */
  readonly line: string;
}

/** No longer list of people or things is offered: another letter makes it shorter. */
const mostOffered = 20;

/** A line of a command: what stands before the slash, a time or who speaks; the command's name; and what follows the blank behind it. */
const commandLine = /^((?:@\S+\s+)?(?:[^\s/:@][^/:\n]*:\s+)?)\/([a-z]*[+?~-]?)(?:(\s+)(.*))?$/is;

interface TypedCommand {
  readonly before: string;
  readonly name: string;
  /** What follows the name and a blank; undefined before the blank. */
  readonly rest: string | undefined;
}

function typedCommand(line: string): TypedCommand | undefined {
  const match = commandLine.exec(line);
  if (match === null) return undefined;
  const rest = match[3] === undefined ? undefined : (match[4] ?? '');
  return { before: match[1] ?? '', name: (match[2] ?? '').toLowerCase(), rest };
}

/** The offers for a line with the caret at its end. */
export function completionsFor(line: string, context: LineContext): readonly Completion[] {
  const typed = typedCommand(line);
  if (typed === undefined) return [];
  if (typed.rest === undefined) return commandsStarting(typed.before, typed.name);
  const mention = /^(.*\s)@([\p{L}][\p{L}\p{M}.-]*)?$/su.exec(line);
  if (mention) return peopleStarting(mention[1] ?? '', (mention[2] ?? '').toLowerCase(), context);
  const row = lineCommandNamed(typed.name);
  return row === undefined ? [] : argumentsStarting(line, row, typed.rest, context);
}

function commandsStarting(before: string, typed: string): readonly Completion[] {
  const matching = lineCommands.filter((command) => command.name.startsWith(typed));
  if (matching.length === 1 && matching[0]?.name === typed) return [];
  // The one that is typed in full stands first, so that Tab takes what it looks like.
  const ordered = [...matching.filter((command) => command.name === typed), ...matching.filter((command) => command.name !== typed)];
  return ordered.map(({ name, usage, says }) => ({ key: name, shows: usage, says, line: `${before}/${name} ` }));
}

/** The first words behind a command's name: one of its forms, or the thing that it or the form is about. What stands there in full is offered no more. */
function argumentsStarting(line: string, row: LineCommand, rest: string, context: LineContext): readonly Completion[] {
  const offers = offersBehind(line, row, rest, context);
  return offers.length === 1 && offers[0]?.line.trimEnd() === line.trimEnd() ? [] : offers;
}

function offersBehind(line: string, row: LineCommand, rest: string, context: LineContext): readonly Completion[] {
  const words = rest.split(/\s+/);
  if (row.names?.each) {
    const last = words.at(-1) ?? '';
    return thingsStarting(line.slice(0, line.length - last.length), last, row.names, context);
  }
  const [first = '', second, ...more] = words;
  const before = (typed: string) => line.slice(0, line.length - typed.length);
  if (second === undefined) {
    const things = row.names === undefined ? [] : thingsStarting(before(first), first, row.names, context);
    return [...formsStarting(before(first), first, row), ...things];
  }
  const names = more.length === 0 ? formOf(row, first)?.names : undefined;
  return names === undefined ? [] : thingsStarting(before(second), second, names, context);
}

function formsStarting(before: string, typed: string, row: LineCommand): readonly Completion[] {
  const forms = (row.forms ?? []).filter(({ word }) => word.startsWith(typed.toLowerCase()));
  return forms.map(({ word, usage, says }) => ({ key: word, shows: usage, says, line: `${before}${word} ` }));
}

function thingsStarting(before: string, typed: string, names: Named, context: LineContext): readonly Completion[] {
  const wanted = typed.toLowerCase();
  const begins = (label: string) => label.startsWith(wanted) || (/^\d/.test(wanted) && label.slice(1).startsWith(wanted));
  return offersOf(names, context)
    .filter(({ label, text }) => begins(label.toLowerCase()) || (wanted.length > 1 && text.toLowerCase().startsWith(wanted)))
    .slice(0, mostOffered)
    .map(({ label, text }) => ({ key: label, shows: label, says: text, line: `${before}${label} ` }));
}

function peopleStarting(before: string, typed: string, { people, teams = [] }: LineContext): readonly Completion[] {
  return [...people, ...teams]
    .filter((person) => person.name.toLowerCase().replace(/\s+/g, '.').startsWith(typed))
    .slice(0, mostOffered)
    .map((person) => ({ key: person.id, shows: person.name, says: '', line: `${before}@${person.name.trim().replace(/\s+/g, '.')} ` }));
}

/** Whether Enter takes the offer: a command's name is half typed, or the line does not say yet who or what is meant. Else it writes the line. */
export function enterCompletes(line: string, parsed: ParsedLine['kind']): boolean {
  const typed = typedCommand(line);
  if (typed === undefined || typed.rest !== undefined) return parsed === 'fault';
  return lineCommandNamed(typed.name) === undefined;
}

/** How the command of a line is typed, once its name stands there: shown while its arguments are written. */
export function usageOf(line: string): { readonly usage: string; readonly says: string } | undefined {
  const typed = typedCommand(line);
  const row = typed === undefined ? undefined : lineCommandNamed(typed.name);
  if (row === undefined) return undefined;
  return formOf(row, /^\S*/.exec(typed?.rest ?? '')?.[0] ?? '') ?? row;
}
