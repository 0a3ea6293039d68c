import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { usualLimits } from '../../electron/core/studio/engine-limits.ts';
import { TemplateRunner, usualRunnerLimits } from '../../electron/core/studio/template-runner.ts';
import { draftSource } from '../../shared/postmortem/template/draft-source.ts';
import { templateData } from '../../shared/postmortem/template/template-data.ts';
import { sampleView } from '../samples.ts';

const data = templateData(draftSource(sampleView('fastly-2021-06-08')));
/** A body that begins on line 9 of its file. */
const template = (body: string) => ({ body, bodyLine: 9 });
const inSection = (body: string): string => `{% section "s", heading: "S" %}\n${body}\n{% endsection %}`;
const harmless = inSection('All is well.');

const runner = new TemplateRunner();
afterAll(() => runner.close());

/** What is wrong, as `line:column: message`; the next template must run all the same. */
async function faultsOf(body: string, by = runner): Promise<string> {
  const ran = await by.run(template(body), data);
  expect(await by.run(template(harmless), data)).toMatchObject({ ok: true });
  if (ran.ok) throw new Error(`it ran: ${JSON.stringify(ran.value).slice(0, 300)}`);
  return ran.error.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n');
}

/** The text of everything that a template makes. */
async function madeBy(body: string): Promise<string> {
  const ran = await runner.run(template(body), data);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value.sections
    .flatMap(({ pieces }) => pieces)
    .map((piece) => (piece.type === 'prose' ? piece.markdown : JSON.stringify(piece)))
    .join('\n');
}

const doubled = (times: number): string =>
  `{% assign s = "xxxxxxxxxx" %}{% for i in (1..${times}) %}{% assign s = s | append: s %}{% endfor %}`;
/** A list that holds itself twice, so many times over. */
const nested = (times: number): string =>
  `{% assign a = "x,x" | split: "," %}{% for i in (1..${times}) %}{% assign b = a | concat: a | group_by_exp: "x", "1" | map: "items" %}{% assign a = b | concat: b %}{% endfor %}`;

