import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { busyRoom, commandOf, everyCommand } from '../fixtures/every-command.ts';
import { merged, unmerged } from '../fixtures/merging.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

type Given = keyof typeof everyCommand;
const types = Object.keys(everyCommand) as Given[];
/** With the end of an incident nobody waits for a next time any more; the rest moves no promise. */
const endings = new Set<Given>([
  'incident.decline',
  'incident.markFalseAlarm',
  'incident.cancel',
  'incident.resolve',
  'review.start',
  'incident.close',
]);

const promises = (console: PaperConsole) =>
  console.does({ type: 'update.send', audiences: ['customers'], text: 'We look.', nextAt: console.now + 400 * minute }).cadences.customers
    .promise;

describe('over every command of the catalogue', () => {
  test.each(types.filter((type) => !endings.has(type)))('%s moves no promise to an audience that it tells nothing', (type) => {
    const console = busyRoom(type === 'incident.accept' ? 'ungraded' : 'graded');
    everyCommand[type].before?.(console);
    const promised = promises(console);
    // An end takes the promise back: what came before it is not the question here.
    const before = type === 'incident.reopen' ? undefined : promised;
    console.passes(3 * minute);
    const run = console.run(commandOf(type, console));
    expect(run).toMatchObject({ ok: true });
    expect(console.view.contested).toEqual([]);
    expect(console.view.cadences.customers.promise).toEqual(before);
  });

  test.each([...endings])('%s ends it', (type) => {
    const console = busyRoom(type === 'incident.decline' ? 'ungraded' : 'graded');
    promises(console);
    everyCommand[type].before?.(console);
    console.does(commandOf(type, console));
    expect(console.view.cadences.customers.promise).toBeUndefined();
  });

  test('going into another incident and coming back moves none', () => {
    const source = busyRoom();
    const promised = promises(source);
    const target = declared(1, { now: source.now });
    merged(source, target);
    expect(source.view.cadences.customers.promise).toEqual(promised);
    expect(target.view.cadences.customers.promise?.at).toBe(promised?.at);
    unmerged(source, target);
    expect(source.view.cadences.customers.promise).toEqual(promised);
    expect(target.view.cadences.customers.promise).toBeUndefined();
  });

  test('another playbook plans the targets anew and moves none', () => {
    const console = busyRoom();
    const promised = promises(console);
    console.passes(5 * minute);
    const customers = { ...defaultPlaybook.cadences.customers, bySeverity: { ...defaultPlaybook.cadences.customers.bySeverity, 2: 10 } };
    const content = { ...defaultPlaybook, cadences: { ...defaultPlaybook.cadences, customers } };
    const body = { hash: '1'.repeat(64), content };
    console.write({ id: console.newId(), type: 'playbook.adopted', v: 1, body }, { command: console.newId() }, console.actor.id);
    expect(console.view.cadences.customers).toMatchObject({ promise: promised, target: console.now + 10 * minute });
  });

  test('a newer message to the audience does, and takes its place', () => {
    const console = busyRoom();
    promises(console);
    console.does({ type: 'update.send', audiences: ['customers'], text: 'Still.', nextAt: console.now + 20 * minute });
    expect(console.view.cadences.customers.promise?.at).toBe(console.now + 20 * minute);
  });
});
