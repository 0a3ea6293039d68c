import { describe, expect, test } from 'vitest';
import type { Block, Draft } from '../../shared/postmortem/draft.ts';
import { metricsOf } from '../../shared/postmortem/metrics/metrics.ts';
import { meanings } from '../../shared/postmortem/template/meanings.ts';
import { unusedMeaning, unusedStars, usedEvents } from '../../shared/postmortem/usage.ts';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftOf, draftText, templateNames } from '../drafting.ts';
import { github2018, gitlab2017 } from '../fixtures/nights.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';
import { typedNight } from '../fixtures/paper-nights.ts';
import { sampleJson, sampleNames, sampleView } from '../samples.ts';

const nights = { github2018: typedNight(github2018), gitlab2017: typedNight(gitlab2017) };
const shipped = ['atlassian', 'aws-coe', 'azure-pir', 'etsy', 'gitlab', 'google-sre', 'howie', 'incident-io', 'light', 'pagerduty'];

const statements = (block: Block): readonly { readonly from: readonly string[]; readonly text: string }[] => {
  switch (block.type) {
    case 'prompt':
      return [];
    case 'facts':
      return block.rows.map(({ value, from }) => ({ text: value, from }));
    case 'table':
    case 'timeline':
      return block.rows.map(({ cells, from }) => ({ text: cells.join(' | '), from }));
    case 'list':
      return block.items;
    case 'prose':
      return [{ text: block.markdown, from: block.from }];
    case 'chart':
      return [{ text: block.alternative, from: block.from }];
    default:
      return [block];
  }
};

const sectionOf = (draft: Draft, id: string): string =>
  draft.sections
    .filter((section) => section.id === id)
    .flatMap(({ blocks }) => blocks.flatMap(statements))
    .map(({ text }) => text)
    .join('\n');

test('ten templates ship', () => {
  expect(templateNames).toEqual(shipped);
});

describe.each(shipped)('%s', (name) => {
  test('its sections mean what the closed list has', () => {
    const { draft } = draftOf(nights.github2018, name);
    const strange = draft.sections.map(({ id }) => id).filter((id) => id !== unusedMeaning && !Object.hasOwn(meanings, id));
    expect(strange).toEqual([]);
    expect(new Set(draft.sections.map(({ id }) => id)).size).toBe(draft.sections.length);
  });

  test('no heading stands over nothing, and every section can be answered or is fed by the log', () => {
    for (const view of [...Object.values(nights), ...sampleNames.map(sampleView), new PaperConsole().view]) {
      const { draft } = draftOf(view, name);
      for (const [index, { heading, blocks }] of draft.sections.entries()) {
        const leads = draft.sections[index + 1]?.level === 3;
        expect(blocks.length > 0 || leads, `${heading} of ${view.title}`).toBe(true);
      }
    }
  });

  test('no table stands in a section twice', () => {
    for (const view of [...Object.values(nights), ...sampleNames.map(sampleView)]) {
      for (const { heading, blocks } of draftOf(view, name).draft.sections) {
        const tables = blocks.filter(({ type }) => type === 'table' || type === 'facts').map((block) => JSON.stringify(block));
        expect(new Set(tables).size, heading).toBe(tables.length);
      }
    }
  });

  test('every entry that is starred is used, and the timeline is in it', () => {
    for (const view of [...Object.values(nights), ...sampleNames.map(sampleView)]) {
      const { draft, source } = draftOf(view, name);
      expect(unusedStars(draft, source)).toEqual([]);
      expect(draft.sections.find(({ id }) => id === 'timeline')?.blocks[0]?.type).toBe('timeline');
    }
  });

  test('all that it names is an event of the log', () => {
    for (const view of Object.values(nights)) {
      const ids = new Set(view.items.flat().map(({ id }) => id));
      const corrections = new Set(Object.values(view.amendments).flatMap((list) => list.map(({ event }) => event)));
      const strange = [...usedEvents(draftOf(view, name).draft)].filter((id) => !ids.has(id) && !corrections.has(id));
      expect(strange).toEqual([]);
    }
  });

  test('what the log said comes with the events that said it', () => {
    const { draft, source } = draftOf(nights.github2018, name);
    const told = [source.view.summary?.text, source.view.impact?.text, ...source.view.followUps.map(({ text }) => text)];
    const all = draft.sections.flatMap(({ blocks }) => blocks.flatMap(statements));
    for (const text of told) {
      const its = all.filter((statement) => text !== undefined && statement.text.includes(text));
      expect(its.length, text).toBeGreaterThan(0);
      for (const { from } of its) expect(from.length, text).toBeGreaterThan(0);
    }
  });

  test('a whole live night is in it: what was noticed, decided, done and what is to follow', () => {
    for (const view of Object.values(nights)) {
      const text = draftText(view, 'md', name).replaceAll('\\', '');
      const { resolved, mitigated } = view.milestones;
      for (const at of [resolved?.at, mitigated?.at]) expect(text).toContain(new Date(at ?? 0).toISOString().slice(11, 16));
      for (const { text: said } of [...view.followUps, ...view.decisions]) expect(text).toContain(said);
      for (const { text: said } of view.updates) expect(text).toContain(said);
      expect(text).toContain(view.impact?.text);
      expect(text).toMatch(/> \*\*To answer:\*\* /);
    }
  });

  test('the figures of the samples are those of their files', () => {
    for (const sample of sampleNames) {
      const { draft, source } = draftOf(sampleView(sample), name);
      const figures = sectionOf(draft, 'metrics');
      if (!draft.sections.some(({ id }) => id === 'metrics')) continue;
      const { derivedMetrics } = sampleJson(sample) as { derivedMetrics: Readonly<Record<string, number | null>> };
      for (const field of ['impactToDetect', 'impactToMitigate', 'impactToResolve'] as const) {
        const minutes = metricsOf(source.view)[field]?.minutes ?? null;
        expect(minutes, `${sample} ${field}`).toBe(derivedMetrics[field] ?? null);
        if (minutes !== null && Math.abs(minutes) >= 60) expect(figures).toContain(`(${minutes} min)`);
        else if (minutes !== null) expect(figures).toContain(`${minutes} min`);
      }
    }
  });

  test('a drill says so first, days stand wherever midnight is crossed, and an edit is a footnote', () => {
    const console = new PaperConsole({ now: Date.UTC(2026, 0, 10, 22, 50) });
    console.does({ type: 'incident.declare', title: 'Game day', severity: 3, mode: 'drill' });
    console.passes(20 * minute);
    console.does({ type: 'entry.add', kind: 'action', text: 'Rolled back' });
    const entry = console.events.findLast(({ type }) => type === 'entry.added')?.id ?? '';
    console.does({ type: 'entry.correct', entry, text: 'Rolled back twice' });
    const text = draftText(console.view, 'md', name);
    expect(text.split('\n')[2]).toBe('> **DRILL: this was an exercise, not a real incident**');
    expect(text).toContain('| Date (Berlin) | Berlin | UTC | Kind | What happened | Who |');
    expect(text).toContain('| 2026-01-11 | 00:10 | 2026-01-10 23:10 | action | Rolled back twice[^1] |');
    expect(text).toMatch(/\[\^1\]: Corrected .* it read “Rolled back”/);
  });

  test('the same log gives the same bytes', () => {
    for (const format of textFormats)
      expect(draftText(typedNight(gitlab2017), format, name).length).toBe(draftText(nights.gitlab2017, format, name).length);
    for (const format of textFormats) expect(draftText(nights.gitlab2017, format, name)).toBe(draftText(nights.gitlab2017, format, name));
  });
});