describe('a template that asks for too much is ended, and the next one runs', () => {
  const slow = new TemplateRunner({
    limits: { ...usualRunnerLimits, wallMs: 2_000, engine: { ...usualLimits, renderMs: 3_600_000, memory: Number.MAX_SAFE_INTEGER } },
  });
  const greedy = new TemplateRunner({
    limits: {
      wallMs: 20_000,
      heapMb: 32,
      engine: { renderMs: 3_600_000, memory: 4_000_000, pieces: Number.MAX_SAFE_INTEGER, characters: Number.MAX_SAFE_INTEGER },
    },
  });
  const brief = new TemplateRunner({ limits: { ...usualRunnerLimits, wallMs: 60_000, engine: { ...usualLimits, renderMs: 1_000 } } });
  afterAll(async () => {
    await slow.close();
    await brief.close();
    await greedy.close();
  });

  test('by the clock on the wall, where the engine does not look at its own', async () => {
    expect(await faultsOf(inSection('{% for i in (1..30000) %}{% for j in (1..30000) %}{% endfor %}{% endfor %}'), slow)).toMatch(
      /^9:1: The template took longer than 2 s, so it was ended/,
    );
  });

  test('by the memory of its thread', async () => {
    const rows = '{% table "a" %}{% for i in (1..3900000) %}{% row i, i, i, i, i, i %}{% endfor %}{% endtable %}';
    expect(await faultsOf(inSection(rows), greedy)).toMatch(/^9:1: The template used more than 32 MB of memory, so it was ended/);
  });

  test('by the time of the engine, with the place', async () => {
    const loops = '{% for i in (1..100000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}';
    expect(await faultsOf(inSection(loops), brief)).toMatch(/^10:\d+: The template takes longer than 1 s\. Let it do less\.$/);
  });

  test.each([
    ['a loop without end', '{% for i in (1..100000000000) %}{% endfor %}'],
    ['a range that no memory holds', '{% assign a = (1..999999999) %}'],
    ['a text that is doubled', doubled(60)],
    ['a text that is replaced by itself', `${doubled(12)}{{ s | replace: "x", s | size }}`],
    ['a list that holds itself', `${nested(40)}{{ a | join: "," }}`],
    ['a list that holds itself, printed', `${nested(40)}{{ a }}`],
    ['a list that holds itself, as an option', `${nested(40)}{% part "tagged", tags: a %}`],
    ['a slice of a hundred million', '{{ "x" | slice: 0, 100000000 }}'],
  ])('%s', async (_name, body) => {
    expect(await faultsOf(inSection(body))).toMatch(/^10:\d+: This (makes more|is larger) than \d+ letters and items/);
  });

  test.each([
    ['printed', `${doubled(15)}{% for i in (1..1000) %}{{ s }}{% endfor %}`],
    ['asked', `${doubled(15)}{% for i in (1..1000) %}{% prompt s %}{% endfor %}`],
    ['in rows', `${doubled(15)}{% table "a" %}{% for i in (1..1000) %}{% row s %}{% endfor %}{% endtable %}`],
    ['as written', `{% for i in (1..100000) %}${'As it is written. '.repeat(50)}{% endfor %}`],
  ])('output that is too long: %s', async (_name, body) => {
    expect(await faultsOf(inSection(body))).toMatch(/^\d+:\d+: A template may make 4000000 characters, and this one makes more\.$/);
  });

  test('too many pieces, and too many rows', async () => {
    const more = /^10:\d+: A template may make 50000 pieces and rows, and this one makes more\.$/;
    expect(await faultsOf(inSection('{% for i in (1..100000) %}{% prompt "x" %}{% endfor %}'))).toMatch(more);
    expect(await faultsOf(inSection('{% table "a" %}{% for i in (1..100000) %}{% row i %}{% endfor %}{% endtable %}'))).toMatch(more);
  });

  test.each([
    ['a table in a table', `${'{% table "a" %}'.repeat(8000)}${'{% endtable %}'.repeat(8000)}`],
    ['tags', `${'{% if true %}'.repeat(8000)}${'{% endif %}'.repeat(8000)}`],
    ['tags that never end', '{% if true %}'.repeat(8000)],
    ['a path', `{{ ${'a['.repeat(50_000)}1${']'.repeat(50_000)} }}`],
  ])('deep nesting: %s', async (_name, body) => {
    expect(await faultsOf(inSection(body))).toMatch(/^10:\d+: This is nested too deeply\.$/);
  });

  test('a thread that waits for the next template keeps no process alive', async () => {
    const runner = new URL('../../electron/core/studio/template-runner.ts', import.meta.url).href;
    const script = `const { TemplateRunner } = await import(${JSON.stringify(runner)});
      const ran = await new TemplateRunner().run(${JSON.stringify(template(harmless))}, ${JSON.stringify(data)});
      console.log(ran.ok);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [out] = await once(child.stdout, 'data');
    const [code] = await once(child, 'close');
    expect([String(out), code]).toEqual(['true\n', 0]);
  });

  test('three at once are answered in their order, and a console that closes answers those that wait', async () => {
    const one = new TemplateRunner();
    const runs = ['A', 'B', 'C'].map((word) => one.run(template(inSection(word)), data));
    const order: string[] = [];
    await Promise.all(runs.map((run, index) => run.then((ran) => order.push(`${index}${ran.ok}`))));
    expect(order).toEqual(['0true', '1true', '2true']);
    const waiting = ['A', 'B'].map((word) => one.run(template(inSection(word)), data));
    await one.close();
    for (const ran of await Promise.all(waiting)) if (!ran.ok) expect(ran.error[0]?.message).toMatch(/^The console is closing/);
    expect(await one.run(template(harmless), data)).toMatchObject({ ok: false });
  });
});

describe('a template reaches nothing but its data', () => {
  test.each([
    '__proto__',
    'constructor',
    'constructor.constructor',
    'incident.__proto__',
    'incident.constructor.name',
    'entries.constructor',
    'entries[0].toString',
    'entries[0].from.constructor',
    'process.env.HOME',
    'globalThis',
    'require',
    'incident["__proto__"]["polluted"]',
    'entries | map: "constructor" | compact | first',
    'entries | map: "__proto__" | compact | first',
    'entries | where: "constructor" | first',
    'entries | find: "__proto__", "x"',
  ])('{{ %s }} is not recorded', async (expression) => {
    expect(await madeBy(inSection(`{{ ${expression} }}`))).toBe('not recorded');
  });

  test('a name that it gives away changes no other run', async () => {
    await madeBy(inSection('{% assign incident = "mine" %}{% assign __proto__ = "x" %}{% increment entries %}'));
    expect(await madeBy(inSection('{{ incident.title }}'))).toContain(data.incident.title.split(' ')[0]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ['{% include "google-sre" %}', 'include'],
    ['{% render "/etc/passwd" %}', 'render'],
    ['{% layout "../../package.json" %}', 'layout'],
    ['{% block a %}{% endblock %}', 'block'],
    ['{% raw %}<b>{% endraw %}', 'raw'],
    ['{% echo incident.title %}', 'echo'],
    ['{% liquid\necho incident.title\n%}', 'liquid'],
    ['{% tablerow e in entries %}{{ e }}{% endtablerow %}', 'tablerow'],
    ['{% capture x %}{{ x }}{{ x }}{% endcapture %}', 'capture'],
  ])('%s is refused with its place', async (tag, name) => {
    const fault = await faultsOf(inSection(`  ${tag}`));
    expect(fault).toMatch(new RegExp(`^10:3: There is no tag ${name}\\. There is: [^\\n]+$`));
    expect(fault).toContain('section, ');
  });

  test.each([
    'raw',
    'date: "%s"',
    'date_to_string',
    'sample',
    'json',
    'inspect',
    'escape',
    'newline_to_br',
    'sha256',
    'url_encode',
    'push: 1',
  ])('the filter %s is refused with its place', async (filter) => {
    const name = filter.split(':')[0];
    expect(await faultsOf(inSection(`\n {{ "now" | ${filter} }}`))).toContain(`11:2: There is no filter ${name}. There is: abs, `);
  });

  test('marks of the engine in a text of the template, or of the log, stand for nothing', async () => {
    const marks = '\uE0000\uE001';
    const odd = { ...data, incident: { ...data.incident, title: marks } };
    const body = inSection(`${marks}{% prompt "${marks}" %}{{ incident.title }}`);
    const ran = await runner.run(template(body), odd);
    expect(ran.ok && ran.value.sections[0]?.pieces).toEqual([
      { type: 'prose', markdown: '0', from: [] },
      { type: 'prompt', question: '0' },
      { type: 'prose', markdown: '0', from: [] },
    ]);
  });

  test('what is printed is text, whatever it looks like', async () => {
    const title = '<img src=x onerror=alert(1)> [a](javascript:b) {{ incident.id }} {% part "timeline" %} # *x*';
    const ran = await runner.run(template(inSection('{{ incident.title }}{{ incident.title | upcase }}')), {
      ...data,
      incident: { ...data.incident, title },
    });
    const [prose] = ran.ok ? (ran.value.sections[0]?.pieces ?? []) : [];
    const markdown = prose?.type === 'prose' ? prose.markdown : '';
    expect(markdown).not.toMatch(/(?<!\\)[<[*]/);
    expect(markdown).toContain('incident.id');
    expect(markdown).not.toContain(data.incident.id);
    expect(ran.ok && ran.value.sections[0]?.pieces).toHaveLength(1);
  });
});

describe('a slip is told with its line and column', () => {
  test.each([
    ['a tag that is not there', '\n  {% frob %}', '11:3: There is no tag frob.'],
    ['a loop over nothing', '{% for %}{% endfor %}', '10:1: illegal tag'],
    ['a tag that is not closed', '{% if summary %}', '10:1: {% if summary %} is not closed.'],
    ['an output that is not closed', '{{ summary', '10:1: '],
    ['an unknown part', '{% part "nope" %}', '10:1: There is no part "nope". There is: standing, '],
    ['a part by a name of all objects', '{% part "__proto__" %}', '10:1: There is no part "__proto__".'],
    ['a thing that is no text', 'It is {{ incident }}.', '10:7: This is not a text: name one of its fields.'],
    ['a row outside of a table', '{% row "x" %}', '10:1: {% row %} stands in {% table %}.'],
    ['a section in a section', '{% section "t", heading: "T" %}{% endsection %}', '10:1: A section stands in no other'],
  ])('%s', async (_name, body, says) => {
    expect(await faultsOf(inSection(body))).toContain(says);
  });

  test('two sections of one meaning, and text outside of any', async () => {
    expect(await faultsOf(`${harmless}\n${harmless}`)).toMatch(/^12:1: Two sections mean s; each means something of its own\.$/);
    expect(await faultsOf(`${harmless}\n\n  hello\n{% if true %}hi{% endif %}`)).toBe(
      ['13:3', '14:1']
        .map((place) => `${place}: There is text outside of a section; put it between {% section %} and {% endsection %}.`)
        .join('\n'),
    );
    expect(await faultsOf('{% section "s", heading: "S" %}')).toMatch(/^9:1: \{% section %\} is not closed/);
  });
});

test('all slips are told at once, in the order of the lines, and none that only follows from another', async () => {
  const body = [
    '{% section "a", heading: "A" %}',
    '{% frob %}',
    '{% if x %}{{ y | nope }}{% endif %}',
    '{% endsection %}',
    '{% section "b", heading: "B" %}',
    '{{ z | raw }}',
    '{% endsection %}',
  ];
  const places = (told: string) => told.split('\n').map((line) => line.split('. There is:')[0]);
  expect(places(await faultsOf(body.join('\n')))).toEqual([
    '10:1: There is no tag frob',
    '11:11: There is no filter nope',
    '14:1: There is no filter raw',
  ]);
  const run = [inSection('{{ incident }}{{ entries[0].nope }}'), inSection('{% row "x" %}').replace('"s"', '"t"')];
  expect(places(await faultsOf(run.join('\n')))).toEqual([
    '10:1: This is not a text: name one of its fields.',
    '13:1: {% row %} stands in {% table %}.',
  ]);
});

test('prose knows the events of what is printed in it, and of nothing after it', async () => {
  const body = inSection('{{ entries[0] }}{% prompt "Why?" %}{{ entries[1] }}');
  const ran = await runner.run(template(body), data);
  const pieces = ran.ok ? (ran.value.sections[0]?.pieces ?? []) : [];
  expect(pieces.map((piece) => ('from' in piece ? piece.from : piece.type))).toEqual([
    data.entries[0]?.from,
    'prompt',
    data.entries[1]?.from,
  ]);
});
