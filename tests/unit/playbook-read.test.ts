import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';

const shipped = writePlaybook(defaultPlaybook);

/** The shipped text with one part replaced, the first time that it stands there. */
function edited(from: string, to: string, text = shipped): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

/** Faults as the command line prints them. */
function faults(text: string): readonly string[] {
  const read = readPlaybook(text);
  return read.ok ? [] : read.error.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

/** Where `words` stand first in a text, as a fault names it. */
function placeOf(text: string, words: string): string {
  const lines = text.slice(0, text.indexOf(words)).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** The one fault of a text stands at `words`, and says so. */
function expectFault(text: string, words: string, ...says: readonly string[]): void {
  const found = faults(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${placeOf(text, words)}: `));
  for (const part of says) expect(found[0]).toContain(part);
}

describe('a text that is no YAML', () => {
  test.each([
    ['', '1:1', 'The text is empty'],
    ['# a comment\n', '1:1', 'The text is empty'],
    ['a: [1, 2', '1:9', 'A bracket that was opened before is not closed'],
    ["a: 'one", '1:8', 'A quote that was opened before is not closed'],
    ['\ta: 1', '1:1', 'A tab stands at the beginning of this line: only spaces are allowed there.'],
    ['a: 1\nb: c: d', '2:4', 'a text that holds a colon is put in quotes'],
    ['a: 1\n---\nb: 2', '2:1', 'a playbook is one document'],
    ['a: 1\n b: 2', '1:4', 'the keys of one part begin in the same column'],
    ['a: @home', '1:4', 'put the text in quotes'],
    ['a: "\\q"', '1:5', 'After a backslash'],
    ['? [a]\n: 1', '1:3', 'A key is a word'],
    ['%YAML 1.1\n---\na: yes', '1:1', 'Lines that begin with % are not allowed'],
    ['# first\n%TAG ! x\n---\na: 1', '2:1', 'Lines that begin with % are not allowed'],
    ['a: !!binary aGk=', '1:4', 'Tags such as !name are not allowed'],
    ['a: !!set {b}', '1:4', 'Tags such as !name are not allowed'],
    ['a: !ours 1', '1:4', 'Tags such as !name are not allowed'],
    ['a: 1\nb: 2\na: 3', '3:1', '“a” stands here twice: keep one of them.'],
    ['1: a\n"1": b', '2:1', '“1” stands here twice'],
    ['a: *gone', '1:4', 'Nothing before this is called &gone'],
    ['a: &a [*a]', '1:8', 'it would never end'],
  ])('%j is told at %s', (text, place, says) => {
    expect(faults(text)).toEqual([expect.stringMatching(`^${place}: `)]);
    expect(faults(text)[0]).toContain(says);
  });

  test('that is longer than any playbook is refused unread', () => {
    expect(faults('#'.repeat(256 * 1024))).toEqual([expect.stringContaining('The text is empty')]);
    expect(faults(`${'#'.repeat(256 * 1024)}#`)).toEqual([expect.stringContaining('at most 256 KB')]);
  });

  test('is refused soon when a few lines stand for millions', () => {
    const nine = (word: string) => `[${Array(9).fill(word).join(', ')}]`;
    const bomb = `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: &d ${nine('*c')}\ne: &e ${nine('*d')}\nf: &f ${nine('*e')}\ng: ${nine('*f')}\n`;
    expect(faults(bomb)).toEqual([expect.stringMatching(/^5:\d+: There is too much in this text/)]);
  });

  test.each(['[', '{"a":', '- ', '? ', 'a:\n'])('is refused when %j nests it deeper than anything can read', (opening) => {
    const found = faults(opening.repeat(20_000));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('a text that is no playbook', () => {
  test('tells every fault at once, in the order of the text', () => {
    const text = [
      ['reopenDays: 7', 'reopenDays: soon'],
      ['soakMinutes: 30', 'soakMinuts: 30'],
      ['id: deputy', 'id: commander'],
      ['mode: read-do', 'mode: readdo'],
      ['{impact}', '{impct}'],
    ].reduce((before, [from = '', to = '']) => edited(from, to, before), shipped);
    const found = faults(text);
    expect(found.length).toBeGreaterThanOrEqual(6);
    const lines = found.map((fault) => Number(fault.split(':')[0]));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  test('an unknown key is told at the key, with the one that may have been meant and those that are allowed', () => {
    const text = edited('triageDecisionMinutes: 10', 'triageDecisionMinutes: 10\ntriageDecisonMinutes: 10');
    expectFault(
      text,
      'triageDecisonMinutes',
      '“triageDecisonMinutes” is no key of the playbook; did you mean “triageDecisionMinutes”?',
      'Allowed are schema, name, version,',
    );
  });

  test('a key that is missing is told where its part is named', () => {
    const text = edited('  waitMinutes: 2\n', '');
    expectFault(text, 'approval:', 'waitMinutes is missing; it takes a whole number above 0.');
    expectFault(edited('name: Wheelhouse default\n', ''), 'schema:', 'name is missing');
    expect(faults(edited('\n  5:\n    label', '\n  six:\n    label')).join('\n')).toContain(
      'severities 5 is missing; it takes keys with values: label,',
    );
  });

  test.each([
    ['reopenDays: 7', 'reopenDays: soon', 'soon', 'reopenDays is “soon”; it takes a whole number above 0.'],
    ['reopenDays: 7', 'reopenDays: 1.5', '1.5', 'reopenDays is 1.5; it takes a whole number above 0.'],
    ['reopenDays: 7', 'reopenDays: .inf', '.inf', 'it takes a whole number above 0.'],
    ['reopenDays: 7', 'reopenDays: -7', '-7', 'reopenDays is -7;'],
    ['reopenDays: 7', 'reopenDays:', 'reopenDays:', 'reopenDays is empty;'],
    ['soakMinutes: 30', 'soakMinutes: -1', '-1', 'it takes a whole number, 0 or more.'],
    ['version: "2"', 'version: 2', '2\n', 'version is 2; it takes a text of at most 64 characters: put it in quotes, "2".'],
    ['name: Wheelhouse default', 'name: ""', '""', 'name is empty; it takes a text'],
    ['risky: false', 'risky: no', 'no\n', 'risky is “no”; it takes true or false.'],
    ['depth: full', 'depth: ful', 'ful\n', 'depth is “ful”; did you mean “full”? It takes full, light or note.'],
    ['severity: 2', 'severity: 6', '6\n', 'severity is 6; it takes 1, 2, 3, 4 or 5.'],
    ['monitoring: 30', 'monitoring: often', 'often', 'it takes a whole number above 0 or null for none.'],
    ['[ customers, executives ]', '[ customers, boss ]', 'boss', 'Entry 2 of audiences is “boss”; it takes responders, staff, executives,'],
    ['[ customers, executives ]', 'customers', 'customers\n', 'audiences is “customers”; it takes a list'],
    ['aloneMinutes: { 1: 20,', 'aloneMinutes: { 6: 20,', '6: 20', '“6” is no key of aloneMinutes; allowed are 1, 2, 3, 4, 5.'],
    [
      'id: first-five-minutes',
      'id: First Five',
      'First Five',
      'allowed are small letters, digits and hyphens, such as first-five-minutes.',
    ],
    ['schema: wheelhouse-playbook/1', 'schema: wheelhouse-playbook/9', 'wheelhouse-playbook/9', 'it takes wheelhouse-playbook/1.'],
    ['directory: []', 'directory: [ { name: Ada, order: 100 } ]', '100', 'order is 100; it takes a whole number from 1 to 99.'],
    ['directory: []', 'directory: [ { name: Ada, order: 1, phones: [ 5550100 ] } ]', '5550100', 'put it in quotes, "5550100"'],
    ['directory: []', `directory: [ { name: ${'x'.repeat(501)} } ]`, 'x'.repeat(501), 'name has 501 characters; at most 500 are allowed.'],
  ])('%j as %j is told at the value', (from, to, words, says) => {
    const text = edited(from, to);
    const place = placeOf(text, to);
    const [line = 0, column = 0] = place.split(':').map(Number);
    expect(faults(text)).toHaveLength(1);
    expect(faults(text)[0]).toMatch(new RegExp(`^${line}:${column + `${to}\n`.indexOf(words)}: `));
    expect(faults(text)[0]).toContain(says);
  });

  test('a list with a tenth item is told to be split', () => {
    const text = edited('      - id: clock\n', '      - id: tenth\n        says: One too many.\n      - id: clock\n');
    const read = readPlaybook(text);
    expect(read).toMatchObject({ ok: false, error: [{ path: 'checklists.0.items' }] });
    expect(faults(text)[0]).toContain('items holds 10 entries; at most 9 are allowed: split the list');
  });

  test('what a repetition brings in wrong is told where it stands', () => {
    const text = edited('version: "2"', 'version: &v [ 2 ]', edited('name: Wheelhouse default', 'name: Ours'));
    expectFault(text, '[ 2 ]', 'version is a list');
    const repeated = edited('soakMinutes: 30', 'soakMinutes: *n', edited('reopenDays: 7', 'reopenDays: &n 7'));
    expect(readPlaybook(repeated)).toMatchObject({ ok: true, value: { severities: { 1: { soakMinutes: 7 } } } });
    expectFault(
      edited('schema: wh', 'schema: &s wh', edited('reopenDays: 7', 'reopenDays: *s')),
      '*s',
      'reopenDays is “wheelhouse-playbook/1”',
    );
  });

  test('keys that every object answers to are keys like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const text = edited('triage:', `${key}: { polluted: 1 }\ntriage:`);
      expectFault(text, key, `“${key}” is no key of the playbook`);
    }
    const nested = edited('aloneMinutes: {', 'aloneMinutes: { __proto__: 5,');
    expectFault(nested, '__proto__', '“__proto__” is no key of aloneMinutes');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const role = edited('[ commander, ops, comms, scribe ]', '[ commander, __proto__ ]');
    expect(faults(role).length).toBeGreaterThan(0);
  });

  test('line ends of another system and a byte order mark are no faults', () => {
    expect(readPlaybook(`\uFEFF${shipped}`)).toEqual({ ok: true, value: defaultPlaybook });
    expect(readPlaybook(shipped.replaceAll('\n', '\r\n'))).toEqual({ ok: true, value: defaultPlaybook });
  });
});

describe('parts that do not fit together', () => {
  test.each([
    ['id: deputy', 'id: scribe', 'Another role before is called scribe already'],
    ['id: how-many', 'id: who', 'Another question before is called who already'],
    ['id: data-rollback', 'id: rollback', 'Another lever before is called rollback already'],
    ['- id: performance', '- id: availability', 'Another type before is called availability already'],
    ['id: commander-arrives', 'id: first-five-minutes', 'Another checklist before is called first-five-minutes already'],
    ['- id: noticed', '- id: title', 'Another item of this list before is called title already'],
    ['id: customers-scope', 'id: customers-first', 'Another template before is called customers-first already'],
    ['label: SEV2', 'label: SEV1', 'Another severity before is called SEV1 already'],
    [
      '[ commander, ops, comms, scribe ]',
      '[ commander, opss ]',
      '“opss” is no role of this playbook; did you mean “ops”? Allowed are commander, deputy,',
    ],
    ['[ commander, ops, comms, scribe ]', '[ ops ]', 'commander is missing among the roles that severity 1 requires'],
    ['[ commander, ops, comms, scribe ]', '[ commander, ops, ops ]', 'ops stands in this list twice; once is enough.'],
    ['types: [ security ]', 'types: [ securty ]', '“securty” is no type of this playbook; did you mean “security”?'],
    ['phases: [ paused ]', 'phases: []', 'phases is an empty list, which never holds'],
    ['roles: [ deputy ]', 'roles: [ helper ]', '“helper” is no role of this playbook'],
    ['audiences: [ customers, executives ]', 'audiences: [ customers, customers ]', 'customers stands in this list twice'],
    ['scopePost: { 1: 10 }', 'scopePost: { 1: 4 }', 'allowed is 5 or more.'],
    ['scopePost: { 1: 10 }', 'scopePost: { 1: 10, 3: 60 }', 'give firstPost one too.'],
    ['dueSoonMinutes: 3', 'dueSoonMinutes: 20', 'it has to be less than that.'],
    ['reliefDayMinutes: 240', 'reliefDayMinutes: 361', 'allowed is 360 or less.'],
    ['{workaround}', '{work-around}', '{work-around} is no slot; did you mean “workaround”? Allowed are title, impact,'],
    ['{workaround}', '{}', '{} is no slot; allowed are'],
    ['{workaround}', '{', 'A single { stands in this text; write {{ for a brace'],
    ['{workaround}', '}', 'A single } stands in this text; write }} for a brace'],
  ])('%j as %j is a fault', (from, to, says) => {
    const found = faults(edited(from, to));
    expect(found.join('\n')).toContain(says);
  });

  test('a playbook without a commander has a fault where its roles are, and where it is needed', () => {
    const found = faults(edited('- id: commander\n', '- id: captain\n'));
    expect(found.filter((fault) => fault.includes('No role here is called commander'))).toHaveLength(1);
    expect(found.filter((fault) => fault.includes('“commander” is no role of this playbook')).length).toBeGreaterThan(5);
  });

  test('braces that are doubled are braces, and no fault', () => {
    expect(readPlaybook(edited('{workaround}', '{{workaround}} {{ and }}')).ok).toBe(true);
  });

  test('a role of the organisation’s own may be required', () => {
    const own = '  - { id: customer-care, name: Customer care, short: Care, duties: Answers., mustNot: Guess. }\n  - id: deputy';
    const text = edited('[ commander, ops, comms, scribe ]', '[ commander, customer-care ]', edited('  - id: deputy', own));
    expect(readPlaybook(text)).toMatchObject({ ok: true, value: { severities: { 1: { requiredRoles: ['commander', 'customer-care'] } } } });
  });
});
