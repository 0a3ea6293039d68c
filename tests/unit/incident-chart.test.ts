import { describe, expect, test } from 'vitest';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { followChart, incidentValue, readIncidentValue } from '../../shared/incident/charts/ask.ts';
import { drawCharts } from '../../shared/incident/charts/draw.ts';
import { incidentChart } from '../../shared/incident/charts/incident.ts';
import type { ChartEvent } from '../../shared/incident/charts/meets.ts';
import { smallCharts } from '../../shared/incident/charts/small-charts.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { requirements } from '../../shared/incident/requirements.ts';
import {
  activePhases,
  cadenceStates,
  commandStates,
  decisionStates,
  hypothesisStates,
  leverStates,
  phases,
  roleStates,
  standings,
  taskStates,
  tempos,
} from '../../shared/vocabulary/words.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const leaves = (node: AnyStateNode): readonly AnyStateNode[] =>
  Object.keys(node.states).length === 0 ? [node] : Object.values(node.states).flatMap(leaves);
const region = (machine: unknown, key: string): AnyStateNode => (machine as AnyStateMachine).root.states[key] as AnyStateNode;

describe('the words and the charts are one', () => {
  test('every phase is a state of the lifecycle, and every state a phase', () => {
    const states = leaves(region(incidentChart, 'lifecycle')).map((node) => readIncidentValue(lifecycleAt(node)).phase);
    expect(new Set(states)).toEqual(new Set(phases));
  });
  test('command, tempo and every small chart have the states that the vocabulary names', () => {
    expect(Object.keys(region(incidentChart, 'command').states)).toEqual([...commandStates]);
    expect(Object.keys(region(incidentChart, 'tempo').states)).toEqual([...tempos]);
    const words = {
      role: roleStates,
      cadence: cadenceStates,
      task: taskStates,
      hypothesis: hypothesisStates,
      decision: decisionStates,
      lever: leverStates,
      person: standings,
    };
    for (const [name, states] of Object.entries(words)) {
      expect(Object.keys(smallCharts[name as keyof typeof smallCharts].root.states)).toEqual([...states]);
    }
  });
  test('every requirement of the table is asked for by a chart', () => {
    const drawn = drawCharts()
      .map(({ mermaid }) => mermaid)
      .join('\n');
    for (const id of Object.keys(requirements)) expect(drawn).toContain(id);
  });
  test('paused and merged remember each active phase', () => {
    const lifecycle = region(incidentChart, 'lifecycle');
    expect(Object.keys(lifecycle.states.merged?.states ?? {})).toEqual([...activePhases, 'paused']);
    expect(Object.keys(lifecycle.states.merged?.states.paused?.states ?? {})).toEqual([...activePhases]);
    expect(Object.keys(lifecycle.states.open?.states.paused?.states ?? {})).toEqual([...activePhases]);
  });
  test('no chart waits, acts or remembers beside the log', () => {
    for (const machine of [incidentChart, ...Object.values(smallCharts)] as unknown as AnyStateMachine[]) {
      const nodes = (function all(node: AnyStateNode): AnyStateNode[] {
        return [node, ...Object.values(node.states).flatMap(all)];
      })(machine.root);
      for (const node of nodes) {
        expect(node.type).not.toBe('history');
        expect([...node.after, ...node.invoke, ...node.entry, ...node.exit]).toEqual([]);
        expect([...node.transitions.values()].flat().flatMap((way) => way.actions)).toEqual([]);
      }
    }
  });
});

function lifecycleAt(leaf: AnyStateNode) {
  const [, ...path] = leaf.path;
  const lifecycle = path.reduceRight<unknown>((inner, key) => (inner === undefined ? key : { [key]: inner }), undefined);
  return { lifecycle: lifecycle as string, command: 'vacant', tempo: 'normal' };
}

