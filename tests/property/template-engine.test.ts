/** Any text as a template: faults with places, or a skeleton that is the same every time; never a throw. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runTemplate, tagNames } from '../../electron/core/studio/liquid-engine.ts';
import { templateFilters } from '../../electron/core/studio/template-filters.ts';
import { draftSource } from '../../shared/postmortem/template/draft-source.ts';
import { readTemplate } from '../../shared/postmortem/template/read-template.ts';
import { templateData, templateDataSchema } from '../../shared/postmortem/template/template-data.ts';
import { patientLimits } from '../drafting.ts';
import { sampleView } from '../samples.ts';

const data = templateData(draftSource(sampleView('fastly-2021-06-08')));

const filter = fc.constantFrom(...Object.keys(templateFilters));
const name = fc.constantFrom(
  ...Object.keys(templateDataSchema.shape),
  'entries[0]',
  'incident.title',
  'e',
  'e.text',
  '(1..9)',
  '__proto__',
);
const value = fc.oneof(
  name,
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
  fc.integer().map(String),
  fc.constant('nil'),
);
const filtered = fc
  .tuple(value, fc.array(fc.tuple(filter, fc.array(value, { maxLength: 3 })), { maxLength: 4 }))
  .map(([first, filters]) => first + filters.map(([one, given]) => ` | ${one}${given.length > 0 ? `: ${given.join(', ')}` : ''}`).join(''));
const tag = fc
  .tuple(fc.constantFrom(...tagNames(), 'endif', 'endfor', 'endsection', 'raw', 'capture', 'include'), fc.array(value, { maxLength: 3 }))
  .map(([one, given]) => `{% ${one} ${given.join(', ')} %}`);
const token = fc.oneof(
  { weight: 4, arbitrary: filtered.map((expression) => `{{ ${expression} }}`) },
  { weight: 3, arbitrary: tag },
  { weight: 2, arbitrary: value.map((one) => `{% for e in ${one} limit: 3 %}{{ e }}{% endfor %}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom('{{', '}}', '{%', '%}', '\uE000', '\uE0010\uE001', '---', '<script>', '](', '|') },
);
const body = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(''));
const anyBody = fc.oneof(
  body,
  body.map((inner) => `{% section "s", heading: "S" %}${inner}{% endsection %}`),
);

test('any body gives a skeleton or faults with places, the same ones each time, and never throws', () => {
  fc.assert(
    fc.property(anyBody, (text) => {
      const once = runTemplate({ body: text, bodyLine: 3 }, data, patientLimits);
      expect(runTemplate({ body: text, bodyLine: 3 }, data, patientLimits)).toEqual(once);
      if (once.ok) {
        expect(JSON.stringify(once.value)).not.toMatch(/[\uE000\uE001]/);
        expect(structuredClone(once.value)).toEqual(once.value);
        return;
      }
      expect(once.error.length).toBeGreaterThan(0);
      for (const { line, column, message } of once.error) {
        expect([line >= 3, column >= 1, message.length > 0, line <= 3 + text.split('\n').length]).toEqual([true, true, true, true]);
      }
    }),
    { numRuns: 400 },
  );
});

test('any file gives a template or faults with places, and never throws', () => {
  const front = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('id: x', 'schema: wheelhouse-template/1', '- a', '&a *a', '? {', '!!js/function "x"'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.tuple(front, front, body).map(([a, b, c]) => `---\n${a}\n${b}\n---\n${c}`),
      ),
      (text) => {
        const read = readTemplate(text);
        if (!read.ok) for (const { line, column } of read.error) expect([line >= 1, column >= 1]).toEqual([true, true]);
      },
    ),
    { numRuns: 400 },
  );
});

test('a file with nothing in its front matter is told so', () => {
  for (const text of ['---\n---\n', '---\n\n\n---\n'])
    expect(readTemplate(text)).toEqual({
      ok: false,
      error: [{ line: 1, column: 1, message: expect.stringMatching(/^There is nothing in the front matter/) }],
    });
});
