import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { IncidentView } from '../../shared/incident/view.ts';
import { draftFileName } from '../../shared/postmortem/writers/formats.ts';
import { draftOf, draftText, templateNames } from '../drafting.ts';
import { declared, minute } from '../fixtures/paper-console.ts';
import { prepared, sampleJson, viewOf } from '../samples.ts';

const hostile = [
  '<script>alert(1)</script>',
  '</style><script>alert(2)</script><img src=x onerror=alert(3)>',
  '![](https://evil.example/pixel.png) [click](javascript:alert(4)) <https://evil.example>',
  '# Heading\n## Another\n---\n| a | b |\n| --- | --- |\n```\ncode\n```',
  '| pipe | in | cell |',
  '- item\n1. item\n> quote\n    code\n===\n+ plus\n* star',
  '\u202Eevil\u202C \u2066isolate\u2069 zero\u200Bwidth \u{E0041}tag \u0007bell \uD800',
  '[^1]: footnote [^1] &lt;b&gt; &#60;script&#62; "\'` `code` ~~strike~~ $x$ **bold** _em_',
  '--> <!-- --> ]]> <![CDATA[ {{ liquid }} {% raw %} {% section "x", heading: "y" %}',
  'www.evil.example https://evil.example mailto:a@evil.example',
] as const;
const all = hostile.join('\n');
const nth = (index: number): string => hostile[index % hostile.length] ?? '';

/** A file that is hostile wherever it may hold words. */
const importedView = (() => {
  const file = sampleJson('gitlab-2017-01-31');
  Object.assign(file, {
    title: hostile.join(' ').slice(0, 480),
    impact: all,
    organisation: hostile[1],
    notes: hostile,
    conflicts: hostile,
  });
  Object.assign(file, { sourceTimezone: hostile[0] });
  for (const [index, event] of (file.events as Record<string, unknown>[]).entries()) {
    Object.assign(event, { text: nth(index), actorRole: nth(index + 1) });
    event.tags = ['lucky', 'trigger', 'latent', 'hypothesis-confirmed', 'misled', nth(index).replaceAll('\n', ' ').slice(0, 60)];
  }
  for (const source of file.sources as Record<string, unknown>[]) Object.assign(source, { note: hostile[2] });
  (file.sources as Record<string, unknown>[]).push({ url: 'javascript:alert(5)', type: 'primary' });
  (file.sources as Record<string, unknown>[]).push({ url: 'https://a.example/"onmouseover=alert(6)', type: 'primary' });
  (file.sources as Record<string, unknown>[]).push({ url: 'https://a.example/> <b>', type: 'primary' });
  for (const milestone of Object.values(file.milestones as Record<string, Record<string, unknown> | null>)) {
    if (milestone) milestone.note = all;
  }
  return viewOf(prepared(file));
})();

/** An incident in which people typed such things everywhere. */
const liveView = ((): IncidentView => {
  const console = declared(2, { name: nth(0) });
  const written = (type: string): string => console.events.findLast((event) => event.type === type)?.id ?? '';
  console.does({ type: 'impact.describe', text: all });
  console.does({ type: 'summary.set', text: all });
  for (const [index, text] of hostile.entries()) {
    console.passes(minute);
    console.does({ type: 'entry.add', kind: index % 2 === 0 ? 'question' : 'action', text, starred: true });
    console.does({ type: 'hypothesis.open', text });
    console.does({ type: 'hypothesis.test', hypothesis: written('hypothesis.opened'), test: text });
    console.does({ type: 'evidence.add', hypothesis: written('hypothesis.opened'), sign: index % 2 === 0 ? 'for' : 'against', text });
    console.does({ type: 'decision.propose', text, known: text, risk: text, wayBack: text });
    console.does({ type: 'decision.object', decision: written('decision.proposed'), text });
    console.does({ type: 'task.add', text, minutes: 20 });
    console.does({ type: 'update.send', audiences: ['customers', 'staff'], text, nextAt: console.now + 30 * minute });
    console.does({ type: 'followUp.add', text });
    console.does({ type: 'entry.tag', entry: written('entry.added'), tags: ['misled'] });
  }
  return console.view;
})();

const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Surrogate}]/u;
const ours =
  'html head meta title style body main h1 h2 h3 section p strong bdi br dl div dt dd ul ol li table thead tbody tr th td sup a footer figure figcaption svg g path line rect circle text title desc';
const known = new Set(['!doctype', ...ours.split(' ').flatMap((tag) => [tag, `/${tag}`])]);

describe.each(templateNames)('what people wrote stays text in %s', (name) => {
  describe.each([
    ['an import', importedView],
    ['a live incident', liveView],
  ] as const)('of %s', (_of, view) => {
    test('HTML holds no element, attribute or address that a person wrote', () => {
      const html = draftText(view, 'html', name);
      const tags = [...html.matchAll(/<(\/?[a-z!][^\s>/]*)/gi)].map((match) => match[1]?.toLowerCase());
      expect(tags.filter((tag) => !known.has(tag ?? ''))).toEqual([]);
      expect([...html.matchAll(/<[^>]*\son[a-z]+=/gi)]).toEqual([]);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
      for (const link of links) expect(link).toMatch(/^(#note-\d+|https:\/\/(about\.gitlab|twitter)\.com\/[\w/.-]+)$/);
      expect(html).not.toMatch(unseen);
      expect(html).toContain('[U+202E]evil[U+202C]');
    });

    test('HTML allows its own style by hash, and nothing else', () => {
      const html = draftText(view, 'html', name);
      const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
      expect(html.match(/<style>/g)).toHaveLength(1);
    });

    test('Markdown holds no HTML, link, image or table cell that a person wrote', () => {
      const markdown = draftText(view, 'md', name);
      expect(markdown).not.toMatch(unseen);
      const bare = markdown
        .replace(/\\[\\`*_{}[\]()#+\-.!|~$@:=]/g, '')
        .replace(/<https:\/\/(about\.gitlab|twitter)\.com\/[\w/.-]+>/g, '')
        .replace(/&(amp|lt|gt);/g, '');
      expect(bare).not.toMatch(/[<[\]`~$@]|:\/\/|www\./);
      for (const line of bare.split('\n')) {
        expect(line).toMatch(/^($|#{1,3} |> \*\*(Note|To answer):\*\* |\| |- |---$|\S)/);
        if (line.startsWith('>')) continue;
        expect(line).not.toMatch(/^(={3,}|\s+\S|\d+[.)] |\+ |\* )/);
      }
    });

    test('Markdown has no heading and no table column that the template did not make', () => {
      const lines = draftText(view, 'md', name).split('\n');
      const { sections } = draftOf(view, name).draft;
      expect(lines.filter((line) => /^#{1,6} /.test(line))).toHaveLength(sections.length + 1);
      const width = (line: string): number => line.replace(/\\\|/g, '').split('|').length - 2;
      for (const [index, line] of lines.entries()) {
        if (line.startsWith('|') && lines[index - 1]?.startsWith('|')) expect(width(line)).toBe(width(lines[index - 1] ?? ''));
      }
      expect(lines.filter((line) => line === '---')).toHaveLength(1);
    });

    test('JSON is JSON, with the texts as they were', () => {
      const { entries } = JSON.parse(draftText(view, 'json', name)) as { entries: { text: string }[] };
      expect(entries.some((entry) => entry.text === hostile[1])).toBe(true);
    });
  });
});

test('the name of the file is letters, digits, dots and dashes', () => {
  expect(draftFileName({ ...importedView, label: '../../<x>\u202E' }, 'google-sre', 'html')).toBe('x-google-sre.html');
});
