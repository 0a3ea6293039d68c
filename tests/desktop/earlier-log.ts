/** A log that was begun before the app is started, by the real core with its clock set back, so that something is due when the window opens. */
import { randomUUID } from 'node:crypto';
import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openConsole } from '../../electron/core/console.ts';
import type { Command, CommandDraft } from '../../shared/incident/commands.ts';

const minute = 60_000;
/** The user that `as-nobody` starts the app as. */
const nobody = 65_534;

export interface Earlier {
  readonly title: string;
  /** How long ago it was declared, minutes. */
  readonly minutesAgo: number;
  readonly severity?: 1 | 2 | 3 | 4 | 5;
  readonly mode?: 'live' | 'drill';
  /** What was done in it right after. */
  readonly commands?: readonly CommandDraft[];
}

/** Writes the incidents into a profile, the oldest first: a log never goes back behind what it holds. */
export async function writeEarlier(profile: string, incidents: readonly Earlier[]): Promise<void> {
  let wall = 0;
  const dataDir = join(profile, 'data');
  const clock = { now: () => wall, monotonic: () => wall, setTimer: () => ({ cancel: () => undefined }) };
  const start = Date.now();
  const oldestFirst = [...incidents].sort((a, b) => b.minutesAgo - a.minutesAgo);
  wall = start - (oldestFirst[0]?.minutesAgo ?? 0) * minute;
  const opened = await openConsole({ dataDir, ownerName: 'Kim', zone: 'UTC', clock });
  if (!opened.ok) throw new Error(opened.error.error.message);
  const console = opened.value;
  const { person, via } = console.owner('app');
  const run = async (command: Readonly<Record<string, unknown>>): Promise<string> => {
    const result = await console.desk.run({ commandId: randomUUID(), ...command } as Command, { id: person, name: 'Kim', via });
    if (!result.ok) throw new Error(result.error.message);
    return result.value[0]?.incidentId ?? '';
  };
  for (const { title, minutesAgo, severity = 1, mode = 'live', commands = [] } of oldestFirst) {
    wall = start - minutesAgo * minute;
    const incidentId = await run({ type: 'incident.declare', title, severity, mode });
    for (const command of commands) await run({ ...command, incidentId });
  }
  await console.close();
  handOver(dataDir);
}

/** Where the tests run as root, the app runs as another user, and the core keeps its files to their owner. */
function handOver(folder: string): void {
  if (process.env.WHEELHOUSE_LAUNCHER === undefined) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of [folder, ...names.map((name) => join(folder, name))]) chownSync(path, nobody, nobody);
}
