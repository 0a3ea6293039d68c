/** `review`: the blameless review of a text, from the command line. Exit codes: 0 no error found, 1 an error found or a text that cannot be read, 2 used wrongly. */
import { createReadStream, statSync } from 'node:fs';
import { readUtf8 } from '../../shared/log/utf8.ts';
import { reviewContextOf } from '../../shared/postmortem/review/review-draft.ts';
import { countsOf, reviewText } from '../../shared/postmortem/review/review-text.ts';
import { type Finding, plainContext, type ReviewContext } from '../../shared/postmortem/review/rule.ts';
import { visibleLine } from '../../shared/postmortem/writers/plain-text.ts';
import { ask, CommandFailure, type DataOption, NoLogYet, withConsole } from './connection.ts';
import { print } from './print.ts';

export interface ReviewOptions extends DataOption {
  readonly json?: boolean;
  readonly live?: boolean;
  readonly people?: string;
  readonly incident?: string;
}

/** The largest text that is reviewed, bytes. */
const mostBytes = 5_000_000;

/** Findings are the answer, as linters print it, and go to standard output with their counts. */
export async function review(file: string, options: ReviewOptions): Promise<void> {
  const named = file === '-' ? '<stdin>' : file;
  const text = await textOf(file, named);
  const findings = reviewText(text, await contextOf(options));
  const counts = countsOf(findings);
  const placed = placesOf(text, findings);
  if (options.json) print(JSON.stringify({ file: named, findings: placed, counts }, null, 2));
  else {
    for (const finding of placed) print(findingLine(named, finding));
    print(countsText(counts));
  }
  // An error is an answer, and no failure of ours: the exit code alone says so.
  if (counts.levels.error > 0) process.exitCode = 1;
}

async function contextOf({ people = '', incident, live = false, ...options }: ReviewOptions): Promise<ReviewContext> {
  const given = people
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = await knownContext(options, incident);
  return { ...known, people: [...known.people, ...given], live };
}

/** Without a log there is nothing to allow; with an incident there has to be one. */
async function knownContext(options: DataOption, incident: string | undefined): Promise<ReviewContext> {
  try {
    return await withConsole(options, 'reading', async (client) => {
      const { review: rules } = (await ask(client, 'playbook.get', {})).playbook;
      if (incident === undefined) return { ...plainContext, ...rules };
      const { fold } = await ask(client, 'incidents.get', { id: incident });
      return reviewContextOf(fold.view, rules);
    });
  } catch (error) {
    if (error instanceof NoLogYet && incident === undefined) return plainContext;
    throw error;
  }
}

type Placed = Finding & { readonly line: number; readonly column: number };

/** Lines and columns from 1; columns count UTF-16 units, as editors do. */
function placesOf(text: string, findings: readonly Finding[]): readonly Placed[] {
  let line = 1;
  let lineStart = 0;
  return findings.map((finding) => {
    for (let stop = text.indexOf('\n', lineStart); stop !== -1 && stop < finding.start; stop = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = stop + 1;
    }
    return { ...finding, line, column: finding.start - lineStart + 1 };
  });
}

function findingLine(file: string, { line, column, level, rule, text, reason, prompt }: Placed): string {
  return `${file}:${line}:${column}: ${level} ${rule} "${visibleLine(text)}" ${reason} → ${prompt}`;
}

function countsText({ levels, rules }: ReturnType<typeof countsOf>): string {
  const each = Object.entries(rules).map(([rule, count]) => `${rule} ${count}`);
  const found = Object.values(rules).reduce((sum, count) => sum + count, 0);
  if (found === 0) return 'Nothing found.';
  return `${levels.error} error, ${levels.warn} warn, ${levels.info} info: ${each.join(', ')}`;
}

async function textOf(file: string, named: string): Promise<string> {
  const bytes = await bytesOf(file, named);
  const text = readUtf8(bytes);
  if (!text.ok || bytes.includes(0)) throw new CommandFailure(`${named} is no text: Markdown or plain text in UTF-8 is read`);
  return text.value;
}

async function bytesOf(file: string, named: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (file !== '-' && statSync(file).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      size += (chunk as Buffer).length;
      if (size > mostBytes) break;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (code ?? 'unknown error');
    throw new CommandFailure(`cannot read ${named}: ${why}`);
  }
  if (size > mostBytes) throw new CommandFailure(`${named} is larger than ${mostBytes / 1_000_000} MB, which is the most that is reviewed`);
  return Buffer.concat(chunks);
}
