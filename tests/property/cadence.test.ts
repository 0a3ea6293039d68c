import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf, scopePostDue } from '../../shared/incident/cadence-plan.ts';
import { clocksOf } from '../../shared/incident/clocks.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { schedule } from '../../shared/incident/schedule.ts';
import type { Audience, Severity } from '../../shared/vocabulary/words.ts';
import { audiences, isActivePhase, isOpenPhase } from '../../shared/vocabulary/words.ts';
import { type Step, step, take } from '../fixtures/arbitrary-commands.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 120, verbose: 0 as const };
const grade = fc.constantFrom<Severity>(1, 2, 3, 4, 5);
const to = fc.subarray([...audiences], { minLength: 1 });
const make = (says: string, draft: (console: PaperConsole) => CommandDraft): Step => ({ kind: 'command', says, make: draft });

const byHand = fc
  .record({ audience: fc.constantFrom(...audiences), minutes: fc.constantFrom(null, 5, 45, 72 * 60) })
  .map(({ audience, minutes }) =>
    make('by hand', (console) => ({ type: 'cadence.setDeadline', audience, at: minutes === null ? null : console.now + minutes * minute })),
  );
const message = fc.record({ to, next: fc.constantFrom(3, 10, 20, 60, 300) }).map((sent) => ({ ...sent, kind: 'message' as const }));
const passing = fc.integer({ min: 1, max: 50 }).map((minutes): Step => ({ kind: 'time', minutes }));
const severity = grade.map((value) => make(`sev ${value}`, () => ({ type: 'severity.set', severity: value, reason: 'as we see it' })));
/** What moves the clocks of an incident that stays open. */
const calm: fc.Arbitrary<Step> = fc.oneof(
  passing,
  severity,
  byHand,
  fc.constantFrom(...audiences).map((audience) => make('snooze', () => ({ type: 'cadence.snooze', audience, reason: 'busy' }))),
  fc.constantFrom('Sam', 'Ada').map((name) => make('person', () => ({ type: 'person.add', name }))),
  fc.constantFrom('normal', 'long', 'marathon').map((tempo) => make('tempo', () => ({ type: 'tempo.set', tempo }) as CommandDraft)),
  fc
    .constantFrom('fix.start', 'fix.stop', 'regression.record', 'incident.wake')
    .map((type) => make(type, () => ({ type, reason: 'so', override: { reason: 'so' } }) as CommandDraft)),
  fc.constant(make('mitigated', () => ({ type: 'mitigation.record', evidence: 'flat' }))),
  fc.constant(make('pause', ({ now }) => ({ type: 'incident.pause', until: now + 60 * minute, impact: 'usable' }))),
  fc.constant(make('summary', () => ({ type: 'summary.set', text: 'known' }))),
);
type Sent = { readonly kind: 'message'; readonly to: readonly Audience[]; readonly next: number };

const sendOf = ({ to: told, next }: Sent, { now }: PaperConsole): CommandDraft => ({
  type: 'update.send',
  audiences: [...told],
  text: 'what we know',
  nextAt: now + next * minute,
});

