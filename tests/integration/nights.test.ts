/** Public outages, run again by a scripted commander through the HTTP API: every line is typed at its minute, and the log ends where the record does. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../shared/api/wire.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import type { FoldState, IncidentView } from '../../shared/incident/view.ts';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { ManualClock, ownerToken, type Served, serve } from '../fixtures/consoles.ts';
import { github2018, gitlab2017, type Night, type NightStep } from '../fixtures/nights.ts';

const headers = { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json' };

interface Sample {
  readonly events: readonly { readonly seq: number; readonly at: string; readonly precision: string }[];
  readonly milestones: Readonly<Record<string, { readonly at: string } | null>>;
  readonly derivedMetrics: Readonly<Record<'impactToDetect' | 'impactToMitigate' | 'impactToResolve', number>>;
}

const sampleOf = (night: Night): Sample =>
  JSON.parse(readFileSync(new URL(`../../resources/samples/${night.sample}`, import.meta.url), 'utf8')) as Sample;

/** Who stands at the console through the night. */
class ScriptedCommander {
  readonly #served: Served;
  readonly #clock: ManualClock;
  incidentId = '';
  #self = '';

  constructor(served: Served, clock: ManualClock) {
    this.#served = served;
    this.#clock = clock;
  }

  async view(): Promise<IncidentView> {
    const response = await fetch(`${this.#served.url}/api/v1/incidents/${this.incidentId}`, { headers });
    return ((await response.json()) as { readonly fold: FoldState }).fold.view;
  }

