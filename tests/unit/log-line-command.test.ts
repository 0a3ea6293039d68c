/** The composer's texts by which a commander commands: each text, and exactly the command that it makes. */
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../shared/incident/commands.ts';
import type { LineContext, ParsedLine } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine } from '../../shared/incident/log-line.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [self, kim, sam, ada, net, db] = [1, 2, 3, 4, 5, 6].map(uuid) as [string, string, string, string, string, string];
const [t4, t4b, h3, h4, d1, d2, q2, w1, a1, a2, inc4] = [14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24].map(uuid) as string[];
const at = (text: string): number => Date.parse(text);
const minute = 60_000;
/** 01:40 in Berlin. */
const now = at('2026-03-28T00:40:00Z');

const context: LineContext = {
  now,
  zone: 'Europe/Berlin',
  self,
  people: [
    { id: self, name: 'Robin Vogel', standing: 'engaged' },
    { id: kim, name: 'Kim', standing: 'engaged' },
    { id: sam, name: 'Sam Adeyemi', standing: 'ruledOut' },
    { id: ada, name: 'Ada Lovelace', standing: 'looking' },
  ],
  teams: [
    { id: net, name: 'Net', standing: 'ruledOut' },
    { id: db, name: 'DB team', standing: 'asked' },
  ],
  tasks: [
    { id: uuid(14), label: 't4', text: 'check replica lag', state: 'running' },
    { id: uuid(15), label: 't4b', text: 'page the provider, and tell them that we need somebody who can decide', state: 'expired' },
  ],
  hypotheses: [
    { id: uuid(16), label: 'h3', text: 'deploy 88', state: 'open' },
    { id: uuid(17), label: 'h4', text: 'provider DNS', state: 'refuted' },
  ],
  decisions: [
    { id: uuid(18), label: 'd1', text: 'fail over to eu-2', state: 'polling' },
    { id: uuid(19), label: 'd2', text: 'no deploys', state: 'decided' },
  ],
  questions: [{ id: uuid(20), label: 'q2', text: 'is billing hit?', state: 'open' }],
  workstreams: [{ id: uuid(21), label: 'w1', text: 'Database', state: 'open' }],
  levers: [
    { lever: 'drain', name: 'Drain a place', state: 'free', listed: true },
    { lever: 'flag-off', name: 'Turn a feature off', state: 'free', listed: true },
    { lever: 'kill-switch', name: 'Kill switch', state: 'applied', listed: false },
  ],
  actions: [
    { id: uuid(22), text: 'restart eu-1', occurredAt: at('2026-03-28T00:14:20Z'), target: 'eu-1' },
    { id: uuid(23), text: 'drain eu-2', occurredAt: at('2026-03-28T00:20:00Z') },
  ],
  incidents: [{ id: uuid(24), label: 'inc-4', title: 'Provider is down' }],
  types: [
    { id: 'security', name: 'Security' },
    { id: 'data', name: 'Data' },
  ],
};

type CommandLine = Extract<ParsedLine, { kind: 'command' }>;

function command(line: string, from: LineContext = context): CommandLine {
  const parsed = parseLine(line, from);
  if (parsed.kind !== 'command') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  const whole = { ...parsed.draft, commandId: uuid(8), incidentId: uuid(9) };
  expect(commandSchemas[parsed.draft.type].safeParse(whole).error).toBeUndefined();
  return parsed;
}

function expectDraft(line: string, draft: object, chip: readonly string[]): void {
  const parsed = command(line);
  expect(parsed.draft).toEqual(draft);
  expect([parsed.chip.label, ...(parsed.chip.details ?? [])]).toEqual(chip);
}

const lag = 't4 check replica lag';

/** A text, its command, and the words on its chip. */
type Row = readonly [line: string, draft: object, chip: readonly string[]];

