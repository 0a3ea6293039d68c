/** The offers above the composer; the caret stays where it is. */
import { useEffect, useRef } from 'react';
import type { Completion } from './completions.ts';
import styles from './composer.module.css';

interface CompletionListProps {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly chosen: number;
  readonly onTake: (completion: Completion) => void;
}

/** The id of an offer's element, for `aria-activedescendant`. */
export const optionId = (list: string, index: number): string => `${list}-${index}`;

export function CompletionList({ id, completions, chosen, onTake }: CompletionListProps) {
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element behind the ref changes with the choice.
  useEffect(() => {
    // Newer browsers answer a promise here, which is no cleanup.
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // A region that scrolls must be reachable by keyboard, even though Tab in the composer takes the offer.
    <div role="listbox" id={id} aria-label="Commands and people" className={styles.completions} tabIndex={0}>
      {completions.map((completion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer's own keys choose and take.
        // biome-ignore lint/a11y/useFocusableInteractive: the caret stays in the composer, which names the active option.
        <div
          role="option"
          key={completion.key}
          id={optionId(id, index)}
          ref={index === chosen ? current : undefined}
          aria-selected={index === chosen}
          className={styles.completion}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
        >
          <span className={styles.completionShows} dir="auto">
            {completion.shows}
          </span>
          <span className={styles.completionSays}>{completion.says}</span>
        </div>
      ))}
    </div>
  );
}
