/** Roles that an organisation added to its playbook: given, taken, laid down, carried, shown and handed on like those that are built in. */
import { describe, expect, test } from 'vitest';
import { incidentText } from '../../electron/cli/incident-text.ts';
import { roleHolders, roleShort } from '../../renderer/screens/room/panels/role-holders.ts';
import { commandSchemas } from '../../shared/incident/commands.ts';
import { eventSchemas } from '../../shared/incident/events.ts';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { offersOf } from '../../shared/incident/log-line/offers.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { carriedRoles, vacancies } from '../../shared/incident/people/carried-roles.ts';
import { handoffBrief } from '../../shared/incident/people/handoff-brief.ts';
import { roleHistory } from '../../shared/incident/people/role-history.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { playbookFileSchema } from '../../shared/playbook/schema.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';
import { adds, joins, refusal } from '../fixtures/rooms.ts';

const care = { id: 'customer-care', name: 'Customer care', short: 'Care', duties: 'Answers customers.', mustNot: '', brief: '' };
const legal = { id: 'legal', name: 'Counsel', short: 'Legal', duties: 'Knows what must be said to whom.', mustNot: '', brief: '' };
const { 2: sev2 } = defaultPlaybook.severities;
const playbook = {
  ...defaultPlaybook,
  roles: [...defaultPlaybook.roles, care, legal],
  severities: { ...defaultPlaybook.severities, 2: { ...sev2, requiredRoles: [...sev2.requiredRoles, 'customer-care'] } },
};
const room = () => {
  const kim = declared(2, { playbook });
  return { kim, ada: adds(kim, 'Ada') };
};
const contextOf = (console: PaperConsole) => lineContextOf(console.view, { now: console.now, self: console.actor.id, name: 'Kim' });
const typed = (console: PaperConsole, line: string) => parseLine(line, contextOf(console));
const texts = (console: PaperConsole) => timelineOf(console.view).map(({ text }) => text);

