import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../electron/core/console.ts';
import { shippedTemplateFiles } from '../../electron/core/studio/shipped-templates.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/procedures.ts';
import { uuidv8FromSource } from '../../shared/log/ids.ts';
import type { Draft } from '../../shared/postmortem/draft.ts';
import { templateStream } from '../../shared/postmortem/template/shelf-stream.ts';
import { declare, newConsole, ownerToken, run, serve } from '../fixtures/consoles.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

const template = (
  id: string,
  version = 1,
  body = '{% section "summary", heading: "In short" %}{{ incident.title }}{% endsection %}',
): string => `---\nschema: wheelhouse-template/1\nid: ${id}\nversion: ${version}\nname: Ours\nabout: For us.\n---\n${body}\n`;
const shippedText = shippedTemplateFiles().get('google-sre')?.text ?? '';

async function ask<N extends ProcedureName>(console: Console, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await console.router.call(console.owner('app'), name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as OutputOf<N>;
}
const save = (console: Console, text: string, more: { commandId?: string; replaces?: string } = {}) =>
  console.router.call(console.owner('app'), 'templates.save', { commandId: randomUUID(), text, ...more });
const remove = (console: Console, id: string) =>
  console.router.call(console.owner('app'), 'templates.remove', { commandId: randomUUID(), id });
const row = async (console: Console, id: string) => (await ask(console, 'templates.list', {})).templates.find((one) => one.id === id);
const headings = async (console: Console, id: string, name: string) =>
  (await ask(console, 'postmortem.draft', { id, template: name })).draft.sections.map(({ heading }) => heading);

describe('a template of one’s own', () => {
  test('is offered once it is saved, makes drafts, and is there after the console was closed', async () => {
    const console = await newConsole();
    const incident = await declare(console);
    expect(await save(console, template('our-review'))).toMatchObject({
      ok: true,
      value: {
        events: [
          { type: 'console.joined', incidentId: templateStream },
          { type: 'template.saved', body: { by: 'Kim' } },
        ],
      },
    });
    expect(await headings(console, incident, 'our-review')).toContain('In short');
    await console.close();
    const again = await newConsole({ dataDir: console.dataDir });
    expect(await row(again, 'our-review')).toMatchObject({
      name: 'Ours',
      version: 1,
      source: 'own',
      ships: false,
      readable: true,
      faults: [],
    });
    expect(await headings(again, incident, 'our-review')).toContain('In short');
    expect((await ask(again, 'templates.get', { id: 'our-review' })).text).toBe(template('our-review'));
  });

  test('takes the place of one that ships under its id, which comes back when it is removed', async () => {
    const console = await newConsole();
    const incident = await declare(console);
    const shipped = await headings(console, incident, 'google-sre');
    await save(console, template('google-sre', 99));
    expect(await headings(console, incident, 'google-sre')).toContain('In short');
    expect(await row(console, 'google-sre')).toMatchObject({ source: 'own', ships: true, version: 99 });
    expect(await remove(console, 'google-sre')).toMatchObject({ ok: true });
    expect(await headings(console, incident, 'google-sre')).toEqual(shipped);
    expect(shipped).not.toContain('In short');
    expect(await ask(console, 'templates.get', { id: 'google-sre' })).toMatchObject({
      text: shippedText,
      from: 'shipped',
      versions: [{ version: 99 }],
    });
    expect(await remove(console, 'google-sre')).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('ships with the console') },
    });
  });

  test('is gone when it is removed, and an incident that asks for it is told what there is', async () => {
    const console = await newConsole();
    const incident = await declare(console);
    await save(console, template('our-review'));
    await remove(console, 'our-review');
    expect(await row(console, 'our-review')).toBeUndefined();
    const answer = await console.router.call(console.owner('app'), 'postmortem.draft', { id: incident, template: 'our-review' });
    expect(answer).toMatchObject({ error: { code: 'not-found', message: expect.stringContaining('google-sre') } });
    expect(await remove(console, 'our-review')).toMatchObject({ error: { code: 'not-found' } });
    await save(console, template('our-review', 2));
    expect((await ask(console, 'templates.get', { id: 'our-review' })).versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('keeps each of its versions, with its text', async () => {
    const console = await newConsole();
    for (const version of [1, 2, 3]) await save(console, template('our-review', version));
    const { versions, from } = await ask(console, 'templates.get', { id: 'our-review' });
    expect(versions.map(({ version, by, readable }) => [version, by, readable])).toEqual(
      [3, 2, 1].map((version) => [version, 'Kim', true]),
    );
    expect(from).toBe(versions[0]?.event);
    const first = await ask(console, 'templates.get', { id: 'our-review', saved: versions[2]?.event ?? '' });
    expect(first.text).toBe(template('our-review', 1));
    await save(console, template('other'));
    const answer = await console.router.call(console.owner('app'), 'templates.get', { id: 'other', saved: versions[2]?.event });
    expect(answer).toMatchObject({ error: { code: 'not-found' } });
  });

  test('sent twice with one commandId it is saved once; the same text again changes nothing', async () => {
    const console = await newConsole();
    const commandId = randomUUID();
    const once = await save(console, template('our-review'), { commandId });
    expect(await save(console, template('our-review'), { commandId })).toEqual(once);
    expect(await save(console, template('our-review'))).toMatchObject({ value: { events: [] } });
    expect(await save(console, template('our-review', 2), { commandId })).toMatchObject({ error: { code: 'invalid' } });
    expect((await ask(console, 'templates.get', { id: 'our-review' })).versions).toHaveLength(1);
  });

  test('does not overwrite what somebody saved meanwhile', async () => {
    const console = await newConsole();
    await save(console, template('our-review', 1), { replaces: 'none' });
    const { from } = await ask(console, 'templates.get', { id: 'our-review' });
    await save(console, template('our-review', 2), { replaces: from });
    expect(await save(console, template('our-review', 3), { replaces: from })).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('Kim saved another our-review') },
    });
    expect(await save(console, template('google-sre', 3), { replaces: 'none' })).toMatchObject({ error: { code: 'refused' } });
    expect(await save(console, template('google-sre', 3), { replaces: 'shipped' })).toMatchObject({ ok: true });
  });
});