describe('tasks', () => {
  test.each<Row>([
    ['/t check lag', { type: 'task.add', text: 'check lag' }, ['task']],
    [
      '/t w1 @sam check lag',
      { type: 'task.add', text: 'check lag', workstream: uuid(21), to: sam },
      ['task', 'w1 Database', 'owner Sam Adeyemi'],
    ],
    ['/t w9 check lag', { type: 'task.add', text: 'w9 check lag' }, ['task']],
    ['/t @sam 5m check lag', { type: 'task.add', text: 'check lag', to: sam, minutes: 5 }, ['task', 'owner Sam Adeyemi', '5 min']],
    ['/t 1h30m @me check lag', { type: 'task.add', text: 'check lag', to: self, minutes: 90 }, ['task', 'owner Robin Vogel', '90 min']],
    ['/t @Ada Lovelace check lag', { type: 'task.add', text: 'check lag', to: ada }, ['task', 'owner Ada Lovelace']],
    ['/t 20min: check lag', { type: 'task.add', text: 'check lag', minutes: 20 }, ['task', '20 min']],
    ['/t @-7m @sam check lag', { type: 'task.add', text: 'check lag', to: sam, at: now - 7 * minute }, ['task', 'owner Sam Adeyemi']],
    ['/t @sam @-7m check lag', { type: 'task.add', text: 'check lag', to: sam, at: now - 7 * minute }, ['task', 'owner Sam Adeyemi']],
    ['kim: /t @sam check lag', { type: 'task.add', text: 'check lag', to: sam, by: kim }, ['task', 'by Kim', 'owner Sam Adeyemi']],
    ['/t 5 pods too few', { type: 'task.add', text: '5 pods too few' }, ['task']],
    ['/t 90s of silence', { type: 'task.add', text: '90s of silence' }, ['task']],
    ['/t ack 4', { type: 'task.ack', task: t4 }, ['task acknowledged', lag]],
    ['ada: /t ack t4 10m', { type: 'task.ack', task: t4, minutes: 10, by: ada }, ['task acknowledged', 'by Ada Lovelace', lag, '10 min']],
    ['/t start 4', { type: 'task.start', task: t4 }, ['task started', lag]],
    ['@-7m /t start 4', { type: 'task.start', task: t4, at: now - 7 * minute }, ['task started', lag]],
    ['/t done 4', { type: 'task.finish', task: t4 }, ['task done', lag]],
    ['/t done t4: lag is 2 s', { type: 'task.finish', task: t4, result: 'lag is 2 s' }, ['task done', lag]],
    ['/t done #T4 lag is 2 s', { type: 'task.finish', task: t4, result: 'lag is 2 s' }, ['task done', lag]],
    ['/t done 4b', { type: 'task.finish', task: t4b }, ['task done', 't4b page the provider, and tell them that w…']],
    ['/t +5 4', { type: 'task.extend', task: t4, minutes: 5 }, ['5 min more', lag]],
    ['/t +1h t4 still replaying', { type: 'task.extend', task: t4, minutes: 60, reason: 'still replaying' }, ['60 min more', lag]],
    ['/t stuck 4 no access', { type: 'task.stick', task: t4, reason: 'no access' }, ['task stuck', lag]],
    ['/t stuck 4', { type: 'task.stick', task: t4 }, ['task stuck', lag]],
    ['/t on 4 @ada', { type: 'task.handOn', task: t4, to: ada }, ['task handed on', lag, 'owner Ada Lovelace']],
    [
      '/t on 4 @ada 5m sam sleeps',
      { type: 'task.handOn', task: t4, to: ada, minutes: 5, reason: 'sam sleeps' },
      ['task handed on', lag, 'owner Ada Lovelace', '5 min'],
    ],
    ['/t drop 4 no use', { type: 'task.drop', task: t4, reason: 'no use' }, ['task dropped', lag]],
    ['/t again 4 lag is back', { type: 'task.reopen', task: t4, reason: 'lag is back' }, ['task taken up again', lag]],
    [
      '/t +5 4 override: no time',
      { type: 'task.extend', task: t4, minutes: 5, override: { reason: 'no time' } },
      ['5 min more', lag, 'override'],
    ],
    // Orders begin with such words too.
    ['/t start the replica', { type: 'task.add', text: 'start the replica' }, ['task']],
    ['/t drop the cache', { type: 'task.add', text: 'drop the cache' }, ['task']],
    ['/t ack the page', { type: 'task.add', text: 'ack the page' }, ['task']],
    ['/t drop 4k connections', { type: 'task.add', text: 'drop 4k connections' }, ['task']],
    ['/t 5m start 4 more pods', { type: 'task.add', text: 'start 4 more pods', minutes: 5 }, ['task', '5 min']],
  ])('%s', expectDraft);
});

