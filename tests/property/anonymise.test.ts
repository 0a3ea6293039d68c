/** No name of an incident is in a draft without names, in whatever format and however people wrote it. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { draftDocx } from '../../electron/core/studio/docx/draft-docx.ts';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { written } from '../../shared/postmortem/writers/render.ts';
import { templateNames } from '../drafting.ts';
import { anonymousDraftOf } from '../fixtures/anonymous-drafts.ts';
import { declared } from '../fixtures/paper-console.ts';

/** Names whose parts are no words of any document. */
const names = [
  'Zoë Quintavalle',
  "Siobhán O'Dowdell",
  '山田太郎',
  'Xiomara',
  'Björk Þórsdóttir-Vex',
  'Joop van der Plonkert',
  'Łucja Brzęczyk',
  'krzys wuzel',
  'Ana Ixchel (Data)',
  'محمد الزهراوي',
  'Yevheniia\u00A0Zhuk',
  'Priyanka_Rao-Xi',
  'Jürgen "Juju" Quast',
] as const;
/** What must be nowhere, in small letters and without accents. */
const traces: Readonly<Record<string, readonly string[]>> = {
  'Zoë Quintavalle': ['quintavalle', 'zoe'],
  "Siobhán O'Dowdell": ['siobhan', 'dowdell'],
  山田太郎: ['山田太郎'],
  Xiomara: ['xiomara'],
  'Björk Þórsdóttir-Vex': ['bjork', 'þorsdottir'],
  'Joop van der Plonkert': ['joop', 'plonkert'],
  'Łucja Brzęczyk': ['łucja', 'brzeczyk'],
  'krzys wuzel': ['krzys', 'wuzel'],
  'Ana Ixchel (Data)': ['ixchel'],
  'محمد الزهراوي': ['الزهراوي'],
  'Yevheniia\u00A0Zhuk': ['yevheniia', 'zhuk'],
  'Priyanka_Rao-Xi': ['priyanka'],
  'Jürgen "Juju" Quast': ['jurgen', 'juju', 'quast'],
};
const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

const plainParts = (name: string): readonly string[] => name.split(/[\s()"_]+/).filter((part) => part.length > 3);
/** Ways in which people write a name. */
const waysToSay: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name}'s fault`,
  (name) => `it was ${name.toLowerCase()}.`,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => bare(name),
  (name) => plainParts(name).at(-1) ?? name,
  (name) => plainParts(name)[0] ?? name,
  (name) => `**${name}** and _${plainParts(name)[0] ?? name}_`,
  (name) => `${name.slice(0, 2)}**${name.slice(2)}** wrote`,
  (name) => `@${bare(name).replace(/[^\p{L}\p{N}]/gu, '')} look`,
  (name) => `@${bare(plainParts(name).join('.'))} look`,
  (name) => `${bare(plainParts(name).join('.'))}@corp.example`,
  (name) => `@${bare(name).replace(/[^\p{L}\p{N}]/gu, '')}_work and ${bare(name).replace(/[^\p{L}\p{N}]/gu, '-')}`,
  (name) => `[${name}](https://wiki.example/${encodeURI(bare(plainParts(name)[0] ?? name))})`,
  (name) => `<b>${name}</b>\n- ${name}\n> ${name}`,
  (name) => `{{ ${name} }} \`${name}\` ~~${name}~~`,
];
const saying = fc.tuple(
  fc.nat(names.length - 1),
  fc.constantFrom(...waysToSay),
  fc.constantFrom('', 'then ', 'It rained. ', '"', '(', '1. '),
);

interface Night {
  readonly people: readonly number[];
  readonly sayings: readonly string[];
}
const nights: fc.Arbitrary<Night> = fc
  .record({
    people: fc.uniqueArray(fc.nat(names.length - 1), { minLength: 1, maxLength: 6 }),
    said: fc.array(saying, { minLength: 6, maxLength: 12 }),
  })
  .map(({ people, said }) => ({
    people,
    sayings: said.map(([index, way, before]) => `${before}${way(names[people[index % people.length] as number] as string)}`),
  }));

function viewOf({ people, sayings }: Night) {
  const console = declared(2, { name: names[people[0] as number] as string });
  for (const index of people.slice(1))
    console.does({
      type: 'person.add',
      name: names[index] as string,
      contact: `@${bare(names[index] as string).replace(/[^a-z]/g, '') || 'x9'}`,
    });
  const ids = Object.keys(console.view.people);
  const person = (index: number): string => ids[index % ids.length] as string;
  const text = (index: number): string => sayings[index % sayings.length] as string;
  console.does({ type: 'incident.amend', title: text(0).replaceAll('\n', ' ') });
  console.does({ type: 'role.assign', role: 'comms', person: person(1) });
  console.does({ type: 'summary.set', text: text(1) });
  console.does({ type: 'impact.describe', text: text(2) });
  console.does({ type: 'followUp.add', text: text(3), owner: person(2) });
  console.does({ type: 'section.write', section: 'root-causes', text: text(4), generated: 'kept', template: 'google-sre' });
  console.does({ type: 'hypothesis.open', text: text(5) });
  for (const [index, said] of sayings.entries())
    console.does({ type: 'entry.add', kind: 'action', text: said, by: person(index), starred: true });
  return console.view;
}

test('in no text format and in no Word document is there a name of the incident', async () => {
  await fc.assert(
    fc.asyncProperty(nights, fc.constantFrom(...templateNames), async (night, template) => {
      const view = viewOf(night);
      const { draft, source } = anonymousDraftOf(view, template);
      const word = unzipSync(await draftDocx(draft));
      const documents = [
        ...textFormats.map((format) => written(format, draft, source)),
        ...Object.entries(word).flatMap(([name, bytes]) => (name.endsWith('.xml') || name.endsWith('.rels') ? [strFromU8(bytes)] : [])),
      ].map((text) => bare(text));
      for (const index of night.people) {
        for (const trace of traces[names[index] as string] ?? []) {
          for (const document of documents) {
            const at = document.indexOf(trace);
            expect(at === -1 ? '' : document.slice(Math.max(0, at - 60), at + 60)).toBe('');
          }
        }
      }
    }),
    { numRuns: 60 },
  );
}, 240_000);
