import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { documentHeads } from '../../electron/core/studio/document-heads.ts';
import { draftDocx } from '../../electron/core/studio/docx/draft-docx.ts';
import { ChromiumPrinter } from '../../electron/core/studio/pdf/chromium-printer.ts';
import { draftPdf } from '../../electron/core/studio/pdf/draft-pdf.ts';
import type { Block, Draft } from '../../shared/postmortem/draft.ts';
import { withHeads } from '../../shared/postmortem/heads.ts';
import { markdownOf } from '../../shared/postmortem/writers/markdown.ts';
import { visible } from '../../shared/postmortem/writers/plain-text.ts';
import { proseText } from '../../shared/postmortem/writers/prose.ts';
import { draftOf, templateNames } from '../drafting.ts';
import { newFolder } from '../fixtures/data-folders.ts';
import { gitlab2017 } from '../fixtures/nights.ts';
import { converted, factsOf, faultsIn, pagesOf, readingTest, textIn } from '../fixtures/office.ts';
import { typedNight } from '../fixtures/paper-nights.ts';
import { sampleNames, sampleView } from '../samples.ts';

// A browser and an office program are started for these, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const head = { origin: '0198f3a2-0000-8000-8000-0000000000a1', seq: 30, hash: 'ab'.repeat(32) };
const incident = '0198f3a2-0000-8000-8000-0000000000f1';
const printer = new ChromiumPrinter();

interface Named {
  readonly name: string;
  readonly draft: Draft;
}

/** Each sample, and one long night in each template. */
function everyDraft(): readonly Named[] {
  const view = typedNight(gitlab2017);
  return [
    ...sampleNames.map((name) => ({ name, draft: draftOf(sampleView(name)).draft })),
    ...templateNames.map((name) => ({ name: `template-${name}`, draft: draftOf(view, name).draft })),
  ];
}

const hostile = [
  '<script>document.title = "ran"</script><img src="http://127.0.0.1:1/x">',
  '</w:t></w:r></w:p><w:p/>]]>&amp;',
  '{{ secret }} {% include "x" %} =HYPERLINK("http://x.example")',
  'turned \u202Ereversed\u202C and \u0000 nothing \u200B here \uFFFE end',
  '(node00000001) /CreationDate (D:20260101000000) %%EOF startxref 1 trailer <</Size 1>>',
  'مشكلة في الدفع — 502',
  'emoji 💳 and a very-long-word-'.concat('x'.repeat(300)),
];

const section = (id: string, blocks: readonly Block[]) => ({ id, heading: `Section ${id}`, level: 2 as const, blocks });

function hostileDraft(): Draft {
  return {
    template: 'google-sre',
    title: `Postmortem: ${hostile[0]} ${hostile[3]}`,
    watermark: 'DRILL: "</style><script>" \\ this was an exercise',
    sections: [
      section(
        'a',
        hostile.map((text) => ({ type: 'paragraph', text, from: [] })),
      ),
      section('b', [{ type: 'list', items: hostile.map((text) => ({ text, from: [] })) }]),
      section('c', [{ type: 'table', columns: ['One', 'Two'], rows: hostile.map((text) => ({ cells: [text, 'x'], from: [] })) }]),
      section('d', [{ type: 'prose', markdown: hostile.join('\n\n'), from: [] }]),
    ],
    footer: `Incident ${incident} · 30 events in the log`,
  };
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Every word that the Markdown of a draft has, but for its marks of notes and footnotes. */
function wordsOf(draft: Draft): readonly string[] {
  return proseText(markdownOf(draft))
    .replace(/^Note: /gm, '')
    .split(/[\s|]+/)
    .filter((word) => word.length > 1 && !/^\[?\^?\d+\]?:?$/.test(word));
}

/** The words of the Markdown that a text has not, however it breaks its lines. */
function missingWords(draft: Draft, text: string): readonly string[] {
  const all = squeezed(text);
  return wordsOf(draft).filter((word) => !all.includes(word.replace(/\[?\^\d+\]?/g, '')));
}

/** What is in the rows of the tables of a draft, cell by cell. */
function cellsOf(draft: Draft): readonly string[] {
  return draft.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'timeline' || block.type === 'table' ? block.rows.flatMap(({ cells }) => cells) : [])),
  );
}

