/** Seeds a data folder in a process of its own, so that the one that measures has nothing to clean up: `seed-process.ts DATA-FOLDER one|many|library COUNT`. */
import { manyIncidents, oneIncident, seed, wholeLibrary } from './seed.ts';

const [dataDir = '', kind, count] = process.argv.slice(2);
const plansOf = { one: oneIncident, library: wholeLibrary, many: manyIncidents }[kind ?? ''] ?? manyIncidents;
const plans = plansOf(Number(count));
process.stdout.write(`${JSON.stringify(await seed(dataDir, plans))}\n`);
