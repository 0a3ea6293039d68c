/** The middle of the room: people, what we know above the timeline, clocks and work; side by side, or as drawers where there is no room. */

import { memo, useMemo } from 'react';
import type { ShownEntry } from '../../../shared/incident/timeline.ts';
import { Button } from '../../components/button/button.tsx';
import { Board } from './boards/board.tsx';
import type { BoardName } from './boards/boards.ts';
import { BriefPanel, NewSince } from './brief/brief-panel.tsx';
import type { Absence } from './brief/last-look.ts';
import type { AskedChecklist } from './checklist/asked-checklist.ts';
import { ChecklistButton } from './checklist/checklist-line.tsx';
import { Column, Drawer } from './column.tsx';
import { type ColumnName, isDrawer, type Layout } from './layout.ts';
import { PeoplePanel } from './panels/people-panel.tsx';
import { SummaryPanel } from './panels/summary-panel.tsx';
import { WorkPanel } from './panels/work-panel.tsx';
import styles from './room.module.css';
import { useRoom } from './room-context.ts';
import { roomLines } from './timeline/room-lines.ts';
import { Timeline } from './timeline/timeline.tsx';
import type { Jump } from './use-jump.ts';
import { useWidths } from './use-layout.ts';

interface RoomColumnsProps {
  readonly entries: readonly ShownEntry[];
  /** The line to go to; a new value goes there again. */
  readonly jump: Jump | undefined;
  readonly layout: Layout;
  readonly drawer: ColumnName | undefined;
  /** Opens a drawer, or closes it when it is open. */
  readonly onDrawer: (column: ColumnName) => void;
  /** Whether the brief stands above the timeline, and the time away that it tells of. */
  readonly brief: 'open' | 'closed';
  readonly away: Absence | undefined;
  readonly onBrief: (brief: 'open' | 'closed') => void;
  /** What stands in the place of the timeline. */
  readonly board: BoardName | undefined;
  /** What the board of checklists is to show. */
  readonly asked: AskedChecklist;
  /** Back to the timeline; at a line, where one is named. */
  readonly onLeaveBoard: (entry?: string) => void;
}

const titles: Readonly<Record<ColumnName, string>> = { people: 'People', work: 'Clocks and work' };
const columns: readonly ColumnName[] = ['people', 'work'];

/** Drawn anew for new entries, not for every letter in the composer. */
export const RoomColumns = memo(function RoomColumns(props: RoomColumnsProps) {
  const { entries, jump, layout, drawer, onDrawer, brief, away, onBrief, board, asked, onLeaveBoard } = props;
  const { view } = useRoom();
  const [widths, resize] = useWidths();
  const lines = useMemo(() => roomLines(entries), [entries]);
  const content = (column: ColumnName) => (column === 'people' ? <PeoplePanel /> : <WorkPanel entries={entries} />);
  const placed = (column: ColumnName) =>
    isDrawer(column, layout) ? null : (
      <Column name={column} title={titles[column]} width={widths[column]} onResize={(width) => resize(column, width)}>
        {content(column)}
      </Column>
    );
  const drawers = columns.filter((column) => isDrawer(column, layout));
  return (
    <div className={styles.columns} style={{ '--people': `${widths.people}px`, '--work': `${widths.work}px` } as React.CSSProperties}>
      {placed('people')}
      <div className={styles.centre}>
        {drawers.length > 0 && (
          <div className={styles.drawerBar}>
            {drawers.map((column) => (
              <Button key={column} look="quiet" keys={column === 'people' ? 'Alt+1' : 'Alt+2'} onPress={() => onDrawer(column)}>
                {titles[column]}
              </Button>
            ))}
            {isDrawer('work', layout) && <ChecklistButton />}
          </div>
        )}
        {brief === 'open' || (view.summary === undefined && (layout === 'one' || view.mode === 'imported')) ? null : <SummaryPanel />}
        {brief === 'open' && <BriefPanel away={away} onClose={() => onBrief('closed')} />}
        {board !== undefined && <Board name={board} asked={asked} onClose={() => onLeaveBoard()} onGo={onLeaveBoard} />}
        {board === undefined && (
          <section aria-labelledby="room-timeline-title" className={styles.timeline}>
            <div className={styles.timelineTitle}>
              <h2 id="room-timeline-title" className={styles.timelineName}>
                Timeline
              </h2>
              {brief === 'closed' && <NewSince away={away} onShow={() => onBrief('open')} />}
              <span className={styles.count}>{lines.length.toLocaleString('en')} lines, newest below</span>
            </div>
            <Timeline entries={lines} zone={view.zone} jump={jump} />
          </section>
        )}
      </div>
      {placed('work')}
      {drawer !== undefined && (
        <Drawer name={drawer} title={titles[drawer]} onClose={() => onDrawer(drawer)}>
          {content(drawer)}
        </Drawer>
      )}
    </div>
  );
});
