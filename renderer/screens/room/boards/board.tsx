/** The frame of a board: its name, the way back to the timeline, and what it shows. */
import type { ReactNode } from 'react';
import { Button } from '../../../components/button/button.tsx';
import type { AskedChecklist } from '../checklist/asked-checklist.ts';
import { ChecklistBoard } from '../checklist/checklist-board.tsx';
import styles from './boards.module.css';
import type { BoardName } from './boards.ts';
import { DueBoard } from './due-board.tsx';
import { HypothesisBoard } from './hypothesis-board.tsx';
import { LeverBoard } from './lever-board.tsx';
import { MergeBoard } from './merge-board.tsx';
import { RollCallBoard } from './roll-call-board.tsx';
import { TriageBoard } from './triage-board.tsx';

interface BoardProps {
  readonly name: BoardName;
  /** What the board of checklists is to show. */
  readonly asked: AskedChecklist;
  readonly onClose: () => void;
  /** Back to the timeline, at this line. */
  readonly onGo: (entry: string) => void;
}

const titles: Readonly<Record<BoardName, string>> = {
  hypotheses: 'Hypotheses, side by side',
  due: 'What falls due',
  rollCall: 'Roll call',
  levers: 'Levers',
  merge: 'Merge into another incident',
  checklist: 'Checklists',
  triage: 'How bad is it?',
};

/** One board in the place of the timeline. */
export function Board({ name, asked, onClose, onGo }: BoardProps) {
  const shown: Readonly<Record<BoardName, () => ReactNode>> = {
    hypotheses: () => <HypothesisBoard onGo={onGo} />,
    due: () => <DueBoard />,
    rollCall: () => <RollCallBoard />,
    levers: () => <LeverBoard />,
    merge: () => <MergeBoard />,
    checklist: () => <ChecklistBoard key={asked.turn} asked={asked} />,
    triage: () => <TriageBoard onDone={onClose} />,
  };
  return (
    <section aria-label={titles[name]} className={styles.board}>
      <div className={styles.head}>
        <h2 className={styles.title}>{titles[name]}</h2>
        <Button look="quiet" keys="Escape" onPress={onClose}>
          back to the timeline
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long board is scrolled by keyboard too. */}
      <section className={styles.body} tabIndex={0} aria-label={`${titles[name]}, all of it`}>
        {shown[name]()}
      </section>
    </section>
  );
}
