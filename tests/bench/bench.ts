/** `npm run bench`: measures everything, or `append open search export documents scroll type things launch deadlines insights library review` by name, and prints figures beside the budgets. `--quick` only shows that it works; `--in FOLDER` says which disk. */
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAppend } from './append.ts';
import { BenchGround, fullSizes, quickSizes } from './bench-ground.ts';
import { measureDeadlines } from './deadlines.ts';
import { measureDocuments } from './documents.ts';
import { measureExport } from './export.ts';
import { printed, type Report } from './figures.ts';
import { measureInsights } from './insights.ts';
import { measureLaunch } from './launch.ts';
import { measureLibrary } from './library.ts';
import { machineLine } from './machine.ts';
import { measureOpen } from './open.ts';
import { measureOpenThings } from './open-things.ts';
import { measureReview } from './review.ts';
import { measureScroll, measureTyping } from './room.ts';
import { measureSearch } from './search.ts';

const topics: Readonly<Record<string, (ground: BenchGround) => Promise<Report>>> = {
  append: measureAppend,
  open: measureOpen,
  search: measureSearch,
  export: measureExport,
  documents: measureDocuments,
  scroll: measureScroll,
  type: measureTyping,
  things: measureOpenThings,
  launch: measureLaunch,
  deadlines: measureDeadlines,
  insights: measureInsights,
  library: measureLibrary,
  review: measureReview,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, in: { type: 'string', default: tmpdir() } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(topics);
const unknown = wanted.filter((name) => !topics[name]);
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(topics).join(', ')}.\n`);
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const ground = new BenchGround(values.quick ? quickSizes : fullSizes, values.in);
process.on('exit', () => ground.close());
try {
  process.stdout.write(`${machineLine(ground.folder)}\n${values.quick ? 'Quick: the figures below mean nothing.\n' : ''}\n`);
  for (const name of wanted) {
    const report = await topics[name]?.(ground);
    if (report) process.stdout.write(`${printed(report)}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
// Whatever a failed benchmark left open must not keep the process.
process.exit();