describe('hypotheses', () => {
  test.each<Row>([
    ['/h deploy 88', { type: 'hypothesis.open', text: 'deploy 88' }, ['hypothesis']],
    [
      'kim: /h @01:14 deploy 88',
      { type: 'hypothesis.open', text: 'deploy 88', by: kim, at: at('2026-03-28T00:14:00Z') },
      ['hypothesis', 'by Kim'],
    ],
    ['/h again the same as in May', { type: 'hypothesis.open', text: 'again the same as in May' }, ['hypothesis']],
    [
      '/h again 4 the provider says so',
      { type: 'hypothesis.reopen', hypothesis: h4, reason: 'the provider says so' },
      ['hypothesis open again', 'h4 provider DNS'],
    ],
    ['/h+ 3', { type: 'hypothesis.support', hypothesis: h3 }, ['supported', 'h3 deploy 88']],
    [
      '/h+ 3 errors began with it',
      { type: 'hypothesis.support', hypothesis: h3, text: 'errors began with it' },
      ['supported', 'h3 deploy 88'],
    ],
    [
      '/h- h3 rolled back, no change',
      { type: 'hypothesis.refute', hypothesis: h3, text: 'rolled back, no change' },
      ['refuted', 'h3 deploy 88'],
    ],
    ['/h- 3', { type: 'hypothesis.refute', hypothesis: h3 }, ['refuted', 'h3 deploy 88']],
    ['/h? 3 roll one host back', { type: 'hypothesis.test', hypothesis: h3, test: 'roll one host back' }, ['test', 'h3 deploy 88']],
    [
      '/h? 3 @sam 10m roll one host back',
      { type: 'hypothesis.test', hypothesis: h3, test: 'roll one host back', tester: sam, minutes: 10 },
      ['test', 'h3 deploy 88', 'owner Sam Adeyemi', '10 min'],
    ],
    ['/h~ 3 after the rollback', { type: 'hypothesis.park', hypothesis: h3, reason: 'after the rollback' }, ['parked', 'h3 deploy 88']],
    [
      '/e 3 + errors began at 01:20',
      { type: 'evidence.add', hypothesis: h3, sign: 'for', text: 'errors began at 01:20' },
      ['evidence for', 'h3 deploy 88'],
    ],
    [
      '@-7m ada: /e 3 -staging has 88 too',
      { type: 'evidence.add', hypothesis: h3, sign: 'against', text: 'staging has 88 too', by: ada, at: now - 7 * minute },
      ['evidence against', 'by Ada Lovelace', 'h3 deploy 88'],
    ],
  ])('%s', expectDraft);
});

describe('decisions', () => {
  const failOver = 'd1 fail over to eu-2';
  test.each<Row>([
    ['/d fail over', { type: 'decision.propose', text: 'fail over' }, ['decision']],
    ['/d @-7m fail over', { type: 'decision.propose', text: 'fail over', at: now - 7 * minute }, ['decision']],
    ['/d ok', { type: 'decision.decide', decision: d1 }, ['decided', failOver]],
    ['/d ok 1', { type: 'decision.decide', decision: d1 }, ['decided', failOver]],
    ['/d ok d1 hearing none', { type: 'decision.decide', decision: d1, reason: 'hearing none' }, ['decided', failOver]],
    ['/d poll 1', { type: 'decision.poll', decision: d1 }, ['any strong objections?', failOver]],
    ['/d no 1 eu-2 is full', { type: 'decision.object', decision: d1, text: 'eu-2 is full' }, ['strong objection', failOver]],
    [
      '/d no 1 @ada eu-2 is full',
      { type: 'decision.object', decision: d1, text: 'eu-2 is full', by: ada },
      ['strong objection', 'by Ada Lovelace', failOver],
    ],
    [
      'ada: /d no 1 eu-2 is full',
      { type: 'decision.object', decision: d1, text: 'eu-2 is full', by: ada },
      ['strong objection', 'by Ada Lovelace', failOver],
    ],
    [
      'ada: /d no 1 @ada eu-2 is full',
      { type: 'decision.object', decision: d1, text: 'eu-2 is full', by: ada },
      ['strong objection', 'by Ada Lovelace', failOver],
    ],
    ['/d no 1 @me eu-2 is full', { type: 'decision.object', decision: d1, text: 'eu-2 is full' }, ['strong objection', failOver]],
    ['/d drop 1', { type: 'decision.withdraw', decision: d1 }, ['proposal withdrawn', failOver]],
    [
      '/d back 2 it is daylight',
      { type: 'decision.reverse', decision: d2, reason: 'it is daylight' },
      ['decision reversed', 'd2 no deploys'],
    ],
    ['/d known 1 eu-2 is healthy', { type: 'decision.amend', decision: d1, known: 'eu-2 is healthy' }, ['what was known then', failOver]],
    ['/d unknown 1 its capacity', { type: 'decision.amend', decision: d1, unknown: 'its capacity' }, ['what was not known', failOver]],
    ['/d risk 1 a second outage', { type: 'decision.amend', decision: d1, risk: 'a second outage' }, ['the risk', failOver]],
    ['/d way 1 fail back', { type: 'decision.amend', decision: d1, wayBack: 'fail back' }, ['the way back', failOver]],
    // Decisions begin with such words too.
    ['/d no deploys until nine', { type: 'decision.propose', text: 'no deploys until nine' }, ['decision']],
    ['/d back to v87', { type: 'decision.propose', text: 'back to v87' }, ['decision']],
    ['/d ok to fail over', { type: 'decision.propose', text: 'ok to fail over' }, ['decision']],
    ['/d drop 100% of bots', { type: 'decision.propose', text: 'drop 100% of bots' }, ['decision']],
  ])('%s', expectDraft);

  test('that are open and several must be named', () => {
    const both = { ...context, decisions: context.decisions?.map((one) => ({ ...one, state: 'polling' as const })) ?? [] };
    expect(parseLine('/d ok', both)).toMatchObject({ kind: 'fault', at: 5, message: 'several are open: d1, d2' });
  });
});

