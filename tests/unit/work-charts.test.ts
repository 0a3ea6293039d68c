/** The charts of tasks, hypotheses, decisions and levers, walked by real commands: every state is reached, and every way out of it taken. */
import { describe, expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { followChart } from '../../shared/incident/charts/ask.ts';
import type { ChartEvent } from '../../shared/incident/charts/meets.ts';
import { smallCharts } from '../../shared/incident/charts/small-charts.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

type Walked = 'task' | 'hypothesis' | 'decision' | 'lever';

interface Walk {
  /** Makes the thing in its first state. */
  readonly begin: (console: PaperConsole) => void;
  readonly stateOf: (view: IncidentView) => string | undefined;
  /** For each event of the chart, the command that makes it. What is not here falls due by itself. */
  readonly commands: Readonly<Record<string, (view: IncidentView, person: string) => unknown>>;
}

const walks: Readonly<Record<Walked, Walk>> = {
  task: {
    begin: (console) => console.does({ type: 'task.add', text: 'check replica lag' }),
    stateOf: (view) => view.tasks[0]?.state,
    commands: {
      'task.acked': (view) => ({ type: 'task.ack', task: view.tasks[0]?.id }),
      'task.started': (view) => ({ type: 'task.start', task: view.tasks[0]?.id }),
      'task.extended': (view) => ({ type: 'task.extend', task: view.tasks[0]?.id, minutes: 5 }),
      'task.finished': (view) => ({ type: 'task.finish', task: view.tasks[0]?.id }),
      'task.stuck': (view) => ({ type: 'task.stick', task: view.tasks[0]?.id }),
      'task.handedOn': (view, to) => ({ type: 'task.handOn', task: view.tasks[0]?.id, to }),
      'task.dropped': (view) => ({ type: 'task.drop', task: view.tasks[0]?.id }),
      'task.reopened': (view) => ({ type: 'task.reopen', task: view.tasks[0]?.id }),
    },
  },
  hypothesis: {
    begin: (console) => console.does({ type: 'hypothesis.open', text: 'the deploy of 01:50' }),
    stateOf: (view) => view.hypotheses[0]?.state,
    commands: {
      'hypothesis.testStarted': (view) => ({
        type: 'hypothesis.test',
        hypothesis: view.hypotheses[0]?.id,
        test: 'one old pod',
        minutes: 5,
      }),
      'hypothesis.supported': (view) => ({ type: 'hypothesis.support', hypothesis: view.hypotheses[0]?.id }),
      'hypothesis.refuted': (view) => ({ type: 'hypothesis.refute', hypothesis: view.hypotheses[0]?.id }),
      'hypothesis.parked': (view) => ({ type: 'hypothesis.park', hypothesis: view.hypotheses[0]?.id }),
      'hypothesis.reopened': (view) => ({ type: 'hypothesis.reopen', hypothesis: view.hypotheses[0]?.id }),
    },
  },
  decision: {
    begin: (console) => console.does({ type: 'decision.propose', text: 'roll back', next: 'wait' }),
    stateOf: (view) => view.decisions[0]?.state,
    commands: {
      'decision.polled': (view) => ({ type: 'decision.poll', decision: view.decisions[0]?.id }),
      'decision.objected': (view) => ({ type: 'decision.object', decision: view.decisions[0]?.id, text: 'it loses the queue' }),
      'decision.decided': (view) => ({ type: 'decision.decide', decision: view.decisions[0]?.id }),
      'decision.withdrawn': (view) => ({ type: 'decision.withdraw', decision: view.decisions[0]?.id }),
      'decision.reversed': (view) => ({ type: 'decision.reverse', decision: view.decisions[0]?.id }),
    },
  },
  lever: {
    begin: () => undefined,
    stateOf: (view) => view.levers[0]?.state ?? 'free',
    commands: {
      'lever.leased': () => ({ type: 'lever.lease', lever: 'rollback' }),
      'lever.released': () => ({ type: 'lever.release', lever: 'rollback' }),
      'lever.applied': () => ({ type: 'lever.apply', lever: 'rollback' }),
      'lever.reverted': () => ({ type: 'lever.revert', lever: 'rollback' }),
      'lever.kept': () => ({ type: 'lever.keep', lever: 'rollback' }),
    },
  },
};

/** Goes one way of a chart by the command that a person would give, or by letting the time run out. */
function go(console: PaperConsole, walk: Walk, type: string, person: string): void {
  const make = walk.commands[type];
  if (!make) {
    expect(console.passes(30 * minute).map((event) => event.type)).toContain(type);
    return;
  }
  console.does({ ...(make(console.view, person) as CommandDraft), override: { reason: 'a walk through the chart' } } as CommandDraft);
}

describe.each(Object.entries(walks))('the chart of a %s', (name, walk) => {
  const chart = smallCharts[name as Walked] as unknown as AnyStateMachine;
  // Read from the ways themselves: `chart.events` leaves out those that change no state.
  const types = new Set(Object.values(chart.root.states).flatMap((state) => [...state.transitions.keys()]));
  const events: readonly ChartEvent[] = [...types].map((type) => ({ type, at: 0, actor: 'kim', body: {} }));
  const unguarded = chart.provide({ guards: { meets: () => true } });
  const paths = new Map(
    getShortestPaths(unguarded as never, { events: events as never[], input: {} as never }).map((path) => [
      String((path.state as { value: string }).value),
      (path.steps as readonly { readonly event: { readonly type: string } }[])
        .map(({ event }) => event.type)
        .filter((type) => type !== 'xstate.init'),
    ]),
  );
  const ways = [...paths].flatMap(([state, path]) =>
    events.flatMap((event) => {
      const target = followChart(name as Walked, state, event);
      return target === undefined ? [] : [{ path, state, type: event.type, target: String(target) }];
    }),
  );

  test('has a path to each of its states', () => {
    expect(new Set(paths.keys())).toEqual(new Set(Object.keys(chart.root.states)));
    expect(new Set(ways.map(({ target }) => target)).size).toBeGreaterThan(1);
  });

  test.each(ways)('$state goes by $type to $target', ({ path, state, type, target }) => {
    const console = declared(2);
    console.does({ type: 'person.add', name: 'Sam' });
    const sam = Object.values(console.view.people).find((person) => person.name === 'Sam')?.id ?? '';
    walk.begin(console);
    for (const before of path) go(console, walk, before, sam);
    expect(walk.stateOf(console.view)).toBe(state);
    go(console, walk, type, sam);
    expect(walk.stateOf(console.view)).toBe(target);
    expect(console.view.contested).toEqual([]);
  });

  test('refuses every other way in words of its own, and writes nothing', () => {
    const asked = Object.entries(walk.commands).flatMap(([type, make]) =>
      [...paths]
        .filter(([state]) => !ways.some((way) => way.state === state && way.type === type))
        .map(([state, path]) => ({ state, path, type, make })),
    );
    expect(asked.length).toBeGreaterThan(3);
    for (const { state, path, type, make } of asked) {
      const console = declared(2);
      console.does({ type: 'person.add', name: 'Sam' });
      const sam = Object.values(console.view.people).find((person) => person.name === 'Sam')?.id ?? '';
      walk.begin(console);
      for (const before of path) go(console, walk, before, sam);
      const written = console.events.length;
      const result = console.run(make(console.view, sam) as CommandDraft);
      expect(result, `${state} by ${type}`).toMatchObject({ ok: false, error: { code: 'impossible' } });
      if (!result.ok)
        expect(result.error.message).toMatch(name === 'lever' ? /^Not from here: "Roll back a release" / : /^Not from here: [thd]1 /);
      expect(console.events.length).toBe(written);
    }
  });
});
