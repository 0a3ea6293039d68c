/** The charts of drafts and deliveries, walked by real commands and by what a sender writes: every state is reached, and every way out of it taken. */
import { describe, expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { followChart } from '../../shared/incident/charts/ask.ts';
import type { ChartEvent } from '../../shared/incident/charts/meets.ts';
import { smallCharts } from '../../shared/incident/charts/small-charts.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const message = { audiences: ['customers' as const], text: 'Payments fail', final: true as const };
const channels = [{ id: 'ops', name: 'Slack #ops' }];
const draftOf = (view: IncidentView): string => view.drafts[0]?.id ?? '';
const updateOf = (view: IncidentView): string => view.updates[0]?.id ?? '';

/** A way of a chart: the event with what it depends on. */
type Way = ChartEvent & { readonly saysTheSame?: boolean };
const way = (type: string, body: ChartEvent['body'] = {}): Way => ({ type, at: 0, actor: 'kim', body });

interface Walk {
  readonly begin: (console: PaperConsole) => void;
  readonly stateOf: (view: IncidentView) => string | undefined;
  readonly ways: readonly Way[];
  /** The command of a way; of those that have none, the console's sender writes the event. */
  readonly command: (view: IncidentView, taken: Way) => CommandDraft | undefined;
}

const walks: Readonly<Record<'draft' | 'delivery', Walk>> = {
  draft: {
    begin: (console) => console.does({ type: 'update.draft', ...message }),
    stateOf: (view) => view.drafts[0]?.state,
    ways: [
      way('update.redrafted'),
      { ...way('update.redrafted'), saysTheSame: true },
      way('update.approved'),
      way('update.discarded'),
      way('update.sent'),
    ],
    command: (view, { type, saysTheSame }) => {
      const draft = draftOf(view);
      if (type === 'update.redrafted')
        return { type: 'update.redraft', ...message, draft, text: saysTheSame ? message.text : `${message.text} in the EU` };
      if (type === 'update.sent') return { type: 'update.send', ...message, draft };
      return { type: type === 'update.approved' ? 'update.approve' : 'update.discard', draft };
    },
  },
  delivery: {
    begin: (console) => console.does({ type: 'update.send', ...message, channels: ['ops'] }),
    stateOf: (view) => view.deliveries[0]?.state,
    ways: [
      way('delivery.begun'),
      way('delivery.arrived', { lateMs: 1 }),
      way('delivery.refused', { why: 'busy' }),
      way('delivery.refused', { why: 'busy', retryAt: minute }),
      way('delivery.uncertain', { why: 'the line broke' }),
      ...(['arrived', 'again', 'dropped'] as const).map((outcome) => way('delivery.settled', { outcome })),
    ],
    command: (view, { type, body }) =>
      type === 'delivery.settled'
        ? { type: 'delivery.settle', update: updateOf(view), channel: 'ops', outcome: body.outcome as 'arrived' }
        : undefined,
  },
};

/** What the console's sender writes of the next attempt, or of the one under way. */
function sends(console: PaperConsole, { type, body }: Way): void {
  const attempts = console.view.deliveries[0]?.attempts ?? 0;
  const attempt = type === 'delivery.begun' ? attempts + 1 : attempts;
  const fact = { id: console.newId(), type, v: 1, body: { ...body, update: updateOf(console.view), channel: 'ops', attempt } };
  // Each a cause of its own: the fold would drop what one cause made twice, and no chart would be asked.
  console.write(fact, { deadline: `delivery/${console.events.length}` }, 'system');
}

function go(console: PaperConsole, walk: Walk, taken: Way): void {
  const command = walk.command(console.view, taken);
  if (command) console.does(command);
  else sends(console, taken);
}

const named = ({ type, body, saysTheSame }: Way): string =>
  [type, ...Object.keys(body).filter((key) => key === 'retryAt'), body.outcome, saysTheSame && 'with the same words']
    .filter(Boolean)
    .join(' ');

describe.each(Object.entries(walks))('the chart of a %s', (name, walk) => {
  const chart = name as 'draft' | 'delivery';
  const machine = smallCharts[chart] as unknown as AnyStateMachine;
  const unguarded = machine.provide({ guards: { meets: () => true } });
  const paths = new Map(
    getShortestPaths(unguarded as never, { events: [...walk.ways] as never[], input: {} as never }).map((path) => [
      String((path.state as { value: string }).value),
      (path.steps as readonly { readonly event: Way }[]).map(({ event }) => event).filter(({ type }) => type !== 'xstate.init'),
    ]),
  );
  const all = [...paths].flatMap(([state, path]) =>
    walk.ways.map((taken) => ({ state, path, taken, says: named(taken), target: followChart(chart, state, taken) })),
  );
  const arrive = (path: readonly Way[]): PaperConsole => {
    const console = declared(2, { channels });
    walk.begin(console);
    for (const before of path) go(console, walk, before);
    return console;
  };

  test('has a path to each of its states, and a way here for each of its events', () => {
    expect(new Set(paths.keys())).toEqual(new Set(Object.keys(machine.root.states)));
    const types = Object.values(machine.root.states).flatMap((state) => [...state.transitions.keys()]);
    expect(new Set(walk.ways.map(({ type }) => type))).toEqual(new Set(types));
  });

  test.each(all.filter(({ target }) => target !== undefined))('$state goes by $says to $target', ({ state, path, taken, target }) => {
    const console = arrive(path);
    expect(walk.stateOf(console.view)).toBe(state);
    go(console, walk, taken);
    expect(walk.stateOf(console.view)).toBe(target);
    expect(console.view.contested).toEqual([]);
  });

  test('refuses every other way in words of its own, and keeps a recorded one as contested', () => {
    const others = all.filter(({ target }) => target === undefined);
    expect(others.length).toBeGreaterThan(5);
    for (const { state, path, taken, says } of others) {
      const console = arrive(path);
      const command = walk.command(console.view, taken);
      if (!command) {
        sends(console, taken);
        expect(walk.stateOf(console.view), `${state} by ${says}`).toBe(state);
        expect(console.view.contested).toMatchObject([{ type: taken.type, why: expect.stringMatching(/Slack #ops/) }]);
        continue;
      }
      const written = console.events.length;
      const result = console.run(command);
      expect(result, `${state} by ${says}`).toMatchObject({ ok: false, error: { code: 'impossible' } });
      if (!result.ok) expect(result.error.message).toMatch(/^Not from here: (u1|the message over Slack #ops) (?!.*such way)/);
      expect(console.events.length).toBe(written);
    }
  });
});
