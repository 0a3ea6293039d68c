import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { declare, eventsOf, newConsole, run } from '../fixtures/consoles.ts';

type Opened = Awaited<ReturnType<typeof newConsole>>;

const erase = (console: Opened, incidentId: string, event: string) =>
  console.router.call(console.owner('app'), 'log.erase', { id: incidentId, event, confirm: event.slice(-8) });

async function viewOf(console: Opened, incidentId: string) {
  const shown = await console.desk.incident(incidentId);
  if (!shown.ok) throw new Error(shown.error.message);
  return shown.value.view;
}

test('a secret in the reason of a transition is erased, and the incident stays where it was', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  await run(console, { commandId: randomUUID(), incidentId, type: 'incident.cancel', reason: 'the key was AKIA-SECRET' });
  const [cancelled] = await eventsOf(console, incidentId, 'incident.cancelled');
  expect(await erase(console, incidentId, cancelled?.id ?? '')).toMatchObject({ ok: true });
  const view = await viewOf(console, incidentId);
  expect(view.phase).toBe('cancelled');
  expect(view.items.flat().find(({ type }) => type === 'incident.cancelled')).toMatchObject({ standing: 'erased', body: null });
  expect(JSON.stringify(view)).not.toContain('AKIA');
});

test('what an incident stands on cannot be erased, and says so', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  for (const type of ['console.joined', 'playbook.pinned', 'incident.declared', 'role.assigned']) {
    const [event] = await eventsOf(console, incidentId, type);
    const answer = await erase(console, incidentId, event?.id ?? '');
    expect(answer, type).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('cannot be erased') } });
  }
  expect((await viewOf(console, incidentId)).phase).not.toBe('undeclared');
});
