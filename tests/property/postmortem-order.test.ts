import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAll } from '../../shared/incident/fold.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftText } from '../drafting.ts';
import { declared, minute } from '../fixtures/paper-console.ts';
import { prepared, sampleJson, sampleNames } from '../samples.ts';

const drafts = (view: IncidentView): readonly unknown[] => textFormats.map((format) => draftText(view, format));

test('in whatever order the events of a sample arrive, and however often, the draft is the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sampleNames), fc.infiniteStream(fc.nat()), fc.nat({ max: 20 }), (name, dice, doubled) => {
      const { incidentId, events } = prepared(sampleJson(name));
      const log = events.map(({ event }) => event);
      const arriving = [...log, ...log.slice(0, doubled)]
        .map((event) => ({ event, at: dice.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      expect(drafts(foldAll(incidentId, arriving).view)).toEqual(drafts(foldAll(incidentId, log).view));
    }),
    { numRuns: 30 },
  );
});

test('in whatever order entries are written, the draft tells them in the order in which they happened', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(minutes, (ago) => {
      const console = declared(3);
      for (const [index, back] of ago.entries()) {
        const body = { kind: 'action', text: `happened ${String(back).padStart(4, '0')} minutes before` };
        const fact = { id: console.newId(), type: 'entry.added', v: 1, body, occurredAt: console.now - back * minute };
        console.write(fact, { command: `c${index}` }, console.actor.id);
      }
      const expected = ago.toSorted((a, b) => b - a).map((back) => `happened ${String(back).padStart(4, '0')} minutes before`);
      for (const text of textFormats.map((format) => draftText(console.view, format))) {
        const from = text.search(/## Timeline|id="timeline"|"id": "timeline"/);
        const told = [...text.slice(from).matchAll(/happened \d{4} minutes before/g)].map(([found]) => found);
        expect(told.slice(0, expected.length)).toEqual(expected);
      }
    }),
    { numRuns: 30 },
  );
});
