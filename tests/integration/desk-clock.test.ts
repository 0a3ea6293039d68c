import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Console, openConsole } from '../../electron/core/console.ts';
import type { Clock } from '../../electron/core/desk/clock.ts';
import type { Command } from '../../shared/incident/commands.ts';

const minute = 60_000;
let dataDir = '';
let now = Date.UTC(2026, 2, 29, 2);
const clock: Clock = { now: () => now, monotonic: () => now, setTimer: () => ({ cancel: () => undefined }) };

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wheelhouse-clock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function open(): Promise<Console> {
  const opened = await openConsole({ dataDir, ownerName: 'Kim', zone: 'UTC', clock });
  if (!opened.ok) throw new Error(opened.error.error.message);
  return opened.value;
}

async function does(console: Console, draft: Record<string, unknown>) {
  const { person, via } = console.owner('app');
  const result = await console.desk.run({ commandId: randomUUID(), ...draft } as Command, { id: person, name: 'Kim', via });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('after a restart with the clock set back an hour, what is done next still comes after what was done before', async () => {
  const before = await open();
  const [declared] = await does(before, { type: 'incident.declare', title: 'Checkout errors', severity: 2 });
  const incidentId = declared?.incidentId ?? '';
  const first = await does(before, { type: 'severity.set', incidentId, severity: 1 });
  await before.close();

  now -= 60 * minute;
  const after = await open();
  const second = await does(after, { type: 'severity.set', incidentId, severity: 3, reason: 'one tenant only' });
  expect((second.at(-1)?.hlc ?? '') > (first.at(-1)?.hlc ?? '')).toBe(true);
  expect(second.at(-1)?.recordedAt).toBe(now);
  const shown = await after.desk.incident(incidentId);
  expect(shown.ok && shown.value.view).toMatchObject({ severity: 3, contested: [] });
  await after.close();

  const again = await open();
  const replayed = await again.desk.incident(incidentId);
  expect(replayed.ok && replayed.value.view.severity).toBe(3);
  await again.close();
});
