/** Messages typed into the composer, and the prompts that ask about them. */
import { describe, expect, test } from 'vitest';
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import type { LineChannel } from '../../shared/incident/log-line/parsed-line.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import { promptFor, prompts } from '../../shared/incident/prompts.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const channels: readonly LineChannel[] = [
  { id: 'status-page', name: 'Status page', audiences: ['customers', 'partners'] },
  { id: 'ops', name: 'Slack #ops', audiences: ['staff', 'responders'] },
];

/** Kim commands, Sam has comms. */
function team(): { readonly console: PaperConsole; readonly sam: string } {
  const console = declared(2, { channels });
  console.does({ type: 'person.add', name: 'Sam' });
  const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
  console.does({ type: 'role.assign', role: 'comms', person: sam, reason: 'a second pair of hands' });
  return { console, sam };
}

const read = (console: PaperConsole, line: string, self = console.actor.id, known = channels) =>
  parseLine(line, lineContextOf(console.view, { now: console.now, self, name: '', channels: known }));

function types(console: PaperConsole, line: string, self = console.actor.id) {
  const parsed = read(console, line, self);
  if (parsed.kind !== 'command') throw new Error(`${line}: ${JSON.stringify(parsed)}`);
  const by = self === console.actor.id ? {} : { by: self };
  const result = console.run({ ...parsed.draft, ...by });
  if (!result.ok) throw new Error(`${line}: ${result.error.message}`);
  return { view: console.view, chip: parsed.chip };
}

describe('/u', () => {
  test('writes down what was sent where no channel reaches everybody who is told', () => {
    const { console } = team();
    expect(read(console, '/u customers,executives Payments fail next 20m')).toMatchObject({
      draft: { type: 'update.send', text: 'Payments fail', audiences: ['customers', 'executives'] },
      chip: { label: 'update to customers, executives' },
    });
    expect(read(console, '/u staff Payments fail next 20m', console.actor.id, [])).not.toHaveProperty('draft.channels');
  });

  test('goes out over the channels that reach them, with the time of the next one in its text, and says so before Enter', () => {
    const { console } = team();
    const { chip, view } = types(console, '/u customers,staff Payments fail next 20m');
    expect(chip).toMatchObject({ label: 'send update to customers, staff' });
    expect(chip.details?.[0]).toBe('over Status page, Slack #ops');
    expect(view.updates).toMatchObject([{ text: 'Payments fail\nNext message: 01:50 Berlin.', nextAt: console.now + 20 * minute }]);
    expect(view.deliveries.map(({ channel }) => channel)).toEqual(['status-page', 'ops']);
  });

  test('becomes a draft where somebody else has to say yes, and goes at once where a reason says so', () => {
    const { console, sam } = team();
    const { chip, view } = types(console, '/u customers Payments fail next 20m', sam);
    expect(chip).toMatchObject({ label: 'draft: update to customers', details: ['waits for Kim', expect.stringContaining('next 01:50')] });
    expect(view.updates).toEqual([]);
    expect(view.drafts).toMatchObject([{ label: 'u1', state: 'drafted', text: 'Payments fail\nNext message: 01:50 Berlin.' }]);
    expect(types(console, '/u staff Payments fail next 20m', sam).view.updates).toHaveLength(1);
    expect(types(console, '/u customers Payments fail next 20m override: it burns', sam).view.updates.at(-1)).toMatchObject({
      approval: 'unapproved',
    });
  });

  test('with a time of its own was sent then, and goes out over nothing', () => {
    const { console } = team();
    const { view, chip } = types(console, '/u @-5m customers Payments fail next 20m');
    expect(chip.label).toBe('update to customers');
    expect(view.updates).toMatchObject([{ sentAt: console.now - 5 * minute, text: 'Payments fail' }]);
    expect(view.deliveries).toEqual([]);
  });
});

