import { describe, expect, test } from 'vitest';
import { draftFileName, mediaTypes, textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftText } from '../drafting.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';
import { prepared, sampleJson, sampleView, viewOf } from '../samples.ts';

const draft = draftText;
const rowsOf = (markdown: string): readonly string[] =>
  (/## Timeline\n([\s\S]*?)\n## /.exec(markdown)?.[1] ?? '').split('\n').filter((line) => line.startsWith('| '));

describe('drafts of the samples', () => {
  test('what no source states is not recorded, in the facts and under the timeline', () => {
    const text = draft(sampleView('sre-book-shakespeare-2015-10-21'));
    expect(text).toContain('| **Began** | not recorded |');
    expect(text).toContain('| **Impact to detection** | not recorded |');
    expect(text).toContain('> **Note:** Outage begins: not recorded');
    expect(text).toContain('> **Note:** Incident ends (resolved): not recorded');
  });

  test('an import says that it was written afterwards, with its conflicts and its notes', () => {
    const text = draft(sampleView('gitlab-2017-01-31'));
    expect(text).toContain('Written afterwards: imported');
    expect(text).toContain('Where the sources disagree:');
    expect(text).toContain('Data-loss window ends 23:25');
    expect(text).toContain('Notes of the source:');
    expect(draft(sampleView('sre-book-shakespeare-2015-10-21'))).toContain('Fictional:');
  });

  test('sections come in the order of the template, and every question stays', () => {
    const text = draft(sampleView('fastly-2021-06-08'));
    const headings = text.split('\n').filter((line) => /^##? |^### /.test(line));
    expect(headings.slice(1)).toEqual([
      '## About this postmortem',
      '## Summary',
      '## Impact',
      '## Root causes',
      '## Trigger',
      '## Resolution',
      '## Detection',
      '## Action items',
      '## Lessons learned',
      '### What went well',
      '### What went wrong',
      '### Where we got lucky',
      '## Timeline',
      '## Supporting material',
      '## Metrics',
      '## About the record',
    ]);
    expect(text.match(/^> \*\*To answer:\*\* /gm)?.length).toBe(9);
  });

  test('statements name the events that they came from', () => {
    const imported = prepared(sampleJson('gitlab-2017-01-31'));
    const ids = new Set(imported.events.map(({ event }) => event.id));
    const { draft: model } = JSON.parse(draft(viewOf(imported), 'json')) as {
      draft: { sections: { id: string; blocks: { rows?: { from: string[] }[] }[] }[] };
    };
    const timeline = model.sections.find((section) => section.id === 'timeline')?.blocks[0];
    expect(timeline?.rows?.length).toBe(26);
    for (const row of timeline?.rows ?? []) expect(row.from.length > 0 && row.from.every((id) => ids.has(id))).toBe(true);
  });
});

describe('days and zones', () => {
  test('a log within one day has no column of days', () => {
    expect(rowsOf(draft(sampleView('cloudflare-2019-07-02')))[0]).toBe('| UTC | Kind | What happened | Who |');
  });
  test('a log that crosses midnight shows the day in every row', () => {
    const rows = rowsOf(draft(sampleView('github-2018-10-21')));
    expect(rows[0]).toBe('| Date | UTC | Kind | What happened | Who |');
    for (const row of rows.slice(2)) expect(row).toMatch(/^\| (\*\*)?2018-10-2\d/);
  });
  test('a log that crosses midnight in UTC alone shows both days', () => {
    const rows = rowsOf(draft(sampleView('aws-us-east-1-2025-10-20')));
    expect(rows[0]).toBe('| Date (Los Angeles) | Los Angeles | UTC | Kind | What happened | Who |');
    expect(rows[3]).toContain('| 2025-10-19 | 23:48 | 2025-10-20 06:48 |');
  });
  test('a log that crosses midnight in its own zone alone shows the day', () => {
    const console = declared(3, { now: Date.UTC(2026, 0, 10, 22, 50) });
    console.passes(20 * minute);
    console.does({ type: 'entry.add', kind: 'action', text: 'Rolled back' });
    const rows = rowsOf(draft(console.view));
    expect(rows[0]).toContain('Date (Berlin)');
    expect(rows.at(-1)).toContain('| 2026-01-11 | 00:10 | 2026-01-10 23:10 |');
  });
  test('a time is printed no more exactly than it is known', () => {
    const text = draft(sampleView('gitlab-2017-01-31'));
    for (const said of ['| 18:00 to 22:00 |', '| 18:00 (hour) |', '| about 23:00 |', '| 23:28 (derived) |', '| 23:27 |']) {
      expect(text).toContain(said);
    }
    expect(draft(sampleView('atlassian-2022-04-05'))).toContain('| 2022-04-14 | (day) |');
  });
});

describe('drafts of an incident that ran here', () => {
  const run = () => {
    const console = declared(2);
    console.does({ type: 'impact.describe', text: 'Checkout fails in Europe' });
    console.does({ type: 'entry.add', kind: 'note', text: 'We saw the deploy first' });
    return console;
  };
  const entryOf = (console: PaperConsole): string => console.events.findLast((event) => event.type === 'entry.added')?.id ?? '';

  test('a correction is a footnote that keeps what it read', () => {
    const console = run();
    console.passes(minute);
    console.does({ type: 'entry.correct', entry: entryOf(console), text: 'We saw the alert first', reason: 'wrong order' });
    const text = draft(console.view);
    expect(text).toContain('We saw the alert first[^1]');
    expect(text).toMatch(/\[\^1\]: Corrected .* by Kim: it read “We saw the deploy first” \(wrong order\)\./);
    expect(draft(console.view, 'html')).toContain('<sup><a href="#note-1">1</a></sup>');
  });

  test('a corrected time moves the row', () => {
    const console = run();
    console.passes(30 * minute);
    console.does({ type: 'entry.add', kind: 'note', text: 'It began with the deploy' });
    console.does({ type: 'entry.correct', entry: entryOf(console), occurredAt: console.now - 60 * minute, precision: 'minute' });
    const rows = rowsOf(draft(console.view)).slice(2);
    expect(rows[0]).toContain('It began with the deploy');
  });

  test('of a hidden text nothing is left in any format, corrected or not', () => {
    const console = run();
    const entry = entryOf(console);
    console.does({ type: 'entry.correct', entry, text: 'The password is hunter2' });
    console.does({ type: 'entry.correct', entry, text: 'The password is swordfish' });
    console.does({ type: 'entry.redact', entry, reason: 'a secret' });
    for (const format of textFormats) {
      const text = draft(console.view, format);
      expect(text).toContain('Text hidden');
      expect(text).not.toMatch(/hunter2|swordfish|saw the deploy/);
    }
  });

  test('a drill says so before everything else', () => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'Game day', severity: 3, mode: 'drill' });
    expect(draft(console.view).split('\n')[2]).toBe('> **DRILL: this was an exercise, not a real incident**');
    expect(draft(console.view, 'html')).toContain('<p class="watermark" role="note">DRILL');
  });

  test('an incident entered afterwards says so', () => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'Last night', severity: 3, mode: 'backfilled' });
    expect(draft(console.view)).toContain('Written afterwards: entered from memory');
  });

  test('action items come with owner and day, or say that those are not recorded', () => {
    const console = run();
    console.does({ type: 'followUp.add', text: 'Alert on error rate', kind: 'detect', owner: console.actor.id, due: '2026-04-10' });
    console.does({ type: 'followUp.add', text: 'Write a runbook' });
    const text = draft(console.view);
    expect(text).toMatch(/\| f1 \| Alert on error rate \| detect \| Kim \| 2026-04-10 \| open \|/);
    expect(text).toMatch(/\| f2 \| Write a runbook \| not recorded \| not recorded \| not recorded \| open \|/);
  });

  test('of a long log the starred entries are printed, and the rest are counted', () => {
    const console = run();
    for (let index = 0; index < 90; index += 1) {
      const fact = { id: console.newId(), type: 'entry.added', v: 1, body: { kind: 'note', text: `note ${index}` } };
      console.write(fact, { command: `c${index}` }, console.actor.id);
    }
    const text = draft(console.view);
    expect(text).not.toContain('note 17');
    expect(text).toMatch(/\d+ of \d+ entries are not starred and are left out here\./);
  });

  test('no draft needs a title, a time or an entry', () => {
    const view = new PaperConsole().view;
    for (const format of textFormats) expect(draft(view, format)).toContain('Untitled incident');
  });
});

describe('templates and formats', () => {
  test('each format has its media type and its file name', () => {
    const view = sampleView('fastly-2021-06-08');
    const made = textFormats.map((format) => [mediaTypes[format], draftFileName(view, 'google-sre', format)]);
    expect(made).toEqual([
      ['text/markdown; charset=utf-8', 'fastly-2021-06-08-google-sre.md'],
      ['text/html; charset=utf-8', 'fastly-2021-06-08-google-sre.html'],
      ['application/json; charset=utf-8', 'fastly-2021-06-08-google-sre.json'],
    ]);
  });
});