describe('promises and deadlines by hand', () => {
  test('none is lost and none is doubled: each that no message met in time is recorded once, and no other', () => {
    fc.assert(
      fc.property(grade, fc.array(fc.oneof(message, calm), { minLength: 1, maxLength: 30 }), (first, steps) => {
        const console = declared(first);
        /** What a person with a watch and a sheet of paper would expect. */
        const open = new Map<Audience, { promise?: number; deadline?: number }>();
        const expected: string[] = [];
        const fallDue = () => {
          for (const [audience, { promise, deadline }] of open) {
            if (promise !== undefined && console.now >= promise + 2 * minute) expected.push(`broken ${audience} ${promise}`);
            if (deadline !== undefined && console.now >= deadline) expected.push(`deadline ${audience} ${deadline}`);
          }
        };
        for (const taken of steps) {
          if (taken.kind === 'message') {
            console.does(sendOf(taken, console));
            for (const audience of taken.to) open.set(audience, { promise: console.now + taken.next * minute });
          } else if (taken.kind === 'command' && taken.says === 'by hand') {
            const draft = taken.make(console) as Extract<CommandDraft, { type: 'cadence.setDeadline' }>;
            if (!console.run(draft).ok) continue;
            const { deadline: _before, ...rest } = open.get(draft.audience) ?? {};
            open.set(draft.audience, draft.at === null ? rest : { ...rest, deadline: draft.at });
          } else take(console, taken);
          fallDue();
        }
        const recorded = console.view.items.flat().flatMap(({ type, body }) => {
          const fell = body as { audience: string; promisedAt?: number; dueAt?: number; kind?: string };
          if (type === 'promise.broken') return [`broken ${fell.audience} ${fell.promisedAt}`];
          return type === 'update.fellDue' && fell.kind === 'deadline' ? [`deadline ${fell.audience} ${fell.dueAt}`] : [];
        });
        expect(recorded.toSorted()).toEqual([...new Set(expected)].toSorted());
        expect(console.view.contested).toEqual([]);
      }),
      runs,
    );
  });

  test('nothing but a newer message to that audience moves them, whatever happens in a night', () => {
    fc.assert(
      fc.property(grade, fc.array(fc.oneof({ weight: 6, arbitrary: step }, byHand), { minLength: 1, maxLength: 25 }), (first, steps) => {
        const console = declared(first);
        for (const taken of steps) {
          const before = console.view;
          take(console, taken);
          const after = console.view;
          const newest = after.updates.slice(before.updates.length).flatMap((update) => update.audiences);
          for (const audience of audiences) {
            if (newest.includes(audience)) continue;
            const [was, is] = [before.cadences[audience], after.cadences[audience]];
            // With its end an incident promises nothing more.
            if (isOpenPhase(after.phase)) expect(is.promise, taken.kind === 'time' ? 'time' : taken.says).toEqual(was.promise);
            const ended = !isOpenPhase(after.phase) && after.phase !== 'resolved' && after.phase !== 'review';
            if (!ended && !(taken.kind === 'command' && taken.says === 'by hand')) expect(is.deadline).toEqual(was.deadline);
          }
        }
      }),
      runs,
    );
  });

  test('no two deadlines have one key, and what was recorded is a deadline no more', () => {
    fc.assert(
      fc.property(grade, fc.array(fc.oneof(message, calm), { minLength: 1, maxLength: 25 }), (first, steps) => {
        const console = declared(first);
        for (const taken of steps) {
          if (taken.kind === 'message') console.does(sendOf(taken, console));
          else take(console, taken);
          const keys = deadlines(console.view).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(console.view.fallen[key]).toBeUndefined();
        }
      }),
      runs,
    );
  });
});

describe('a message', () => {
  test('resets its audiences always: the target runs from it, the promise is its own, no deadline and no snooze is left', () => {
    fc.assert(
      fc.property(grade, fc.array(fc.oneof(message, calm), { maxLength: 20 }), message, (first, steps, sent) => {
        const console = declared(first);
        for (const taken of steps) {
          if (taken.kind === 'message') console.does(sendOf(taken, console));
          else take(console, taken);
        }
        console.does(sendOf(sent, console));
        for (const audience of sent.to) {
          const cadence = console.view.cadences[audience];
          const interval = intervalOf(console.view, audience);
          const usual = interval === undefined ? undefined : console.now + interval;
          const scope = scopePostDue(console.view, audience);
          expect(cadence.target).toBe(usual === undefined || scope === undefined ? usual : Math.min(usual, scope));
          expect(cadence.promise?.at).toBe(console.now + sent.next * minute);
          expect(cadence).toMatchObject({ snoozed: false, received: true, lastSentAt: console.now, state: 'scheduled' });
          expect(cadence.deadline).toBeUndefined();
          const clock = clocksOf(console.view, console.now).find((row) => row.audience === audience);
          expect(clock?.due).toBe(Math.min(cadence.target ?? Number.POSITIVE_INFINITY, console.now + sent.next * minute));
        }
      }),
      runs,
    );
  });
});

