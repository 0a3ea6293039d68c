import { describe, expect, test } from 'vitest';
import { splitForks } from '../../../shared/log/forks.ts';
import { LogWriter, night } from '../../fixtures/log-writer.ts';

const textsOf = (events: readonly { readonly body: unknown }[]) => events.map(({ body }) => (body as { text: string }).text);

describe('a log without forks', () => {
  test('folds whole, in the order given', () => {
    const events = new LogWriter().notes('one', 'two', 'three').map(({ event }) => event);
    expect(splitForks(events)).toEqual({ canonical: events, forks: [] });
  });

  test('counts an event that came twice once', () => {
    const { event } = new LogWriter().write();
    expect(splitForks([event, { ...event, position: 9 }])).toEqual({ canonical: [event], forks: [] });
  });
});

describe('a log that forks', () => {
  test('folds the event with the earlier clock, whichever came first', () => {
    const pen = new LogWriter();
    const twin = pen.twin('restored copy');
    const early = pen.write({ text: 'early', now: night }).event;
    const late = twin.write({ text: 'late', now: night + 1 }).event;
    for (const arrived of [
      [early, late],
      [late, early],
    ]) {
      const { canonical, forks } = splitForks(arrived);
      expect(textsOf(canonical)).toEqual(['early']);
      expect(textsOf(forks)).toEqual(['late']);
    }
  });

  test('folds the lower hash where the clocks agree', () => {
    const pen = new LogWriter();
    const twin = pen.twin('restored copy');
    const both = [pen.write({ text: 'a' }).event, twin.write({ text: 'b' }).event];
    const lower = [...both].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    expect(splitForks(both).canonical).toEqual([lower[0]]);
    expect(splitForks([...both].reverse()).canonical).toEqual([lower[0]]);
  });

  test('sets aside other bytes under an id that is taken, in whatever stream', () => {
    const first = new LogWriter('a').write({ text: 'first' }).event;
    const second = new LogWriter('b').write({ text: 'second', id: first.id, now: night + 5 }).event;
    expect(textsOf(splitForks([second, first]).canonical)).toEqual(['first']);
  });
});
