import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directoryOf } from '../../shared/directory/fold.ts';
import type { LogEvent } from '../../shared/log/event.ts';
import { DirectoryPen } from '../fixtures/directory-facts.ts';
import { night } from '../fixtures/log-writer.ts';

type Act =
  | { readonly type: 'save'; readonly contact: string; readonly phone: number; readonly services: readonly string[] }
  | { readonly type: 'remove'; readonly contact: string }
  | { readonly type: 'path'; readonly service: string | undefined; readonly contacts: readonly string[] };

const contact = fc.constantFrom('ada', 'sam', 'lee', 'kim');
const service = fc.constantFrom('db', 'DB', 'web');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('save' as const), contact, phone: fc.nat(99), services: fc.uniqueArray(service) }),
  fc.record({ type: fc.constant('remove' as const), contact }),
  fc.record({ type: fc.constant('path' as const), service: fc.option(service, { nil: undefined }), contacts: fc.uniqueArray(contact) }),
);
/** What one console does, each act some seconds after the one before. */
const acts = fc.array(fc.tuple(fc.nat(5), act), { maxLength: 12 });

function written(seed: string, done: readonly (readonly [number, Act])[]): readonly LogEvent[] {
  const pen = new DirectoryPen(seed);
  let now = night;
  return done.map(([seconds, one]) => {
    now += seconds * 1000;
    if (one.type === 'save') return pen.save(one.contact, { phones: [`+49 30 ${one.phone}`], services: one.services }, now);
    if (one.type === 'remove') return pen.remove(one.contact, now);
    return pen.path(one.service, one.contacts, now);
  });
}

/** The events, some of them twice, in an order that was drawn. */
const arrivals = fc.tuple(acts, acts, acts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));

test('whatever three consoles wrote apart, and however it arrives, everybody has one directory', () => {
  fc.assert(
    fc.property(arrivals, ([here, there, elsewhere, chance]) => {
      const all = [...written('here', here), ...written('there', there), ...written('elsewhere', elsewhere)];
      const doubled = [...all, ...all.slice(0, 3)];
      const shuffled = doubled.map((event) => ({ event, at: chance.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      expect(directoryOf(shuffled.map(({ event }) => event))).toEqual(directoryOf(all));
    }),
  );
});

test('no set of bodies, however malformed or erased, keeps the directory from being folded', () => {
  const body = fc.oneof(fc.anything(), fc.record({ contact: fc.anything(), phones: fc.anything(), services: fc.anything() }));
  const type = fc.constantFrom('contact.saved', 'contact.removed', 'escalation.saved', 'console.joined', 'something.newer');
  fc.assert(
    fc.property(fc.array(fc.tuple(type, body)), (rows) => {
      const [first] = written('a', [[0, { type: 'save', contact: 'ada', phone: 1, services: [] }]]);
      const pen = new DirectoryPen('b');
      const strange = rows.map(([kind, content]) => ({ ...pen.write(kind, {}), body: content }));
      expect(directoryOf([...strange, ...(first ? [first] : [])]).contacts.map(({ id }) => id)).toContain('ada');
    }),
  );
});