function longDraft(entries: number): Draft {
  const { draft } = draftOf(sampleView('gitlab-2017-01-31'));
  const sections = draft.sections.map((each) => ({
    ...each,
    blocks: each.blocks.map((block) =>
      block.type === 'timeline'
        ? { ...block, rows: Array.from({ length: entries }, (_, at) => block.rows[at % block.rows.length]).flatMap((row) => row ?? []) }
        : block,
    ),
  }));
  return { ...draft, sections };
}

async function printed(draft: Draft): Promise<Uint8Array> {
  const bytes = await draftPdf(draft, incident, printer);
  if (!bytes.ok) throw new Error(bytes.error);
  return bytes.value;
}

describe('a draft as a Word document', () => {
  readingTest('holds every word of the Markdown in every sample and every template, as LibreOffice reads it', async () => {
    const folder = newFolder();
    const drafts = everyDraft();
    const files = await Promise.all(
      drafts.map(async ({ name, draft }) => {
        const file = join(folder, `${name}.docx`);
        writeFileSync(file, await draftDocx(draft));
        return file;
      }),
    );
    const texts = converted(files, 'txt').map(textIn);
    for (const [at, { name, draft }] of drafts.entries()) {
      const text = texts[at] ?? '';
      expect(missingWords(draft, text), name).toEqual([]);
      const all = squeezed(text);
      expect(
        cellsOf(draft).filter((cell) => !all.includes(squeezed(cell))),
        name,
      ).toEqual([]);
    }
    expect(texts).toHaveLength(sampleNames.length + templateNames.length);
    expect(drafts.filter(({ draft }) => wordsOf(draft).length < 100)).toEqual([]);
  });

  readingTest('has real headings, tables with a header row, and says on every page that it was a drill', async () => {
    const draft = { ...longDraft(120), watermark: 'DRILL: this was an exercise, not a real incident' };
    const bytes = await draftDocx(draft);
    const files = unzipSync(bytes);
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const headings = [...body.matchAll(/<w:pStyle w:val="Heading([1-6])"\/>/g)].map(([, level]) => level);
    expect(headings[0]).toBe('1');
    expect(headings.filter((level) => level === '2')).toHaveLength(draft.sections.filter(({ level }) => level === 2).length);
    expect(body).toContain('<w:tblHeader/>');
    const file = join(newFolder(), 'drill.docx');
    writeFileSync(file, bytes);
    const [pdf = ''] = converted([file], 'pdf');
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(4);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('DRILL: this was an exercise, not a real incident');
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    }
    expect(pages.filter((page) => page.includes('What happened')).length).toBeGreaterThan(3);
  });

  test('has the notes of corrected entries as footnotes', async () => {
    const { draft } = draftOf(sampleView('gitlab-2017-01-31'));
    const sections = draft.sections.map((each) => ({
      ...each,
      blocks: each.blocks.map((block) =>
        block.type === 'timeline'
          ? {
              ...block,
              rows: block.rows.map((row, at) => (at === 3 ? { ...row, notes: [1] } : row)),
              footnotes: [{ number: 1, text: 'Corrected by Ada: it read “x”.', from: [] }],
            }
          : block,
      ),
    }));
    const files = unzipSync(await draftDocx({ ...draft, sections }));
    expect(strFromU8(files['word/footnotes.xml'] ?? new Uint8Array())).toContain('Corrected by Ada: it read “x”.');
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array()).match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
  });

  readingTest('keeps hostile text text, and opens', async () => {
    const draft = hostileDraft();
    const file = join(newFolder(), 'hostile.docx');
    writeFileSync(file, await draftDocx(draft));
    const [read = ''] = converted([file], 'txt').map(textIn);
    const all = squeezed(read);
    for (const text of hostile) expect(all).toContain(squeezed(visible(text).replace('\uFFFE', '[U+FFFE]')));
    expect(read).toContain('[U+202E]');
    expect(read).not.toContain('\u202E');
  });

  test('is the same bytes for the same draft, whenever and wherever it is written', async () => {
    const { draft } = draftOf(sampleView('gitlab-2017-01-31'));
    const zone = process.env.TZ;
    const first = await draftDocx(draft);
    try {
      process.env.TZ = 'Asia/Kolkata';
      expect(Buffer.from(await draftDocx(draft)).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).not.toContain(String(new Date().getFullYear()));
  });

  test('of two thousand entries has a row for each', async () => {
    const rows = (bytes: Uint8Array): number => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).split('<w:tr>').length;
    const [few, many] = await Promise.all([longDraft(20), longDraft(2_000)].map(draftDocx));
    expect(rows(many ?? new Uint8Array()) - rows(few ?? new Uint8Array())).toBe(1_980);
  });
});

