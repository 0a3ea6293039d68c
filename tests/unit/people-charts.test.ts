/** The charts of a person and of the command of an incident, walked by real commands: every state is reached, and every way out of it taken. */
import { describe, expect, test } from 'vitest';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { incidentChart } from '../../shared/incident/charts/incident.ts';
import { smallCharts } from '../../shared/incident/charts/small-charts.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { type CommandState, commandStates, type Standing, standings } from '../../shared/vocabulary/words.ts';
import { minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { adds, pair } from '../fixtures/rooms.ts';

/** A room in which command stands so: Kim's, and for an offer Ada's to answer. */
function commandAt(state: CommandState): { readonly kim: PaperConsole; readonly ada: string } {
  const { kim, ada } = pair();
  if (state === 'vacant') kim.does({ type: 'role.release', role: 'commander' });
  if (state === 'offered' || state === 'accepted') kim.does({ type: 'handoff.offer', to: ada.actor.id });
  if (state === 'accepted') kim.does({ type: 'handoff.accept', by: ada.actor.id, readBack: 'cards fail' });
  expect(kim.view.command).toBe(state);
  return { kim, ada: ada.actor.id };
}

/** The commands that make the events of the region; what is not here falls due by itself. */
const commandWays: Readonly<Record<string, (ada: string) => CommandDraft>> = {
  'role.assigned': (ada) => ({ type: 'role.assign', role: 'commander', person: ada }),
  'role.assumed': () => ({ type: 'role.assume', role: 'commander', reason: 'on the spot' }),
  'role.released': () => ({ type: 'role.release', role: 'commander' }),
  'handoff.offered': (ada) => ({ type: 'handoff.offer', to: ada }),
  'handoff.accepted': (ada) => ({ type: 'handoff.accept', by: ada, readBack: 'cards fail' }),
  'handoff.confirmed': () => ({ type: 'handoff.confirm' }),
  'handoff.declined': () => ({ type: 'handoff.decline', reason: 'not now' }),
};

const region = (incidentChart as unknown as AnyStateMachine).root.states.command as AnyStateNode;
/** Where each way of the region leads from a state; its own ways hold where the state has none. */
function waysFrom(state: CommandState): ReadonlyMap<string, string | undefined> {
  const node = region.states[state];
  const ways = [...region.transitions, ...(node?.transitions ?? [])];
  return new Map(ways.map(([type, [way]]) => [type, way?.target?.[0]?.key]));
}

describe.each([...commandStates])('command that is %s', (state) => {
  test.each(Object.keys(commandWays))('takes %s as its chart says, or the command is refused and nothing is written', (type) => {
    const { kim, ada } = commandAt(state);
    const ways = waysFrom(state);
    const before = kim.events.length;
    const outcome = kim.run(commandWays[type]?.(ada) as CommandDraft);
    const there = ways.get(type);
    // Laying down what nobody holds has a way in the region and none in the role's own chart; confirming into a vacancy is for islands only.
    const barred = there === undefined || (state === 'vacant' && (type === 'role.released' || type === 'handoff.confirmed'));
    expect(outcome.ok).toBe(!barred);
    expect(kim.view.command).toBe(barred ? state : there);
    if (barred) expect(kim.events.length).toBe(before);
    expect(kim.view.contested).toEqual([]);
  });
});

test('an offer that expires goes back to held, and no other state of command falls due', () => {
  for (const state of commandStates) {
    const { kim } = commandAt(state);
    const fell = kim.passes(30 * minute).map(({ type }) => type);
    expect(fell.includes('handoff.expired')).toBe(waysFrom(state).has('handoff.expired'));
    expect(kim.view.command).toBe(state === 'offered' ? 'held' : state);
  }
});

const personChart = smallCharts.person as unknown as AnyStateMachine;

describe.each([...standings])('a person who is %s', (from) => {
  test.each([...standings])('goes to %s as the chart says, or stays', (to: Standing) => {
    const { kim } = pair();
    const tim = adds(kim, 'Tim');
    kim.does({ type: 'person.mark', people: [tim], standing: from });
    const leads = [...(personChart.root.states[from]?.transitions.values() ?? [])].flat().some((way) => way.target?.[0]?.key === to);
    expect(kim.run({ type: 'person.mark', people: [tim], standing: to }).ok).toBe(leads);
    expect(kim.view.people[tim]?.standing).toBe(leads ? to : from);
    expect(kim.view.contested).toEqual([]);
    const open = kim.view.standingIntervals.filter((interval) => interval.person === tim && interval.to === undefined);
    expect(open.map(({ standing }) => standing)).toEqual([leads ? to : from]);
  });
});