/** For each event of the chart, the command that makes it. Merging has its own commands elsewhere. */
const commandFor: Readonly<Record<string, CommandDraft>> = {
  'incident.accepted': { type: 'incident.accept' },
  'incident.declined': { type: 'incident.decline' },
  'fix.started': { type: 'fix.start' },
  'fix.stopped': { type: 'fix.stop' },
  'mitigation.recorded': { type: 'mitigation.record' },
  'regression.recorded': { type: 'regression.record' },
  'incident.paused': { type: 'incident.pause', until: Date.UTC(2026, 2, 29, 7), impact: 'EU checkout at half speed' },
  'incident.woken': { type: 'incident.wake' },
  'incident.resolved': { type: 'incident.resolve' },
  'review.started': { type: 'review.start' },
  'incident.closed': { type: 'incident.close' },
  'incident.markedFalseAlarm': { type: 'incident.markFalseAlarm' },
  'incident.cancelled': { type: 'incident.cancel' },
  'incident.reopened': { type: 'incident.reopen' },
  'severity.set': { type: 'severity.set', severity: 3 },
};

const chartEvents: readonly ChartEvent[] = [...new Set((incidentChart as unknown as AnyStateMachine).events as readonly string[])].map(
  (type) => ({
    type,
    at: 0,
    actor: 'a',
    body: { role: 'commander', severity: 3 },
  }),
);
const unguarded = incidentChart.provide({ guards: { meets: () => true } });
const pathsBy = (events: readonly ChartEvent[]) => getShortestPaths(unguarded as never, { events: events as never[], input: {} as never });
const paths = pathsBy(chartEvents);
/** Imports land in review at once; a commander's own way there is longer. */
const pathsWithoutImport = pathsBy(chartEvents.filter(({ type }) => type !== 'incident.imported'));
const lifecyclePath = (steps: readonly { readonly event: { readonly type: string } }[]) =>
  steps.map(({ event }) => event.type).filter((type) => type !== 'xstate.init');

describe('every way through the lifecycle', () => {
  test('the chart has a path to every state, and a way out of every state but none', () => {
    const reached = new Set(paths.map((path) => readIncidentValue((path.state as { value: never }).value).phase));
    expect(reached).toEqual(new Set(phases));
    for (const leaf of leaves(region(incidentChart, 'lifecycle'))) {
      const left = chartEvents.some((event) => {
        const after = followChart('incident', lifecycleAt(leaf), event);
        return after !== undefined && JSON.stringify(after) !== JSON.stringify(lifecycleAt(leaf));
      });
      expect(left, leaf.path.join('.')).toBe(true);
    }
  });

  const walked = pathsWithoutImport
    .map((path) => ({ types: lifecyclePath(path.steps as never), phase: readIncidentValue((path.state as { value: never }).value).phase }))
    .filter(({ types }) => types[0] === 'incident.declared' && types.every((type) => type === 'incident.declared' || commandFor[type]));

  test.each(walked)('a commander walks $types to $phase', ({ types, phase }) => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'A walk', commander: null });
    for (const type of types.slice(1)) {
      const draft = commandFor[type];
      if (!draft) throw new Error(`no command makes ${type}`);
      console.does({ ...draft, override: { reason: 'a walk through the chart' } } as CommandDraft);
    }
    expect(console.view.phase).toBe(phase);
    expect(console.view.contested).toEqual([]);
  });

  test('so many paths were walked that every phase but merged was entered', () => {
    expect(new Set(walked.map(({ phase }) => phase))).toEqual(
      new Set(phases.filter((phase) => phase !== 'merged' && phase !== 'undeclared')),
    );
  });

  test('an incident merged from fixing comes back to fixing', () => {
    const fixing = { type: 'incident.mergedInto', at: 0, actor: 'a', body: {} };
    const merged = followChart('incident', incidentValue({ phase: 'fixing', command: 'held', tempo: 'long' }), fixing);
    expect(merged && readIncidentValue(merged)).toEqual({ phase: 'merged', resumeTo: 'fixing', command: 'held', tempo: 'long' });
    const back = followChart('incident', merged ?? '', { ...fixing, type: 'incident.unmerged' });
    expect(back && readIncidentValue(back).phase).toBe('fixing');
  });
});

