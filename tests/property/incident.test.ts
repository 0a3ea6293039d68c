import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../shared/incident/cadence-plan.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { Fold, foldAll } from '../../shared/incident/fold.ts';
import { available } from '../../shared/incident/next-step.ts';
import type { Unmet } from '../../shared/incident/refusal.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { FoldState } from '../../shared/incident/view.ts';
import { verifyChain } from '../../shared/log/chain.ts';
import type { LogEvent } from '../../shared/log/event.ts';
import { byClock } from '../../shared/log/order.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { audiences } from '../../shared/vocabulary/words.ts';
import { night, type Step, step, take } from '../fixtures/arbitrary-commands.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 60, verbose: 0 as const };
const severity = fc.constantFrom(undefined, 1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | undefined>;
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Two consoles that work apart, hearing of each other now and then. */
function twoConsoles(
  first: 1 | 2 | 3 | 4 | 5 | undefined,
  steps: readonly { readonly who: boolean; readonly step: Step; readonly meet: boolean }[],
) {
  const here = declared(first);
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Sam' });
  there.hears(here);
  for (const { who, step: taken, meet } of steps) {
    take(who ? here : there, taken);
    if (!meet) continue;
    here.hears(there);
    there.hears(here);
  }
  return { here, there };
}
const apart = fc.array(fc.record({ who: fc.boolean(), step, meet: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) }), {
  minLength: 1,
  maxLength: 24,
});

describe('folding', () => {
  test('the union of two logs gives one view, in whatever order it arrives', () => {
    fc.assert(
      fc.property(severity, apart, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (first, steps, noise) => {
        const { here, there } = twoConsoles(first, steps);
        const union = [...here.sealed, ...there.sealed].map(({ event }) => event);
        const keyed = union.map((event) => ({ event, key: noise.next().value as number })).sort((a, b) => a.key - b.key);
        const shuffled = keyed.map(({ event }) => event);
        expect(foldAll(here.incidentId, shuffled).state()).toEqual(foldAll(here.incidentId, union).state());
        expect(foldAll(here.incidentId, [...shuffled, ...shuffled]).state()).toEqual(foldAll(here.incidentId, union).state());
      }),
      runs,
    );
  });

  test('a checkpoint and the tail after it give what the whole log gives, at every cut', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) take(console, taken);
        const ordered = [...console.events].sort(byClock);
        const whole = plain(foldAll(console.incidentId, ordered).state());
        for (let cut = 0; cut <= ordered.length; cut += 1) {
          const stored = plain<FoldState>(foldAll(console.incidentId, ordered.slice(0, cut)).state());
          const fold = Fold.resume(stored);
          for (const event of ordered.slice(cut)) expect(fold.advance(event)).toBe(true);
          expect(plain(fold.state())).toEqual(whole);
        }
      }),
      { ...runs, numRuns: 25 },
    );
  });

  test('a late event is told apart, and folding again takes it in', () => {
    fc.assert(
      fc.property(severity, apart, (first, steps) => {
        const { here, there } = twoConsoles(first, steps);
        const fold = foldAll(here.incidentId, here.events);
        const last = [...here.events].sort(byClock).at(-1);
        for (const { event } of there.sealed) if (last && byClock(event, last) <= 0) expect(fold.advance(event)).toBe(false);
      }),
      runs,
    );
  });

  test('never throws, whatever bodies newer, older or broken consoles write', () => {
    const types = fc.oneof(
      fc.constantFrom(
        'entry.added',
        'severity.set',
        'role.assigned',
        'update.sent',
        'incident.paused',
        'person.joined',
        'incident.imported',
      ),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: types, v: fc.integer({ min: -1, max: 3 }), body: fc.jsonValue().filter((body) => body !== null) })),
        (facts) => {
          const console = declared(2);
          const before = console.view.events;
          for (const { type, v, body } of facts) console.write({ id: console.newId(), type, v, body }, { command: console.newId() }, 'x');
          const { view } = console;
          expect(view.events).toBe(before + facts.length);
          expect(view.items.flat()).toHaveLength(before + facts.length);
          expect(timelineOf(view).length).toBeGreaterThan(0);
        },
      ),
      { ...runs, numRuns: 200 },
    );
  });
});

