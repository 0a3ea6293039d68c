/** Templates that mean harm in the packaged app: each is ended, and the core goes on recording. */
import { expect, test } from '@playwright/test';
import { composer, declare, log } from './at-the-console.ts';
import { corePid, launch, newProfile, quit } from './launch.ts';

const template = (body: string): string =>
  `---\nschema: wheelhouse-template/1\nid: harm\nversion: 1\nname: Harm\nabout: Harm.\n---\n{% section "a", heading: "A" %}${body}{% endsection %}\n`;

test('a template that takes too long, or too much, is ended in the thread that it runs in', async () => {
  const desktop = await launch(newProfile());
  const { app, page } = desktop;
  await declare(page, 'Checkout fails');
  const core = await corePid(app);
  const tried = (text: string) =>
    page.evaluate(async (given) => {
      const answer = await window.wheelhouse?.call('templates.preview', { text: given });
      return answer?.ok === true ? answer.value.faults.map(({ message }) => message).join(' ') : 'no answer';
    }, text);
  const loops = `${'{% for e in entries %}'.repeat(6)}x${'{% endfor %}'.repeat(6)}`;
  expect(await tried(template(loops))).toMatch(/^The template (takes|took) longer than/);
  const kept = `{% assign a = (1..900000) %}${'{% assign a = a | sort | reverse %}'.repeat(400)}`;
  expect(await tried(template(kept))).toMatch(/^(This makes more than|This is larger than|The template )/);
  expect(await tried(template('{{ incident.title }}'))).toBe('');
  expect(await corePid(app)).toBe(core);
  await log(page, 'still recording');
  await expect(composer(page)).toHaveValue('');
  await quit(desktop);
});
