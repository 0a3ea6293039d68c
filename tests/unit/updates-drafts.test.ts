/** Drafts of messages: who has to say yes, when the wait is over, and what the fold keeps of them. */
import { describe, expect, test } from 'vitest';
import { needsItsBody } from '../../shared/incident/evolve-control.ts';
import { foldAll } from '../../shared/incident/fold.ts';
import { prompts } from '../../shared/incident/prompts.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { declared, minute, PaperConsole } from '../fixtures/paper-console.ts';

const idOf = (console: PaperConsole, name: string): string =>
  Object.values(console.view.people).find((person) => person.name === name)?.id ?? '';

/** Kim commands, Sam has comms. */
function team(): PaperConsole {
  const console = declared(2, { channels: [{ id: 'status-page', name: 'Status page' }] });
  console.does({ type: 'person.add', name: 'Sam' });
  console.does({ type: 'role.assign', role: 'comms', person: idOf(console, 'Sam'), reason: 'a second pair of hands' });
  return console;
}

const text = 'Payments fail in the EU.';
const written = (console: PaperConsole, audiences: readonly ('customers' | 'staff')[] = ['customers']) => {
  const view = console.does({
    type: 'update.draft',
    audiences: [...audiences],
    text,
    nextAt: console.now + 20 * minute,
    by: idOf(console, 'Sam'),
  });
  return view.drafts.at(-1)?.id ?? '';
};
const sending = (console: PaperConsole, draft: string, more: object = {}) => ({
  type: 'update.send' as const,
  audiences: ['customers' as const],
  text,
  nextAt: console.now + 20 * minute,
  draft,
  by: idOf(console, 'Sam'),
  ...more,
});
const firstDraft = (console: PaperConsole) => console.view.drafts[0];

