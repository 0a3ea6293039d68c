import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAll } from '../../shared/incident/fold.ts';
import { templateData, templateDataSchema } from '../../shared/postmortem/template/template-data.ts';
import { unusedStars, usedEvents } from '../../shared/postmortem/usage.ts';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftOf, draftText, templateNames } from '../drafting.ts';
import { step, take } from '../fixtures/arbitrary-commands.ts';
import { declared, PaperConsole } from '../fixtures/paper-console.ts';

const runs = { numRuns: 60, verbose: 0 as const };
const steps = fc.array(fc.record({ step, apart: fc.boolean() }), { minLength: 1, maxLength: 30 });
const template = fc.constantFrom(...templateNames);

/** A console that was apart from another for a while. */
function afterwards(taken: readonly { readonly step: Parameters<typeof take>[1]; readonly apart: boolean }[]): PaperConsole {
  const here = declared(2);
  const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Sam' });
  there.hears(here);
  for (const { step: one, apart } of taken) {
    take(apart ? there : here, one);
    if (!apart) there.hears(here);
  }
  here.hears(there);
  return here;
}

test('every starred entry of any night is used or listed, whatever people put in place of what the log gives', () => {
  const replaced = fc.uniqueArray(fc.constantFrom('timeline', 'resolution', 'response', 'decisions', 'communication'), { maxLength: 5 });
  fc.assert(
    fc.property(steps, template, replaced, (taken, name, sections) => {
      const console = afterwards(taken);
      for (const section of sections)
        console.run({ type: 'section.write', section, text: 'In our words', generated: 'replaced', template: name });
      const { draft, source } = draftOf(console.view, name);
      expect(unusedStars(draft, source)).toEqual([]);
      const used = usedEvents(draft);
      const lost = source.entries.filter(({ starred, item }) => starred && !used.has(item.id));
      expect(lost.filter(({ item }) => item.type !== 'milestone.set')).toEqual([]);
    }),
    runs,
  );
});

test('whatever a draft says it came from is in the log, and its data fits its description', () => {
  fc.assert(
    fc.property(steps, template, (taken, name) => {
      const console = afterwards(taken);
      const { draft, source } = draftOf(console.view, name);
      const ids = new Set(console.events.map(({ id }) => id));
      expect([...usedEvents(draft)].filter((id) => !ids.has(id))).toEqual([]);
      const data = templateData(source);
      expect(templateDataSchema.parse(data)).toEqual(data);
    }),
    runs,
  );
});

test('two consoles that know the same make the same bytes of it, in every format', () => {
  fc.assert(
    fc.property(steps, template, (taken, name) => {
      const console = afterwards(taken);
      const other = foldAll(console.incidentId, console.events.toReversed()).view;
      for (const format of textFormats) expect(draftText(other, format, name)).toBe(draftText(console.view, format, name));
    }),
    runs,
  );
});

const worded = new Set([
  'text',
  'reason',
  'known',
  'unknown',
  'risk',
  'wayBack',
  'worstCase',
  'readBack',
  'result',
  'outcome',
  'goal',
  'note',
]);
const wordsIn = (body: unknown): readonly string[] =>
  Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([field, value]) =>
    worded.has(field) && typeof value === 'string' && value.length > 5 ? [value] : [],
  );

test('where every line is hidden, no draft holds a word of what any of them said', () => {
  fc.assert(
    fc.property(steps, template, (taken, name) => {
      const console = afterwards(taken);
      const words = new Set(console.events.flatMap(({ body }) => wordsIn(body)));
      for (const { id } of console.view.items.flat()) console.run({ type: 'entry.redact', entry: id });
      const blank = draftText(declared(2).view, 'md', name);
      const text = draftText(console.view, 'md', name);
      expect([...words].filter((said) => text.includes(said) && !blank.includes(said))).toEqual([]);
    }),
    runs,
  );
});
