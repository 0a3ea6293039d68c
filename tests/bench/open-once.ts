/** Opens one incident once and says how long it took: `open-once.ts DATA-FOLDER INCIDENT checkpoint|replay|bare`. Leaves the folder as it was. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { canonical } from './bench-ground.ts';
import { openDesk, openForSeeding } from './seed.ts';

export interface OpenedOnce {
  readonly openMs: number;
  /** Processor time of the same, which other programs on the machine do not stretch much. */
  readonly cpuMs: number;
  readonly jsonMs: number;
  readonly jsonBytes: number;
  readonly foldHash: string;
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const [dataDir = '', incidentId = '', way] = process.argv.slice(2);
const once = way === 'bare' ? openBare() : await openWithDesk();
process.stdout.write(`${JSON.stringify(once)}\n`);

async function openWithDesk(): Promise<OpenedOnce> {
  const store = openForSeeding(dataDir);
  const cpu = processorMs();
  const started = performance.now();
  const desk = await openDesk(dataDir, store);
  const shown = await desk.incident(incidentId);
  const opened = performance.now();
  const cpuMs = processorMs() - cpu;
  if (!shown.ok) throw new Error(shown.error.message);
  const { summary, state, position } = shown.value;
  const json = JSON.stringify({ summary, fold: state, position });
  const jsonMs = performance.now() - opened;
  // Closing the desk would write a checkpoint, and the next replay would be none.
  await store.close();
  const foldHash = createHash('sha256').update(canonical(state)).digest('hex');
  return { openMs: opened - started, cpuMs, jsonMs, jsonBytes: Buffer.byteLength(json), foldHash };
}

/** The least that any program could do: all rows of the incident, each body parsed. */
function openBare(): OpenedOnce {
  const db = new Database(join(dataDir, 'wheelhouse.db'), { readonly: true });
  const cpu = processorMs();
  const started = performance.now();
  const rows = db
    .prepare<[string], { header: string; body: string }>(
      'SELECT CAST(header AS TEXT) AS header, CAST(body AS TEXT) AS body FROM events JOIN bodies USING (position) WHERE stream = ? ORDER BY position',
    )
    .all(incidentId);
  const events = rows.map(({ header, body }) => ({ ...JSON.parse(header), body: JSON.parse(body) }));
  const openMs = performance.now() - started;
  const cpuMs = processorMs() - cpu;
  db.close();
  if (events.length === 0) throw new Error('the incident has no rows');
  return { openMs, cpuMs, jsonMs: 0, jsonBytes: 0, foldHash: '' };
}
