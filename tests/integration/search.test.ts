import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { declare, eventsOf, newConsole, run } from '../fixtures/consoles.ts';

async function found(console: Awaited<ReturnType<typeof newConsole>>, text: string): Promise<readonly string[]> {
  const answer = await console.router.call(console.owner('app'), 'log.search', { text });
  if (!answer.ok) throw new Error(answer.error.message);
  const { hits } = answer.value as { readonly hits: readonly { readonly event: { readonly body: { readonly text: string } } }[] };
  return hits.map(({ event }) => event.body.text);
}

test('what was redacted is not found again, neither as it was first written nor as it was corrected', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  const say = (fields: Record<string, unknown>) => run(console, { commandId: randomUUID(), incidentId, ...fields });
  await say({ type: 'entry.add', kind: 'note', text: 'password hunter2 in the ticket' });
  await say({ type: 'entry.add', kind: 'note', text: 'hunter2 is also the name of a pod' });
  const [leak] = await eventsOf(console, incidentId, 'entry.added');
  await say({ type: 'entry.correct', entry: leak?.id, text: 'password hunter2, spelled out' });
  expect(await found(console, 'hunter2')).toHaveLength(3);
  await say({ type: 'entry.redact', entry: leak?.id });
  expect(await found(console, 'hunter2')).toEqual(['hunter2 is also the name of a pod']);
});

test('any text is a question that can be asked', async () => {
  const console = await newConsole();
  const incidentId = await declare(console);
  await run(console, { commandId: randomUUID(), incidentId, type: 'entry.add', kind: 'note', text: 'replica lag at 4 GB' });
  for (const text of ['"', "'; drop", 'NEAR(', 'a AND', '*', '-lag', 'col:lag', '(', '', '   ', '🔥'])
    expect(Array.isArray(await found(console, text))).toBe(true);
  expect(await found(console, 'lag repl')).toEqual(['replica lag at 4 GB']);
});