describe('a text with faults', () => {
  const broken = template(
    'our-review',
    2,
    '{% section "a", heading: "A" %}\n  {% part "nope" %}{{ x | raw }}\n{% endsection %}\n{% frob %}',
  );

  test('is refused whole, each fault with its line and column, and what was saved before stays in use', async () => {
    const console = await newConsole();
    await save(console, template('our-review'));
    const refused = await save(console, broken);
    expect(refused).toMatchObject({ error: { code: 'invalid', message: expect.stringContaining('3 faults, and nothing was changed') } });
    const { fields = [] } = refused.ok ? {} : refused.error;
    expect(fields.map(({ message }) => message.split('.')[0])).toEqual([
      '9:3: There is no part "nope"',
      '9:20: There is no filter raw',
      '11:1: There is no tag frob',
    ]);
    expect((await ask(console, 'templates.get', { id: 'our-review' })).text).toBe(template('our-review'));
  });

  test.each([
    ['no front matter', 'hello', '1:1: The file begins with front matter'],
    ['front matter that is no YAML', '---\na: [\n---\n', '2:5: This is no YAML'],
    [
      'an unknown field',
      template('x').replace('about:', 'abuot:'),
      '6:1: There is no field abuot. There is: schema, id, version, name, about, title.',
    ],
    ['an id that is none', template('Our Review'), '3:5: id: '],
    ['nothing in it', template('x', 1, ''), '8:1: It makes no section'],
    [
      'two sections of one meaning',
      template('x', 1, '{% section "a", heading: "A" %}{% endsection %}'.repeat(2)),
      '8:48: Two sections mean a',
    ],
    [
      'something that only an empty incident shows',
      template('x', 1, '{% section "a", heading: entries[0].text %}{% endsection %}'),
      '8:1: The section a has no heading',
    ],
  ])('%s', async (_name, text, says) => {
    const console = await newConsole();
    const { faults } = await ask(console, 'templates.check', { text });
    expect(faults.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n')).toContain(says);
    expect(await save(console, text)).toMatchObject({ error: { code: 'invalid' } });
  });

  test('is checked and previewed without being saved', async () => {
    const console = await newConsole();
    expect(await ask(console, 'templates.check', { text: template('ours') })).toEqual({
      faults: [],
      template: { id: 'ours', name: 'Ours', version: 1 },
    });
    expect((await ask(console, 'templates.preview', { text: broken })).faults).toHaveLength(3);
    const sample = (await ask(console, 'templates.preview', { text: shippedText })).draft as Draft;
    expect(sample.sections.length).toBeGreaterThan(5);
    const incident = await declare(console, { title: 'Our own' });
    const own = await ask(console, 'templates.preview', { text: template('ours'), id: incident });
    expect(own.draft?.sections[0]?.blocks).toEqual([{ type: 'prose', markdown: 'Our own', from: [] }]);
    expect(await row(console, 'ours')).toBeUndefined();
  });

  test('that another console saved is told, and the last good one stays in use', async () => {
    const console = await newConsole();
    await save(console, template('our-review'));
    const there = new LogWriter('there', { stream: templateStream });
    const body = { id: 'our-review', text: broken, name: 'Ours', version: 2 };
    const later = Date.now() + 1000;
    await console.desk.receive([
      there.write({ type: 'template.saved', body, now: later }),
      there.write({ type: 'template.saved', body: { ...body, id: 'new-kind', text: template('new-kind') }, v: 2, now: later }),
      there.write({ type: 'template.saved', body: { ...body, id: 'odd', text: template('our-review') }, now: later }),
    ]);
    const known = await row(console, 'our-review');
    expect(known).toMatchObject({ readable: true, version: 1, faults: [{ line: 9 }, { line: 9 }, { line: 11 }] });
    expect(await row(console, 'new-kind')).toMatchObject({
      readable: false,
      faults: [{ message: expect.stringContaining('newer Wheelhouse') }],
    });
    expect(await row(console, 'odd')).toMatchObject({ readable: false });
    expect((await ask(console, 'templates.get', { id: 'new-kind' })).text).toBe(template('new-kind'));
    expect(await remove(console, 'new-kind')).toMatchObject({ ok: true });
    expect(await row(console, 'new-kind')).toBeUndefined();
  });
});

describe('the stream of templates', () => {
  test('is no incident, is in no search, and is verified and erased like any other', async () => {
    expect(templateStream).toBe(uuidv8FromSource('stream', 'templates'));
    const console = await newConsole();
    await save(console, template('our-review'));
    expect(await ask(console, 'incidents.list', {})).toEqual({ incidents: [] });
    expect(await run(console, { incidentId: templateStream, type: 'incident.declare', title: 'x' })).toMatchObject({ ok: false });
    expect(await ask(console, 'log.search', { text: 'incident' })).toEqual({ hits: [] });
    expect(await ask(console, 'log.verify', {})).toMatchObject({ streams: 1, events: 2 });
    const { from } = await ask(console, 'templates.get', { id: 'our-review' });
    await ask(console, 'log.erase', { id: 'templates', event: from, confirm: from.slice(-8) });
    expect(await row(console, 'our-review')).toBeUndefined();
    expect(JSON.stringify(await console.router.call(console.owner('app'), 'templates.list', {}))).not.toContain('In short');
  });

  test('gives two consoles that exchanged it the same templates, whatever came first', async () => {
    const [left, right] = [new LogWriter('left', { stream: templateStream }), new LogWriter('right', { stream: templateStream })];
    const events = [
      left.write({ type: 'template.saved', body: { id: 'a', text: template('a', 1), name: 'Ours', version: 1 }, now: night }),
      right.write({ type: 'template.saved', body: { id: 'a', text: template('a', 2), name: 'Ours', version: 2 }, now: night + 1000 }),
      left.write({ type: 'template.removed', body: { id: 'a' }, now: night + 2000 }),
      right.write({ type: 'template.saved', body: { id: 'a', text: template('a', 3), name: 'Ours', version: 3 }, now: night + 3000 }),
    ];
    const [one, other] = [await newConsole(), await newConsole({ dataDir: newFolder() })];
    await one.desk.receive(events);
    for (const event of [...events].reverse()) await other.desk.receive([event]);
    const [a, b] = [await ask(one, 'templates.get', { id: 'a' }), await ask(other, 'templates.get', { id: 'a' })];
    expect(b).toEqual(a);
    expect([a.version, a.versions.length]).toEqual([3, 3]);
  });
});

test('over HTTP they are listed, read, tried and saved; only the owner saves', async () => {
  const served = await serve();
  const http = async (path: string, body?: unknown, token = ownerToken) => {
    const answer = await fetch(`${served.url}/api/v1/templates${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  expect(await http('', { commandId: randomUUID(), text: template('over-http') })).toMatchObject({ status: 200 });
  expect(await http('/over-http')).toMatchObject({ status: 200, json: { text: template('over-http') } });
  expect(await http('/check', { text: 'x' })).toMatchObject({ status: 200, json: { faults: [{ line: 1, column: 1 }] } });
  expect(await http('/preview', { text: template('x') })).toMatchObject({ status: 200, json: { draft: { template: 'x' }, faults: [] } });
  expect((await http('')).json.templates).toContainEqual(expect.objectContaining({ id: 'over-http', source: 'own' }));
  expect(await http('/remove', { commandId: randomUUID(), id: 'over-http' })).toMatchObject({ status: 200 });
  expect(await http('/over-http')).toMatchObject({ status: 404 });
  expect(await http('', { commandId: randomUUID(), text: 'x'.repeat(200_001) })).toMatchObject({ status: 422 });
});
