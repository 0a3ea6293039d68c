/** The blameless review of a whole draft: which of its texts are read, and where a finding is. */
import { expect, test } from 'vitest';
import { figure, words } from '../../shared/postmortem/charts/figure.ts';
import { type Block, section } from '../../shared/postmortem/draft.ts';
import { reviewContextOf, reviewDraft } from '../../shared/postmortem/review/review-draft.ts';
import { plainContext } from '../../shared/postmortem/review/rule.ts';
import { draftOf, templateNames } from '../drafting.ts';
import { declared } from '../fixtures/paper-console.ts';

const blamed = 'It was human error.';
const foundIn = (id: string, blocks: readonly Block[]) =>
  reviewDraft({ template: 't', title: blamed, sections: [section(id, blamed, blocks)], footer: blamed }, plainContext).map(
    ({ section: where, block, item, cell, rule, start }) => ({ where, block, item, cell, rule, start }),
  );
const at = (block: number, more: { readonly item?: number; readonly cell?: number } = {}) => ({
  ...{ where: 'summary', block, item: undefined, cell: undefined, rule: 'B4', start: 7 },
  ...more,
});

test('what people and the log say is read, each text with its place', () => {
  const blocks: readonly Block[] = [
    { type: 'prose', markdown: blamed, from: [] },
    { type: 'paragraph', text: blamed, from: [] },
    {
      type: 'list',
      items: [
        { text: 'fine', from: [] },
        { text: blamed, from: [] },
      ],
    },
    { type: 'facts', rows: [{ label: blamed, value: blamed, from: [] }] },
    { type: 'table', columns: [blamed, blamed], rows: [{ cells: ['fine', blamed], from: [] }] },
    {
      type: 'timeline',
      columns: ['UTC', 'What happened', 'Who'],
      rows: [{ cells: ['02:10', blamed, blamed], notes: [], from: [] }],
      footnotes: [],
    },
  ];
  expect(foundIn('summary', blocks)).toEqual([
    at(0),
    at(1),
    at(2, { item: 1 }),
    at(3, { item: 0 }),
    at(4, { item: 0, cell: 1 }),
    at(5, { item: 0, cell: 1 }),
  ]);
});

test('questions, remarks, figures, headings and the title are the console’s own words', () => {
  const blocks: readonly Block[] = [
    { type: 'prompt', question: blamed },
    { type: 'note', text: blamed, from: [] },
    { type: 'chart', title: blamed, figure: figure(20, [words(blamed, 0, 10)]), alternative: blamed, from: [] },
  ];
  expect(foundIn('summary', blocks)).toEqual([]);
});

test('among the follow-ups a question may ask what should have been', () => {
  const asked: readonly Block[] = [{ type: 'paragraph', text: 'Which alarm should have gone off?', from: [] }];
  expect(foundIn('action-items', asked)).toEqual([]);
  expect(foundIn('summary', asked)).toHaveLength(1);
});

test('a follow-up with an owner and a date may make sure of something', () => {
  const console = declared(2);
  const owner = console.actor.id;
  console.does({ type: 'followUp.add', text: 'Make sure the alert fires', owner, due: '2026-05-01', kind: 'prevent' });
  console.does({ type: 'followUp.add', text: 'Make sure the backup runs', owner });
  const findings = reviewDraft(draftOf(console.view).draft, plainContext).filter(({ section: where }) => where === 'action-items');
  expect(findings.map(({ rule, item }) => ({ rule, item }))).toEqual([{ rule: 'B10', item: 1 }]);
});

test('the draft of an incident is reviewed with its people, and with what the playbook allows', () => {
  const console = declared(2, { name: 'Zoë Lindqvist' });
  console.does({ type: 'entry.add', kind: 'note', text: 'Zoë broke the login on disaster day' });
  const found = (rules: { readonly allow: string[]; readonly vendors: string[] } | undefined): readonly string[] =>
    reviewDraft(draftOf(console.view).draft, reviewContextOf(console.view, rules)).map(
      ({ rule, section: where, text }) => `${where} ${rule} ${text}`,
    );
  expect(found(undefined)).toEqual(['timeline B5 Zoë broke', 'timeline B12 disaster']);
  expect(found({ allow: ['disaster day'], vendors: [] })).toEqual(['timeline B5 Zoë broke']);
});

test.each(templateNames)('what the console itself says in a draft by %s has no findings', (name) => {
  expect(reviewDraft(draftOf(declared(2).view, name).draft, plainContext)).toEqual([]);
});
