/** Lines about follow-ups: each text, and exactly the command that it makes. */
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../shared/incident/commands.ts';
import type { LineContext } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine } from '../../shared/incident/log-line.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [self, ada, f1, f2] = [1, 2, 11, 12].map(uuid) as [string, string, string, string];
const context: LineContext = {
  now: Date.parse('2026-03-28T00:40:00Z'),
  zone: 'Europe/Berlin',
  self,
  people: [
    { id: self, name: 'Robin Vogel' },
    { id: ada, name: 'Ada Lovelace' },
  ],
  followUps: [
    { id: f1, label: 'f1' },
    { id: f2, label: 'f2' },
  ],
};

function read(line: string) {
  const parsed = parseLine(line, context);
  if (parsed.kind !== 'command') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  const whole = { ...parsed.draft, commandId: uuid(8), incidentId: uuid(9) };
  expect(commandSchemas[parsed.draft.type].safeParse(whole).error).toBeUndefined();
  return { draft: parsed.draft, chip: [parsed.chip.label, ...(parsed.chip.details ?? [])] };
}

const amend = (followUp: string, fields: object) => ({ type: 'followUp.amend', followUp, ...fields });

describe('a line about a follow-up', () => {
  test.each([
    [
      '/f #detect @ada fri alert on failed payments',
      { type: 'followUp.add', text: 'alert on failed payments', kind: 'detect', owner: ada, due: '2026-04-03' },
      ['follow-up', 'detect', 'owner Ada Lovelace', 'due 2026-04-03'],
    ],
    [
      '/f +3d @me #Prevent drop the old table',
      { type: 'followUp.add', text: 'drop the old table', kind: 'prevent', owner: self, due: '2026-03-31' },
      ['follow-up', 'prevent', 'owner Robin Vogel', 'due 2026-03-31'],
    ],
    ['/f #412 is still open', { type: 'followUp.add', text: '#412 is still open' }, ['follow-up']],
    ['/f #detect #prevent both', { type: 'followUp.add', text: '#prevent both', kind: 'detect' }, ['follow-up', 'detect']],
    ['/own f2 #process', amend(f2, { kind: 'process' }), ['follow-up owner', 'process']],
    ['/started f2', amend(f2, { state: 'started' }), ['follow-up started']],
    ['/done F1', amend(f1, { state: 'done' }), ['follow-up done']],
    ['/todo f1', amend(f1, { state: 'open' }), ['follow-up open']],
    [
      '/link f1 https://tracker.example/OPS-12?x=1',
      amend(f1, { link: 'https://tracker.example/OPS-12?x=1' }),
      ['follow-up link', 'https://tracker.example/OPS-12?x=1'],
    ],
    ['/wontdo f1 the service goes away', amend(f1, { wontDo: 'the service goes away' }), ["won't do"]],
  ])('%s', (line, draft, chip) => {
    expect(read(line)).toEqual({ draft, chip });
  });

  test.each([
    ['/done', 'the label of a follow-up is missing', 'one of f1, f2'],
    ['/done f7', 'no follow-up is called f7', 'one of f1, f2'],
    ['/done f1 at last', '/done takes a follow-up and no more', 'the end of the line'],
    ['/link f1', 'the link is missing', 'an address that begins with https:// or http://'],
    ['/link f1 javascript:alert(1)', 'this is no link', 'an address that begins with https:// or http://'],
    ['/link f1 OPS-12', 'this is no link', 'an address that begins with https:// or http://'],
    ['/link f1 https://a.example twice', '/link takes one link and no more', 'the end of the line'],
    ['/own f1 #urgent', '#urgent is not a kind of follow-up', 'one of #prevent, #mitigate, #detect, #process'],
    ['/own f1', 'who does it, and until when?', '@owner and a day, such as @ada +3d'],
  ])('%s says what is wrong and what belongs there', (line, message, expected) => {
    expect(parseLine(line, context)).toMatchObject({ kind: 'fault', message, expected });
  });

  test('that names none of several says so', () => {
    expect(parseLine('/done f1', { ...context, followUps: [] })).toMatchObject({
      kind: 'fault',
      expected: 'a follow-up: there is none yet, /f adds one',
    });
  });
});