describe('an incident', () => {
  test('loses no entry, whatever happens to it', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        let written = 0;
        for (const taken of steps) {
          const logs = taken.kind === 'command' && taken.says.startsWith('log ');
          const outcome = take(console, taken);
          if (logs) {
            // Logging is never refused, in any state.
            expect(outcome).toBe('done');
            written += 1;
          }
        }
        expect(console.view.entries).toBe(written);
        expect(timelineOf(console.view).filter((entry) => entry.written)).toHaveLength(written);
      }),
      runs,
    );
  });

  test('has one commander or none, and the chart, the role and the intervals agree', () => {
    fc.assert(
      fc.property(severity, apart, (first, steps) => {
        const { here, there } = twoConsoles(first, steps);
        here.hears(there);
        const { view } = here;
        const open = view.roleIntervals.filter(({ role, to }) => role === 'commander' && to === undefined);
        const holder = view.roles.commander?.holder;
        expect(view.command).toBe(
          holder === undefined
            ? 'vacant'
            : view.handoff === undefined
              ? 'held'
              : view.handoff.acceptedAt === undefined
                ? 'offered'
                : 'accepted',
        );
        expect(open.map(({ person }) => person)).toEqual(holder === undefined ? [] : [holder]);
      }),
      runs,
    );
  });

  test('appends nothing for a refused command', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) {
          const before = console.events.length;
          if (take(console, taken) === 'refused') expect(console.events.length).toBe(before);
        }
        expect(verifyChain(console.sealed)).toMatchObject({ ok: true, value: { seq: console.sealed.length } });
      }),
      runs,
    );
  });

  test('written on one console alone never contests itself', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) take(console, taken);
        expect(console.view.contested).toEqual([]);
      }),
      runs,
    );
  });

  test('runs one command once, however often it is sent', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) {
          if (taken.kind === 'time') take(console, taken);
          else {
            const commandId = console.newId();
            const draft = taken.make(console);
            if (!console.run(draft, commandId).ok) continue;
            const once = console.view;
            console.run(draft, commandId);
            expect({ ...console.view, events: 0 }).toEqual({ ...once, events: 0 });
          }
        }
      }),
      { ...runs, numRuns: 30 },
    );
  });

  test('gives every audience with an interval a due time while it is open and awake', () => {
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) {
          take(console, taken);
          for (const audience of audiences) {
            const cadence = console.view.cadences[audience];
            if (intervalOf(console.view, audience) === undefined || cadence.final) continue;
            expect(cadence.target, `${audience} while ${console.view.phase}`).toBeTypeOf('number');
          }
        }
      }),
      runs,
    );
  });
});

describe('every unmet requirement', () => {
  test('is met by its remedy, or, for a wait, by the clock', () => {
    fc.assert(
      fc.property(severity, night, fc.nat(20), (first, steps, pick) => {
        const console = declared(first);
        for (const taken of steps) take(console, taken);
        const reachable = available(console.view, console.now).filter((way) => way.exists && way.unmet.length > 0);
        const way = reachable[pick % Math.max(1, reachable.length)];
        if (!way) return;
        const until = console.now + 60 * minute;
        let draft = { type: way.type, ...(way.type === 'incident.pause' && { until }) } as CommandDraft;
        const remedied = new Set<string>();
        for (let round = 0; round < 12; round += 1) {
          const result = console.run(draft);
          // Setting a severity in triage accepts the incident too: the way is behind us then.
          if (result.ok || (way.type === 'incident.accept' && console.view.phase === 'investigating')) return;
          expect(result.error.code, `${way.type} ${[...remedied]}`).toBe('requirements');
          for (const unmet of result.error.unmet) {
            expect(remedied.has(unmet.requirement), `${unmet.requirement} came back for ${way.type}`).toBe(false);
            remedied.add(unmet.requirement);
            draft = remedy(console, draft, unmet);
          }
        }
        expect.unreachable(`${way.type} was never met`);
      }),
      { ...runs, numRuns: 250 },
    );
  });
});

/** Does what a remedy says; one that names the same command adds the fields it asks for. */
function remedy(console: PaperConsole, draft: CommandDraft, unmet: Unmet): CommandDraft {
  if (unmet.remedy.kind === 'wait') {
    console.passes(unmet.remedy.until - console.now);
    return draft;
  }
  const { type, fields } = unmet.remedy;
  if (type === draft.type) {
    const values: Record<string, unknown> = {
      reason: 'a reason',
      evidence: 'flat again',
      owner: console.actor.id,
      override: { reason: 'the same fault' },
    };
    return { ...draft, ...Object.fromEntries((fields ?? []).map((field) => [field, values[field]])) };
  }
  const view = console.view;
  const now = console.now;
  const remedies: Record<string, () => CommandDraft> = {
    'severity.set': () => ({ type: 'severity.set', severity: 2, reason: 'as asked' }),
    'role.assume': () => ({ type: 'role.assume', role: 'commander', reason: 'as asked' }),
    'entry.add': () => ({ type: 'entry.add', kind: 'action', text: 'roll back' }),
    'milestone.set': () => ({ type: 'milestone.set', name: 'impactStart', at: (view.milestones.impactStart?.at ?? now) - 600 * minute }),
    'impact.describe': () => ({ type: 'impact.describe', text: 'cards fail' }),
    'incident.wake': () => ({ type: 'incident.wake', reason: 'as asked' }),
    'mitigation.record': () => ({ type: 'mitigation.record', evidence: 'flat again' }),
    'update.send': () => ({
      type: 'update.send',
      audiences: audiences.filter((audience) => view.cadences[audience].received && !view.cadences[audience].final),
      text: 'over',
      final: true,
    }),
    'incident.resolve': () => ({ type: 'incident.resolve', override: { reason: 'as asked' } }),
    'review.start': () => ({ type: 'review.start', owner: console.actor.id }),
    'postmortem.export': () => ({ type: 'postmortem.export', template: 'google-sre', format: 'md' }),
  };
  if (type === 'followUp.amend') {
    for (const { id } of view.followUps) console.does({ type, followUp: id, owner: console.actor.id, due: '2026-04-10' });
    return draft;
  }
  const make = remedies[type];
  if (!make) throw new Error(`no remedy known for ${type}`);
  console.does(make());
  return draft;
}