describe('levers and actions', () => {
  test.each<Row>([
    ['/lever take drain', { type: 'lever.lease', lever: 'drain' }, ['take lever', 'Drain a place']],
    ['/lever take drain 15m', { type: 'lever.lease', lever: 'drain', minutes: 15 }, ['take lever', 'Drain a place', '15 min']],
    [
      'kim: /lever take Drain a place 15m',
      { type: 'lever.lease', lever: 'drain', minutes: 15, by: kim },
      ['take lever', 'by Kim', 'Drain a place', '15 min'],
    ],
    ['/lever on drain', { type: 'lever.apply', lever: 'drain' }, ['apply lever', 'Drain a place']],
    [
      '/lever on turn a feature off new-cart',
      { type: 'lever.apply', lever: 'flag-off', target: 'new-cart' },
      ['apply lever', 'Turn a feature off', 'target new-cart'],
    ],
    [
      '/lever on drain eu-1 worst: eu-2 carries all back: undrain checked @ada: eu-1',
      {
        type: 'lever.apply',
        lever: 'drain',
        target: 'eu-1',
        worstCase: 'eu-2 carries all',
        wayBack: 'undrain',
        checker: ada,
        readBack: 'eu-1',
      },
      ['apply lever', 'Drain a place', 'target eu-1', 'worst case: eu-2 carries all', 'way back: undrain', 'Ada Lovelace read back eu-1'],
    ],
    [
      '@-7m /lever on drain checked @Ada Lovelace: eu-1 back: undrain override: she is asleep',
      {
        type: 'lever.apply',
        lever: 'drain',
        checker: ada,
        readBack: 'eu-1',
        wayBack: 'undrain',
        at: now - 7 * minute,
        override: { reason: 'she is asleep' },
      },
      ['apply lever', 'Drain a place', 'way back: undrain', 'Ada Lovelace read back eu-1', 'override'],
    ],
    [
      '/lever on fallback eu',
      { type: 'lever.apply', lever: 'fallback', name: 'fallback', target: 'eu' },
      ['apply lever', 'new lever fallback', 'target eu'],
    ],
    [
      '/lever on "Static page" eu',
      { type: 'lever.apply', lever: 'static-page', name: 'Static page', target: 'eu' },
      ['apply lever', 'new lever Static page', 'target eu'],
    ],
    ['/lever on “dr” eu', { type: 'lever.apply', lever: 'dr', name: 'dr', target: 'eu' }, ['apply lever', 'new lever dr', 'target eu']],
    [
      '/lever on 数据 eu',
      { type: 'lever.apply', lever: 'u6570u636e', name: '数据', target: 'eu' },
      ['apply lever', 'new lever 数据', 'target eu'],
    ],
    ['/lever take kill-switch', { type: 'lever.lease', lever: 'kill-switch', name: 'Kill switch' }, ['take lever', 'Kill switch']],
    [
      '/lever off drain it did not help',
      { type: 'lever.revert', lever: 'drain', reason: 'it did not help' },
      ['revert lever', 'Drain a place'],
    ],
    [
      '/lever keep kill switch @ada until Monday',
      { type: 'lever.keep', lever: 'kill-switch', owner: ada, reason: 'until Monday' },
      ['keep lever', 'Kill switch', 'owner Ada Lovelace'],
    ],
    ['/lever keep drain', { type: 'lever.keep', lever: 'drain' }, ['keep lever', 'Drain a place']],
    ['/lever free drain', { type: 'lever.release', lever: 'drain' }, ['free lever', 'Drain a place']],
    ['/way undrain', { type: 'action.detail', entry: a2, wayBack: 'undrain' }, ['way back', 'of: drain eu-2']],
    ['/way @01:14 start it again', { type: 'action.detail', entry: a1, wayBack: 'start it again' }, ['way back', 'of: restart eu-1']],
    ['/worst all of eu is down', { type: 'action.detail', entry: a2, worstCase: 'all of eu is down' }, ['worst case', 'of: drain eu-2']],
    [
      '/check @ada eu-2',
      { type: 'action.detail', entry: a2, checker: ada, readBack: 'eu-2', target: 'eu-2' },
      ['checked', 'Ada Lovelace read back eu-2', 'of: drain eu-2'],
    ],
    [
      '/check @01:14 @ada eu-1',
      { type: 'action.detail', entry: a1, checker: ada, readBack: 'eu-1' },
      ['checked', 'Ada Lovelace read back eu-1', 'of: restart eu-1'],
    ],
    ['/check ada', { type: 'action.detail', entry: a2, checker: ada }, ['checked', 'Ada Lovelace', 'of: drain eu-2']],
    ['/misled the green dashboard', { type: 'entry.add', kind: 'note', text: 'the green dashboard', tags: ['misled'] }, ['misled by']],
  ])('%s', expectDraft);
});

