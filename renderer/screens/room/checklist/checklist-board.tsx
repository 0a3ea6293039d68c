/** The checklists in place of the timeline: the one that is gone through, or all of them to choose from. */
import { useState } from 'react';
import { currentChecklist } from '../../../../shared/incident/checklists/offered-checklists.ts';
import type { ChecklistView } from '../../../../shared/incident/promise-view.ts';
import { Button } from '../../../components/button/button.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { AllChecklists } from './all-checklists.tsx';
import type { AskedChecklist } from './asked-checklist.ts';
import styles from './checklist.module.css';
import { DoConfirm } from './do-confirm.tsx';
import { countWords, modeWords } from './item-words.ts';
import { ReadDo } from './read-do.tsx';

interface ChecklistBoardProps {
  /** Which list was asked for; none: the one that this person goes through. */
  readonly asked: AskedChecklist;
}

/** Mounted anew each time that it is asked for. */
export function ChecklistBoard({ asked }: ChecklistBoardProps) {
  const { view, self, run } = useRoom();
  const [chosen, choose] = useState<string | undefined>(() => (asked.list === undefined ? currentChecklist(view, self)?.id : undefined));
  const [shows, show] = useState<'one' | 'all'>('one');
  const checklist =
    view.checklists.find(({ id }) => id === chosen) ??
    (asked.list === undefined ? undefined : view.checklists.findLast(({ list, items }) => list === asked.list && items.length > 0));
  const goTo = (id: string) => {
    choose(id);
    show('one');
  };
  const open = async (list: string) => {
    const answer = await run({ type: 'checklist.open', list });
    const opened = answer.ok ? answer.value.find(({ type }) => type === 'checklist.opened') : undefined;
    if (opened !== undefined) goTo(opened.id);
  };
  if (checklist === undefined || shows === 'all') return <AllChecklists onGo={goTo} onOpen={(list) => void open(list)} />;
  return <OneChecklist key={checklist.id} checklist={checklist} onAgain={() => void open(checklist.list)} onAll={() => show('all')} />;
}

interface OneChecklistProps {
  readonly checklist: ChecklistView;
  readonly onAgain: () => void;
  readonly onAll: () => void;
}

function OneChecklist({ checklist, onAgain, onAll }: OneChecklistProps) {
  const { title, label, mode, state } = checklist;
  return (
    <section aria-label={title} className={styles.checklist}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <Written>{title}</Written>
        </h3>
        <p className={styles.quiet}>
          <span className={styles.label}>{label}</span> {countWords(checklist)} · {modeWords[mode]}
          {state === 'complete' && (
            <strong className={styles.complete}>
              <span aria-hidden="true">✓ </span>complete
            </strong>
          )}
        </p>
      </header>
      {mode === 'read-do' ? <ReadDo checklist={checklist} /> : <DoConfirm checklist={checklist} />}
      <footer className={styles.actions}>
        {state === 'complete' && <Button onPress={onAgain}>Go through it again</Button>}
        <Button look="quiet" onPress={onAll}>
          All checklists
        </Button>
      </footer>
    </section>
  );
}
