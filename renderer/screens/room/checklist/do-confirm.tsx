/** A list that is confirmed at a pause: all items, ticked one by one in any order. */
import type { ChecklistView } from '../../../../shared/incident/promise-view.ts';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import styles from './checklist.module.css';
import { ItemActions } from './item-actions.tsx';
import { markedWords, markSigns, neededWords } from './item-words.ts';
import { useItems } from './use-items.ts';

export function DoConfirm({ checklist }: { readonly checklist: ChecklistView }) {
  const { view } = useRoom();
  const walk = useItems(checklist);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the keys of the buttons in it.
    <div ref={walk.place} onKeyDown={walk.onKeyDown}>
      <ol className={styles.all}>
        {checklist.items.map((item, index) => {
          const current = index === walk.at;
          const words = [markedWords(view, item), neededWords(item)].filter((one) => one !== '' && one !== undefined);
          return (
            <li key={item.id} className={styles.item} data-state={item.state} aria-current={current ? 'step' : undefined}>
              <button
                type="button"
                className={styles.tick}
                {...(current && { 'data-current': '' })}
                tabIndex={current ? 0 : -1}
                aria-pressed={item.state === 'ticked'}
                onClick={() => walk.press(index)}
              >
                <span aria-hidden="true" className={styles.sign}>
                  {markSigns[item.state]}
                </span>
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.says}>
                  <Written>{item.says}</Written>
                  {words.length > 0 && <span className={styles.below}>{words.join(' · ')}</span>}
                </span>
              </button>
              {current && <ItemActions item={item} walk={walk} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
