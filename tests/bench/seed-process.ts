/** Seeds a data folder in a process of its own, so that the one that measures has nothing to clean up: `seed-process.ts DATA-FOLDER one|many COUNT`. */
import { manyIncidents, oneIncident, seed } from './seed.ts';

const [dataDir = '', kind, count] = process.argv.slice(2);
const plans = kind === 'one' ? oneIncident(Number(count)) : manyIncidents(Number(count));
process.stdout.write(`${JSON.stringify(await seed(dataDir, plans))}\n`);
