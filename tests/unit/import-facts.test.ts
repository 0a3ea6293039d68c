import { describe, expect, test } from 'vitest';
import { incidentIdOf, type PreparedImport, planImport, prepareImport } from '../../electron/core/files/import-facts.ts';
import { parseFacts } from '../../electron/core/files/timeline-facts.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { byClock } from '../../shared/log/order.ts';
import { PaperConsole } from '../fixtures/paper-console.ts';
import { prepared, sampleBytes, sampleJson, sampleNames, sampleView, viewOf } from '../samples.ts';

interface FactsFile {
  readonly events: { seq: number; at: string; endAt?: string; text: string; precision: string; kind: string; tags?: string[] }[];
  readonly milestones: Record<string, { at: string; precision: string; note?: string } | null>;
  readonly notes: string[];
  readonly conflicts: string[];
  readonly impact: string;
}
const fileOf = (name: string) => sampleJson(name) as unknown as FactsFile;
const logOf = (imported: PreparedImport) => imported.events.map(({ event }) => event);

describe('an import is the same on every console', () => {
  test.each(sampleNames)('the ids and the chain of %s never change', async (name) => {
    const imported = prepared(sampleJson(name));
    const { sourceId, incidentId, origin, contentHash } = imported;
    const events = logOf(imported).map(({ seq, id, type, hash }) => `${seq} ${id} ${type} ${hash}`);
    const golden = `${JSON.stringify({ sourceId, incidentId, origin, contentHash, events }, null, 2)}\n`;
    await expect(golden).toMatchFileSnapshot(`../fixtures/imports/${name}.json`);
  });

  test('two consoles that read the same file hold the same bytes', () => {
    const bytes = () => prepared(sampleJson('github-2018-10-21')).events.map((event) => [event.headerBytes, event.bodyBytes, event.salt]);
    expect(bytes()).toEqual(bytes());
  });

  test('white space, order of keys, order of events, zones of times and computed figures change nothing', () => {
    const file = sampleJson('gitlab-2017-01-31');
    const events = (file.events as Record<string, unknown>[]).map((event) => Object.fromEntries(Object.entries(event).reverse())).reverse();
    const { derivedMetrics: _left, ...rest } = file;
    const rewritten = { ...Object.fromEntries(Object.entries(rest).reverse()), events };
    for (const event of events) if (event.at === '2017-01-31T23:27:00Z') event.at = '2017-02-01T00:27:00.000+01:00';
    const facts = parseFacts(JSON.stringify(rewritten, null, 4));
    expect(facts.ok && prepareImport(facts.value).events).toEqual(prepared(sampleJson('gitlab-2017-01-31')).events);
  });

  test('the origin begins by joining, its counter has no gap, and each event follows the one before', () => {
    for (const name of sampleNames) {
      const events = logOf(prepared(sampleJson(name)));
      expect(events[0]).toMatchObject({ type: 'console.joined', seq: 1, prevHash: '0'.repeat(64) });
      for (const [index, event] of events.entries()) {
        expect(event.seq).toBe(index + 1);
        if (index > 0) expect(event.prevHash).toBe(events[index - 1]?.hash);
      }
    }
  });

  test('the log keeps the rows in order, before whatever a person writes', () => {
    const imported = prepared(sampleJson('gitlab-2017-01-31'));
    const person = new PaperConsole({ incidentId: imported.incidentId, now: Date.UTC(1990, 0, 1) });
    const later = person.write({ id: person.newId(), type: 'summary.set', v: 1, body: { text: 'x' } }, { command: 'c' }, 'kim');
    const sorted = [later, ...logOf(imported).toReversed()].sort(byClock);
    expect(sorted.map((event) => event.id)).toEqual([...logOf(imported).map((event) => event.id), later.id]);
  });

  test('facts of the future pull no clock and come before what a person writes', () => {
    const file = sampleJson('fastly-2021-06-08') as unknown as FactsFile;
    for (const event of file.events) event.at = event.at.replace(/^2021/, '2099');
    const events = logOf(prepared(file));
    expect(events.every((event) => Number(event.hlc.split('-')[0]) <= events.length)).toBe(true);
  });

  test('a second import adds nothing, and an interrupted one is completed', () => {
    const imported = prepared(sampleJson('fastly-2021-06-08'));
    const stored = logOf(imported);
    expect(planImport(imported, [])).toEqual({ ok: true, value: imported.events });
    expect(planImport(imported, stored)).toEqual({ ok: true, value: [] });
    expect(planImport(imported, stored.slice(0, 5))).toEqual({ ok: true, value: imported.events.slice(5) });
  });

  test('in any order of arrival, and twice, the view is one', () => {
    const imported = prepared(sampleJson('gitlab-2017-01-31'));
    const twice = [...logOf(imported).toReversed(), ...logOf(prepared(sampleJson('gitlab-2017-01-31')))];
    expect(foldAll(imported.incidentId, twice).view).toEqual(viewOf(imported));
  });
});

