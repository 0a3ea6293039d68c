import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runTemplate, tagNames } from '../../electron/core/studio/liquid-engine.ts';
import { shippedTemplateFiles } from '../../electron/core/studio/shipped-templates.ts';
import { plainTags } from '../../electron/core/studio/template-filters.ts';
import { exampleTemplate, templateDataJsonSchema, templateGuide } from '../../electron/core/studio/template-guide.ts';
import { ownTags } from '../../electron/core/studio/template-tags.ts';
import { templateFiles } from '../../electron/print-templates.ts';
import { draftSource } from '../../shared/postmortem/template/draft-source.ts';
import { readTemplate } from '../../shared/postmortem/template/read-template.ts';
import { templateData, templateDataSchema } from '../../shared/postmortem/template/template-data.ts';
import { patientLimits } from '../drafting.ts';
import { sampleNames, sampleView } from '../samples.ts';

test.each([...templateFiles()])('resources/templates/%s says what the code does: `npm run templates` writes it', (name, text) => {
  expect(readFileSync(new URL(`../../resources/templates/${name}`, import.meta.url), 'utf8')).toBe(text);
});

test('every tag that a template may use is explained, and none that it may not', () => {
  expect([...tagNames()].sort()).toEqual([...Object.keys(ownTags), ...Object.keys(plainTags)].sort());
});

test('the example on the page runs', () => {
  const read = readTemplate(exampleTemplate);
  expect(templateGuide()).toContain(exampleTemplate);
  const ran = read.ok ? runTemplate(read.value, templateData(draftSource(sampleView(sampleNames[0] ?? ''))), patientLimits) : read;
  expect(ran).toMatchObject({ ok: true, value: { sections: [{ means: 'summary' }, { means: 'decisions' }, { means: 'timeline' }] } });
});

test('what a template is given is what the page and the schema say', () => {
  for (const name of sampleNames) {
    const data = templateData(draftSource(sampleView(name)));
    expect(templateDataSchema.parse(data)).toEqual(data);
  }
  expect(Object.keys((templateDataJsonSchema() as { properties: object }).properties)).toEqual(Object.keys(templateDataSchema.shape));
});

test('every name on the page that a shipped template uses is there', () => {
  const guide = templateGuide();
  for (const { template } of shippedTemplateFiles().values()) {
    for (const [, part] of template.body.matchAll(/\{% part "([a-z-]+)"/g)) expect(guide).toContain(`| \`${part}\` |`);
    for (const [, meaning] of template.body.matchAll(/\{% section "([a-z-]+)"/g)) expect(guide).toContain(`| \`${meaning}\` |`);
  }
});
