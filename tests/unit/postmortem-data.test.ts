import { describe, expect, test } from 'vitest';
import { templateData, templateDataSchema } from '../../shared/postmortem/template/template-data.ts';
import { unusedStars } from '../../shared/postmortem/usage.ts';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftOf, draftText, templateNames } from '../drafting.ts';
import { github2018, gitlab2017 } from '../fixtures/nights.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';
import { typedNight } from '../fixtures/paper-nights.ts';
import { sampleNames, sampleView } from '../samples.ts';

const nights = { github2018: typedNight(github2018), gitlab2017: typedNight(gitlab2017) };

describe('what is starred is never lost', () => {
  const written = () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'decision', text: 'Stop the importer' });
    return console;
  };
  test('what a text of people takes the place of stands in a last section', () => {
    const console = written();
    expect(draftText(console.view)).not.toContain('Starred, and not used above');
    for (const section of ['timeline', 'resolution'])
      console.does({ type: 'section.write', section, text: 'Told elsewhere', generated: 'replaced', template: 'google-sre' });
    const text = draftText(console.view);
    expect(text).toMatch(/## Starred, and not used above\n\nIn the log, and in none of the sections above:\n[\s\S]*: Stop the importer\n/);
  });
  test('a milestone that was set anew is not listed beside the one that holds', () => {
    const console = written();
    for (const at of [console.now - 9 * minute, console.now - 8 * minute])
      console.does({ type: 'milestone.set', name: 'impactStart', at, precision: 'minute' });
    const { draft, source } = draftOf(console.view);
    expect(unusedStars(draft, source)).toEqual([]);
  });
});

describe('what was hidden', () => {
  const secret = 'hunter2';
  const hide = (console: PaperConsole, type: string): void => {
    for (const event of console.events.filter((other) => other.type === type))
      console.does({ type: 'entry.redact', entry: event.id, reason: 'a secret' });
  };
  test.each(templateNames)('is nowhere in %s: not in a decision, hypothesis, task, message, question or section', (name) => {
    const console = declared(2);
    console.does({ type: 'decision.propose', text: `Turn ${secret} off`, known: `${secret} known` });
    console.does({ type: 'hypothesis.open', text: `${secret} is wrong` });
    console.does({ type: 'task.add', text: `Ask about ${secret}`, minutes: 20 });
    console.does({ type: 'update.send', audiences: ['customers'], text: `We look at ${secret}`, final: true });
    console.does({ type: 'entry.add', kind: 'question', text: `Who knows ${secret}?` });
    console.does({ type: 'section.write', section: 'summary', text: `It was ${secret}`, generated: 'kept', template: name });
    for (const type of ['decision.proposed', 'hypothesis.opened', 'task.added', 'update.sent', 'entry.added', 'section.written'])
      hide(console, type);
    for (const format of textFormats) expect(draftText(console.view, format, name)).not.toContain(secret);
  });
});

describe('the data of templates', () => {
  test('fits its description, for every sample, both nights and an incident of nothing', () => {
    for (const view of [...Object.values(nights), ...sampleNames.map(sampleView), new PaperConsole().view]) {
      const data = templateData(draftOf(view).source);
      expect(templateDataSchema.parse(data)).toEqual(data);
    }
  });
  test('has the work of a night, with its events', () => {
    const data = templateData(draftOf(nights.github2018).source);
    expect(data.decisions[1]).toMatchObject({ label: 'd2', risk: 'Users see old data for hours', objections: [{ by: 'Rui' }] });
    expect(data.levers).toMatchObject([{ text: 'deploy-lock', ended: 'taken back 2018-10-22 16:45 UTC' }]);
    expect(data.updates.at(-1)).toMatchObject({ final: true, late: 'staff: 22 h 53 min late; customers: 6 h 33 min late' });
    expect(data.people.map(({ text }) => text)).toEqual(['Rui', 'Cho', 'Dana']);
    expect(data.tagged.misled?.map(({ text }) => text)).toEqual(['The estimate took the restore for linear']);
    for (const things of [data.decisions, data.hypotheses, data.tasks, data.levers, data.updates, data.people, data.roles])
      for (const { from } of things) expect(from.length).toBeGreaterThan(0);
    expect(data.summary?.from).toHaveLength(1);
    expect(data.impact?.from).toHaveLength(1);
  });
});
