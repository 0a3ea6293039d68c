/** Whatever servers and networks do: nothing is taken twice, and what can arrive arrives, in order. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../fixtures/consoles.ts';
import { deliveries, say, sending } from '../fixtures/outboxes.ts';
import type { Behaviour } from '../fixtures/receiving-server.ts';

const second = 1_000;
const texts = ['one', 'two', 'three', 'four', 'five'] as const;

/** A step of a night: a message, something that the server will do, the network going and coming, or time. */
type Step =
  | { readonly does: 'say' }
  | { readonly does: 'plan'; readonly behaviour: Behaviour }
  | { readonly does: 'leave' | 'return' | 'wake' }
  | { readonly does: 'wait'; readonly seconds: number };

const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('take' as const) },
  { weight: 4, arbitrary: fc.constantFrom('die' as const, 'garble' as const, 'close' as const, 'swallow' as const) },
  { weight: 3, arbitrary: fc.constantFrom(500, 502, 503, 408) },
  { weight: 1, arbitrary: fc.constantFrom(302, 400, 403, 410) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((wait) => ({ status: 429, headers: { 'retry-after': String(wait) } })) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ does: 'say' as const }) },
  { weight: 5, arbitrary: behaviour.map((what) => ({ does: 'plan' as const, behaviour: what })) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ does: 'leave' }, { does: 'return' }, { does: 'wake' }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((seconds) => ({ does: 'wait' as const, seconds })) },
);

async function play(steps: readonly Step[], repeatsAreDropped: boolean) {
  const here = await sending({}, { repeatsAreDropped });
  // An answer that never comes is waited for in the clock's time.
  here.server.onSilence = () => here.clock.pass(10 * second);
  let said = 0;
  for (const one of steps) {
    if (one.does === 'say' && said < texts.length) {
      await say(here, texts[said] ?? '');
      said += 1;
    }
    if (one.does === 'plan') here.server.alsoPlan(one.behaviour);
    if (one.does === 'leave') await here.server.goAway();
    if (one.does === 'return') await here.server.listen();
    if (one.does === 'wake') here.console.outbox.wake();
    if (one.does === 'wait') here.clock.pass(one.seconds * second);
    await here.console.outbox.idle();
  }
  here.server.plan();
  await here.server.listen();
  for (let tries = 0; tries < 4; tries += 1) {
    here.clock.pass(11 * 60 * second);
    await here.console.outbox.idle();
  }
  return { here, said: texts.slice(0, said), ended: await deliveries(here.console, here.incidentId) };
}

const firstOfEach = (words: readonly string[]): readonly string[] => [...new Set(words)];
const bare = (text: string): string => text.split('\n')[0] ?? '';

test('without the receiver’s help nothing is taken twice, and all that is not refused for good or uncertain arrives, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const { here, said, ended } = await play(steps, false);
      const taken = here.server.taken.map(({ body }) => bare(body.text));
      expect(taken).toEqual(firstOfEach(taken));
      expect(taken).toEqual(said.filter((text) => taken.includes(text)));
      expect(ended.map(({ state }) => state).filter((state) => !['arrived', 'failed', 'uncertain'].includes(state))).toEqual([]);
      ended.forEach(({ state }, index) => {
        if (state === 'arrived') expect(taken).toContain(said[index]);
        if (state === 'failed') expect(taken).not.toContain(said[index]);
      });
      expect(here.server.taken.every(({ verified }) => verified)).toBe(true);
      await run(here.console, { incidentId: here.incidentId, type: 'entry.add', kind: 'note', text: 'and the log goes on' });
      await here.console.close();
      await here.server.goAway();
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('where repeats are dropped, everything that is not refused for good arrives, and stays in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const { here, said, ended } = await play(steps, true);
      const keys = new Map(here.server.taken.map(({ headers, body }) => [String(headers['idempotency-key']), bare(body.text)]));
      const taken = [...keys.values()];
      expect(taken).toEqual(said.filter((text) => taken.includes(text)));
      ended.forEach(({ state }, index) => {
        expect(['arrived', 'failed']).toContain(state);
        if (state === 'arrived') expect(taken).toContain(said[index]);
      });
      await here.console.close();
      await here.server.goAway();
    }),
    { numRuns: 30 },
  );
}, 120_000);
