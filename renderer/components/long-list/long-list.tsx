/** A list beside the work: its latest few, and the others once somebody asks for them. A thousand rows in a panel would make each frame of the screen dearer. */
import { type ReactNode, useState } from 'react';
import { classNames } from '../class-names.ts';
import styles from './long-list.module.css';

interface LongListProps<Item> {
  /** In their order. */
  readonly items: readonly Item[];
  /** A list item with its key. */
  readonly children: (item: Item) => ReactNode;
  readonly className?: string | undefined;
  /** How many are shown unasked. */
  readonly most?: number;
  /** Which end counts: the latest at the end of the list, unless said otherwise, or the most pressing at its beginning. */
  readonly shows?: 'first';
  /** Counted things in words, after their number: `follow-ups`. */
  readonly things: string;
}

/** Shows `most` of the items; a button at the other end says how many more there are, and shows those too. */
export function LongList<Item>({ items, children, className, most = 12, shows, things }: LongListProps<Item>) {
  const [shown, setShown] = useState<'some' | 'all'>('some');
  const hidden = shown === 'all' ? 0 : Math.max(0, items.length - most);
  const inSight = shows === 'first' ? items.slice(0, items.length - hidden) : items.slice(hidden);
  const other = shows === 'first' ? { which: 'first', rest: 'more' } : { which: 'latest', rest: 'earlier' };
  const more = items.length > most && (
    <button
      type="button"
      className={styles.more}
      aria-expanded={shown === 'all'}
      onClick={() => setShown(shown === 'all' ? 'some' : 'all')}
    >
      {shown === 'all' ? `only the ${other.which} ${most}` : `${hidden.toLocaleString('en-GB')} ${other.rest} ${things}`}
    </button>
  );
  return (
    <>
      {shows !== 'first' && more}
      <ul className={classNames(className, shown === 'all' && styles.all)}>{inSight.map(children)}</ul>
      {shows === 'first' && more}
    </>
  );
}