describe('people and handoff', () => {
  const six = '06:00 Berlin · 05:00 UTC';
  test.each<Row>([
    ['/ask @net', { type: 'person.mark', people: [net], standing: 'asked' }, ['asked', 'Net']],
    [
      '/ask @net @db.team any changes?',
      { type: 'person.mark', people: [net, db], standing: 'asked', reason: 'any changes?' },
      ['asked', 'Net', 'DB team'],
    ],
    ['/ask @DB team any changes?', { type: 'person.mark', people: [db], standing: 'asked', reason: 'any changes?' }, ['asked', 'DB team']],
    ['/looking @net', { type: 'person.mark', people: [net], standing: 'looking' }, ['looking', 'Net']],
    ['ada: /looking', { type: 'person.mark', people: [ada], standing: 'looking', by: ada }, ['looking', 'by Ada Lovelace', 'Ada Lovelace']],
    ['/clear @net no drops', { type: 'person.mark', people: [net], standing: 'ruledOut', reason: 'no drops' }, ['ruled out', 'Net']],
    [
      '/x @net @kim @net thank you',
      { type: 'person.mark', people: [net, kim], standing: 'excused', reason: 'thank you' },
      ['excused', 'Net', 'Kim'],
    ],
    ['/x all', { type: 'person.mark', people: [sam, net], standing: 'excused' }, ['excused', 'Sam Adeyemi', 'Net']],
    [
      '/rest @sam 06:00',
      { type: 'person.mark', people: [sam], standing: 'resting', until: at('2026-03-28T05:00:00Z') },
      ['resting', 'Sam Adeyemi', `until ${six}`],
    ],
    [
      '/rest 8h',
      { type: 'person.mark', people: [self], standing: 'resting', until: now + 480 * minute },
      ['resting', 'Robin Vogel', 'until 09:40 Berlin · 08:40 UTC'],
    ],
    ['/rest', { type: 'person.mark', people: [self], standing: 'resting' }, ['resting', 'Robin Vogel']],
    ['/here @sam', { type: 'person.mark', people: [sam], standing: 'engaged' }, ['here', 'Sam Adeyemi']],
    ['@-7m /here', { type: 'person.mark', people: [self], standing: 'engaged', at: now - 7 * minute }, ['here', 'Robin Vogel']],
    ['/watch @kim', { type: 'person.mark', people: [kim], standing: 'observing' }, ['observing', 'Kim']],
    [
      '/team Network +49 30 1234',
      { type: 'person.add', name: 'Network', contact: '+49 30 1234', kind: 'team' },
      ['add team', 'Network', '+49 30 1234'],
    ],
    ['/help with the database', { type: 'entry.add', kind: 'note', text: 'with the database', tags: ['help'] }, ['help wanted']],
    ['/handoff @ada', { type: 'handoff.offer', to: ada }, ['offer command', 'to Ada Lovelace']],
    ['/handoff ada end of shift', { type: 'handoff.offer', to: ada, reason: 'end of shift' }, ['offer command', 'to Ada Lovelace']],
    [
      '/handoff @ada said on call',
      { type: 'handoff.offer', to: ada, spoken: 'on call' },
      ['command handed over', 'to Ada Lovelace', 'said on call'],
    ],
    ['/handoff @ada said', { type: 'handoff.offer', to: ada, spoken: 'aloud' }, ['command handed over', 'to Ada Lovelace', 'said aloud']],
    [
      '@-7m kim: /handoff @ada said on call',
      { type: 'handoff.offer', to: ada, spoken: 'on call', by: kim, at: now - 7 * minute },
      ['command handed over', 'by Kim', 'to Ada Lovelace', 'said on call'],
    ],
    ['/readback eu is down, two tasks run', { type: 'handoff.accept', readBack: 'eu is down, two tasks run' }, ['read back']],
    ['ada: /readback eu is down', { type: 'handoff.accept', readBack: 'eu is down', by: ada }, ['read back', 'by Ada Lovelace']],
    ['/readback', { type: 'handoff.accept' }, ['read back']],
    ['/confirm', { type: 'handoff.confirm' }, ['confirm handoff']],
    ['/nohandoff too tired', { type: 'handoff.decline', reason: 'too tired' }, ['no handoff']],
    [
      '/relief @ada 06:00',
      { type: 'relief.plan', person: ada, from: at('2026-03-28T05:00:00Z') },
      ['relief planned', 'Ada Lovelace', `from ${six}`],
    ],
    ['/norelief', { type: 'relief.noneAvailable' }, ['nobody can relieve']],
    ['/norelief all asleep', { type: 'relief.noneAvailable', reason: 'all asleep' }, ['nobody can relieve']],
    [
      '/awake 22:00',
      { type: 'person.setAwake', person: self, since: at('2026-03-27T21:00:00Z') },
      ['awake', 'Robin Vogel', 'since 2026-03-27 22:00 Berlin · 2026-03-27 21:00 UTC'],
    ],
    [
      '/awake @sam @-18h',
      { type: 'person.setAwake', person: sam, since: now - 1080 * minute },
      ['awake', 'Sam Adeyemi', 'since 2026-03-27 07:40 Berlin · 2026-03-27 06:40 UTC'],
    ],
    [
      '@00:10 /awake @sam',
      { type: 'person.setAwake', person: sam, since: at('2026-03-27T23:10:00Z') },
      ['awake', 'Sam Adeyemi', 'since 00:10 Berlin · 2026-03-27 23:10 UTC'],
    ],
    [
      'ada: /awake 2026-03-27 08:00',
      { type: 'person.setAwake', person: ada, since: at('2026-03-27T07:00:00Z'), by: ada },
      ['awake', 'by Ada Lovelace', 'Ada Lovelace', 'since 2026-03-27 08:00 Berlin · 2026-03-27 07:00 UTC'],
    ],
  ])('%s', expectDraft);
});