describe('deadlines', () => {
  test('are recorded once each, none lost, whether the night is watched or slept through', () => {
    fc.assert(
      fc.property(severity, night, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }), (first, steps, naps) => {
        const watched = declared(first);
        for (const taken of steps) take(watched, taken);
        const slept = Object.assign(new PaperConsole({ now: watched.now, incidentId: watched.incidentId, name: 'Sam' }), {});
        slept.hears(watched);
        const awake = naps.flatMap((minutes) => watched.passes(minutes * minute));
        const after = slept.passes(naps.reduce((sum, minutes) => sum + minutes, 0) * minute);
        const causes = (events: readonly LogEvent[]) => events.map(({ cause }) => ('deadline' in cause ? cause.deadline : '')).sort();
        expect(causes(after)).toEqual(causes(awake));
        expect(new Set(causes(awake)).size).toBe(awake.length);
        expect(deadlines(watched.view).filter((deadline) => deadline.records && deadline.dueAt <= watched.now)).toEqual([]);
      }),
      runs,
    );
  });

  test('are not recorded again after the clock was set back', () => {
    fc.assert(
      fc.property(severity, night, fc.integer({ min: 1, max: 600 }), (first, steps, back) => {
        const console = declared(first);
        for (const taken of steps) take(console, taken);
        const first24h = console.passes(24 * 60 * minute);
        console.now -= back * minute;
        const again = console.passes(back * minute);
        const keys = [...first24h, ...again].map(({ cause }) => ('deadline' in cause ? cause.deadline : ''));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });
});

describe('two files of one id', () => {
  test('that differ fold as the first of them on every console, and the other rows are shown as contested', () => {
    const imported = (origin: string, texts: readonly string[]): readonly LogEvent[] => {
      const body = { sourceId: 'outage-1', contentHash: 'c', title: origin, zone: 'UTC', sources: [], notes: [], conflicts: [] };
      const facts = [{ type: 'incident.imported', body }, ...texts.map((text) => ({ type: 'entry.added', body: { kind: 'note', text } }))];
      return facts.map(({ type, body: content }, row) => ({
        chain: 1,
        id: `${origin}-${row}`,
        incidentId: 'i',
        origin,
        seq: row + 1,
        hlc: `000000000000${row + 1}-0000`,
        occurredAt: row,
        precision: 'minute',
        recordedAt: 9,
        actor: 'import',
        via: 'import',
        cause: { import: 'outage-1', row },
        type,
        v: 1,
        bodyHash: '',
        prevHash: '',
        hash: `${origin}-${row}`,
        body: content,
      }));
    };
    const short = imported('a', ['one', 'two']);
    const long = imported('b', ['one', 'two', 'three']);
    const view = foldAll('i', [...long, ...short]).view;
    expect(view).toEqual(foldAll('i', [...short, ...long]).view);
    expect(view).toMatchObject({ title: 'a', entries: 2, contested: [{ event: 'b-3' }] });
  });
});

describe('the past', () => {
  test('is not judged by a newer playbook: no requirement makes a recorded event contested', () => {
    const stricter = { ...defaultPlaybook, version: '2', reopenDays: 1 };
    fc.assert(
      fc.property(severity, night, (first, steps) => {
        const console = declared(first);
        for (const taken of steps) take(console, taken);
        const repinned = console.events.map((event) =>
          event.type === 'playbook.pinned' ? { ...event, body: { hash: 'f'.repeat(64), content: stricter } } : event,
        );
        const before = foldAll(console.incidentId, console.events).view;
        const after = foldAll(console.incidentId, repinned).view;
        expect(after.contested).toEqual(before.contested);
        expect(after.phase).toBe(before.phase);
      }),
      runs,
    );
  });
});
