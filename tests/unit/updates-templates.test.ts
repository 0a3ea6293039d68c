/** Templates of messages: which one fits, how its slots are filled, and what a person still has to fill in. */
import { describe, expect, test } from 'vitest';
import { fillTemplate, proposedNextAt } from '../../shared/incident/updates/fill-template.ts';
import { templateFor } from '../../shared/incident/updates/template-for.ts';
import { warningsOf } from '../../shared/incident/updates/warnings.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { templateSlots } from '../../shared/playbook/template-slots.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const tells = (console: PaperConsole, ...audiences: readonly Audience[]) =>
  console.does({ type: 'update.send', audiences: [...audiences], text: 'Payments fail', nextAt: console.now + 20 * minute });
const chosen = (console: PaperConsole, ...audiences: readonly Audience[]) => templateFor(console.view, audiences, console.now)?.id;

describe('a template is filled', () => {
  test('with what the log knows, and what it does not know stands in brackets that a screen can walk', () => {
    const console = declared(2);
    console.does({ type: 'impact.describe', text: 'customers in the EU cannot pay' });
    const nextAt = console.now + 20 * minute;
    const { text, gaps } = fillTemplate('{severity}: {impact}. Data: {data}\nUntil then: {workaround}. Next: {next}', console.view, {
      now: console.now,
      nextAt,
    });
    expect(text).toBe(
      'SEV2: customers in the EU cannot pay. Data: [whether data was lost: not known yet]\n' +
        'Until then: [how to get by: not known yet]. Next: 01:50 Berlin',
    );
    expect(gaps.map(({ slot, start, end }) => [slot, text.slice(start, end)])).toEqual([
      ['data', '[whether data was lost: not known yet]'],
      ['workaround', '[how to get by: not known yet]'],
    ]);
    expect(warningsOf(console.view, { audiences: ['staff'], text, nextAt }, console.now).map(({ start, end }) => [start, end])).toEqual(
      gaps.map(({ start, end }) => [start, end]),
    );
  });

  test('and text from the log is text: its braces are no slots', () => {
    const console = declared(2);
    console.does({ type: 'impact.describe', text: 'the page says {title} and {{next}}' });
    console.does({ type: 'summary.set', text: '{known}' });
    const { text, gaps } = fillTemplate('{impact} {known} {{title}} {nobody} { }', console.view, { now: console.now });
    expect(text).toBe('the page says {title} and {{next}} {known} {title} {nobody} { }');
    expect(gaps.map(({ slot }) => slot)).toEqual(['nobody', ' ']);
  });

  test('with what is done and what was taken back, and the day where it is not today', () => {
    const console = declared(1);
    console.does({ type: 'task.add', text: 'check replica lag', to: console.actor.id });
    console.does({ type: 'lever.apply', lever: 'rollback', target: 'pricing', override: { reason: 'at once' } });
    console.does({ type: 'lever.apply', lever: 'scale-up', override: { reason: 'at once' } });
    console.does({ type: 'lever.revert', lever: 'scale-up', override: { reason: 'no relief' } });
    console.does({ type: 'milestone.set', name: 'impactStart', at: console.now - 90 * minute });
    const { text, gaps } = fillTemplate('{doing} | {tried} | {since} | {status} | {commander} | {title}', console.view, {
      now: console.now,
    });
    expect(text).toBe(
      'check replica lag; Roll back a release on pricing | Add capacity | 00:00 Berlin | We are looking into it | Kim | Checkout errors in EU',
    );
    expect(gaps).toEqual([]);
    expect(fillTemplate('{since}', console.view, { now: console.now + 24 * 60 * minute }).text).toBe('2026-03-29 00:00 Berlin');
  });

  test('whatever the slot: each has a fact or a gap, in an incident that knows nothing but its title', () => {
    const console = declared();
    for (const slot of Object.keys(templateSlots)) {
      const { text, gaps } = fillTemplate(`{${slot}}`, console.view, { now: console.now });
      expect(text.length, slot).toBeGreaterThan(2);
      expect(gaps.every(({ start, end }) => start === 0 && end === text.length)).toBe(true);
    }
  });

  test('and none that ships promises an end, guesses a cause or names one of us to customers', () => {
    const console = declared(1);
    console.does({ type: 'person.add', name: 'Sam' });
    console.does({ type: 'impact.describe', text: 'customers in the EU cannot pay' });
    console.does({ type: 'summary.set', text: 'half of the payments fail' });
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(defaultPlaybook.updateTemplates.length).toBeGreaterThan(20);
    for (const { text: template, audiences, use, id } of defaultPlaybook.updateTemplates) {
      const nextAt = console.now + 20 * minute;
      const { text } = fillTemplate(template, console.view, { now: console.now, nextAt });
      const found = warningsOf(console.view, { audiences, text, nextAt, final: use === 'final' }, console.now);
      expect(
        found.filter(({ rule }) => rule !== 'unfilled'),
        `${id}: ${text}`,
      ).toEqual([]);
    }
  });
});

describe('the next time that is proposed', () => {
  test('is the shortest interval of those who are told, in steps of five minutes, and none where nobody has a clock', () => {
    const console = declared(1);
    console.does({ type: 'person.add', name: 'Sam' });
    console.passes(3 * minute);
    const minutesTo = (...audiences: readonly Audience[]) =>
      ((proposedNextAt(console.view, audiences, console.now) ?? Number.NaN) - console.now) / minute;
    expect(minutesTo('customers', 'executives')).toBe(17);
    expect(minutesTo('executives')).toBe(27);
    expect(proposedNextAt(console.view, ['partners'], console.now)).toBeUndefined();
  });
});

describe('the template that fits', () => {
  test('is the first, then the one that says how far it reaches, then an update', () => {
    const console = declared(1);
    expect(chosen(console, 'customers')).toBe('customers-first');
    tells(console, 'customers');
    expect(chosen(console, 'customers')).toBe('customers-scope');
    tells(console, 'customers');
    expect(chosen(console, 'customers')).toBe('customers-update');
    expect(chosen(console, 'executives')).toBe('executives-first');
  });

  test('is the last one when it was mitigated and quiet for long enough, and the one for the night while it sleeps', () => {
    const console = declared(3);
    tells(console, 'staff');
    tells(console, 'staff');
    console.does({ type: 'mitigation.record', evidence: 'flat' });
    expect(chosen(console, 'staff')).toBe('staff-update');
    console.passes(15 * minute);
    expect(chosen(console, 'staff')).toBe('staff-final');
    console.does({ type: 'incident.pause', until: console.now + 60 * minute, impact: 'slow' });
    expect(chosen(console, 'staff')).toBe('staff-pause');
  });

  test("is the type's own before the general one, and never that of another type", () => {
    const console = declared(2);
    expect(chosen(console, 'customers')).toBe('customers-first');
    console.does({ type: 'incident.amend', incidentType: 'security' });
    expect(chosen(console, 'customers')).toBe('security-outside-first');
    console.does({ type: 'incident.amend', incidentType: 'data' });
    expect(chosen(console, 'customers')).not.toMatch(/^security/);
  });

  test('for several audiences says what may be said to the one that is furthest out', () => {
    expect(chosen(declared(2), 'staff', 'customers')).toBe('customers-first');
  });
});
