import { describe, expect, test } from 'vitest';
import { cardFrom, cardOf, textsOf } from '../../renderer/screens/directory/card-fields.ts';
import { directoryOf } from '../../shared/directory/fold.ts';
import { helpMessage } from '../../shared/directory/help-message.ts';
import { ageWords, printPage } from '../../shared/directory/print-page.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { companyFile, DirectoryPen } from '../fixtures/directory-facts.ts';
import { night } from '../fixtures/log-writer.ts';
import { PaperConsole, springNight } from '../fixtures/paper-console.ts';

const minute = 60_000;
const pen = new DirectoryPen('a');
const directory = directoryOf([
  pen.save('Ada', { services: ['database'], order: 1 }),
  pen.save('Lee', { services: ['checkout'] }),
  pen.save('Head', { order: 9 }),
]);

describe('a message that asks for help', () => {
  test('says what, where, since when, what was tried and where the call is, each on a line', () => {
    const console = new PaperConsole();
    console.does({
      type: 'incident.declare',
      title: 'Orders hang',
      severity: 2,
      impact: 'orders take a minute at checkout',
      zone: 'Europe/Berlin',
    });
    console.does({ type: 'milestone.set', name: 'impactStart', at: springNight - 40 * minute });
    console.does({ type: 'incident.amend', links: { call: '+49 30 555 0199', chat: '#inc-1' } });
    console.does({ type: 'entry.add', kind: 'action', text: 'restarted the\nreplica' });
    console.does({ type: 'entry.add', kind: 'note', text: 'it is raining' });
    const { text, paths } = helpMessage(console.view, directory, ' the Database replica ', console.now);
    expect(text.split('\n')).toEqual([
      'I need help with: the Database replica',
      'Incident: SEV2 · Orders hang (inc-1)',
      'What customers see: orders take a minute at checkout',
      'Where: checkout, database',
      'Since: 00:50 Berlin',
      'Tried so far: restarted the replica',
      'In command: Kim',
      'Call: +49 30 555 0199',
      'Chat: #inc-1',
    ]);
    expect(paths.map(({ service }) => service)).toEqual(['checkout', 'database', undefined]);
  });

  test('leaves out what is not known, and says when nothing was tried', () => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'Odd', mode: 'drill', commander: null });
    const { text, paths } = helpMessage(console.view, directory, '', console.now);
    expect(text).toMatch(/^I need help with: …\nIncident: DRILL · Odd \(inc-1\)\nSince: .*\nTried so far: nothing yet$/);
    expect(paths.map(({ service }) => service)).toEqual(['checkout', 'database', undefined]);
  });

  test('does not tell a text that was hidden', () => {
    const console = new PaperConsole();
    console.does({ type: 'incident.declare', title: 'Odd' });
    console.does({ type: 'entry.add', kind: 'action', text: 'used the key AKIA' });
    const entry = console.events.findLast(({ type }) => type === 'entry.added')?.id ?? '';
    console.does({ type: 'entry.redact', entry });
    expect(helpMessage(console.view, directory, 'x', console.now).text).not.toMatch(/AKIA|hidden/);
  });
});

describe('the page for the wall', () => {
  const parts = { playbook: defaultPlaybook, now: night, zone: 'Europe/Berlin' };

  test('has the paths, every number, the severities, the roles and the age of the list, and can do nothing', () => {
    const page = printPage(directory, { ...parts, now: night + 3 * 24 * 60 * minute });
    for (const words of ['database', 'Ada', '+49 30 1', 'SEV1', 'Incident commander', '3 days ago', 'There is no time to wait']) {
      expect(page).toContain(words);
    }
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
    expect(page).not.toMatch(/<script|javascript:|https?:|@import|url\(/);
    expect(printPage(directory, { ...parts, now: night + 3 * 24 * 60 * minute })).toBe(page);
  });

  test('keeps what people wrote from becoming markup, and shows what turns the text around it', () => {
    const hostile = directoryOf([new DirectoryPen('b').save('x', { name: '<b>\u202eAda', note: '"><script>', services: ['<i>'] })]);
    const page = printPage(hostile, parts);
    expect(page).toContain('&lt;b&gt;[U+202E]Ada');
    expect(page).not.toMatch(/<b>|<i>|<script/);
  });

  test('is set small once it holds many', () => {
    const many = companyFile(30).contacts.map((card, index) => new DirectoryPen(`c${index}`).save(`c${index}`, card));
    expect(printPage(directoryOf(many), parts)).toContain('<body class="dense">');
    expect(printPage(directory, parts)).toContain('<body>');
  });

  test('says how old the list is in words that need no sum', () => {
    const aged = (days: number) => ageWords({ ...directory, changedAt: night - days * 24 * 60 * minute }, night, 'UTC').split(', ')[1];
    expect([0, 1, 40].map(aged)).toEqual(['within the last day', 'a day ago', '40 days ago']);
    expect(ageWords(directoryOf([]), night, 'UTC')).toBe('Nothing was ever written into this list');
  });
});

describe('a card in the form', () => {
  test('goes into texts and back without a change', () => {
    const contact = directoryOf([
      pen.save('Edith', { phones: ['1 23', '4 56'], services: ['a', 'b'], team: 'Net', order: 3, note: 'x', worksWithout: [] }),
    ]).contacts[0];
    if (!contact) throw new Error('no contact');
    expect(cardFrom(textsOf(contact))).toEqual(cardOf(contact));
  });

  test('with empty fields leaves them out', () => {
    const texts = { ...textsOf(undefined), name: ' Ada ', phones: ' 1 23 , , 4 56,' };
    expect(cardFrom(texts)).toEqual({ kind: 'person', name: 'Ada', phones: ['1 23', '4 56'], services: [] });
  });
});