describe('a draft to customers', () => {
  test('waits for the word of who commands, and then goes out as approved', () => {
    const console = team();
    const draft = written(console);
    const refused = console.run(sending(console, draft));
    expect(refused).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'approved', remedy: { kind: 'wait' } }] } });
    if (!refused.ok) expect(refused.error.message).toBe('Not yet. Missing: the word of Kim, who commands.');
    console.does({ type: 'update.approve', draft });
    expect(firstDraft(console)).toMatchObject({ label: 'u1', state: 'approved', approvedBy: console.actor.id, approvedAt: console.now });
    const view = console.does(sending(console, draft, { channels: ['status-page'] }));
    expect(view.updates).toMatchObject([{ text, approval: 'approved', status: 'investigating' }]);
    expect(view.drafts[0]).toMatchObject({ state: 'sent', sent: view.updates[0]?.id });
    expect(view.deliveries).toMatchObject([
      { update: view.updates[0]?.id, channel: 'status-page', name: 'Status page', state: 'queued', attempts: 0, origin: console.origin },
    ]);
  });

  test('has the word of who commands where they wrote it: comms sends it at once, and nobody is asked', () => {
    const console = team();
    console.does({ type: 'update.draft', audiences: ['customers'], text, nextAt: console.now + 20 * minute });
    expect(prompts(console.view, console.now).filter(({ kind }) => kind === 'approval')).toEqual([]);
    const draft = firstDraft(console)?.id ?? '';
    expect(console.does(sending(console, draft)).updates).toMatchObject([{ text, approval: 'approved' }]);
    // In another's words it asks again.
    const other = written(console);
    expect(console.run(sending(console, other)).ok).toBe(false);
  });

  test('may go after two minutes without an answer, marked as unapproved, a last message too', () => {
    const console = team();
    const draft = written(console);
    console.now += 2 * minute - 1;
    expect(console.run(sending(console, draft)).ok).toBe(false);
    expect(console.run(sending(console, draft, { final: true, nextAt: undefined })).ok).toBe(false);
    console.now += 1;
    expect(console.does(sending(console, draft)).updates).toMatchObject([{ approval: 'unapproved' }]);
  });

  test('may go at once with a reason, marked as unapproved', () => {
    const console = team();
    const override = { reason: 'the status page must say it now' };
    const view = console.does(sending(console, written(console), { override }));
    expect(view.updates).toMatchObject([{ approval: 'unapproved' }]);
    expect(view.overrides.at(-1)).toMatchObject({ type: 'update.sent', unmet: ['approved'] });
  });

  test('loses its approval with another text or another audience, and keeps it with another next time', () => {
    const console = team();
    const draft = written(console);
    console.does({ type: 'update.approve', draft });
    console.now += minute;
    console.does({ type: 'update.redraft', draft, audiences: ['customers'], text, nextAt: console.now + 30 * minute });
    expect(firstDraft(console)).toMatchObject({ state: 'approved', since: console.now - minute, nextAt: console.now + 30 * minute });
    console.does({ type: 'update.redraft', draft, audiences: ['customers', 'staff'], text, nextAt: console.now + 30 * minute });
    expect(firstDraft(console)).toMatchObject({ state: 'drafted', since: console.now, audiences: ['customers', 'staff'] });
    expect(firstDraft(console)?.approvedBy).toBeUndefined();
    console.does({ type: 'update.approve', draft });
    console.does({ type: 'update.redraft', draft, audiences: ['customers', 'staff'], text: `${text} All of it.` });
    expect(firstDraft(console)).toMatchObject({ state: 'drafted', text: `${text} All of it.` });
  });

  test('is approved as it reads: another text, or others who are told, ask again', () => {
    const console = team();
    const draft = written(console, ['staff']);
    console.does({ type: 'update.approve', draft });
    expect(console.run(sending(console, draft)).ok).toBe(false);
    expect(console.run(sending(console, draft, { audiences: ['staff'], text: 'Something else' })).ok).toBe(true);
    const other = written(console);
    console.does({ type: 'update.approve', draft: other });
    expect(console.run(sending(console, other, { text: 'Something else' })).ok).toBe(false);
  });

  test('is approved by nobody but who commands', () => {
    const console = team();
    const refused = console.run({ type: 'update.approve', draft: written(console), by: idOf(console, 'Sam') });
    expect(refused).toMatchObject({ ok: false, error: { unmet: [{ requirement: 'mayApprove' }] } });
  });

  test('asks nobody when one person has both roles, when who commands sends it, or when it was sent elsewhere', () => {
    const alone = declared(2);
    alone.does({ type: 'update.draft', audiences: ['customers'], text, final: true });
    const { by: _nobody, ...mine } = sending(alone, firstDraft(alone)?.id ?? '');
    expect(alone.does(mine).updates[0]?.approval).toBeUndefined();
    const console = team();
    expect(console.does(sending(console, written(console), { by: undefined })).updates).toHaveLength(1);
    expect(console.does(sending(console, written(console), { draft: undefined })).updates).toHaveLength(2);
  });
});

