/** A list that is read and done: one item, large, and nothing beside it. */
import type { ChecklistView } from '../../../../shared/incident/promise-view.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import styles from './checklist.module.css';
import { ItemActions } from './item-actions.tsx';
import { markedWords, markSigns, markWords, neededWords } from './item-words.ts';
import { useItems } from './use-items.ts';

export function ReadDo({ checklist }: { readonly checklist: ChecklistView }) {
  const { view } = useRoom();
  const walk = useItems(checklist);
  const { items } = checklist;
  const item = items[walk.at];
  if (item === undefined) return null;
  const marked = markedWords(view, item);
  const needed = neededWords(item);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the keys of the button in it.
    <div ref={walk.place} className={styles.one} onKeyDown={walk.onKeyDown}>
      <button type="button" data-current="" className={styles.large} onClick={() => void walk.mark('ticked', 'next')}>
        <span className={styles.number}>
          {walk.at + 1} of {items.length}
        </span>
        <Written>{item.says}</Written>
        {(marked !== '' || needed !== undefined) && (
          <span className={styles.below}>
            {marked !== '' && <span aria-hidden="true">{markSigns[item.state]} </span>}
            {[marked, needed].filter((words) => words !== '' && words !== undefined).join(' · ')}
          </span>
        )}
      </button>
      <ItemActions item={item} walk={walk} />
      <ol className={styles.steps} aria-label="All items">
        {items.map(({ id, says, state }, index) => (
          <li key={id}>
            <AskButton look="quiet" label={`${index + 1}, ${markWords[state]}: ${says}`} title={says} onPress={() => walk.go(index)}>
              <span className={index === walk.at ? styles.here : undefined}>
                {index + 1} {markSigns[state]}
              </span>
            </AskButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