describe('another severity', () => {
  test('raised: the sooner of the old target and one new interval from now; lowered: from the last message, and no nearer', () => {
    fc.assert(
      fc.property(grade, grade, fc.array(fc.oneof(message, calm), { maxLength: 15 }), fc.nat(40), (from, next, steps, minutes) => {
        const console = declared(from);
        console.does({ type: 'person.add', name: 'Sam' });
        // Every audience has heard twice: first and scoping messages are tested by themselves.
        for (let told = 0; told < 2; told += 1) console.does(sendOf({ kind: 'message', to: audiences, next: 600 }, console));
        for (const taken of steps) {
          if (taken.kind === 'message') console.does(sendOf(taken, console));
          else take(console, taken);
        }
        console.passes(minutes * minute);
        const before = console.view;
        if (!isActivePhase(before.phase) || before.severity === undefined || before.severity === next) return;
        const raised = next < before.severity;
        console.does({ type: 'severity.set', severity: next, reason: 'as we see it' });
        for (const audience of audiences) {
          const interval = intervalOf(console.view, audience);
          const { target, since } = before.cadences[audience];
          const sooner = (interval ?? 0) + console.now;
          const last = (since ?? 0) + (interval ?? 0);
          const wanted = raised ? Math.min(target ?? sooner, sooner) : Math.max(target ?? last, last);
          expect(console.view.cadences[audience].target, audience).toBe(interval === undefined ? undefined : wanted);
          expect(console.view.cadences[audience].promise).toEqual(before.cadences[audience].promise);
        }
      }),
      runs,
    );
  });
});

describe('in the nights in which clocks are moved', () => {
  /** A little before the clocks move: forward and back in Berlin, Los Angeles and on Lord Howe Island, where they move by half an hour. */
  const nights = [
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 0, 30)],
    ['Europe/Berlin', Date.UTC(2026, 9, 25, 0, 15)],
    ['America/Los_Angeles', Date.UTC(2026, 2, 8, 9, 30)],
    ['America/Los_Angeles', Date.UTC(2026, 10, 1, 8, 15)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 14, 30)],
    ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 15)],
    ['Asia/Kolkata', Date.UTC(2026, 2, 29, 0, 30)],
  ] as const;

  test.each(nights)('%s from %i: every clock runs as it would where clocks are never moved', (zone, at) => {
    fc.assert(
      fc.property(grade, fc.array(fc.oneof(message, calm), { minLength: 1, maxLength: 20 }), (first, steps) => {
        const [there, utc] = [zone, 'UTC'].map((place) => {
          const console = new PaperConsole({ now: at });
          console.does({ type: 'incident.declare', title: 'Cards fail', severity: first, zone: place });
          for (const taken of steps) {
            if (taken.kind === 'message') console.does(sendOf(taken, console));
            else take(console, taken);
          }
          return console;
        });
        const times = (console: PaperConsole | undefined) => ({
          clocks: console && clocksOf(console.view, console.now),
          due: console && deadlines(console.view).map(({ dueAt, kind, audience }) => [dueAt, kind, audience]),
          fell: console?.view.items.flat().flatMap(({ type, occurredAt }) => (/fellDue|broken/.test(type) ? [[type, occurredAt]] : [])),
          ahead:
            console &&
            schedule(console.view, console.now)
              // Relief asks for the night of the place where people sleep.
              .filter(({ kind }) => kind !== 'relief')
              .map((item) => [item.kind, item.at, item.standing]),
        });
        expect(times(there)).toEqual(times(utc));
      }),
      { ...runs, numRuns: 25 },
    );
  });
});
