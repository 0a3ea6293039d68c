/** Going through a list: which item one is at, and marking it by keys or by press, one item at a time. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChecklistItemView, ChecklistView } from '../../../../shared/incident/promise-view.ts';
import type { ChecklistItemState } from '../../../../shared/vocabulary/words.ts';
import { announce } from '../../../components/live-region/announce.ts';
import { useRoom } from '../room-context.ts';
import { markWords } from './item-words.ts';

type Items = readonly ChecklistItemView[];

export interface Walk {
  /** The item that one is at, from 0. */
  readonly at: number;
  readonly go: (at: number) => void;
  /** Marks the item that one is at; `next` goes on to the next open one once that is written. */
  readonly mark: (as: ChecklistItemState, then: 'next' | 'stay', reason?: string) => Promise<void>;
  /** Goes to an item and, where it is open, ticks it. */
  readonly press: (index: number) => void;
  /** Whether the reason of a skip is asked for in place. */
  readonly asking: 'nothing' | 'reason';
  readonly ask: (what: 'nothing' | 'reason') => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What gets the focus; the item that one is at has `data-current` in it. */
  readonly place: React.RefObject<HTMLDivElement | null>;
}

/** What is being written, and of which item. */
interface Marking {
  readonly index: number;
  readonly as: ChecklistItemState;
  readonly written: Promise<unknown>;
}

/** The next open item behind this one, else the first; where none is open but this one, it stays. */
export function nextOpen(items: Items, at: number): number {
  const open = items.flatMap(({ state }, index) => (state === 'open' && index !== at ? [index] : []));
  return open.find((index) => index > at) ?? open[0] ?? at;
}

/** The item that a key goes to; undefined for other keys. */
export function itemAfter(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

export function useItems({ id, items }: ChecklistView): Walk {
  const { run } = useRoom();
  const [at, go] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ state }) => state === 'open'),
    ),
  );
  const [asking, ask] = useState<'nothing' | 'reason'>('nothing');
  const place = useRef<HTMLDivElement>(null);
  const marking = useRef<Marking>(undefined);
  // The board came up because somebody asked for it, and they alone move on in it: nobody else's typing is taken.
  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever one goes in the list, the focus goes along.
  useEffect(() => {
    if (asking === 'nothing') place.current?.querySelector<HTMLElement>('[data-current]')?.focus();
  }, [at, asking]);

  const markAt = async (index: number, as: ChecklistItemState, then: 'next' | 'stay', reason?: string) => {
    const item = items[index];
    const before = marking.current;
    // A key that is pressed again before the disk has answered says nothing new; another one waits its turn.
    if (item === undefined || (before?.index === index && before.as === as)) return;
    if (before === undefined && item.state === as) return then === 'next' ? go(nextOpen(items, index)) : undefined;
    const write = async () => {
      await before?.written;
      return run({ type: 'checklist.mark', checklist: id, item: item.id, as, ...(reason === undefined ? {} : { reason }) });
    };
    const written = write();
    marking.current = { index, as, written };
    const answer = await written;
    if (marking.current.written === written) marking.current = undefined;
    if (!answer.ok) return;
    ask('nothing');
    const next = then === 'next' ? nextOpen(items, index) : index;
    go(next);
    announce(`${as === 'open' ? 'Open again' : markWords[as]}: ${item.says}.${saysNext(items, index, next)}`);
  };
  const mark: Walk['mark'] = (as, then, reason) => markAt(at, as, then, reason);
  const press = (index: number) => {
    ask('nothing');
    if (items[index]?.state === 'open') void markAt(index, 'ticked', 'stay');
    else go(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (asking === 'reason' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = itemAfter(event.key, at, items.length);
    const does = keyDoes(event.key);
    if (target === undefined && does === undefined) return;
    // Enter on another button presses that button.
    if (event.key === 'Enter' && !(event.target as HTMLElement).hasAttribute('data-current')) return;
    event.preventDefault();
    if (event.repeat && target === undefined) return;
    if (target !== undefined) go(target);
    else if (does === 'skipped') ask('reason');
    else if (does !== undefined) void mark(does, does === 'open' ? 'stay' : 'next');
  };
  return { at, go, mark, press, asking, ask, onKeyDown, place };
}

function keyDoes(key: string): ChecklistItemState | undefined {
  const keys: Readonly<Record<string, ChecklistItemState>> = { Enter: 'ticked', s: 'skipped', n: 'notApplicable', u: 'open' };
  return keys[key];
}

function saysNext(items: Items, at: number, next: number): string {
  const item = items[next];
  if (next === at || item === undefined) return '';
  return ` ${next + 1} of ${items.length}: ${item.says}`;
}