describe('an import keeps what the file says', () => {
  test.each(sampleNames)('%s: every event, in order, with its precision, window, kind and tags', (name) => {
    const view = sampleView(name);
    const file = fileOf(name);
    const shown = timelineOf(view).filter((entry) => entry.written);
    expect(shown.map(({ text, occurredAt, endAt, precision, kind, tags }) => ({ text, occurredAt, endAt, precision, kind, tags }))).toEqual(
      file.events.map(({ text, at, endAt, precision, kind, tags = [] }) => ({
        text,
        occurredAt: Date.parse(at),
        endAt: endAt === undefined ? undefined : Date.parse(endAt),
        precision,
        kind,
        tags,
      })),
    );
  });

  test.each(sampleNames)('%s: lands in review, written afterwards, nothing contested, no clocks', (name) => {
    const view = sampleView(name);
    expect(view).toMatchObject({ phase: 'review', mode: 'imported', contested: [], unknown: [], forks: [], roles: {}, label: name });
    expect(Object.values(view.cadences).every((cadence) => cadence.state === 'idle' && cadence.target === undefined)).toBe(true);
  });

  test.each(sampleNames)('%s: all five milestones, the unknown ones as asked and not known', (name) => {
    const view = sampleView(name);
    for (const [milestone, stated] of Object.entries(fileOf(name).milestones)) {
      expect(view.milestones[milestone as 'detected']).toMatchObject(
        stated === null
          ? { at: null }
          : { at: Date.parse(stated.at), precision: stated.precision, ...(stated.note !== undefined && { note: stated.note }) },
      );
    }
    expect(view.milestones.acknowledged).toBeUndefined();
  });

  test.each(sampleNames)('%s: impact, notes, conflicts and sources', (name) => {
    const { impact, notes, conflicts } = fileOf(name);
    const view = sampleView(name);
    expect(view.impact?.text).toBe(impact);
    expect(view.imported).toMatchObject({ notes, conflicts, sources: sampleJson(name).sources });
  });

  test('a source zone that begins with a name of a zone is the zone of the incident, and any other is UTC', () => {
    expect(sampleView('aws-us-east-1-2025-10-20').zone).toBe('America/Los_Angeles');
    expect(sampleView('atlassian-2022-04-05').zone).toBe('UTC');
  });

  test('decisions, milestones, updates and actions are starred', () => {
    const shown = timelineOf(sampleView('github-2018-10-21')).filter((entry) => entry.written);
    for (const entry of shown) expect(entry.starred).toBe(!['detection', 'hypothesis'].includes(entry.kind));
  });
});

describe('the same file id with other content', () => {
  const stored = logOf(prepared(sampleJson('gitlab-2017-01-31')));
  const refusedFor = (change: (file: FactsFile & Record<string, unknown>) => void): readonly string[] => {
    const file = sampleJson('gitlab-2017-01-31') as unknown as FactsFile & Record<string, unknown>;
    change(file);
    const imported = prepared(file);
    expect(imported.incidentId).toBe(incidentIdOf('gitlab-2017-01-31'));
    const plan = planImport(imported, stored);
    expect(plan).toMatchObject({ ok: false, error: { code: 'refused' } });
    return plan.ok ? [] : (plan.error.fields ?? []).map(({ path, message }) => `${path}: ${message}`);
  };

  test('a changed text is named with both texts', () => {
    const differences = refusedFor((file) => Object.assign(file.events[13] ?? {}, { text: 'Removal stopped' }));
    expect(differences).toEqual([
      'events.seq=14.text: is "Removal stopped"; the log has "Removal stopped; about 4.5 GB of some 300 GB is left"',
    ]);
  });
  test('a moved time is named with both times', () => {
    const differences = refusedFor((file) => Object.assign(file.events[13] ?? {}, { at: '2017-01-31T23:25:00Z' }));
    expect(differences).toEqual(['events.seq=14.at: is 2017-01-31T23:25:00.000Z; the log has 2017-01-31T23:27:00.000Z']);
  });
  test('a milestone that is known now is named', () => {
    const differences = refusedFor((file) => {
      file.milestones.declared = { at: '2017-01-31T22:30:00Z', precision: 'minute' };
    });
    expect(differences.join('\n')).toContain('milestones.declared.at: is new: 2017-01-31T22:30:00.000Z');
  });
  test('an event more and a title other are named', () => {
    const differences = refusedFor((file) => {
      file.title = 'Another title';
      file.events.push({ ...(file.events[0] as FactsFile['events'][number]), seq: 99 });
    });
    expect(differences[0]).toMatch(/^title: is "Another title"; the log has /);
    expect(differences.some((difference) => difference.startsWith('events.seq=99.text: is new'))).toBe(true);
  });
  test('of very many differences ten are listed and the rest are counted', () => {
    const differences = refusedFor((file) => {
      for (const event of file.events) event.text = 'x';
    });
    expect(differences).toHaveLength(11);
    expect(differences.at(-1)).toBe('(more): 13 more differences');
  });
  test('what was erased here is not compared', () => {
    const file = sampleJson('gitlab-2017-01-31') as unknown as FactsFile & Record<string, unknown>;
    Object.assign(file.events[13] ?? {}, { text: 'Other' });
    file.title = 'Another title';
    const erased = stored.map((event) => ((event.body as { sourceSeq?: number }).sourceSeq === 14 ? { ...event, body: null } : event));
    const plan = planImport(prepared(file), erased);
    expect(!plan.ok && plan.error.fields?.map(({ path }) => path)).toEqual(['title']);
  });
});

test('the bytes of a file make the same import as its JSON', () => {
  const facts = parseFacts(sampleBytes('fastly-2021-06-08'));
  expect(facts.ok && prepareImport(facts.value).contentHash).toBe(prepared(sampleJson('fastly-2021-06-08')).contentHash);
});
