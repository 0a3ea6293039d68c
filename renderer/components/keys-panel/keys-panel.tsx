/** `F1` or `/?`: the keys for where you are. A sheet at the side that takes no focus; what you type goes on where it was. */

import { commandSections } from '../../../shared/incident/log-line/line-commands.ts';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../button/button.tsx';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { presentActions } from '../palette/actions.ts';
import { keysOpen } from '../palette/panels.ts';
import styles from './keys-panel.module.css';

/** What a line may begin with, beside commands. */
const prefixes = [
  { usage: 'plain text', says: 'a note, now' },
  { usage: '@02:14 text', says: 'when it happened; also @-7m, @~02, @02:00..02:20, @02:14Z' },
  { usage: 'kim: text', says: 'said or done by Kim' },
  { usage: '! text', says: 'starred for the report' },
  { usage: '? text', says: 'a question to come back to' },
] as const;

export interface KeysPanelProps {
  /** Whether the screen has a composer, whose grammar is then shown. */
  readonly place: 'room' | 'elsewhere';
}

/** Drawn anew whenever it is opened. */
export function KeysPanel({ place }: KeysPanelProps) {
  const open = useStore(keysOpen);
  if (!open) return null;
  const keyed = presentActions().filter(({ chords }) => chords !== undefined && chords.length > 0);
  return (
    <aside className={styles.panel} aria-labelledby="keys-title">
      <header className={styles.header}>
        <h2 id="keys-title" className={styles.title}>
          Keys for this screen
        </h2>
        <Button look="quiet" keys="F1" onPress={() => keysOpen.set(false)}>
          Close
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes no focus by itself, but a region that scrolls must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0}>
        <dl className={styles.list}>
          {keyed.map((action) => (
            <div key={action.id} className={styles.row}>
              <dt>
                <KeyHint keys={action.chords?.[0] ?? ''} />
              </dt>
              <dd>{action.name}</dd>
            </div>
          ))}
        </dl>
        {place === 'room' ? <Grammar /> : null}
      </div>
    </aside>
  );
}

function Grammar() {
  return (
    <>
      <h3 className={styles.heading}>In the composer</h3>
      <Rows rows={prefixes} />
      {commandSections.map(({ title, rows }) => (
        <section key={title}>
          <h3 className={styles.heading}>{title}</h3>
          <Rows rows={rows.flatMap((row) => [row, ...(row.forms ?? [])])} />
        </section>
      ))}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly { readonly usage: string; readonly says: string }[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ usage, says }) => (
        <div key={usage} className={styles.typed}>
          <dt>
            <code>{usage}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
