import { describe, expect, test } from 'vitest';
import { type DirectoryCommand, directoryCommandSchema } from '../../shared/directory/commands.ts';
import { decideDirectory } from '../../shared/directory/decide.ts';
import { type Directory, emptyDirectory } from '../../shared/directory/directory.ts';
import { directoryFileOf, directoryFileSchema } from '../../shared/directory/file-form.ts';
import { directoryOf } from '../../shared/directory/fold.ts';
import { busFactors, gaps, leansOn } from '../../shared/directory/reach.ts';
import { directoryStream, isDirectory } from '../../shared/directory/stream.ts';
import { callPaths, contactsNamed, contactsWith, pathFor, pathsMeant, servicesOf } from '../../shared/directory/who-to-call.ts';
import { isUuid, uuidv8FromSource } from '../../shared/log/ids.ts';
import { companyFile, DirectoryPen } from '../fixtures/directory-facts.ts';
import { night } from '../fixtures/log-writer.ts';

const minute = 60_000;
const commandId = '0198a5c0-0000-7000-8000-000000000001';
let ids = 0;
const newId = () => `event-${++ids}`;

/** A directory of people by name, each with what is told of them; the id is the name. */
function directoryWith(cards: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Directory {
  const pen = new DirectoryPen('a');
  return directoryOf(Object.entries(cards).map(([name, card]) => pen.save(name, card)));
}

/** What the events of a decision make of a directory that was empty. */
function decided(directory: Directory, command: Readonly<Record<string, unknown>>) {
  return decideDirectory(directory, directoryCommandSchema.parse({ commandId, ...command }) as DirectoryCommand, newId);
}

const names = (contacts: readonly { readonly name: string }[] | undefined) => contacts?.map(({ name }) => name);

describe('the stream of the directory', () => {
  test('has an id that every console works out alike', () => {
    expect(directoryStream).toBe(uuidv8FromSource('stream', 'directory'));
    expect(isUuid(directoryStream)).toBe(true);
  });

  test('is meant by its id and by its name, and by no incident', () => {
    expect([directoryStream, directoryStream.toUpperCase(), 'Directory', 'inc-1', 'direct'].map(isDirectory)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('folding the directory', () => {
  test('the card that was saved last is the one that holds, and the older ones stay to be erased', () => {
    const pen = new DirectoryPen('a');
    const first = pen.save('ada', { phones: ['+49 30 1'] });
    const second = pen.save('ada', { phones: ['+49 30 2'] }, night + minute);
    const { contacts, changedAt } = directoryOf([second, first]);
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ id: 'ada', phones: ['+49 30 2'], savedAt: night + minute, saves: [first.id, second.id] });
    expect(changedAt).toBe(night + minute);
  });

  test('of two consoles that save one contact apart, the later by clock holds on both', () => {
    const here = new DirectoryPen('here').save('ada', { phones: ['+49 30 1'] }, night + 2 * minute);
    const there = new DirectoryPen('there').save('ada', { phones: ['+49 30 2'] }, night + minute);
    expect(directoryOf([here, there]).contacts[0]?.phones).toEqual(['+49 30 1']);
    expect(directoryOf([there, here])).toEqual(directoryOf([here, there]));
  });

  test('a contact that was removed is not called, and comes back when it is saved again', () => {
    const pen = new DirectoryPen('a');
    const events = [pen.save('ada'), pen.remove('ada', night + minute)];
    expect(directoryOf(events)).toMatchObject({ contacts: [], removed: [{ id: 'ada', name: 'ada', removedAt: night + minute }] });
    const again = directoryOf([...events, pen.save('ada', {}, night + 2 * minute)]);
    expect(again.removed).toEqual([]);
    expect(names(again.contacts)).toEqual(['ada']);
  });

  test('a removal of somebody who was never here, an unknown type, a newer version and a malformed body change nothing', () => {
    const pen = new DirectoryPen('a');
    const strange = [
      pen.remove('nobody'),
      pen.write('contact.painted', { contact: 'ada' }),
      pen.write('contact.saved', { contact: 'ada', kind: 'person', name: 'Ada', phones: [], services: [] }, 2),
      pen.write('contact.saved', { contact: 'ada', name: 7 }),
    ];
    expect(directoryOf(strange)).toEqual(emptyDirectory);
  });

  test('once the text of the last save is erased, what was saved before it is what is known', () => {
    const pen = new DirectoryPen('a');
    const first = pen.save('ada', { phones: ['+49 30 1'] });
    const second = { ...pen.save('ada', { phones: ['+49 30 2'] }), body: null };
    expect(directoryOf([first, second]).contacts[0]).toMatchObject({ phones: ['+49 30 1'], saves: [first.id] });
    expect(directoryOf([{ ...first, body: null }, second]).contacts).toEqual([]);
  });

  test('a command that reached two consoles counts once', () => {
    const card = { contact: 'ada', kind: 'person', name: 'Ada', phones: ['+49 30 1'], services: [] };
    const first = new DirectoryPen('a').write('contact.saved', card);
    const doubled = {
      ...new DirectoryPen('b').write('contact.saved', { ...card, name: 'Ada again' }, 1, night + minute),
      cause: first.cause,
    };
    expect(directoryOf([doubled, first]).contacts[0]).toMatchObject({ name: 'Ada', saves: [first.id] });
  });

  test('a path leaves out who is gone, and a path of nobody gives way to the orders', () => {
    const pen = new DirectoryPen('a');
    const events = [
      pen.save('ada', { services: ['db'], order: 2 }),
      pen.save('sam', { services: ['db'], order: 1 }),
      pen.path('db', ['ada', 'sam']),
    ];
    expect(names(pathFor(directoryOf(events), 'DB')?.contacts)).toEqual(['ada', 'sam']);
    const without = directoryOf([...events, pen.remove('ada')]);
    expect(without.escalations[0]?.contacts).toEqual(['sam']);
    expect(names(pathFor(directoryOf([...events, pen.path('db', [])]), 'db')?.contacts)).toEqual(['sam', 'ada']);
  });
});

describe('a command to the directory', () => {
  const ada = { type: 'contact.save', kind: 'person', name: 'Ada', phones: ['+49 30 1'], services: ['db'] };

  test('saves a new contact under an id that is made of the command', () => {
    const answer = decided(emptyDirectory, ada);
    expect(answer).toMatchObject({
      ok: true,
      value: [{ type: 'contact.saved', v: 1, body: { contact: uuidv8FromSource('contact', commandId), name: 'Ada' } }],
    });
  });

  test('saves nothing twice and leaves out what is not known', () => {
    const answer = decided(emptyDirectory, { ...ada, phones: ['1 23', '1 23'], services: ['db', ' DB '], worksWithout: ['dns', 'dns'] });
    const body = answer.ok ? answer.value[0]?.body : undefined;
    expect(body).toEqual({
      contact: expect.any(String),
      kind: 'person',
      name: 'Ada',
      phones: ['1 23'],
      services: ['db'],
      worksWithout: ['dns'],
    });
  });

  test('is refused where somebody of that kind and name is there already, in words that say what to do', () => {
    const directory = directoryWith({ Ada: {} });
    expect(decided(directory, { ...ada, name: ' ada ' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Change that card') },
    });
    expect(decided(directory, { ...ada, kind: 'team' }).ok).toBe(true);
  });

  test('is refused where it names a contact that is not there', () => {
    const nobody = '0198a5c0-0000-7000-8000-00000000ffff';
    const refused = [
      decided(emptyDirectory, { ...ada, contact: nobody }),
      decided(emptyDirectory, { type: 'contact.remove', contact: nobody }),
      decided(emptyDirectory, { type: 'escalation.save', contacts: [nobody] }),
    ];
    expect(refused.map(({ ok }) => ok)).toEqual([false, false, false]);
  });

  test.each([
    ['a number without digits', { phones: ['call me'] }, 'phones.0'],
    ['a name of two lines', { name: 'Ada\nLovelace' }, 'name'],
    ['an empty service', { services: [' '] }, 'services.0'],
    ['an order that nobody counts to', { order: 0 }, 'order'],
    ['something that it cannot work without', { worksWithout: ['coffee'] }, 'worksWithout.0'],
    ['a field that is none', { mail: 'ada@example.org' }, ''],
  ])('with %s is malformed', (_what, more, path) => {
    const parsed = directoryCommandSchema.safeParse({ commandId, ...ada, ...more });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

describe('a file of the directory', () => {
  const file = (contacts: readonly object[], more: object = {}) => ({ schema: 'wheelhouse-directory/1', contacts, ...more });
  const imported = (directory: Directory, content: object) => decided(directory, { type: 'directory.import', file: content });
  const folded = (answer: ReturnType<typeof imported>): Directory => {
    const pen = new DirectoryPen('import');
    return directoryOf(answer.ok ? answer.value.map(({ type, body }) => pen.write(type, body)) : []);
  };

  test('read into an empty directory and written out again is the same file', () => {
    const first = folded(
      imported(emptyDirectory, {
        ...companyFile(20),
        escalations: [{ service: 'dns', path: ['Barbara Liskov 4', 'Ada Lovelace 1'], note: 'ring twice' }, { path: ['Grace Hopper 2'] }],
      }),
    );
    const written = directoryFileOf(first);
    expect(directoryFileSchema.safeParse(written).success).toBe(true);
    expect(directoryFileOf(folded(imported(emptyDirectory, written)))).toEqual(written);
  });

  test('read a second time makes no events', () => {
    const content = { ...companyFile(12), escalations: [{ service: 'dns', path: ['Barbara Liskov 4'] }] };
    const first = folded(imported(emptyDirectory, content));
    expect(imported(first, content)).toEqual({ ok: true, value: [] });
    expect(imported(first, directoryFileOf(first))).toEqual({ ok: true, value: [] });
  });

  test('changes the card of the same name, and leaves alone what it does not hold', () => {
    const directory = directoryWith({ Ada: {}, Sam: {} });
    const answer = imported(directory, file([{ name: 'ada', phones: ['+49 30 9'] }]));
    expect(answer).toMatchObject({ ok: true, value: [{ type: 'contact.saved', body: { contact: 'Ada', phones: ['+49 30 9'] } }] });
  });

  test('read on two consoles apart makes one contact of each row', () => {
    const contacts = [
      { name: 'Ada', phones: ['+49 30 1'] },
      { kind: 'team', name: 'Ada', phones: ['+49 30 2'] },
    ];
    const [here, there] = ['here', 'there'].map((seed) => {
      const answer = imported(emptyDirectory, file(contacts));
      const pen = new DirectoryPen(seed);
      return answer.ok ? answer.value.map(({ type, body }) => pen.write(type, body)) : [];
    });
    expect(directoryOf([...(here ?? []), ...(there ?? [])]).contacts).toHaveLength(2);
  });

  test('with faults is refused whole, and each fault has its place', () => {
    const parsed = directoryFileSchema.safeParse(
      file([{ name: 'Ada', phones: ['none'] }, { name: '', order: 200 }, { name: 'ada' }], { escalations: [{ path: [] }] }),
    );
    expect(parsed.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'contacts.0.phones.0',
      'contacts.1.name',
      'contacts.1.order',
      'contacts.2.name',
      'escalations.0.path',
    ]);
  });

  test('whose path leads to nobody, or to one of two, is refused with each step named', () => {
    const answer = imported(
      emptyDirectory,
      file([{ name: 'Ada' }, { kind: 'team', name: 'Ada' }], { escalations: [{ service: 'db', path: ['Ada', 'Zed'] }] }),
    );
    expect(answer).toMatchObject({
      ok: false,
      error: {
        fields: [
          { path: 'file.escalations.0.path.0', message: expect.stringContaining('write the id') },
          { path: 'file.escalations.0.path.1', message: expect.stringContaining('Zed') },
        ],
      },
    });
  });
});

describe('whom to call', () => {
  const directory = directoryWith({
    Ada: { services: ['Database', 'dns'], order: 2, team: 'Platform', phones: ['+44 20 7946 0018'] },
    Sam: { services: ['database'], order: 1 },
    Lee: { services: ['checkout'], note: 'speaks Korean' },
    Head: { order: 9 },
  });

  test('is by order within a service, whatever the case, and everything comes last', () => {
    expect(callPaths(directory).map(({ service, contacts }) => [service, names(contacts)])).toEqual([
      ['checkout', ['Lee']],
      ['Database', ['Sam', 'Ada']],
      ['dns', ['Ada']],
      [undefined, ['Head']],
    ]);
    expect(servicesOf(directory)).toEqual(['checkout', 'Database', 'dns']);
  });

  test('is narrowed to the services that a text names as words of their own', () => {
    expect(pathsMeant(directory, 'The DATABASE is slow').map(({ service }) => service)).toEqual(['Database', undefined]);
    expect(pathsMeant(directory, 'databases everywhere', undefined).map(({ service }) => service)).toEqual([
      'checkout',
      'Database',
      'dns',
      undefined,
    ]);
  });

  test('is found by any word of a card, and by a number however it is spaced', () => {
    expect(names(contactsWith(directory, 'platform dat'))).toEqual(['Ada']);
    expect(names(contactsWith(directory, '2079460018'))).toEqual(['Ada']);
    expect(names(contactsWith(directory, 'korean'))).toEqual(['Lee']);
    expect(contactsWith(directory, '  ')).toHaveLength(4);
  });
});

describe('names in a line', () => {
  const directory = directoryWith({ Ada: {}, 'Adam Smith': {}, Sam: {} });

  test('mean the contacts in the order in which they stand, by as much of each name as tells them apart', () => {
    expect(contactsNamed(directory, 'sam, Adam, ada, Sam')).toEqual({ ok: true, value: ['Sam', 'Adam Smith', 'Ada'] });
    expect(contactsNamed(directory, ' , ')).toEqual({ ok: true, value: [] });
  });

  test('that are nobody’s, or two people’s, are named', () => {
    expect(contactsNamed(directory, 'Sam, Zed')).toMatchObject({
      ok: false,
      error: expect.stringContaining('Zed is not in the directory'),
    });
    expect(contactsNamed(directory, 'ad')).toMatchObject({ ok: false, error: expect.stringContaining('Ada and Adam Smith') });
  });
});

describe('what is thin in a directory', () => {
  test('one person behind three services is named, with those that nobody else answers for', () => {
    const directory = directoryWith({
      Ada: { services: ['db', 'dns', 'mail'] },
      Sam: { services: ['db', 'mail'] },
      Desk: { kind: 'team', services: ['db', 'dns2', 'mail2', 'web'] },
    });
    expect(busFactors(directory).map(({ contact, alone }) => [contact.name, alone])).toEqual([['Ada', ['dns']]]);
  });

  test('for each thing that may be down it says who is reached, who is lost, who was never asked, and which services have nobody', () => {
    const directory = directoryWith({
      Ada: { services: ['db'], worksWithout: ['dns', 'sso'] },
      Sam: { services: ['web'], worksWithout: [] },
      Lee: { services: ['web'] },
      Mute: { services: ['mail'], phones: [], worksWithout: ['dns'] },
    });
    const dns = gaps(directory).find(({ down }) => down === 'dns');
    expect(names(dns?.reached)).toEqual(['Ada']);
    expect(names(dns?.lost)).toEqual(['Mute', 'Sam']);
    expect(names(dns?.notAsked)).toEqual(['Lee']);
    expect(dns?.uncovered).toEqual(['mail', 'web']);
    expect(directory.contacts.map((contact) => leansOn(contact)?.length)).toEqual([3, undefined, 4, 5]);
  });

  test('a path that was written down decides who covers a service', () => {
    const pen = new DirectoryPen('a');
    const events = [pen.save('ada', { worksWithout: ['dns'] }), pen.save('sam', { services: ['db'] }), pen.path('db', ['ada'])];
    expect(gaps(directoryOf(events)).find(({ down }) => down === 'dns')?.uncovered).toEqual([]);
  });
});
