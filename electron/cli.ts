/** The command line: what the console can do without a window. Exit codes: 0 done, 1 refused or failed, 2 used wrongly. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { exportFormats, type Severity, severities } from '../shared/vocabulary/words.ts';
import { CommandFailure } from './cli/connection.ts';
import { addDirectory } from './cli/directory.ts';
import { due } from './cli/due.ts';
import { exportDraft } from './cli/exporting.ts';
import { followUps } from './cli/follow-ups.ts';
import { publish, similar } from './cli/library.ts';
import { insights, metrics } from './cli/metrics.ts';
import { addPlaybook } from './cli/playbook.ts';
import { charts, list, show } from './cli/reading.ts';
import { addReview } from './cli/review.ts';
import { serve } from './cli/serve.ts';
import { addTemplate } from './cli/template.ts';
import { verify } from './cli/verifying.ts';
import { backup, declare, erase, importFile, logLine, me } from './cli/writing.ts';
import { appVersion } from './core/app-version.ts';

const incident = 'an id, the end of one, or a label such as inc-7';

function program(): Command {
  const root = new Command('wheelhouse')
    .description('A local-first console for the people who run live incidents. Works with the app open or closed.')
    .version(appVersion)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'wheelhouse: ')) })
    .exitOverride();
  const command = (usage: string, says: string): Command =>
    root.command(usage).description(says).option('--data <dir>', "data folder (default: the app's own)");

  command('serve', 'serve the console to browsers and programs on this machine')
    .option('--port <n>', 'port on 127.0.0.1; 0 for any that is free', port)
    .option('--token <token>', "the owner's token; made up unless given", token)
    .option('--open', 'open it in an installed browser')
    .action(serve);
  command('list', 'list the incidents').option('--json', 'as JSON').action(list);
  command('declare', 'declare an incident; prints its id')
    .argument('<title>', 'what is going on, in a few words')
    .option('--severity <n>', '1 (worst) to 5', severity)
    .option('--impact <text>', 'what customers notice')
    .option('--zone <zone>', 'IANA time zone of the incident')
    .option('--drill', 'an exercise')
    .action(declare);
  command('log', 'write into an incident: a line of the composer’s grammar')
    .argument('<id>', incident)
    .argument('[line...]', 'the line; from standard input when absent or -')
    .option('--plain', 'take every line as a note, as it stands')
    .action(logLine);
  command('show', 'show an incident')
    .argument('<id>', incident)
    .option('--json', 'as JSON')
    .option('--known-at <time>', 'as the log knew it then, such as 02:40')
    .action(show);
  command('due', 'show everything that falls due, the soonest first')
    .argument('[id]', `${incident}; every open incident when absent`)
    .option('--json', 'as JSON, with times as ms since epoch and as ISO 8601 in UTC')
    .option('--at <time>', 'as it stands then, such as 09:00, +2h or -20m')
    .action(due);
  command('import', 'import a timeline of facts; prints the incident’s id')
    .argument('<file>', 'incident-timeline-facts/1, JSON')
    .action(importFile);
  command('export', 'make a postmortem draft')
    .argument('<id>', incident)
    .option('--template <name>', 'kind of draft', 'google-sre')
    .option('--format <format>', exportFormats.join(', '), 'md')
    .option('--out <file>', 'write it there')
    .option('--anonymous', 'names become roles; what still looks like one is listed on standard error')
    .action(exportDraft);
  command('follow-ups', 'what is to be done after an incident, or after all of them')
    .argument('[id]', `${incident}; every incident when absent`)
    .option('--open', 'only what is still to be done')
    .option('--format <format>', 'csv, md or json; lines to read when absent')
    .option('--out <file>', 'write it there')
    .action(followUps);
  command('similar', 'show past incidents that are like one, and why')
    .argument('<id>', incident)
    .option('--limit <n>', 'so many at most', count)
    .option('--json', 'as JSON')
    .action(similar);
  command('publish', 'write postmortems as Markdown files into a folder, with a list of them')
    .argument('[id...]', incident)
    .option('--to <dir>', 'the folder; the one chosen in the library unless given')
    .option('--template <name>', 'kind of draft; the one that each had last unless given')
    .option('--anonymous', 'names become roles; as the last time unless given')
    .option('--with-names', 'names stay names')
    .option('--all', 'every past incident')
    .action(publish);
  command('metrics', 'show the figures of an incident: times, updates, command, person-hours')
    .argument('<id>', incident)
    .option('--json', 'as JSON, in minutes; null is what the log does not say')
    .action(metrics);
  command('insights', 'show figures across incidents: distributions, themes, follow-ups by age; * is imported, ~ not known to the minute')
    .option('--json', 'as JSON, the drills beside the real ones')
    .option('--since <date>', 'only incidents of that day, UTC, and later')
    .option('--drills', 'of the drills instead')
    .action(insights);
  addDirectory(command('directory', 'show whom to call: people, teams, services and paths, with numbers'));
  addPlaybook(command('playbook', 'the rules of new incidents: check, show, save, compare'));
  addReview(command('review', 'look for blameful language in a text: reasons and questions, no rewriting'));
  addTemplate(command('template', 'what drafts are made by: list, show, check, save, remove'));
  command('verify', 'check every chain and every body of the log')
    .argument('[file]', 'an exported document: whether the log has the events that it was made from')
    .option('--export <file>', 'the same')
    .action(verify);
  command('backup', 'write a whole copy of the log').argument('<file>', 'a file that does not exist yet').action(backup);
  command('erase', 'erase the text of one event for good')
    .argument('<id>', `${incident}, or directory`)
    .argument('<event>', 'id of the event')
    .requiredOption('--confirm <end>', 'the last eight characters of the event’s id')
    .action(erase);
  command('me', 'tell, or change, the name that what you write carries').argument('[name]', 'the name').action(me);
  root.command('charts').description('print the statecharts as Mermaid').action(charts);
  return root;
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

function count(text: string): number {
  const number = Number(text);
  if (!/^\d{1,2}$/.test(text) || number < 1 || number > 50) throw new InvalidArgumentError('It is a number from 1 to 50.');
  return number;
}

function token(text: string): string {
  if (!/^[\w~+/.=-]{1,500}$/.test(text)) throw new InvalidArgumentError('A token is made of letters, digits and any of - _ . ~ + / =');
  return text;
}

function severity(text: string): Severity {
  const found = severities.find((known) => String(known) === text.replace(/^sev/i, ''));
  if (found === undefined) throw new InvalidArgumentError('A severity is 1 to 5.');
  return found;
}

/** Runs one command line; answers the exit code. */
async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: 'user' });
    // What a command found may be an answer that a script wants to know of.
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`wheelhouse: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return error instanceof CommandFailure ? error.status : 1;
  }
}

// Whoever reads our output may stop early, as `head` does: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2));