describe('templates with a purpose', () => {
  const inNight = (name: string, section: string): string => sectionOf(draftOf(nights.github2018, name).draft, section);

  test('PagerDuty tells the time in each severity, who held which role, and the last words to customers', () => {
    expect(inNight('pagerduty', 'impact')).toContain('23 h 50 min');
    expect(inNight('pagerduty', 'responders')).toMatch(/Incident commander \| Rui .*\nIncident commander \| Cho .* \| to the end/);
    expect(inNight('pagerduty', 'message-public')).toContain('The backlog is done and data is checked');
  });
  test('Atlassian tells what came before the impact and what was done after the first decision', () => {
    expect(sectionOf(draftOf(nights.gitlab2017, 'atlassian').draft, 'lead-up')).toContain('A snapshot was taken by hand');
    expect(inNight('atlassian', 'resolution')).toContain('Backup restore runs');
    expect(inNight('atlassian', 'resolution')).not.toContain('Many alerts at once');
  });
  test('Etsy tells decisions with what was known then and who objected', () => {
    expect(inNight('etsy', 'decisions')).toContain('Risk: Users see old data for hours | Rui: Customers will read stale data all day');
    expect(inNight('etsy', 'surprises')).toContain('The estimate took the restore for linear');
  });
  test('Howie tells who was excused', () => {
    expect(inNight('howie', 'responders')).toContain('Dana | 2018-10-21 23:13 UTC | 2018-10-22 22:58 UTC | excused');
  });
  test('incident.io counts levers as mitigators', () => {
    expect(inNight('incident-io', 'mitigators')).toContain(
      'deploy-lock | all clusters | 2018-10-21 23:07 UTC | Rui | taken back 2018-10-22 16:45 UTC',
    );
  });
  test('GitLab tells the change, and AWS the evidence for a hypothesis', () => {
    expect(inNight('gitlab', 'changes')).toContain('Optics replaced');
    expect(inNight('aws-coe', 'diagnosis')).toContain('supported | writes found on both coasts');
  });
  test('a review for customers holds the promises to customers, and no message to staff alone', () => {
    expect(inNight('azure-pir', 'communication')).toMatch(/customers \| 6 \| 4 \| 1/);
    expect(inNight('azure-pir', 'communication')).not.toContain('staff');
  });
  test('two minutes leave two questions', () => {
    const { draft } = draftOf(sampleView('cloudflare-2019-07-02'), 'light');
    expect(draft.sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'prompt')).toHaveLength(2);
  });
});

describe('words of people', () => {
  test('stand in the same section whatever the template calls it', () => {
    const console = declared(2);
    console.does({
      type: 'section.write',
      section: 'contributors',
      text: 'A limit and a timeout',
      generated: 'kept',
      template: 'google-sre',
    });
    for (const name of ['google-sre', 'pagerduty', 'atlassian', 'azure-pir', 'incident-io', 'howie'])
      expect(draftText(console.view, 'md', name), name).toContain('A limit and a timeout');
  });
});