describe('a draft', () => {
  test('moves no clock, whatever becomes of it', () => {
    const console = team();
    const before = console.view.cadences;
    const draft = written(console);
    console.does({ type: 'update.approve', draft });
    console.does({ type: 'update.discard', draft });
    expect(console.view.cadences).toEqual(before);
    expect(firstDraft(console)?.state).toBe('discarded');
  });

  test('that is over, or that nobody wrote, is refused in plain words', () => {
    const console = team();
    const draft = written(console, ['staff']);
    const says = (command: object): string => {
      const result = console.run(command as never);
      return result.ok ? 'written' : result.error.message;
    };
    expect(says(sending(console, 'nobody-wrote-this'))).toBe('Not from here: this draft is not known in this incident.');
    console.does(sending(console, draft, { audiences: ['staff'] }));
    expect(says(sending(console, draft, { audiences: ['staff'] }))).toBe('Not from here: u1 was sent already: write a new message.');
    expect(says({ type: 'update.discard', draft })).toBe('Not from here: u1 was sent already: write a new message.');
    const other = written(console);
    console.does({ type: 'update.discard', draft: other, reason: 'overtaken' });
    expect(says(sending(console, other))).toBe('Not from here: u2 was discarded: write it again first.');
    console.does({ type: 'update.redraft', draft: other, audiences: ['staff'], text: 'It is back' });
    expect(console.view.drafts[1]).toMatchObject({ label: 'u2', state: 'drafted', text: 'It is back' });
  });

  test('names channels that this console has, or is told which there are', () => {
    const console = team();
    const draft = written(console, ['staff']);
    const refused = console.run(sending(console, draft, { audiences: ['staff'], channels: ['pager'] }));
    expect(refused).toMatchObject({
      error: { message: 'Not from here: there is no channel "pager". This console has status-page (Status page).' },
    });
    const bare = declared(2);
    const none = bare.run({ type: 'update.send', audiences: ['staff'], text, final: true, channels: ['pager'] });
    expect(none).toMatchObject({ error: { message: expect.stringMatching(/no channels yet: set one up first/) } });
  });

  test('whose text was erased stays under its label, and its events stay erasable', () => {
    const console = team();
    written(console);
    const second = written(console);
    console.does({ type: 'update.approve', draft: second });
    const events = console.events.map((event) => (event.id === second ? { ...event, body: null } : event));
    const { view } = foldAll(console.incidentId, events);
    expect(view.drafts).toMatchObject([
      { label: 'u1', state: 'drafted', text },
      { label: 'u2', state: 'approved', text: 'Text erased', audiences: [] },
    ]);
    expect(['update.drafted', 'update.redrafted', 'update.sent'].map(needsItsBody)).toEqual([false, false, false]);
    // Without these a message would go out a second time.
    expect(['delivery.begun', 'delivery.arrived'].map(needsItsBody)).toEqual([true, true]);
  });

  test('that two consoles sent was sent by the first of them, and both messages count', () => {
    const here = team();
    const draft = written(here, ['staff']);
    const there = new PaperConsole({ incidentId: here.incidentId, name: 'Ida', now: here.now });
    there.hears(here);
    for (const console of [here, there]) console.does(sending(console, draft, { audiences: ['staff'] }));
    const [sent] = here.view.updates;
    here.hears(there);
    there.hears(here);
    expect(here.view.updates).toHaveLength(2);
    expect(here.view.drafts[0]).toMatchObject({ state: 'sent', sent: sent?.id });
    expect(here.view.contested).toEqual([]);
  });

  test('reads on the timeline by its label', () => {
    const console = team();
    const draft = written(console);
    console.does({ type: 'update.approve', draft });
    const lines = timelineOf(console.view).map((entry) => entry.text);
    expect(lines).toContain(`u1, a draft to customers: ${text}`);
    expect(lines).toContain('u1 approved');
  });
});

describe("the status page's word", () => {
  test('follows the phase, a supported hypothesis, and the last message after a mitigation', () => {
    const console = declared(2);
    const word = (final = false) => {
      const next = final ? { final: true as const } : { nextAt: console.now + 20 * minute };
      return console.does({ type: 'update.send', audiences: ['staff'], text, ...next }).updates.at(-1)?.status;
    };
    expect(word()).toBe('investigating');
    console.does({ type: 'hypothesis.open', text: 'the deploy' });
    console.does({ type: 'hypothesis.support', hypothesis: console.view.hypotheses[0]?.id ?? '' });
    expect(word()).toBe('investigating');
    console.does({ type: 'fix.start', override: { reason: 'at once' } });
    expect(word()).toBe('identified');
    expect(word(true)).toBe('identified');
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(word()).toBe('monitoring');
    expect(word(true)).toBe('resolved');
    console.does({ type: 'incident.pause', until: console.now + 60 * minute, impact: 'slow' });
    expect(word()).toBe('monitoring');
  });
});