describe('the situation', () => {
  test.each<Row>([
    ['/can C: eu down. A: t4. N: a decision', { type: 'can.report', text: 'C: eu down. A: t4. N: a decision' }, ['CAN report']],
    ['/ans 2 no, checked', { type: 'question.answer', question: q2, text: 'no, checked' }, ['answer', 'q2 is billing hit?']],
    ['/restore', { type: 'focus.set', focus: 'restore' }, ['restore first']],
    ['/understand money is safe', { type: 'focus.set', focus: 'understand', reason: 'money is safe' }, ['understand first']],
    ['/tempo long', { type: 'tempo.set', tempo: 'long' }, ['long tempo']],
    ['/tempo Normal it is day', { type: 'tempo.set', tempo: 'normal', reason: 'it is day' }, ['normal tempo']],
    ['/ws Database', { type: 'workstream.open', name: 'Database' }, ['workstream', 'Database']],
    [
      '/ws Data layer: bring replicas back',
      { type: 'workstream.open', name: 'Data layer', goal: 'bring replicas back' },
      ['workstream', 'Data layer', 'goal: bring replicas back'],
    ],
    [
      '/ws Data layer @ada 20m: bring replicas back',
      { type: 'workstream.open', name: 'Data layer', leader: ada, minutes: 20, goal: 'bring replicas back' },
      ['workstream', 'Data layer', 'led by Ada Lovelace', '20 min', 'goal: bring replicas back'],
    ],
    [
      '/ws DB 20m @Ada Lovelace : replicas',
      { type: 'workstream.open', name: 'DB', leader: ada, minutes: 20, goal: 'replicas' },
      ['workstream', 'DB', 'led by Ada Lovelace', '20 min', 'goal: replicas'],
    ],
    ['/ws eu:west @ada', { type: 'workstream.open', name: 'eu:west', leader: ada }, ['workstream', 'eu:west', 'led by Ada Lovelace']],
    ['/ws end to end checks', { type: 'workstream.open', name: 'end to end checks' }, ['workstream', 'end to end checks']],
    ['/ws end 1', { type: 'workstream.close', workstream: w1 }, ['workstream ended', 'w1 Database']],
    [
      '/ws end w1 replicas are back',
      { type: 'workstream.close', workstream: w1, outcome: 'replicas are back' },
      ['workstream ended', 'w1 Database'],
    ],
    [
      '/ws set 1 @kim 30m: find out why',
      { type: 'workstream.amend', workstream: w1, leader: kim, minutes: 30, goal: 'find out why' },
      ['workstream changed', 'w1 Database', 'led by Kim', '30 min', 'goal: find out why'],
    ],
    ['/merge inc-4', { type: 'incident.merge', into: inc4 }, ['merge into inc-4', 'Provider is down']],
    [
      '/merge INC-4 same provider',
      { type: 'incident.merge', into: inc4, reason: 'same provider' },
      ['merge into inc-4', 'Provider is down'],
    ],
    ['/unmerge it was ours', { type: 'incident.unmerge', reason: 'it was ours' }, ['unmerge']],
    ['/until errors under 1 % for 30 min', { type: 'incident.amend', exitCriteria: 'errors under 1 % for 30 min' }, ['exit criteria']],
    ['/type security', { type: 'incident.amend', incidentType: 'security' }, ['type', 'Security']],
    ['/type Data', { type: 'incident.amend', incidentType: 'data' }, ['type', 'Data']],
  ])('%s', expectDraft);
});

