/** Drafts without names: labels for people, in free text too, and what is left for a person to check. */
import { describe, expect, test } from 'vitest';
import { anonymised } from '../../shared/postmortem/anonymous/anonymise.ts';
import { nameHider } from '../../shared/postmortem/anonymous/name-hider.ts';
import { roleLabels } from '../../shared/postmortem/anonymous/role-labels.ts';
import { type Block, section } from '../../shared/postmortem/draft.ts';
import { anonymousDraftOf, anonymousTexts } from '../fixtures/anonymous-drafts.ts';
import { declared, type PaperConsole } from '../fixtures/paper-console.ts';

function joined(console: PaperConsole, name: string, more: { readonly contact?: string; readonly kind?: 'team' } = {}): string {
  console.does({ type: 'person.add', name, ...more });
  const person = Object.values(console.view.people).find((known) => known.name === name);
  if (!person) throw new Error(`${name} did not join`);
  return person.id;
}

/** A night with a commander, comms, two who only helped, and a team. */
function night() {
  const console = declared(2);
  const zoe = joined(console, 'Zoë Lindqvist', { contact: 'zl@example.org' });
  const rory = joined(console, "Rory O'Brien", { contact: '@rory' });
  const sam = joined(console, 'Sam Okafor', { contact: '+49 151 2345678' });
  const yamada = joined(console, '山田太郎');
  joined(console, 'Payments', { kind: 'team' });
  console.does({ type: 'role.assign', role: 'commander', person: zoe });
  console.does({ type: 'role.assign', role: 'comms', person: rory });
  return { console, zoe, rory, sam, yamada };
}

describe('what people are called', () => {
  test('is what they were in the incident, counted where two were the same', () => {
    const { console, zoe, rory, sam, yamada } = night();
    const labels = roleLabels(console.view);
    expect([zoe, rory, sam, yamada].map((id) => labels.get(id))).toEqual([
      expect.stringMatching(/^the commander/),
      'somebody in comms',
      expect.stringMatching(/^a responder/),
      expect.stringMatching(/^a responder/),
    ]);
    expect(new Set(labels.values()).size).toBe(labels.size);
    expect([...labels.keys()]).toHaveLength(Object.values(console.view.people).filter(({ kind }) => kind === 'person').length);
    expect(roleLabels(console.view)).toEqual(labels);
  });

  test('one person under two ids has one label', () => {
    const { console, zoe } = night();
    const again = joined(console, 'Zoe L');
    console.does({ type: 'person.sameAs', person: again, sameAs: zoe });
    const labels = roleLabels(console.view);
    expect(labels.get(again)).toBe(labels.get(zoe));
  });
});

describe('names in free text', () => {
  const { console, zoe } = night();
  const { hide } = nameHider(console.view);
  const commander = roleLabels(console.view).get(zoe) as string;
  const Commander = `T${commander.slice(1)}`;
  test.each([
    ['Zoë restarted it.', `${Commander} restarted it.`],
    ['Then Zoë Lindqvist restarted it.', `Then ${commander} restarted it.`],
    ['Then Lindqvist, Zoë restarted it.', `Then ${commander} restarted it.`],
    ['asked ZOË’s deputy', `asked ${commander}’s deputy`],
    ['zoe and zoë and Zoe\u0308', `${commander} and ${commander} and ${commander}`.replace(/^t/, 'T')],
    ['ping @zoe, @lindqvist, @zlindqvist and @zoe.lindqvist', `ping ${commander}, ${commander}, ${commander} and ${commander}`],
    ['mail zl@example.org or zoe.lindqvist@corp.example', `mail ${commander} or ${commander}`],
    ["So O’Brien and O'Brien wrote", 'So somebody in comms and somebody in comms wrote'],
    ['It rained. Rory wrote.\n- Rory called', 'It rained. Somebody in comms wrote.\n- Somebody in comms called'],
    ['call +49 (151) 234-5678 now', 'call [number] now'],
    ['Zoëlle and Samba and Aurory stay', 'Zoëlle and Samba and Aurory stay'],
    ['The team Payments and payments stay', 'The team Payments and payments stay'],
  ])('%s', (text, told) => {
    expect(hide(text)).toBe(told);
  });

  test('a name that is a word is replaced where it is a name', () => {
    const other = declared(2, { name: 'Will Grant' });
    const told = nameHider(other.view).hide('Will it hold? Will thinks so, and we will see. Grant the team access. I asked Grant.');
    expect(told).toBe('Will it hold? The commander thinks so, and we will see. Grant the team access. I asked the commander.');
  });

  test('a nickname in brackets within a name is that person; what stands behind a name is not', () => {
    const { hide: told } = nameHider(declared(2, { name: 'Robert (Bobby) Quist (Berlin)' }).view);
    expect(told('Then Bobby saw that Berlin was slow, and Bobby Quist called Robert.')).toBe(
      'Then the commander saw that Berlin was slow, and the commander called the commander.',
    );
  });

  test('a name of a script without blanks is found within its sentence', () => {
    expect(hide('これは山田太郎が直した')).not.toContain('山田');
    expect(hide('the shift of 山田太郎')).toMatch(/^the shift of a responder/);
  });

  test('hidden in markup, it is found where it is read', () => {
    const prose = (markdown: string): string => {
      const block: Block = { type: 'prose', markdown, from: [] };
      const made = anonymised({ template: 't', title: '', sections: [section('a', 'A', [block])], footer: '' }, console.view).draft;
      const [told] = made.sections.flatMap(({ blocks }) => blocks);
      return told?.type === 'prose' ? told.markdown : '';
    };
    expect(prose('Lind**qvist** said')).toBe(`${Commander} said`);
    expect(prose('Rory O&#39;Brien')).not.toMatch(/Brien/);
    expect(prose('[**Zoë**](https://x.example) said')).toBe(`[**${commander}**](https://x.example) said`);
  });
});

