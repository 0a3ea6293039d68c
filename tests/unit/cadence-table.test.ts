import { describe, expect, test } from 'vitest';
import { clocksOf } from '../../shared/incident/clocks.ts';
import type { Audience, Severity, Tempo } from '../../shared/vocabulary/words.ts';
import { audiences } from '../../shared/vocabulary/words.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

/** The cadence table of the domain design, in minutes, written down again on purpose: a slip in the playbook that ships shows here. */
const table = {
  responders: { severities: [20, 20, 30, null, null], monitoring: 30, long: 30 },
  staff: { severities: [20, 30, 60, 1440, null], monitoring: 60, long: 30 },
  executives: { severities: [30, 30, 120, null, null], monitoring: 60, long: 60 },
  customers: { severities: [20, 30, 60, null, null], monitoring: 60, long: 60 },
  partners: { severities: [null, null, null, null, null], monitoring: null, long: null },
} as const satisfies Record<Audience, object>;
/** One combined clock of somebody who is alone. */
const combined: Partial<Record<Severity, number>> = { 1: 20, 2: 30 };

const phases = ['investigating', 'fixing', 'monitoring', 'paused'] as const;
const tempos = ['normal', 'long', 'marathon'] as const satisfies readonly Tempo[];
const crews = ['alone', 'two'] as const;

interface Cell {
  readonly audience: Audience;
  readonly severity: Severity | undefined;
  readonly phase: (typeof phases)[number];
  readonly tempo: Tempo;
  readonly crew: (typeof crews)[number];
}

/** Minutes from a message to the next target: the slowest column that applies. */
function owed({ audience, severity, phase, tempo, crew }: Cell): number | undefined {
  if (phase === 'paused') return undefined;
  // Unset counts as SEV2, for responders only.
  if (severity === undefined && audience !== 'responders') return undefined;
  const grade = severity ?? 2;
  const row = table[audience];
  const usual = crew === 'alone' && audience === 'responders' ? (combined[grade] ?? row.severities[grade - 1]) : row.severities[grade - 1];
  if (usual === null || usual === undefined) return undefined;
  return Math.max(usual, phase === 'monitoring' ? (row.monitoring ?? 0) : 0, tempo === 'normal' ? 0 : (row.long ?? 0));
}

function enter(console: PaperConsole, { phase, tempo, crew }: Cell): void {
  if (crew === 'two') console.does({ type: 'person.add', name: 'Sam' });
  if (tempo !== 'normal') console.does({ type: 'tempo.set', tempo });
  if (console.view.phase === 'triage') console.does({ type: 'incident.accept', override: { reason: 'not graded yet' } });
  if (phase === 'fixing') console.does({ type: 'fix.start', override: { reason: 'at once' } });
  if (phase === 'monitoring') console.does({ type: 'mitigation.record', evidence: 'flat' });
  if (phase === 'paused') console.does({ type: 'incident.pause', until: console.now + 600 * minute, impact: 'usable' });
  // Past the first and the scoping message: what counts from here on is the interval.
  console.passes(11 * minute);
}

const clock = (console: PaperConsole, audience: Audience) => clocksOf(console.view, console.now).find((row) => row.audience === audience);
const minutesTo = (console: PaperConsole, audience: Audience) => {
  const target = clock(console, audience)?.target;
  return target === undefined ? undefined : (target - console.now) / minute;
};

describe.each(audiences)('%s', (audience) => {
  test.each([1, 2, 3, 4, 5, undefined] as const)('at SEV%s are owed the next update after the slowest column that applies', (severity) => {
    for (const phase of phases)
      for (const tempo of tempos)
        for (const crew of crews) {
          const cell: Cell = { audience, severity, phase, tempo, crew };
          const console = declared(severity);
          enter(console, cell);
          console.does({ type: 'update.send', audiences: [audience], text: 'We are on it.', nextAt: console.now + 2000 * minute });
          expect(minutesTo(console, audience), `${phase}, ${tempo}, ${crew}`).toBe(owed(cell));
          expect(clock(console, audience)?.promise, `${phase}, ${tempo}, ${crew}`).toBe(console.now + 2000 * minute);
        }
  });
});

describe('before the first message', () => {
  const first: Readonly<Record<Severity, number | undefined>> = { 1: 5, 2: 10, 3: undefined, 4: undefined, 5: undefined };

  test.each([1, 2, 3, 4, 5] as const)(
    'at SEV%i somebody alone has the combined clock and the first post to customers, and no other',
    (severity) => {
      const console = declared(severity);
      const row = table.responders.severities[severity - 1];
      expect(minutesTo(console, 'responders')).toBe(combined[severity] ?? row ?? undefined);
      expect(minutesTo(console, 'customers')).toBe(first[severity]);
      for (const audience of ['staff', 'executives', 'partners'] as const) expect(clock(console, audience), audience).toBeUndefined();
    },
  );

  test.each([1, 2, 3, 4, 5] as const)('at SEV%i a second person starts the clocks of all audiences', (severity) => {
    const console = declared(severity);
    console.passes(3 * minute);
    const begun = console.now;
    console.does({ type: 'person.add', name: 'Sam' });
    for (const audience of ['staff', 'executives', 'partners'] as const)
      expect(minutesTo(console, audience), audience).toBe(table[audience].severities[severity - 1] ?? undefined);
    const post = first[severity];
    const usual = table.customers.severities[severity - 1] ?? undefined;
    expect(minutesTo(console, 'customers')).toBe(post === undefined ? usual : post - 3);
    expect(console.view.cadences.staff.since ?? begun).toBe(begun);
  });

  test('an audience of somebody alone gets its clock with its first message', () => {
    const console = declared(1);
    expect(clock(console, 'executives')).toBeUndefined();
    console.does({ type: 'update.send', audiences: ['executives'], text: 'A note.', nextAt: console.now + 60 * minute });
    expect(minutesTo(console, 'executives')).toBe(30);
  });
});