describe('lines that send nothing bring something up', () => {
  test.each<[string, object]>([
    ['/can', { kind: 'fill', from: 'can', chip: { label: 'CAN report' } }],
    ['/brief', { kind: 'copy', what: 'brief', chip: { label: 'copy the brief' } }],
    ['/board', { kind: 'open', screen: 'board', chip: { label: 'hypotheses' } }],
    ['/roll', { kind: 'open', screen: 'rollCall', chip: { label: 'roll call' } }],
    ['/merge', { kind: 'open', screen: 'merge', chip: { label: 'merge' } }],
    ['/lever', { kind: 'open', screen: 'levers', chip: { label: 'levers' } }],
    ['/help', { kind: 'open', screen: 'help', chip: { label: 'help wanted' } }],
    ['/followups', { kind: 'open', screen: 'followUps', chip: { label: 'follow-ups' } }],
    ['/meeting', { kind: 'open', screen: 'meeting', chip: { label: 'review meeting' } }],
    ['/before', { kind: 'open', screen: 'before', chip: { label: 'happened before' } }],
    ['/library', { kind: 'open', screen: 'library', chip: { label: 'library' } }],
    ['/export', { kind: 'open', screen: 'export', chip: { label: 'export' } }],
    ['/directory', { kind: 'open', screen: 'directory', chip: { label: 'directory' } }],
  ])('%s', (line, opening) => {
    expect(parseLine(line, context)).toEqual(opening);
  });

  test.each<[string, string]>([
    ['/at 01:14', '2026-03-28T00:14:00Z'],
    ['/at @01:14', '2026-03-28T00:14:00Z'],
    ['/at @-20m', '2026-03-28T00:20:00Z'],
    ['/at 2026-03-27 23:10', '2026-03-27T22:10:00Z'],
    ['@01:14 /at', '2026-03-28T00:14:00Z'],
    ['/at 02:40', '2026-03-27T01:40:00Z'],
    ['/at 2026-03-27', '2026-03-26T23:00:00Z'],
    ['/at @~01', '2026-03-28T00:00:00Z'],
    ['/at 01:45', '2026-03-28T00:40:00Z'],
  ])('%s shows what the log knew at %s', (line, moment) => {
    expect(parseLine(line, context)).toMatchObject({ kind: 'open', screen: 'knownAt', at: at(moment), chip: { label: 'as known at' } });
  });

  test('a call for help is written down, and then whom to call comes up', () => {
    expect(command('/help with the database').opens).toEqual({ kind: 'open', screen: 'help', text: 'with the database' });
  });
});

