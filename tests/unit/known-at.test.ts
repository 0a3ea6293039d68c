import { describe, expect, test } from 'vitest';
import { knownAt } from '../../shared/incident/known-at.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const knownTexts = (console: PaperConsole, at: number): readonly string[] =>
  timelineOf(knownAt(console.incidentId, console.events, at).view)
    .filter(({ written }) => written)
    .map(({ text }) => text);

describe('what was known at a moment', () => {
  test('is what had been written down by then, whenever it happened', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'note', text: 'pods restart' });
    console.passes(10 * minute);
    const then = console.now;
    console.passes(5 * minute);
    console.does({ type: 'entry.add', kind: 'note', text: 'a deploy at 00:25', occurredAt: then - 15 * minute });
    expect(knownTexts(console, then)).toEqual(['pods restart']);
    expect(knownTexts(console, console.now)).toEqual(['a deploy at 00:25', 'pods restart']);
  });

  test('reads as it was written then: a later correction was not known', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'note', text: 'eu-west is down' });
    const [entry] = console.view.items.flat().slice(-1);
    const then = console.now;
    console.passes(minute);
    console.does({ type: 'entry.correct', entry: entry?.id ?? '', text: 'eu-central is down' });
    expect(knownTexts(console, then)).toEqual(['eu-west is down']);
  });

  test('shows no text that was hidden since', () => {
    const console = declared(2);
    console.does({ type: 'entry.add', kind: 'note', text: 'the password is swordfish' });
    const [entry] = console.view.items.flat().slice(-1);
    const then = console.now;
    console.passes(minute);
    console.does({ type: 'entry.redact', entry: entry?.id ?? '' });
    expect(knownTexts(console, then)).toEqual(['Text hidden']);
  });
});