describe('the scoping message', () => {
  const tells = (console: PaperConsole) =>
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We are on it.', nextAt: console.now + 60 * minute });

  test('is due ten minutes from the first moment of SEV1, once the first was sent before that', () => {
    const console = declared(1);
    console.passes(4 * minute);
    tells(console);
    expect(minutesTo(console, 'customers')).toBe(6);
    console.passes(5 * minute);
    tells(console);
    expect(minutesTo(console, 'customers')).toBe(20);
  });

  test('is not asked for where its moment came before the first message', () => {
    const console = declared(1);
    console.passes(12 * minute);
    tells(console);
    expect(minutesTo(console, 'customers')).toBe(20);
  });

  test('is counted from the first moment of SEV1 or SEV2, and only SEV1 has it', () => {
    const console = declared(3);
    console.passes(30 * minute);
    console.does({ type: 'severity.set', severity: 1 });
    expect(minutesTo(console, 'customers')).toBe(5);
    console.passes(2 * minute);
    tells(console);
    expect(minutesTo(console, 'customers')).toBe(8);
    const minor = declared(2);
    tells(minor);
    expect(minutesTo(minor, 'customers')).toBe(30);
  });

  test('gives way to the interval when the severity is lowered, and to a slower column', () => {
    const lowered = declared(1);
    tells(lowered);
    lowered.does({ type: 'severity.set', severity: 2, reason: 'fewer than feared' });
    expect(minutesTo(lowered, 'customers')).toBe(30);
    const calm = declared(1);
    tells(calm);
    calm.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(minutesTo(calm, 'customers')).toBe(60);
  });

  test('is not asked for late: raised when its moment had passed, the sooner of old and new interval holds', () => {
    const console = declared(2);
    console.passes(5 * minute);
    tells(console);
    console.passes(20 * minute);
    console.does({ type: 'severity.set', severity: 1 });
    expect(minutesTo(console, 'customers')).toBe(10);
  });
});

describe('a change of pace', () => {
  test('makes nobody late at once: a raise is not undone by the next phase', () => {
    const console = declared(3);
    console.does({ type: 'person.add', name: 'Sam' });
    console.passes(30 * minute);
    console.does({ type: 'summary.set', text: 'known' });
    console.does({ type: 'severity.set', severity: 1 });
    expect(minutesTo(console, 'staff')).toBe(20);
    console.does({ type: 'entry.add', kind: 'action', text: 'rollback' });
    console.does({ type: 'fix.start' });
    expect(minutesTo(console, 'staff')).toBe(20);
    console.does({ type: 'severity.set', severity: 1, reason: 'confirmed' });
    expect(minutesTo(console, 'staff')).toBe(20);
  });

  test('back from monitoring, nobody waits longer than the working interval, nor is late for the hour before', () => {
    const console = declared(1);
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({ type: 'update.send', audiences: ['staff'], text: 'Eased.', nextAt: console.now + 600 * minute });
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    console.passes(35 * minute);
    expect(minutesTo(console, 'staff')).toBe(25);
    console.does({ type: 'regression.record', reason: 'errors again' });
    expect(minutesTo(console, 'staff')).toBe(20);
  });

  test('a severity that is set for the first time counts SEV2 as what responders had', () => {
    const console = declared();
    console.does({ type: 'person.add', name: 'Sam' });
    expect(minutesTo(console, 'responders')).toBe(20);
    console.passes(10 * minute);
    console.does({ type: 'severity.set', severity: 3 });
    expect(minutesTo(console, 'responders')).toBe(20);
    expect(minutesTo(console, 'staff')).toBe(60);
  });

  test('a first message that was due before the severity was raised is due at the raise, not before it', () => {
    const console = declared(2);
    console.passes(7 * minute);
    console.does({ type: 'severity.set', severity: 1 });
    expect(minutesTo(console, 'customers')).toBe(0);
  });

  test('waking starts the clocks anew, the first message too', () => {
    const console = declared(1);
    console.does({ type: 'incident.pause', until: console.now + 300 * minute, impact: 'usable' });
    expect(console.passes(300 * minute)).toEqual([]);
    console.does({ type: 'incident.wake', reason: 'morning' });
    expect(minutesTo(console, 'customers')).toBe(5);
    expect(minutesTo(console, 'responders')).toBe(20);
  });
});

test('the severity knows since when it was set, and since when somebody last confirmed it', () => {
  const console = declared(2);
  const begun = console.now;
  expect(console.view).toMatchObject({ severitySince: begun, gradedAt: begun });
  console.passes(30 * minute);
  console.does({ type: 'severity.set', severity: 2, reason: 'it stays' });
  expect(console.view).toMatchObject({ severitySince: console.now, gradedAt: begun, majorSince: begun });
});
