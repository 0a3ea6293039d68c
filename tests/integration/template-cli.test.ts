import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { exampleTemplate } from '../../electron/core/studio/template-guide.ts';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Runs `wheelhouse template …` to its end. */
const template = (data: string, args: readonly string[], input = '') => wheelhouse(['template', ...args], { data, input });

test('one that is right is one line; each fault of another is a line with its place, and their count is told apart', async () => {
  const data = newFolder();
  const file = join(data, 'ours.liquid');
  writeFileSync(file, exampleTemplate);
  expect(await template(data, ['check', file])).toEqual({
    code: 0,
    out: `${file} is a template: our-review, Our review, version 1\n`,
    errors: '',
  });
  const broken = exampleTemplate.replace('endunless', 'endunles').replace('"timeline" %}{%', '"timelin" %}{%');
  const { code, out, errors } = await template(data, ['check', '-'], broken);
  expect([code, errors]).toEqual([1, 'wheelhouse: <stdin> has 2 faults\n']);
  expect(out.split('\n').map((line) => line.split('.')[0])).toEqual([
    '<stdin>:10:77: There is no tag endunles',
    '<stdin>:18:46: There is no part "timelin"',
    '',
  ]);
  const hostile = exampleTemplate.replace(
    '{% part "summary" %}',
    '{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}',
  );
  expect(await template(data, ['check', '-'], hostile)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^<stdin>:\d+:\d+: (The template t|This makes more)/),
  });
});

test('what may be used is printed as it lies beside the templates that ship', async () => {
  expect(await template(newFolder(), ['schema'])).toEqual({
    code: 0,
    errors: '',
    out: readFileSync(root('resources/templates/README.md'), 'utf8'),
  });
  const json = await template(newFolder(), ['schema', '--json']);
  expect(json.out).toBe(readFileSync(root('resources/templates/template-data.schema.json'), 'utf8'));
});

test('before anything was written those that ship are listed and shown', async () => {
  const data = newFolder();
  const { code, out } = await template(data, ['list']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^google-sre +shipped +Google SRE: /m)]);
  expect(await template(data, ['show', 'google-sre'])).toEqual({
    code: 0,
    errors: '',
    out: readFileSync(root('resources/templates/google-sre.liquid'), 'utf8'),
  });
  expect(await template(data, ['show', 'nope'])).toMatchObject({ code: 1, errors: expect.stringContaining('There is no template nope') });
});

test('one’s own is saved, listed, shown and removed; one with faults changes nothing', async () => {
  const data = newFolder();
  expect(await template(data, ['save', '-'], exampleTemplate)).toEqual({ code: 0, errors: '', out: 'Saved: drafts can be made by it.\n' });
  expect((await template(data, ['save', '-'], exampleTemplate)).out).toBe('This template is in use already.\n');
  expect((await template(data, ['list'])).out).toMatch(/^our-review +own +Our review: /m);
  expect((await template(data, ['show', 'our-review'])).out).toBe(`${exampleTemplate}\n`);
  const refused = await template(data, ['save', '-'], exampleTemplate.replace('{% endunless %}', ''));
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^<stdin>:\d+:\d+: .*\nwheelhouse: <stdin> has 1 fault, and nothing was changed\n$/),
  });
  expect((await template(data, ['remove', 'our-review'])).out).toBe('Removed: our-review is offered no more.\n');
  expect(await template(data, ['remove', 'google-sre'])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('ships with the console'),
  });
});