describe('a draft, typed line by line', () => {
  test('is written, approved and sent over its channels', () => {
    const { console, sam } = team();
    expect(types(console, '/draft customers Payments fail next 20m', sam).chip).toMatchObject({ label: 'draft to customers' });
    expect(types(console, '/ok u1').chip).toMatchObject({ label: 'approved', details: ['u1 to customers: Payments fail Next messag…'] });
    const { view, chip } = types(console, '/send u1', sam);
    expect(chip).toMatchObject({ label: 'send u1 to customers', details: ['over Status page', expect.stringContaining('next 01:50')] });
    expect(view.updates).toMatchObject([{ approval: 'approved', nextAt: view.drafts[0]?.nextAt }]);
    expect(view.drafts[0]).toMatchObject({ state: 'sent' });
  });

  test('goes over the channels that are named, and is written down as sent where there is none', () => {
    const { console } = team();
    types(console, '/draft staff final It is over');
    types(console, '/draft executives final It is over');
    expect(read(console, '/send u1 by Slack#ops,status-page')).toMatchObject({ draft: { channels: ['ops', 'status-page'] } });
    expect(read(console, '/send 1 by pager')).toMatchObject({
      kind: 'fault',
      message: 'no channel is called pager',
      expected: 'one or more of status-page, ops, with commas',
    });
    expect(types(console, '/send u2').chip.details).toEqual(['written down as sent: no channel']);
    expect(console.view.deliveries).toEqual([]);
    expect(types(console, '/send').view.drafts.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('says when its next time is over, and when somebody is not reached', () => {
    const { console } = team();
    types(console, '/draft staff,executives Slow next 5m');
    console.now += 6 * minute;
    expect(read(console, '/send u1')).toMatchObject({
      chip: { details: ['over Slack #ops', 'not everybody is reached', expect.stringMatching(/which is over$/)] },
    });
  });

  test('is discarded with its reason, and one that nobody wrote is not found', () => {
    const { console } = team();
    expect(read(console, '/ok u1')).toMatchObject({ kind: 'fault', expected: 'a draft: there is none yet, /draft writes one' });
    types(console, '/draft staff final It is over');
    expect(types(console, '/discard u1 overtaken').view.drafts[0]?.state).toBe('discarded');
    expect(read(console, '/send u7')).toMatchObject({ kind: 'fault', message: 'no draft is called u7' });
    expect(read(console, '/draft staff text override: now')).toMatchObject({ kind: 'fault' });
  });
});

function uncertain(): PaperConsole {
  const { console } = team();
  const { view } = types(console, '/u staff Payments fail next 20m');
  const update = view.updates[0]?.id ?? '';
  const body = { update, channel: 'ops', attempt: 1 };
  const cause = { deadline: `delivery/${update}/ops/1` };
  console.write({ id: console.newId(), type: 'delivery.begun', v: 1, body }, cause, 'system');
  console.write({ id: console.newId(), type: 'delivery.uncertain', v: 1, body: { ...body, why: 'the line broke' } }, cause, 'system');
  return console;
}

describe('/delivery', () => {
  test.each([
    ['/delivery ops arrived seen in the room', 'arrived'],
    ['/delivery #ops again', 'queued'],
    ['/delivery slack#ops drop said on the call', 'dropped'],
  ])('%s', (line, state) => {
    expect(types(uncertain(), line).view.deliveries).toMatchObject([{ state }]);
  });

  test('names what waits for a word, and asks for one', () => {
    expect(read(uncertain(), '/delivery pager again')).toMatchObject({ kind: 'fault', expected: 'one of ops' });
    expect(read(uncertain(), '/delivery ops')).toMatchObject({ kind: 'fault', expected: 'arrived, again or drop' });
    expect(read(declared(2), '/delivery ops again')).toMatchObject({ kind: 'fault', expected: 'a delivery: none waits for a word' });
  });
});

describe('a prompt', () => {
  const kindsFor = (console: PaperConsole, person: string) =>
    prompts(console.view, console.now)
      .filter(({ to, kind }) => to === person && (kind === 'approval' || kind === 'delivery'))
      .map(({ says }) => says);

  test('asks who commands for their word, and after two minutes tells comms that it may go', () => {
    const { console, sam } = team();
    types(console, '/draft customers final Payments work again', sam);
    types(console, '/draft executives final Payments work again', sam);
    expect(kindsFor(console, console.actor.id)).toEqual([
      'u1 to customers, by Sam, waits for your word: "Payments work again" 1 more waits.',
    ]);
    expect(kindsFor(console, sam)).toEqual([]);
    console.now += 2 * minute;
    expect(kindsFor(console, sam)).toEqual(['u1 to customers may go out without an approval: nobody said no. 1 more waits.']);
    types(console, '/ok u1');
    expect(kindsFor(console, sam)).toEqual(['u1 to customers is approved and not sent yet. 1 more waits.']);
    types(console, '/discard u2 overtaken');
    expect(kindsFor(console, sam)).toEqual(['u1 to customers is approved and not sent yet.']);
    expect(kindsFor(console, console.actor.id)).toEqual([]);
    types(console, '/send u1', sam);
    expect(kindsFor(console, sam)).toEqual([]);
  });

  test('asks nobody about drafts that need no word', () => {
    const { console, sam } = team();
    types(console, '/draft staff final It is over', sam);
    const alone = declared(2);
    types(alone, '/draft customers final It is over');
    for (const one of [console, alone])
      expect(prompts(one.view, one.now + 5 * minute).filter(({ kind }) => kind === 'approval')).toEqual([]);
  });

  test('tells comms of a message that may not have arrived, until a person settles it', () => {
    const console = uncertain();
    const sam = console.view.roles.comms?.holder ?? '';
    expect(promptFor(console.view, console.now, sam)?.prompt).toMatchObject({
      kind: 'delivery',
      says: 'Slack #ops: not known to have arrived (the line broke).',
      answers: [{ says: 'it arrived' }, { says: 'send again' }, { says: 'let it go' }],
    });
    types(console, '/delivery ops drop said on the call');
    expect(prompts(console.view, console.now).filter(({ kind }) => kind === 'delivery')).toEqual([]);
  });
});