describe('a draft without names', () => {
  test('tells the same night by roles, in every format that is text', () => {
    const { console, rory, sam } = night();
    console.does({ type: 'entry.add', kind: 'action', text: 'Sam restarted the broker, Rory watched', by: sam });
    console.does({ type: 'summary.set', text: 'Zoë thinks that the disk is full' });
    console.does({ type: 'followUp.add', text: 'Ask Rory for the graphs', owner: rory });
    for (const text of anonymousTexts(console.view)) {
      expect(text).not.toMatch(/Zoë|Lindqvist|Rory|Brien|Sam\b|Okafor|山田|zl@example|2345678/i);
      expect(text).toMatch(/the commander( \(\d\))? thinks that the disk is full/i);
      expect(text).toMatch(/restarted the broker, somebody in comms watched/);
      expect(text).toContain('Ask somebody in comms for the graphs');
    }
  });

  test('knows the names that people had before', () => {
    const console = declared(2);
    const old = joined(console, 'Quentin Marlowe');
    const view = console.view;
    const renamed = { ...view, people: { ...view.people, [old]: { ...(view.people[old] as (typeof view.people)[string]), name: 'Q' } } };
    console.does({ type: 'entry.add', kind: 'note', text: 'Quentin was first' });
    expect(nameHider(renamed).hide('then Marlowe called')).toMatch(/^then a responder/);
  });

  test('leaves handles, addresses, numbers and words that look like names to a person, with their places', () => {
    const { console } = night();
    console.does({
      type: 'entry.add',
      kind: 'note',
      text: 'the supplier sent Priya, priya.r@vendor.example, @nightdesk, +44 20 7946 0958',
    });
    const { leftovers } = anonymousDraftOf(console.view);
    const found = leftovers.filter((leftover) => leftover.section === 'timeline').map(({ kind, text }) => `${kind} ${text}`);
    expect(found).toEqual(['name Priya', 'mail priya.r@vendor.example', 'handle @nightdesk', 'phone +44 20 7946 0958']);
    expect(leftovers.find(({ text }) => text === 'Priya')).toMatchObject({
      block: 0,
      item: expect.any(Number),
      around: expect.stringContaining('supplier'),
    });
  });

  test('leaves accounts that are probably somebody’s to a person, and words of every day alone', () => {
    const { console } = night();
    console.does({ type: 'entry.add', kind: 'note', text: 'ssh sokafor on db-1, then okafor2 and samo saw the stack' });
    const { leftovers } = anonymousDraftOf(console.view);
    const found = leftovers.filter((leftover) => leftover.section === 'timeline').map(({ kind, text }) => `${kind} ${text}`);
    expect(found).toEqual(['handle sokafor', 'handle samo']);
  });

  test('the same view gives the same draft', () => {
    const { console } = night();
    expect(anonymousTexts(console.view)).toEqual(anonymousTexts(console.view));
  });
});