describe('a draft as a PDF', () => {
  readingTest('holds every word of the Markdown in every sample and every template, as poppler reads it', async () => {
    const folder = newFolder();
    for (const { name, draft } of everyDraft()) {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await printed(draft));
      const pages = pagesOf(file);
      const text = pages.map((page, at) => page.replace(`Page ${at + 1} of ${pages.length}`, '')).join('\n');
      expect(missingWords(draft, text), name).toEqual([]);
      expect(faultsIn(file), name).toBe('');
    }
  });

  readingTest(
    'repeats the head of a table and the mark of a drill on every page, cuts no row, and is tagged for who cannot see it',
    async () => {
      const draft = { ...longDraft(150), watermark: 'DRILL: this was an exercise, not a real incident' };
      const file = join(newFolder(), 'drill.pdf');
      writeFileSync(file, await printed(draft));
      const pages = pagesOf(file);
      expect(pages.length).toBeGreaterThan(4);
      for (const [at, page] of pages.entries()) {
        expect(page).toContain('DRILL: this was an exercise, not a real incident');
        expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      }
      expect(pages.filter((page) => page.includes('What happened')).length).toBeGreaterThan(3);
      const facts = factsOf(file);
      expect(facts).toMatchObject({ Tagged: 'yes', JavaScript: 'no', Form: 'none', Encrypted: 'no' });
      expect(facts['Page size']).toContain('A4');
      // Each page holds whole cells: none is split between two.
      const onPages = pages.map(squeezed);
      expect(cellsOf(draft).filter((cell) => !onPages.some((page) => page.includes(squeezed(cell))))).toEqual([]);
    },
  );

  readingTest('keeps hostile text text, and is whole', async () => {
    const draft = withHeads(hostileDraft(), [head]);
    const file = join(newFolder(), 'hostile.pdf');
    const bytes = await printed(draft);
    writeFileSync(file, bytes);
    expect(faultsIn(file)).toBe('');
    const all = squeezed(pagesOf(file).join(''));
    for (const text of hostile.filter((each) => !/\p{Script=Arabic}/u.test(each))) {
      expect(all).toContain(squeezed(visible(text)).replace('\uFFFE', ''));
    }
    expect(documentHeads(bytes)).toEqual({ incident, heads: [head] });
    expect(factsOf(file)).toMatchObject({ JavaScript: 'no', Title: expect.stringContaining('<script>') });
  });

  readingTest('is the same bytes for the same draft, printed twice', async () => {
    const draft = withHeads({ ...draftOf(sampleView('gitlab-2017-01-31')).draft, watermark: 'DRILL' }, [head]);
    const first = await printed(draft);
    expect(Buffer.from(await printed(draft)).equals(first)).toBe(true);
    const file = join(newFolder(), 'same.pdf');
    writeFileSync(file, first);
    expect(factsOf(file).CreationDate).toBeUndefined();
  });
});