describe('what cannot be is a fault that says what, where and what belongs there', () => {
  test.each<[string, number, string, string]>([
    ['/t', 2, 'what is to be done is missing', 'what is to be done'],
    ['/t @sam 5m', 10, 'what is to be done is missing', 'what is to be done'],
    ['/t @zed look', 3, 'nobody here is called zed; add: /person zed', 'a person, such as @kim'],
    ['/t @net look', 3, 'Net is a team', 'one person by name, such as @kim'],
    ['/t 0m look', 3, '0m is no time at all', 'minutes, such as 5m or 1h'],
    ['/t 25h look', 3, '25h is longer than a day', 'minutes, such as 5m or 1h'],
    ['/t done', 7, 'the task is missing', 'one of t4, t4b'],
    ['/t done 9', 8, 'no task is called 9', 'one of t4, t4b'],
    ['/t done everything', 8, 'no task is called everything', 'one of t4, t4b'],
    ['/t start 9', 9, 'no task is called 9', 'one of t4, t4b'],
    [
      '/t start 4 more pods',
      11,
      '/t takes no more words: more pods',
      'the end of the line; a new task may begin with its minutes: /t 5m start …',
    ],
    ['/t +5', 5, 'the task is missing', 'one of t4, t4b'],
    ['/t +5x 4', 3, '+5x is not a number of minutes', 'more time, such as +5 or +1h'],
    ['/t on 4', 7, 'a person is missing', 'a person, such as @kim'],
    ['@~01 /t look', 0, '/t takes a time to the minute', 'a time, such as @02:14 or @-7m'],
    ['! /t look', 0, 'only entries are starred, and /t is none', 'the line without its !'],
    ['/h- 9 why', 4, 'no hypothesis is called 9', 'one of h3, h4'],
    ['/h- t4 why', 4, 'no hypothesis is called t4', 'one of h3, h4'],
    ['/h? 3', 5, 'what would prove it wrong is missing', 'what would prove it wrong'],
    ['/e 3 so what', 5, 'does it speak for or against?', '+ or -, then what was seen'],
    ['/e 3 +', 6, 'what was seen is missing', 'what was seen'],
    ['/d no', 5, 'the decision is missing', 'one of d1, d2'],
    ['/d no 1', 7, 'the objection is missing', 'the objection'],
    ['/d no 7 too risky', 6, 'no decision is called 7', 'one of d1, d2'],
    ['kim: /d no 1 @ada too risky', 13, 'who objects: Kim or Ada Lovelace?', 'one of the two'],
    ['@-7m /d known 1 text', 16, 'what belongs to a decision carries no time of its own', 'the line without its time'],
    ['/lever turn drain', 7, 'turn is nothing that a lever does', 'take, on, off, keep or free, then the lever'],
    ['/lever on', 9, 'the lever is missing', 'drain, flag-off, kill-switch, or another name'],
    ['/lever on dra eu-1', 10, 'dra may be drain', 'the whole key, or "dra" in quotes for a lever of that name'],
    ['/lever off fallback', 11, 'no lever is called fallback', 'one of drain, flag-off, kill-switch'],
    ['/lever on drain eu-1 worst:', 21, 'the worst case is missing', 'the worst case'],
    ['/lever on drain worst: a worst: b', 25, 'worst: stands there twice', 'each of worst:, back: and checked @who: once'],
    ['/lever on drain eu-1 checked @zed: eu-1', 29, 'nobody here is called zed; add: /person zed', 'a person, such as @kim'],
    ['/way @01:15 undo it', 12, 'no action was done in that minute', 'the minute of an action, or none for the last one'],
    ['/way', 4, 'the way back is missing', 'the way back'],
    ['/ask', 4, 'who is missing', 'a person or a team, such as @kim'],
    ['/looking at the graphs', 9, 'who is missing', 'a person or a team, such as @kim'],
    ['/x', 2, 'who is missing', 'a person or a team, such as @kim'],
    ['/handoff', 8, 'a person is missing', 'a person, such as @kim'],
    ['/confirm the failover hangs', 9, '/confirm takes no more words: the failover hangs', 'the end of the line'],
    ['/relief @ada', 12, 'from when is missing', 'a time to come: 06:00, +2h or 2026-03-30 06:00'],
    ['/awake', 6, 'since when is missing', 'a time, such as 22:00 or @-18h'],
    ['/awake @sam tired', 12, 'since when is missing', 'a time, such as 22:00 or @-18h'],
    ['/ans 7 no', 5, 'no question is called 7', 'one of q2'],
    ['/ans 2', 6, 'the answer is missing', 'the answer'],
    ['/tempo fast', 7, 'fast is not a tempo', 'normal, long or marathon'],
    ['/ws @ada', 4, 'the name is missing', 'the name'],
    ['/ws DB @ada bring it back', 12, 'a goal stands behind a colon', '@leader, minutes, or : and the goal'],
    ['/ws set 1', 9, 'what changes is missing', '@leader, minutes, or : and the goal'],
    ['/merge inc-9', 7, 'no other open incident is called inc-9', 'one of inc-4'],
    ['/type weather', 6, 'weather is not a type of incident', 'one of security, data'],
    ['/at', 3, 'the time is missing', 'a time, such as 02:40 or @-20m'],
    ['/at 25:40', 4, '25:40 is not a time of day', 'a time, such as @02:14, @-7m, @~02, @02:00..02:20 or @2026-03-29 01:58'],
    ['/board of hypotheses', 7, '/board stands alone', 'the end of the line'],
  ])('%s: column %i, %s', (line, column, message, expected) => {
    expect(parseLine(line, context)).toMatchObject({ kind: 'fault', at: column, message, expected });
  });

  test('in an incident where nothing was named yet, it says how the first one comes to be', () => {
    const empty: LineContext = { now, zone: 'UTC', self, people: [] };
    expect(parseLine('/t done 1', empty)).toMatchObject({ expected: 'a task: there is none yet, /t adds one' });
    expect(parseLine('/h- 1 no', empty)).toMatchObject({ expected: 'a hypothesis: there is none yet, /h adds one' });
    expect(parseLine('/d ok', empty)).toMatchObject({ expected: 'a decision: there is none yet, /d proposes one' });
    expect(parseLine('/way back', empty)).toMatchObject({ message: 'no action is written yet', expected: 'an action first: /a' });
    expect(parseLine('/lever off drain', empty)).toMatchObject({ expected: 'a lever: none is known here' });
    expect(parseLine('/x all', empty)).toMatchObject({ message: 'nobody is ruled out' });
    expect(parseLine('/merge inc-1', empty)).toMatchObject({ expected: 'another open incident: there is none' });
  });

  test('a team speaks no lines, and its name before a colon stays text', () => {
    expect(parseLine('net: is slow', context)).toMatchObject({ draft: { type: 'entry.add', kind: 'note', text: 'net: is slow' } });
  });
});
