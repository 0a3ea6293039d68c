import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventBytes, openEvent, verifyChain } from '../../../shared/log/chain.ts';
import { formatHlc, type HlcState, hlcZero, maxSkew, parseHlc, receive, tick } from '../../../shared/log/clock.ts';
import { splitForks } from '../../../shared/log/forks.ts';
import { isUuid, uuidv7, uuidv8FromSource } from '../../../shared/log/ids.ts';
import { byClock, byTime } from '../../../shared/log/order.ts';
import { LogWriter, night, seededBytes } from '../../fixtures/log-writer.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
console.log(`properties of the log: SEED=${seed}`);
fc.configureGlobal({ seed });

const wall = fc.integer({ min: 0, max: night * 2 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), now: wall }),
  fc.record({ kind: fc.constant('hear' as const), now: wall, physical: wall, counter: fc.integer({ min: 0, max: 0xffff }) }),
);
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('the clock', () => {
  test('never repeats and never goes back, whatever the wall clock and the others do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state: HlcState = hlcZero;
        let last = '';
        for (const { now, ...event } of steps) {
          if (event.kind === 'hear') state = receive(state, { physical: event.physical, counter: event.counter }, now).state;
          else {
            state = tick(state, now);
            const hlc = formatHlc(state);
            expect(hlc > last).toBe(true);
            last = hlc;
          }
        }
      }),
    );
  });

  test('is never pulled more than five minutes ahead of the wall clock that it has seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state: HlcState = hlcZero;
        let latest = 0;
        for (const { now, ...event } of steps) {
          latest = Math.max(latest, now);
          state =
            event.kind === 'hear' ? receive(state, { physical: event.physical, counter: event.counter }, now).state : tick(state, now);
          // Full counters move the physical part by at most one ms for each event.
          expect(state.physical).toBeLessThanOrEqual(latest + maxSkew + steps.length);
        }
      }),
    );
  });

  test('writes after what it heard, unless that was too far ahead', () => {
    fc.assert(
      fc.property(wall, wall, fc.integer({ min: 0, max: 0xffff }), wall, (ours, physical, counter, now) => {
        const heard = receive({ physical: ours, counter: 0 }, { physical, counter }, now);
        const next = formatHlc(tick(heard.state, now));
        expect(next > formatHlc({ physical, counter }) || heard.skew !== undefined).toBe(true);
      }),
    );
  });

  test('sorts as text as it sorts by its parts', () => {
    const part = fc.record({ physical: wall, counter: fc.integer({ min: 0, max: 0xffff }) });
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect(formatHlc(a) < formatHlc(b)).toBe(a.physical < b.physical || (a.physical === b.physical && a.counter < b.counter));
        expect(parseHlc(formatHlc(a))).toEqual({ ok: true, value: a });
      }),
    );
  });
});

describe('both orders', () => {
  const small = fc.integer({ min: 0, max: 3 });
  const place = fc.record({
    hlc: small.map((n) => formatHlc({ physical: n, counter: 0 })),
    occurredAt: small,
    recordedAt: small,
    origin: fc.constantFrom('a', 'b', 'B'),
    seq: small,
  });
  test.each([
    ['by clock', byClock, (p: { hlc: string; origin: string; seq: number }) => `${p.hlc}/${p.origin}/${p.seq}`],
    [
      'by time',
      byTime,
      (p: { occurredAt: number; recordedAt: number; origin: string; seq: number }) =>
        `${p.occurredAt}/${p.recordedAt}/${p.origin}/${p.seq}`,
    ],
  ] as const)('are total: %s', (_name, compare, key) => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        expect(compare(a, b) === 0).toBe(key(a) === key(b));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('ids', () => {
  test('are UUIDs of their version, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), anyText, fc.array(anyText), (now, salt, parts) => {
        const fresh = uuidv7(now, seededBytes(salt));
        const derived = uuidv8FromSource(...parts);
        expect([isUuid(fresh), fresh.charAt(14), isUuid(derived), derived.charAt(14)]).toEqual([true, '7', true, '8']);
        expect(Number.parseInt(fresh.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  test('of different sources differ', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.array(anyText), (a, b) => {
        expect(uuidv8FromSource(...a) === uuidv8FromSource(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe('sealing', () => {
  const body = fc.oneof(
    fc.record({ text: anyText }),
    fc.dictionary(anyText, fc.jsonValue()),
    fc.array(fc.jsonValue()),
    anyText,
    fc.boolean(),
  );
  const fact = fc.record(
    {
      body,
      occurredAt: fc.integer(),
      endAt: fc.integer(),
      precision: fc.constantFrom('minute' as const, 'between' as const),
      by: fc.string({ minLength: 1 }),
    },
    { requiredKeys: ['body'] },
  );

  test('and opening give back the event', () => {
    fc.assert(
      fc.property(fact, (given) => {
        const sealed = new LogWriter().write(given);
        expect(openEvent(sealed)).toEqual({ ok: true, value: sealed.event });
        expect(JSON.stringify(sealed.event.body)).toBe(JSON.stringify(given.body));
      }),
    );
  });

  test('makes a chain in which any changed bit is found', () => {
    const chain = new LogWriter().notes('one', 'two', 'three');
    const flipped = (bytes: Uint8Array, bit: number) =>
      bytes.with((bit >> 3) % bytes.length, (bytes[(bit >> 3) % bytes.length] ?? 0) ^ (1 << (bit & 7)));
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom('headerBytes', 'bodyBytes', 'salt'), fc.nat(10_000), (index, part, bit) => {
        const changed: readonly EventBytes[] = chain.map((event, n) =>
          n === index ? { ...event, [part]: flipped(event[part], bit) } : event,
        );
        const verified = verifyChain(changed);
        // Nothing follows the last event, so a header that is still valid shows in the head's hash.
        const found = !verified.ok || verified.value?.hash !== chain[2]?.event.hash;
        expect(found).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

test('which events fold does not depend on the order in which they came', () => {
  const written = fc.record({ console: fc.nat(2), twin: fc.boolean(), now: fc.integer({ min: night, max: night + 3 }) });
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (plan, shuffle) => {
      const stream = uuidv7(night, seededBytes('stream'));
      const origins = [0, 1, 2].map((n) => uuidv7(night, seededBytes(`origin ${n}`)));
      const pens = origins.flatMap((origin, n) => [`${n}`, `${n} twin`].map((name) => new LogWriter(name, { stream, origin })));
      const events = plan.flatMap(({ console: n, twin, now }) => pens[n * 2 + Number(twin)]?.write({ now, text: String(n) }).event ?? []);
      const shuffled = events
        .map((event) => [shuffle.next().value ?? 0, event] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, event]) => event);
      const hashes = (list: readonly { readonly hash: string }[]) => list.map(({ hash }) => hash).sort();
      const [a, b] = [splitForks(events), splitForks(shuffled)];
      expect(hashes(b.canonical)).toEqual(hashes(a.canonical));
      expect(hashes(b.forks)).toEqual(hashes(a.forks));
      expect(a.canonical.length + a.forks.length).toBe(events.length);
    }),
  );
});
