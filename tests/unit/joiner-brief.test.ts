import { describe, expect, test } from 'vitest';
import { briefText, changesSince, joinerBrief } from '../../shared/incident/situation/joiner-brief.ts';
import { whatWeKnow } from '../../shared/incident/situation/situation-lines.ts';
import { merged } from '../fixtures/merging.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

describe('the brief for somebody who joins', () => {
  test('says what is known in at most eight lines, and leaves out what is not', () => {
    const console = declared(1);
    expect(joinerBrief(console.view, console.now)).toEqual([
      'SEV1 · Checkout errors in EU (inc-1)',
      'Now: investigating, 01:30 Berlin',
      'IC, Scribe, Ops, Comms: Kim',
    ]);
    console.does({ type: 'impact.describe', text: 'one card in ten fails' });
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 10 * minute });
    console.does({ type: 'summary.set', text: 'a deploy at 01:12 touched cards' });
    console.does({ type: 'hypothesis.open', text: 'the card service leaks connections' });
    console.does({ type: 'task.add', text: 'roll back', to: console.actor.id, minutes: 10 });
    console.does({ type: 'lever.apply', lever: 'degrade', target: 'search' });
    console.does({ type: 'incident.amend', links: { call: '+49 30 1', chat: '#inc-1' }, exitCriteria: 'errors below 0.1 %' });
    console.does({ type: 'focus.set', focus: 'understand' });
    console.does({ type: 'update.send', audiences: ['customers'], text: 'we look', nextAt: console.now + 20 * minute });
    expect(joinerBrief(console.view, console.now)).toEqual([
      'SEV1 · Checkout errors in EU (inc-1)',
      'Now: investigating, 01:30 Berlin · understanding comes first · over when: errors below 0.1 %',
      'Customers: one card in ten fails, since 01:20 Berlin',
      'Known (01:30 Berlin): a deploy at 01:12 touched cards',
      'Possible: h1 the card service leaks connections (open)',
      'Doing: t1 roll back (Kim, 10 min left) · Serve less on search (applied)',
      'IC, Scribe, Ops, Comms: Kim',
      'Promised: customers 01:50 Berlin · Call: +49 30 1 · Chat: #inc-1',
    ]);
  });

  test('of a drill says so first', () => {
    const console = declared(1);
    expect(joinerBrief({ ...console.view, mode: 'drill' }, console.now)[0]).toMatch(/^DRILL · SEV1/);
  });

  test('says where an incident went, and what came in with another', () => {
    const checkout = declared(2);
    const search = declared(2, { now: checkout.now, name: 'Ada' });
    search.does({ type: 'impact.describe', text: 'search is slow' });
    merged(search, checkout);
    expect(joinerBrief(search.view, search.now)[1]).toContain('merged into inc-1 Checkout errors in EU');
    expect(joinerBrief(checkout.view, checkout.now)).toContain('Customers: inc-1: search is slow');
  });

  test('what is known for sure is old once responders should have heard again', () => {
    const console = declared(2);
    expect(whatWeKnow(console.view, console.now)).toBeUndefined();
    console.does({ type: 'summary.set', text: 'cards fail' });
    console.passes(30 * minute);
    expect(whatWeKnow(console.view, console.now)).toMatchObject({ text: 'cards fail', stale: false });
    console.passes(minute);
    expect(whatWeKnow(console.view, console.now)?.stale).toBe(true);
    expect(joinerBrief(console.view, console.now)).toContain('Known (01:30 Berlin, old): cards fail');
  });
});

describe('what changed since somebody looked', () => {
  test('is what was written down after it, whenever it happened, and no clock that fell due', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'note', text: 'seen by all' });
    const looked = console.now;
    expect(changesSince(console.view, looked)).toEqual([]);
    expect(console.passes(40 * minute).map(({ type }) => type)).toContain('update.fellDue');
    console.does({ type: 'entry.add', kind: 'note', text: 'a deploy before all this', occurredAt: looked - 30 * minute });
    console.does({ type: 'entry.add', kind: 'note', text: 'two lines\nof text' });
    expect(changesSince(console.view, looked).map(({ text }) => text)).toEqual(['a deploy before all this', 'two lines\nof text']);
    expect(briefText(console.view, console.now, looked).split('\n').slice(-3)).toEqual([
      'Since 01:30 Berlin:',
      '01:00 Kim: a deploy before all this',
      '03:10 Kim: two lines / of text',
    ]);
  });

  test('is cut to the newest where there is much, and says how much more', () => {
    const console = declared(2);
    const looked = console.now;
    console.passes(minute);
    for (let nth = 1; nth <= 20; nth += 1) console.does({ type: 'entry.add', kind: 'note', text: `note ${nth}` });
    const lines = briefText(console.view, console.now, looked).split('\n');
    expect(lines).toContain('… 8 more before these');
    expect(lines.at(-1)).toContain('note 20');
  });
});
