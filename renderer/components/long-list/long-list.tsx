/** A list beside the work: its latest few, and the earlier ones once somebody asks for them. A thousand rows in a panel would make each frame of the screen dearer. */
import { type ReactNode, useState } from 'react';
import { classNames } from '../class-names.ts';
import styles from './long-list.module.css';

interface LongListProps<Item> {
  /** In their order, the latest last. */
  readonly items: readonly Item[];
  /** A list item with its key. */
  readonly children: (item: Item) => ReactNode;
  readonly className?: string | undefined;
  /** How many of the latest are shown unasked. */
  readonly most?: number;
  /** Counted things in words, after their number: `follow-ups`. */
  readonly things: string;
}

/** Shows the latest `most` of the items; a button above them says how many earlier ones there are, and shows those too. */
export function LongList<Item>({ items, children, className, most = 12, things }: LongListProps<Item>) {
  const [shown, setShown] = useState<'latest' | 'all'>('latest');
  const hidden = shown === 'all' ? 0 : Math.max(0, items.length - most);
  return (
    <>
      {items.length > most && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={shown === 'all'}
          onClick={() => setShown(shown === 'all' ? 'latest' : 'all')}
        >
          {shown === 'all' ? `only the latest ${most}` : `${hidden.toLocaleString('en-GB')} earlier ${things}`}
        </button>
      )}
      <ul className={classNames(className, shown === 'all' && styles.all)}>{items.slice(hidden).map(children)}</ul>
    </>
  );
}