  /** Types one step; answers what the API answered. */
  async type({ at, line }: NightStep, night: Night): Promise<{ readonly status: number; readonly says: string }> {
    const wait = Date.parse(at) - this.#clock.now();
    if (wait > 0) this.#clock.pass(wait);
    const title = /^declare: (.*)$/.exec(line)?.[1];
    if (title !== undefined) {
      const noticedAt = Date.parse(night.noticedAt);
      return this.#send({ type: 'incident.declare', title, noticedAt, foundBy: 'monitor', zone: 'UTC' });
    }
    const context = lineContextOf(await this.view(), { now: this.#clock.now(), self: this.#self, name: night.commander });
    const parsed = parseLine(line, context);
    if (parsed.kind !== 'command') return { status: 0, says: `${line}: ${JSON.stringify(parsed)}` };
    return this.#send({ ...parsed.draft, incidentId: this.incidentId });
  }

  async #send(command: Readonly<Record<string, unknown>>): Promise<{ readonly status: number; readonly says: string }> {
    const body = JSON.stringify({ commandId: randomUUID(), ...command });
    const response = await fetch(`${this.#served.url}/api/v1/commands`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { readonly events?: readonly WireEvent[] };
    const declared = answer.events?.find(({ type }) => type === 'incident.declared');
    if (declared) {
      this.incidentId = declared.incidentId;
      this.#self = declared.actor;
    }
    return { status: response.status, says: response.status === 200 ? '' : JSON.stringify(answer) };
  }
}

async function reEnact(
  night: Night,
): Promise<{ readonly view: IncidentView; readonly commander: ScriptedCommander; readonly served: Served }> {
  const clock = new ManualClock(Date.parse(night.steps[0]?.at ?? ''));
  const served = await serve({ clock, ownerName: night.commander, zone: 'UTC' });
  const commander = new ScriptedCommander(served, clock);
  for (const step of night.steps) {
    const { status, says } = await commander.type(step, night);
    expect(says, step.line).toBe('');
    expect(status, step.line).toBe(200);
  }
  return { view: await commander.view(), commander, served };
}

describe.each([
  ['GitHub, 21 October 2018', github2018],
  ['GitLab, 31 January 2017', gitlab2017],
])('%s, typed again', (_name, night) => {
  test('every event of the record is typed, each step is taken, and the incident ends in review', { timeout: 60_000 }, async () => {
    const { events, milestones, derivedMetrics } = sampleOf(night);
    const typed = new Set(night.steps.flatMap(({ seq }) => seq ?? []));
    expect(events.map(({ seq }) => seq).filter((seq) => !typed.has(seq))).toEqual([]);

    const { view, served } = await reEnact(night);
    expect(view.phase).toBe('review');
    expect(view.contested).toEqual([]);
    expect(view.tasks.filter(({ timebox }) => timebox !== undefined)).toEqual([]);
    expect(view.decisions.map(({ state }) => state)).toEqual(view.decisions.map(() => 'decided'));
    expect(view.levers.filter(({ state }) => state === 'applied' || state === 'leased')).toEqual([]);

    const at = (name: string) => Date.parse(milestones[name]?.at ?? '');
    expect(view.milestones.impactStart?.at).toBe(at('impactStart'));
    expect(view.milestones.detected?.at).toBe(at('detected'));
    expect(view.milestones.mitigated?.at).toBe(at('mitigated'));
    expect(Math.abs((view.milestones.resolved?.at ?? 0) - at('resolved'))).toBeLessThan(60_000);
    const metrics = metricsOf(view);
    expect(metrics.impactToDetect?.minutes).toBe(derivedMetrics.impactToDetect);
    expect(metrics.impactToMitigate?.minutes).toBe(derivedMetrics.impactToMitigate);
    expect(metrics.impactToResolve?.minutes).toBe(derivedMetrics.impactToResolve);
    expect(metrics.live?.minutesWithoutCommander).toBe(0);
    // Each message names the time of the next; nights like these break some of those promises.
    expect(metrics.live?.promisesKept).toBeGreaterThan(0);
    expect(metrics.live?.promisesBroken).toBeGreaterThan(0);

    const lines = timelineOf(view);
    expect(lines.map(({ occurredAt }) => occurredAt)).toEqual(lines.map(({ occurredAt }) => occurredAt).toSorted((a, b) => a - b));
    const verified = await served.router.call(served.owner('app'), 'log.verify', {});
    expect(verified.ok && (verified.value as { readonly firstBroken?: unknown }).firstBroken).toBeUndefined();
  });

  test('somebody is responsible at every moment from the declaration to the review', { timeout: 60_000 }, async () => {
    const { view } = await reEnact(night);
    const command = view.roleIntervals.filter(({ role }) => role === 'commander');
    expect(command.length).toBeGreaterThan(1);
    expect(command.slice(1).map(({ from }) => from)).toEqual(command.slice(0, -1).map(({ to }) => to));
    expect(command.at(-1)?.to).toBeUndefined();
    expect(view.command).toBe('held');
  });
});

test('what GitLab knew at 23:26 was a seeding that hung, not that the data was gone', { timeout: 60_000 }, async () => {
  const { commander, served } = await reEnact(gitlab2017);
  const known = async (at: string) => {
    const response = await fetch(`${served.url}/api/v1/incidents/${commander.incidentId}/known-at?at=${Date.parse(at)}`, { headers });
    const { fold } = (await response.json()) as { readonly fold: FoldState };
    return timelineOf(fold.view).map(({ text }) => text);
  };
  const before = (await known('2017-01-31T23:26:00Z')).join('\n');
  expect(before).toContain('the seeding hangs');
  expect(before).not.toContain('4.5 GB');
  expect(before).not.toContain('snapshot was taken by hand');
  const after = (await known('2017-01-31T23:37:00Z')).join('\n');
  expect(after).toContain('snapshot was taken by hand');
});

test('the check of the fatal action shows that the wrong host was read back', { timeout: 60_000 }, async () => {
  const { view } = await reEnact(gitlab2017);
  const removal = timelineOf(view).find(({ text }) => text.includes('Removes the data directory'));
  const details = view.actionDetails[removal?.item.id ?? ''];
  expect(view.people[details?.checker ?? '']?.name).toBe('Noa');
  expect(details?.readBack).toBe('the primary');
});
