/** The command line: what the console can do without a window. Exit codes: 0 done, 1 refused or failed, 2 used wrongly. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { exportFormats, type Severity, severities } from '../shared/vocabulary/words.ts';
import { CommandFailure } from './cli/connection.ts';
import { appVersion } from './core/app-version.ts';

const incident = 'an id, the end of one, or a label such as inc-7';

/** Which commands there are, and what they take; the code of each is loaded when somebody runs it. */
async function program(args: readonly string[]): Promise<Command> {
  const root = new Command('wheelhouse')
    .description('A local-first console for the people who run live incidents. Works with the app open or closed.')
    .version(appVersion)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'wheelhouse: ')) })
    .exitOverride();
  const command = (usage: string, says: string): Command =>
    root.command(usage).description(says).option('--data <dir>', "data folder (default: the app's own)");
  /** A command with others below it, which its own file knows; they are asked for by its name, also behind `help`. */
  const group = async (name: string, says: string, load: () => Promise<(above: Command) => void>): Promise<void> => {
    const above = command(name, says);
    if (args.includes(name)) (await load())(above);
  };

  command('serve', 'serve the console to browsers and programs on this machine')
    .option('--port <n>', 'port on 127.0.0.1; 0 for any that is free', port)
    .option('--token <token>', "the owner's token; made up unless given", token)
    .option('--open', 'open it in an installed browser')
    .action(lazily(async () => (await import('./cli/serve.ts')).serve));
  command('list', 'list the incidents')
    .option('--json', 'as JSON')
    .action(lazily(async () => (await import('./cli/reading.ts')).list));
  command('declare', 'declare an incident; prints its id')
    .argument('<title>', 'what is going on, in a few words')
    .option('--severity <n>', '1 (worst) to 5', severity)
    .option('--impact <text>', 'what customers notice')
    .option('--zone <zone>', 'IANA time zone of the incident')
    .option('--drill', 'an exercise')
    .action(lazily(async () => (await import('./cli/writing.ts')).declare));
  command('log', 'write into an incident: a line of the composer’s grammar')
    .argument('<id>', incident)
    .argument('[line...]', 'the line; from standard input when absent or -')
    .option('--plain', 'take every line as a note, as it stands')
    .action(lazily(async () => (await import('./cli/writing.ts')).logLine));
  command('show', 'show an incident')
    .argument('<id>', incident)
    .option('--json', 'as JSON')
    .option('--known-at <time>', 'as the log knew it then, such as 02:40')
    .action(lazily(async () => (await import('./cli/reading.ts')).show));
  command('due', 'show everything that falls due, the soonest first')
    .argument('[id]', `${incident}; every open incident when absent`)
    .option('--json', 'as JSON, with times as ms since epoch and as ISO 8601 in UTC')
    .option('--at <time>', 'as it stands then, such as 09:00, +2h or -20m')
    .action(lazily(async () => (await import('./cli/due.ts')).due));
  command('import', 'import a timeline of facts; prints the incident’s id')
    .argument('<file>', 'incident-timeline-facts/1, JSON')
    .action(lazily(async () => (await import('./cli/writing.ts')).importFile));
  command('export', 'make a postmortem draft')
    .argument('<id>', incident)
    .option('--template <name>', 'kind of draft', 'google-sre')
    .option('--format <format>', exportFormats.join(', '), 'md')
    .option('--out <file>', 'write it there')
    .option('--anonymous', 'names become roles; what still looks like one is listed on standard error')
    .action(lazily(async () => (await import('./cli/exporting.ts')).exportDraft));
  command('follow-ups', 'what is to be done after an incident, or after all of them')
    .argument('[id]', `${incident}; every incident when absent`)
    .option('--open', 'only what is still to be done')
    .option('--format <format>', 'csv, md or json; lines to read when absent')
    .option('--out <file>', 'write it there')
    .action(lazily(async () => (await import('./cli/follow-ups.ts')).followUps));
  command('similar', 'show past incidents that are like one, and why')
    .argument('<id>', incident)
    .option('--limit <n>', 'so many at most', count)
    .option('--json', 'as JSON')
    .action(lazily(async () => (await import('./cli/library.ts')).similar));
  command('publish', 'write postmortems as Markdown files into a folder, with a list of them')
    .argument('[id...]', incident)
    .option('--to <dir>', 'the folder; the one chosen in the library unless given')
    .option('--template <name>', 'kind of draft; the one that each had last unless given')
    .option('--anonymous', 'names become roles; as the last time unless given')
    .option('--with-names', 'names stay names')
    .option('--all', 'every past incident')
    .action(lazily(async () => (await import('./cli/library.ts')).publish));
  command('metrics', 'show the figures of an incident: times, updates, command, person-hours')
    .argument('<id>', incident)
    .option('--json', 'as JSON, in minutes; null is what the log does not say')
    .action(lazily(async () => (await import('./cli/metrics.ts')).metrics));
  command('insights', 'show figures across incidents: distributions, themes, follow-ups by age; * is imported, ~ not known to the minute')
    .option('--json', 'as JSON, the drills beside the real ones')
    .option('--since <date>', 'only incidents of that day, UTC, and later')
    .option('--drills', 'of the drills instead')
    .action(lazily(async () => (await import('./cli/metrics.ts')).insights));
  await group(
    'directory',
    'show whom to call: people, teams, services and paths, with numbers',
    async () => (await import('./cli/directory.ts')).addDirectory,
  );
  await group(
    'playbook',
    'the rules of new incidents: check, show, save, compare',
    async () => (await import('./cli/playbook.ts')).addPlaybook,
  );
  command('review', 'look for blameful language in a text: reasons and questions, no rewriting')
    .argument('<file>', 'Markdown or plain text; - is standard input')
    .option('--live', 'as a message before it goes out: promised ends and guessed causes too')
    .option('--people <names>', 'names and handles, parted by commas')
    .option('--incident <id>', 'take the names of people, and what is supported, from this incident')
    .option('--json', 'as JSON')
    .action(lazily(async () => (await import('./cli/review.ts')).review));
  await group(
    'template',
    'what drafts are made by: list, show, check, save, remove',
    async () => (await import('./cli/template.ts')).addTemplate,
  );
  command('verify', 'check every chain and every body of the log')
    .argument('[file]', 'an exported document: whether the log has the events that it was made from')
    .option('--export <file>', 'the same')
    .action(lazily(async () => (await import('./cli/verifying.ts')).verify));
  command('backup', 'write a whole copy of the log')
    .argument('<file>', 'a file that does not exist yet')
    .action(lazily(async () => (await import('./cli/writing.ts')).backup));
  command('erase', 'erase the text of one event for good')
    .argument('<id>', `${incident}, or directory`)
    .argument('<event>', 'id of the event')
    .requiredOption('--confirm <end>', 'the last eight characters of the event’s id')
    .action(lazily(async () => (await import('./cli/writing.ts')).erase));
  command('me', 'tell, or change, the name that what you write carries')
    .argument('[name]', 'the name')
    .action(lazily(async () => (await import('./cli/writing.ts')).me));
  root
    .command('charts')
    .description('print the statecharts as Mermaid')
    .action(lazily(async () => (await import('./cli/charts.ts')).charts));
  return root;
}

/** An action whose code is loaded when it is run. */
function lazily<Given extends unknown[]>(load: () => Promise<(...given: Given) => void | Promise<void>>) {
  return async (...given: Given): Promise<void> => (await load())(...given);
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
    const root = await program(args);
    await root.parseAsync([...args], { from: 'user' });
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
