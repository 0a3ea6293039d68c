/** Lines typed into a real incident: what they may name comes from its view, and what they make goes through its charts. */
import { describe, expect, test } from 'vitest';
import { type LineSurroundings, lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import type { LineContext } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const contextOf = (console: PaperConsole, more: Partial<LineSurroundings> = {}): LineContext =>
  lineContextOf(console.view, { now: console.now, self: console.actor.id, name: console.actor.name, ...more });

/** Types a line as the composer would; answers why it was refused, or undefined. */
function typed(console: PaperConsole, line: string): string | undefined {
  const parsed = parseLine(line, contextOf(console));
  if (parsed.kind !== 'command') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  const result = console.run(parsed.draft);
  return result.ok ? undefined : result.error.message;
}

/** Types lines, each of which must be written; answers what is known then. */
function types(console: PaperConsole, ...lines: readonly string[]): IncidentView {
  for (const line of lines) expect(`${line}: ${typed(console, line) ?? 'written'}`).toBe(`${line}: written`);
  return console.view;
}

const idOf = (view: IncidentView, name: string): string => {
  const found = Object.values(view.people).find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
};

describe('a night, typed line by line', () => {
  test('tasks are given, heard, extended, handed on and answered', () => {
    const console = declared(2);
    types(console, '/person Sam Adeyemi', '/person Ada', '/t @sam 5m check lag', '/t page the provider', 'sam: /t ack 1');
    console.passes(2 * minute);
    const view = types(console, '/t +5 1', '/t on 2 @ada 10m', '/t stuck t2 nobody answers', '/t done 1 lag is 2 s');
    expect(view.tasks.map(({ label, state, to, minutes }) => ({ label, state, to, minutes }))).toMatchObject([
      { label: 't1', state: 'done', to: idOf(view, 'Sam Adeyemi') },
      { label: 't2', state: 'stuck', to: idOf(view, 'Ada'), minutes: 10 },
    ]);
    expect(typed(console, '/t +5 1')).toBeDefined();
    expect(types(console, '/t again 1 lag is back').tasks[0]).toMatchObject({ state: 'running' });
  });

  test('hypotheses are tested, weighed and refuted; decisions are polled, objected to and made', () => {
    const console = declared(2);
    types(console, '/person Ada', '/h deploy 88', '/h provider DNS', '/h? 1 @ada 10m roll one host back', '/e 1 - staging has 88 too');
    const view = types(
      console,
      '/h- 1 rolled back, no change',
      '/h+ 2 their status page says so',
      '/d fail over to eu-2',
      'ada: /d no 1 eu-2 is full',
      '/d risk 1 a second outage',
      '/d ok',
    );
    expect(view.hypotheses.map(({ label, state }) => [label, state])).toEqual([
      ['h1', 'refuted'],
      ['h2', 'supported'],
    ]);
    expect(view.hypotheses[0]?.evidence.map(({ sign, text }) => [sign, text])).toContainEqual(['against', 'staging has 88 too']);
    expect(view.decisions[0]).toMatchObject({
      label: 'd1',
      state: 'decided',
      risk: 'a second outage',
      objections: [{ by: idOf(view, 'Ada'), text: 'eu-2 is full' }],
    });
    expect(types(console, '/d back 1 it is worse there').decisions[0]).toMatchObject({ state: 'reversed', reason: 'it is worse there' });
  });

  test('levers are taken and applied with a checker, and what is known of an action is added to the last one', () => {
    const console = declared(2);
    types(console, '/person Ada', '/lever take drain 15m');
    expect(typed(console, '/lever on drain eu-1')).toContain('reads the target back');
    const view = types(
      console,
      '/lever on drain eu-1 worst: eu-2 carries all back: let traffic in checked @ada: eu-1',
      '/lever on "Static page" eu',
      '/a restart the cache',
      '/way start it again',
      '/worst nobody can pay',
      '/check @ada cache-1',
    );
    expect(view.levers.map(({ lever, name, state, target }) => ({ lever, name, state, target }))).toEqual([
      { lever: 'drain', name: 'Drain a place', state: 'applied', target: 'eu-1' },
      { lever: 'static-page', name: 'Static page', state: 'applied', target: 'eu' },
    ]);
    expect(Object.values(view.actionDetails)).toContainEqual(
      expect.objectContaining({ wayBack: 'start it again', worstCase: 'nobody can pay', checker: idOf(view, 'Ada'), target: 'cache-1' }),
    );
    const after = types(console, '/lever off drain it did not help', '/lever keep static page @ada');
    expect(after.levers.map(({ state }) => state)).toEqual(['reverted', 'kept']);
  });

  test('teams are asked, ruled out and released together; command is handed over aloud', () => {
    const console = declared(2);
    types(
      console,
      '/person Ada',
      '/team Net',
      '/team DB',
      '/ask @net @db is it yours?',
      '/looking @db',
      '/clear @net no drops',
      '/clear @db',
    );
    const released = types(console, '/x all');
    expect([idOf(released, 'Net'), idOf(released, 'DB')].map((id) => released.people[id]?.standing)).toEqual(['excused', 'excused']);
    const view = types(console, '/handoff @ada said on call', '/awake @ada 22:00', '/rest 8h');
    expect(view.roles.commander?.holder).toBe(idOf(view, 'Ada'));
    expect(view.people[console.actor.id]).toMatchObject({ standing: 'resting', until: console.now + 480 * minute });
  });

  test('the situation is told: report, answer, focus, tempo, workstream, type and exit criteria', () => {
    const console = declared(2);
    const view = types(
      console,
      '/can C: cards fail',
      '? is billing hit?',
      '/ans 1 no',
      '/understand',
      '/tempo long',
      '/ws Database 20m: replicas back',
      '/type security',
      '/until errors under 1 %',
    );
    expect(view).toMatchObject({
      can: { text: 'C: cards fail' },
      questions: [{ label: 'q1', answer: { text: 'no' } }],
      focus: 'understand',
      tempo: 'long',
      workstreams: [{ label: 'w1', name: 'Database', goal: 'replicas back' }],
      incidentType: 'security',
      exitCriteria: 'errors under 1 %',
    });
    expect(types(console, '/ws end 1 they are back').workstreams[0]).toMatchObject({ outcome: 'they are back' });
  });
});

describe('what a line may name', () => {
  test('is people under one name each, without those who were erased, and teams apart from them', () => {
    const console = declared(2);
    const view = types(console, '/person Sam', '/person Sam Adeyemi', '/team Net');
    console.does({ type: 'person.sameAs', person: idOf(view, 'Sam'), sameAs: idOf(view, 'Sam Adeyemi') });
    const context = contextOf(console);
    expect(context.people.map(({ name }) => name)).toEqual([console.actor.name, 'Sam Adeyemi']);
    expect(context.teams).toEqual([{ id: idOf(view, 'Net'), name: 'Net', standing: console.view.people[idOf(view, 'Net')]?.standing }]);
  });

  test('is whoever types, before the incident knows them, once they have a name', () => {
    const console = declared(2);
    const stranger = '018f0000-0000-7000-8000-000000000001';
    expect(contextOf(console, { self: stranger, name: 'Tim' }).people.at(-1)).toEqual({ id: stranger, name: 'Tim' });
    expect(contextOf(console, { self: stranger, name: '' }).people.map(({ id }) => id)).not.toContain(stranger);
  });

  test('is the playbook’s levers as they stand, and those that were made here', () => {
    const console = declared(2);
    types(console, '/lever on degrade', '/lever take "Static page"');
    const levers = contextOf(console).levers ?? [];
    expect(levers.find(({ lever }) => lever === 'degrade')).toEqual({
      lever: 'degrade',
      name: 'Serve less',
      state: 'applied',
      listed: true,
    });
    expect(levers.at(-1)).toEqual({ lever: 'static-page', name: 'Static page', state: 'leased', listed: false });
  });

  test('is an action as it reads now: corrected, an applied lever, never one that was hidden', () => {
    const console = declared(2);
    types(console, '/a restart the cahce', '/a drop the table', 'rolled back by hand', '/lever on degrade search');
    const [typo, hidden, note] = console.events.filter(({ type }) => type === 'entry.added').map(({ id }) => id);
    console.does({ type: 'entry.correct', entry: typo ?? '', text: 'restart the cache', occurredAt: console.now - 5 * minute });
    console.does({ type: 'entry.redact', entry: hidden ?? '' });
    console.does({ type: 'entry.correct', entry: note ?? '', kind: 'action' });
    expect(contextOf(console).actions).toEqual([
      { id: typo, text: 'restart the cache', occurredAt: console.now - 5 * minute },
      { id: note, text: 'rolled back by hand', occurredAt: console.now },
      { id: expect.any(String), text: 'Serve less: search', occurredAt: console.now, target: 'search' },
    ]);
  });

  test('is another incident while it is open, never this one', () => {
    const console = declared(2);
    const other = { id: '018f0000-0000-7000-8000-000000000002', label: 'inc-2', title: 'Provider is down', phase: 'fixing' } as const;
    const incidents = [
      { id: console.incidentId, label: 'inc-1', title: 'This one', phase: 'investigating' } as const,
      other,
      { ...other, id: '018f0000-0000-7000-8000-000000000003', label: 'inc-3', phase: 'closed' } as const,
    ];
    expect(contextOf(console, { incidents }).incidents?.map(({ label }) => label)).toEqual(['inc-2']);
  });

  test('keeps a label that two consoles gave at once for each of the two things', () => {
    const here = declared(2);
    const there = new PaperConsole({ now: here.now, incidentId: here.incidentId, name: 'Sam' });
    there.hears(here);
    types(here, '/t check lag');
    there.now += minute;
    types(there, '/t page Net');
    here.hears(there);
    const view = types(here, '/t drop 1b', '/t drop 1');
    expect(view.tasks.map(({ label, text, state }) => [label, text, state])).toEqual([
      ['t1', 'check lag', 'dropped'],
      ['t1b', 'page Net', 'dropped'],
    ]);
  });
});
