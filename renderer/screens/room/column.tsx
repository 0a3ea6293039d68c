/** A column beside the timeline: in its place with a line to drag, or a drawer over the timeline where there is no room for it. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId } from 'react';
import { Button } from '../../components/button/button.tsx';
import { type ColumnName, narrowest, usualWidths, widest, widthAfter } from './layout.ts';
import styles from './room.module.css';

interface ColumnProps {
  readonly name: ColumnName;
  readonly title: string;
  readonly children: ReactNode;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** People stand at the left and widen to the right; work stands at the right and widens to the left. */
export function Column({ name, title, children, width, onResize }: ColumnProps) {
  const id = useId();
  const towards = name === 'people' ? 'ArrowRight' : 'ArrowLeft';
  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfter(event.key, width, towards);
    if (next === undefined) return;
    event.preventDefault();
    onResize(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onResize(name === 'people' ? event.clientX : innerWidth - event.clientX);
  };
  const separator = (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator that is moved with arrow keys; hr is none.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title.toLowerCase()}`}
      aria-controls={id}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={styles.separator}
      title="Drag, or move with the arrow keys; double-click for the usual width"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onResize(usualWidths[name])}
    />
  );
  return (
    <>
      {name === 'work' && separator}
      <aside id={id} aria-label={title} className={styles.column} data-column={name}>
        {children}
      </aside>
      {name === 'people' && separator}
    </>
  );
}

interface DrawerProps {
  readonly name: ColumnName;
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Over the timeline, never over the composer; Escape closes it. */
export function Drawer({ name, title, children, onClose }: DrawerProps) {
  return (
    <aside aria-label={title} className={styles.drawer} data-column={name} id={`room-drawer-${name}`}>
      <div className={styles.drawerHead}>
        <Button look="quiet" keys="Escape" onPress={onClose}>
          Close
        </Button>
      </div>
      {children}
    </aside>
  );
}