describe('a role that an organisation added', () => {
  test('is asked for by a severity, carried by the declarer, and shown by its short name in the order of the playbook', () => {
    const { kim } = room();
    expect(carriedRoles(kim.view)).toEqual([{ person: kim.actor.id, roles: ['commander', 'ops', 'comms', 'customer-care'] }]);
    const [holder] = roleHolders(kim.view);
    expect(holder?.roles.map((role) => roleShort(kim.view, role))).toEqual(['IC', 'Ops', 'Comms', 'Care']);
    expect(incidentText(kim.view, kim.now)).toContain('Customer care: Kim');
  });

  test('is assigned, assumed and released by everything that people type for it', () => {
    const { kim, ada } = room();
    for (const line of ['/role customer-care @ada', '/role care @ada', '/role Customer Care @ada', '/role customer.care: @ada']) {
      expect(typed(kim, line), line).toMatchObject({
        kind: 'command',
        draft: { type: 'role.assign', role: 'customer-care', person: ada },
        chip: { label: 'Customer care is Ada' },
      });
    }
    kim.does({ type: 'role.assign', role: 'customer-care', person: ada });
    expect(kim.view.roles['customer-care']).toMatchObject({ state: 'held', holder: ada });
    expect(typed(kim, '/take care she is asleep')).toMatchObject({
      draft: { type: 'role.assume', role: 'customer-care', reason: 'she is asleep' },
    });
    expect(refusal(kim, { type: 'role.assume', role: 'customer-care' })).toContain('Ada holds this role');
    kim.does({ type: 'role.assume', role: 'customer-care', reason: 'she is asleep' });
    kim.does({ type: 'role.release', role: 'customer-care' });
    expect(kim.view.roles['customer-care']).toMatchObject({ state: 'vacant' });
    expect(texts(kim)).toEqual(
      expect.arrayContaining(['Customer care: Ada', 'Customer care: Kim took it: she is asleep', 'Customer care: released']),
    );
  });

  test('of a name that is also a short form of another is the one that the playbook means', () => {
    const { kim } = room();
    expect(typed(kim, '/take legal')).toMatchObject({ draft: { role: 'legal' }, chip: { label: 'take Counsel' } });
    const plain = declared(2);
    expect(typed(plain, '/take legal')).toMatchObject({ draft: { role: 'security' } });
  });

  test('is in the brief, in the history with its gap, in what is vacant, and in the prompt that asks for somebody', () => {
    const { kim, ada } = room();
    const sam = joins(kim, 'Sam');
    kim.does({ type: 'role.assign', role: 'customer-care', person: ada });
    const people = handoffBrief(kim.view, kim.now).find(({ heading }) => heading === 'People');
    expect(people?.lines).toContain('Ada, Customer care');
    kim.passes(10 * minute);
    kim.does({ type: 'role.release', role: 'customer-care' });
    kim.passes(6 * minute);
    expect(vacancies(kim.view)).toMatchObject([{ role: 'customer-care' }]);
    expect(roleHistory(kim.view, kim.now).find(({ role }) => role === 'customer-care')).toMatchObject({
      held: [{ person: kim.actor.id }, { person: ada, to: kim.now - 6 * minute }],
      gaps: [{ from: kim.now - 6 * minute, to: kim.now }],
      vacant: 6 * minute,
    });
    const asked = prompts(kim.view, kim.now).find(({ kind }) => kind === 'vacancy');
    expect(asked?.says).toBe('Customer care: nobody for 6 min.');
    expect(asked?.answers.at(-1)).toEqual({ says: 'I take it', key: '/take customer-care' });
    sam.hears(kim);
    expect(sam.view.roles).toEqual(kim.view.roles);
  });

  test('is offered with the others where a line wants a role', () => {
    const { kim } = room();
    expect(offersOf({ of: 'roles' }, contextOf(kim)).map(({ label }) => label)).toEqual([
      'ic',
      ...defaultPlaybook.roles.slice(1).map(({ id }) => id),
      'customer-care',
      'legal',
    ]);
    expect(typed(kim, '/take janitor')).toMatchObject({
      kind: 'fault',
      message: 'janitor is not a role',
      expected: expect.stringContaining('customer-care'),
    });
  });
});

describe('a role that nobody knows', () => {
  test('is given to nobody, and the refusal names those that there are', () => {
    const kim = declared(2);
    expect(refusal(kim, { type: 'role.assign', role: 'customer-care', person: kim.actor.id })).toMatch(
      /^Not from here: the playbook has no role customer-care\. It has commander, .*observer\.$/,
    );
    expect(kim.view.roles).not.toHaveProperty('customer-care');
  });

  test('in a log of another console is folded, shown by its id, and can be laid down', () => {
    const kim = declared(2);
    kim.write(
      { id: kim.newId(), type: 'role.assigned', v: 1, body: { role: 'customer-care', person: kim.actor.id, replaces: null } },
      { command: kim.newId() },
      kim.actor.id,
    );
    expect(kim.view.contested).toEqual([]);
    expect(roleHolders(kim.view)[0]?.roles).toContain('customer-care');
    expect(texts(kim)).toContain('customer-care: Kim');
    kim.does({ type: 'role.release', role: 'customer-care' });
    expect(kim.view.roles['customer-care']).toMatchObject({ state: 'vacant' });
  });

  test.each(['Customer care', '1st', 'constructor', '__proto__', '', 'a'.repeat(41)])('is no id when it reads %j', (role) => {
    const by = { commandId: crypto.randomUUID(), incidentId: crypto.randomUUID() };
    expect(commandSchemas['role.assume'].safeParse({ ...by, type: 'role.assume', role }).success).toBe(false);
    expect(eventSchemas['role.assumed'].safeParse({ role, person: 'p' }).success).toBe(false);
    const roles = [...defaultPlaybook.roles, { ...care, id: role }];
    expect(playbookFileSchema.safeParse({ ...defaultPlaybook, roles }).success).toBe(false);
  });
});
