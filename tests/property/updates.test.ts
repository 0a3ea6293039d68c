/** Messages under any night and any two consoles: a message that was sent counts, nobody alone waits for a word, and nothing goes out twice. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fold, foldAll } from '../../shared/incident/fold.ts';
import { updateHistory } from '../../shared/incident/updates/update-history.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import type { LogEvent } from '../../shared/log/event.ts';
import { byClock } from '../../shared/log/order.ts';
import { audiences, deliveryStates, draftStates } from '../../shared/vocabulary/words.ts';
import { type Step, step, take } from '../fixtures/arbitrary-commands.ts';
import { type SenderStep, send, senderStep, testChannels, updateStep } from '../fixtures/arbitrary-updates.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 40, verbose: 0 as const };
const naps = fc.constantFrom(1, 2, 5, 20, 90).map((minutes): Step => ({ kind: 'time', minutes }));
const busy: fc.Arbitrary<Step | SenderStep> = fc.oneof(
  { weight: 14, arbitrary: updateStep },
  { weight: 6, arbitrary: senderStep },
  { weight: 1, arbitrary: step },
  { weight: 2, arbitrary: naps },
);
const apart = fc.array(fc.record({ there: fc.boolean(), taken: busy, meet: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) }), {
  minLength: 15,
  maxLength: 60,
  size: 'max',
});
type Apart = typeof apart extends fc.Arbitrary<infer T> ? T : never;

const taking = (who: PaperConsole, taken: Step | SenderStep): void => {
  if (taken.kind === 'sender') send(who, taken);
  else take(who, taken);
};

/** Two islands that meet now and then; Sam has comms, so that words are asked for. */
function islands(steps: Apart): { readonly id: string; readonly union: readonly LogEvent[] } {
  const here = declared(2, { channels: testChannels });
  here.does({ type: 'person.add', name: 'Sam' });
  const sam = Object.values(here.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
  here.does({ type: 'role.assign', role: 'comms', person: sam, reason: 'a second pair of hands' });
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Ida', channels: testChannels });
  there.hears(here);
  for (const { there: elsewhere, taken, meet } of steps) {
    taking(elsewhere ? there : here, taken);
    if (!meet) continue;
    here.hears(there);
    there.hears(here);
  }
  return { id: here.incidentId, union: [...here.sealed, ...there.sealed].map(({ event }) => event) };
}

/** Each event of a log with the view before it and after it. */
function* folded(id: string, events: readonly LogEvent[]): Generator<readonly [LogEvent, IncidentView, IncidentView]> {
  const fold = Fold.empty(id);
  for (const event of [...events].sort(byClock)) {
    const before = fold.view;
    fold.advance(event);
    yield [event, before, fold.view];
  }
}

describe('a message that was sent', () => {
  test('resets the clock of each audience, whatever drafts there are and whatever became of them', () => {
    let seen = 0;
    fc.assert(
      fc.property(apart, (steps) => {
        const { id, union } = islands(steps);
        for (const [event, before, after] of folded(id, union)) {
          if (event.type !== 'update.sent' || after.updates.length === before.updates.length) continue;
          seen += 1;
          const body = event.body as { readonly audiences: readonly (keyof IncidentView['cadences'])[] };
          for (const audience of body.audiences) {
            const last = before.cadences[audience].lastSentAt ?? Number.NEGATIVE_INFINITY;
            const { received, lastSentAt } = after.cadences[audience];
            expect([received, lastSentAt]).toEqual([true, Math.max(last, event.occurredAt)]);
          }
        }
        const { view } = foldAll(id, union);
        expect(view.updates).toHaveLength(union.filter(({ type }) => type === 'update.sent').length);
        expect(view.contested.filter(({ type }) => type === 'update.sent')).toEqual([]);
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(40);
  });

  test('moves the clocks and nothing else about messages does', () => {
    const quiet = new Set(['update.drafted', 'update.redrafted', 'update.approved', 'update.discarded']);
    fc.assert(
      fc.property(apart, (steps) => {
        const { id, union } = islands(steps);
        // Somebody who was excused and writes anything is back, and whoever is no longer alone has more clocks.
        for (const [{ type }, before, after] of folded(id, union))
          if (before.people === after.people && (quiet.has(type) || type.startsWith('delivery.')))
            expect(after.cadences).toEqual(before.cadences);
      }),
      runs,
    );
  });
});

describe('a draft', () => {
  test('is in one state, has one label, and is approved or sent exactly where it says by whom', () => {
    let approved = 0;
    let sent = 0;
    fc.assert(
      fc.property(apart, (steps) => {
        const { id, union } = islands(steps);
        for (const [, , { drafts, updates }] of folded(id, union)) {
          expect(new Set(drafts.map(({ label }) => label)).size).toBe(drafts.length);
          for (const draft of drafts) {
            expect(draftStates).toContain(draft.state);
            expect(draft.sent !== undefined, draft.state).toBe(draft.state === 'sent');
            if (draft.state === 'approved') expect([draft.approvedBy, draft.approvedAt]).not.toContain(undefined);
            if (draft.state === 'drafted') expect([draft.approvedBy, draft.approvedAt]).toEqual([undefined, undefined]);
            if (draft.sent !== undefined) expect(updates.map((update) => update.id)).toContain(draft.sent);
            approved += draft.state === 'approved' ? 1 : 0;
            sent += draft.state === 'sent' ? 1 : 0;
          }
        }
      }),
      runs,
    );
    expect(Math.min(approved, sent)).toBeGreaterThan(8);
  });

  test('of one who is alone never waits for a word', () => {
    let sent = 0;
    const lone = fc.array(fc.oneof({ weight: 6, arbitrary: updateStep }, { weight: 1, arbitrary: naps }), {
      minLength: 10,
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(lone, (steps) => {
        const console = declared(1, { channels: testChannels });
        for (const taken of steps) {
          const result = taken.kind === 'time' ? undefined : console.run(taken.make(console));
          if (taken.kind === 'time') console.passes(taken.minutes * minute);
          if (result === undefined) continue;
          if (!result.ok) expect(result.error.unmet.map(({ requirement }) => requirement)).not.toContain('approved');
          sent += result.ok && result.value.some(({ type }) => type === 'update.sent') ? 1 : 0;
        }
        expect(console.view.updates.filter(({ approval }) => approval !== undefined)).toEqual([]);
      }),
      runs,
    );
    expect(sent).toBeGreaterThan(20);
  });
});

describe('a delivery', () => {
  test('never begins twice without a refusal or the word of a person between, and never after it arrived', () => {
    let begun = 0;
    fc.assert(
      fc.property(apart, (steps) => {
        const { id, union } = islands(steps);
        const may = new Map<string, 'begin' | 'wait' | 'over'>();
        const attempts = new Map<string, number>();
        for (const [event, before, after] of folded(id, union)) {
          for (const { update, channel, origin } of after.deliveries) {
            const way = `${update}/${channel}`;
            if (!may.has(way)) may.set(way, 'begin');
            expect(union.find((other) => other.id === update)?.origin).toBe(origin);
          }
          if (!event.type.startsWith('delivery.') || after.contested.length > before.contested.length) continue;
          const body = event.body as { update: string; channel: string; attempt: number; retryAt?: number; outcome?: string };
          const way = `${body.update}/${body.channel}`;
          if (event.type === 'delivery.begun') {
            begun += 1;
            expect(may.get(way)).toBe('begin');
            expect(body.attempt).toBeGreaterThan(attempts.get(way) ?? 0);
            attempts.set(way, body.attempt);
            may.set(way, 'wait');
          }
          if (event.type === 'delivery.refused') may.set(way, body.retryAt === undefined ? 'wait' : 'begin');
          if (event.type === 'delivery.arrived') may.set(way, 'over');
          if (event.type === 'delivery.settled') may.set(way, body.outcome === 'again' ? 'begin' : 'wait');
        }
      }),
      runs,
    );
    expect(begun).toBeGreaterThan(8);
  });

  test('is in one state, and there is one for each channel of a message', () => {
    fc.assert(
      fc.property(apart, (steps) => {
        const { id, union } = islands(steps);
        const { view } = foldAll(id, union);
        const ways = view.deliveries.map(({ update, channel }) => `${update}/${channel}`);
        expect(new Set(ways).size).toBe(ways.length);
        for (const { state, arrivedAt } of view.deliveries) {
          expect(deliveryStates).toContain(state);
          expect(arrivedAt !== undefined, state).toBe(state === 'arrived');
        }
      }),
      runs,
    );
  });
});

test('a shuffled log folds to the same messages, with texts that were erased too', () => {
  fc.assert(
    fc.property(apart, fc.infiniteStream(fc.nat()), fc.array(fc.nat(200), { maxLength: 5 }), (steps, order, erased) => {
      const { id, union } = islands(steps);
      const events = union.map((event, at) => (erased.includes(at) && event.type.startsWith('update.') ? { ...event, body: null } : event));
      const keys = new Map(events.map((event) => [event.id, order.next().value as number]));
      const shuffled = [...events].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
      expect(foldAll(id, shuffled).view).toEqual(foldAll(id, events).view);
    }),
    runs,
  );
});

test('a history counts each promise once, and each message that the audience had', () => {
  fc.assert(
    fc.property(apart, (steps) => {
      const { id, union } = islands(steps);
      const { view } = foldAll(id, union);
      for (const audience of audiences) {
        const { told, promisesKept, promisesBroken, targetsMet, targetsMissed } = updateHistory(view, audience);
        expect(told.map(({ update }) => update.id).toSorted()).toEqual(
          view.updates
            .filter((update) => update.audiences.includes(audience))
            .map((update) => update.id)
            .toSorted(),
        );
        expect(promisesKept + promisesBroken).toBeLessThanOrEqual(told.filter(({ update }) => update.nextAt !== undefined).length);
        expect(targetsMet + targetsMissed).toBeLessThanOrEqual(told.length);
        for (const { silenceMs, lateMs, promisedAt } of told) {
          expect(silenceMs ?? 0).toBeGreaterThanOrEqual(0);
          expect(lateMs !== undefined).toBe(promisedAt !== undefined);
        }
      }
    }),
    runs,
  );
});