describe('one night', () => {
  test('from declare to closed, each step asks for what is missing and for nothing else', () => {
    const console = declared();
    const missing = (draft: CommandDraft) => {
      const result = console.run(draft);
      return result.ok ? [] : result.error.unmet.map(({ requirement }) => requirement);
    };
    expect(console.view).toMatchObject({ phase: 'triage', command: 'held' });
    expect(missing({ type: 'incident.accept' })).toEqual(['severity']);
    expect(console.does({ type: 'severity.set', severity: 1 }).phase).toBe('investigating');
    expect(missing({ type: 'fix.start' })).toEqual(['mitigatingAction']);
    console.does({ type: 'entry.add', kind: 'action', text: 'roll back deploy 88' });
    console.does({ type: 'fix.start' });
    expect(missing({ type: 'mitigation.record' })).toEqual(['evidence']);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'We know.', nextAt: console.now + 20 * minute });
    console.does({ type: 'mitigation.record', evidence: 'error rate back to normal' });
    expect(missing({ type: 'incident.resolve' })).toEqual(['soaked', 'finalUpdate']);
    console.passes(30 * minute);
    expect(missing({ type: 'incident.resolve' })).toEqual(['finalUpdate']);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'It is over.', final: true });
    console.does({ type: 'incident.resolve' });
    expect(missing({ type: 'incident.close' })).toEqual(['reviewed', 'exported']);
    expect(console.does({ type: 'review.start' }).review).toMatchObject({ owner: console.actor.id, template: 'google-sre' });
    console.does({ type: 'followUp.add', text: 'canary for pricing' });
    expect(missing({ type: 'incident.close' })).toEqual(['exported', 'followUpsOwned']);
    console.does({ type: 'postmortem.export', template: 'google-sre', format: 'md' });
    console.does({ type: 'followUp.amend', followUp: console.view.followUps[0]?.id ?? '', owner: console.actor.id, due: '2026-04-10' });
    expect(console.does({ type: 'incident.close' }).phase).toBe('closed');
    expect(console.view.contested).toEqual([]);
  });

  test('an override is recorded with what was missing and why', () => {
    const console = declared(2);
    const view = console.does({ type: 'incident.resolve', override: { reason: 'the provider fixed it' } });
    expect(view.phase).toBe('resolved');
    expect(view.overrides).toMatchObject([{ type: 'incident.resolved', reason: 'the provider fixed it', unmet: ['mitigated'] }]);
  });

  test('a closed incident takes entries, marked as written after closing', () => {
    const console = declared(5);
    console.does({ type: 'incident.cancel', reason: 'same as inc-3' });
    console.does({ type: 'entry.add', kind: 'note', text: 'the logs are kept until Friday' });
    const item = console.view.items.flat().at(-1);
    expect(item).toMatchObject({ type: 'entry.added', standing: 'plain', afterClosing: true });
  });

  test('a false alarm leaves a follow-up to fix the alert', () => {
    const console = declared();
    console.does({ type: 'incident.markFalseAlarm', reason: 'the probe was wrong' });
    expect(console.view).toMatchObject({ phase: 'falseAlarm', followUps: [{ label: 'f1', kind: 'detect' }] });
  });

  test('whoever watches a paused incident holds command, and waking comes back to the phase before', () => {
    const console = declared(2);
    console.does({ type: 'person.add', name: 'Sam' });
    const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
    console.does({ type: 'entry.add', kind: 'action', text: 'scale up' });
    console.does({ type: 'fix.start' });
    console.does({ type: 'incident.pause', until: console.now + 6 * 60 * minute, watcher: sam, impact: 'slow, usable' });
    expect(console.view).toMatchObject({ phase: 'paused', resumeTo: 'fixing', roles: { commander: { holder: sam } } });
    expect(console.does({ type: 'incident.wake', reason: 'worse again' }).phase).toBe('fixing');
    expect(console.view.pause).toBeUndefined();
  });

  test('a severity is lowered with a reason only, and raised without', () => {
    const console = declared(2);
    const lowered = console.run({ type: 'severity.set', severity: 3 });
    expect(lowered).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'reasonWhenLowered' }] } });
    expect(console.does({ type: 'severity.set', severity: 1 }).severity).toBe(1);
    expect(console.does({ type: 'severity.set', severity: 3, reason: 'only one tenant' }).severity).toBe(3);
  });

  test('a role that a higher severity is the first to ask for is carried by the commander, and one that was given up stays vacant', () => {
    const console = declared(2);
    expect(console.view.roles.scribe).toBeUndefined();
    console.does({ type: 'role.release', role: 'comms' });
    console.does({ type: 'severity.set', severity: 1 });
    expect(console.view.roles.scribe).toMatchObject({ state: 'held', holder: console.actor.id });
    expect(console.view.roles.comms).toMatchObject({ state: 'vacant' });
  });

  test('a mitigation before the impact began is refused until one of the two times is right', () => {
    const console = declared(2);
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now });
    const early = { type: 'mitigation.record', evidence: 'flat', at: console.now - 5 * minute } as const;
    expect(console.run(early)).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'afterImpactStart' }] } });
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute });
    expect(console.does(early).milestones.mitigated?.at).toBe(console.now - 5 * minute);
  });

  test('detected before impact is legal', () => {
    const console = declared(2);
    console.does({ type: 'milestone.set', name: 'detected', at: console.now - 30 * minute });
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now });
    expect(console.view.milestones.detected?.at).toBeLessThan(console.view.milestones.impactStart?.at ?? 0);
  });

  test('a relapse opens a second impact interval and asks for a new mitigation', () => {
    const console = declared(2);
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute });
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    console.passes(5 * minute);
    console.does({ type: 'regression.record', reason: 'errors again' });
    expect(console.view.impacts).toEqual([{ from: springAgo(console, 15), to: springAgo(console, 5) }, { from: console.now }]);
    expect(console.view.mitigation).toBeUndefined();
    expect(console.run({ type: 'incident.resolve' })).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'mitigated' }] } });
  });

  test('an incident closed eight days ago is reopened with an override only', () => {
    const console = declared(5);
    console.does({ type: 'incident.cancel', reason: 'nothing there' });
    console.passes(8 * 24 * 60 * minute);
    expect(console.run({ type: 'incident.reopen', reason: 'it is back' })).toMatchObject({
      ok: false,
      error: { unmet: [{ requirement: 'recentlyEnded' }] },
    });
    expect(console.does({ type: 'incident.reopen', reason: 'it is back', override: { reason: 'the same fault' } }).phase).toBe(
      'investigating',
    );
  });

  test('what has no way from here is refused as impossible, and nothing is written', () => {
    const console = declared(2);
    const before = console.events.length;
    expect(console.run({ type: 'incident.wake', reason: 'up' })).toMatchObject({ ok: false, error: { code: 'impossible' } });
    expect(console.run({ type: 'incident.declare', title: 'again' })).toMatchObject({ ok: false, error: { code: 'impossible' } });
    expect(console.run({ type: 'entry.star', entry: console.newId(), starred: true })).toMatchObject({
      ok: false,
      error: { code: 'impossible' },
    });
    expect(console.events.length).toBe(before);
  });

  test('a command that names a stranger is refused: the log never speaks of nobody', () => {
    const console = declared(2);
    const stranger = console.newId();
    const drafts: readonly CommandDraft[] = [
      { type: 'entry.add', kind: 'note', text: 'restarting', by: stranger },
      { type: 'entry.add', kind: 'action', text: 'restart', owner: stranger },
      { type: 'role.assign', role: 'comms', person: stranger },
      { type: 'person.sameAs', person: console.actor.id, sameAs: stranger },
      { type: 'incident.pause', until: console.now + minute, watcher: stranger, impact: 'usable' },
    ];
    for (const draft of drafts) expect(console.run(draft)).toMatchObject({ ok: false, error: { code: 'impossible' } });
  });
});

const springAgo = (console: PaperConsole, minutes: number): number => console.now - minutes * minute;
