import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../shared/log/event.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { libraryOf, type ReadText } from '../../shared/playbook/library.ts';
import { playbookHash } from '../../shared/playbook/library-hash.ts';
import { playbookStream } from '../../shared/playbook/library-stream.ts';
import { err, ok } from '../../shared/result.ts';
import { LogWriter, night } from '../fixtures/log-writer.ts';

const shipped = { text: 'shipped', playbook: defaultPlaybook, hash: playbookHash(defaultPlaybook) };
/** Reads as this test means it: the reading of YAML has tests of its own. */
const read: ReadText = (text) =>
  text.startsWith('bad') ? err([{ line: 1, column: 1, path: '', message: 'cannot be read' }]) : ok({ ...defaultPlaybook, name: text });

const saves = fc.array(
  fc.record({
    pen: fc.nat({ max: 2 }),
    text: fc.constantFrom('good a', 'good b', 'good c', 'bad', 'bad too'),
    v: fc.constantFrom(1, 1, 1, 2),
    after: fc.nat({ max: 100_000 }),
    erased: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 12 },
);

function written(rows: typeof saves extends fc.Arbitrary<infer T> ? T : never): readonly LogEvent[] {
  const pens = [0, 1, 2].map((pen) => new LogWriter(`pen ${pen}`, { stream: playbookStream }));
  return rows.flatMap(({ pen, text, v, after, erased }) => {
    const body = { text, hash: 'f'.repeat(64), name: text, version: '1' };
    const event = pens[pen]?.write({ type: 'playbook.saved', v, body, now: night + after }).event;
    return event ? [erased ? { ...event, body: null } : event] : [];
  });
}

describe('the library of playbooks', () => {
  test('is the same whatever the order in which its events arrive, and however often', () => {
    fc.assert(
      fc.property(saves, fc.infiniteStream(fc.nat()), (rows, dice) => {
        const events = written(rows);
        const shuffled = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(libraryOf(shuffled, shipped, read)).toEqual(libraryOf(events, shipped, read));
      }),
    );
  });

  test('always has a playbook in force that can be read: the newest such, or the shipped one', () => {
    fc.assert(
      fc.property(saves, (rows) => {
        const { inForce, versions, faults } = libraryOf(written(rows), shipped, read);
        const newest = versions.find(({ readable }) => readable);
        expect(inForce.id).toBe(newest?.id ?? 'default');
        expect(inForce.text).toBe(newest?.name ?? 'shipped');
        expect(faults.length > 0).toBe(versions[0]?.readable === false);
      }),
    );
  });
});
