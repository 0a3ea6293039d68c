/** What can be done with a line, as buttons beside the keys: seen on hover and on focus. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import styles from './line.module.css';
import type { LineVerb } from './line-modes.ts';

interface LineActionsProps {
  readonly entry: ShownEntry;
  /** Only the current line's buttons are in the tab order. */
  readonly reachable: boolean;
  readonly onVerb: (verb: LineVerb, entry: ShownEntry) => void;
}

interface LineAction {
  readonly verb: LineVerb;
  readonly says: string;
  readonly shortcut: string;
  readonly title: string;
}

function actionsOf(entry: ShownEntry): readonly LineAction[] {
  const history: LineAction = { verb: 'history', says: 'history', shortcut: '→', title: 'The original and what changed since' };
  // Entries are amended; events of the incident's course are taken back by another event.
  if (entry.item.standing !== 'plain' || !entry.written) return [history];
  const star: LineAction = {
    verb: 'star',
    says: entry.starred ? 'unstar' : 'star',
    shortcut: 's',
    title: 'Starred lines go into the report',
  };
  const erase: LineAction = { verb: 'redact', says: 'erase', shortcut: 'r', title: 'Erase the hidden text for good' };
  if (entry.redacted) return [star, erase, history];
  return [
    star,
    { verb: 'correct', says: 'correct', shortcut: 'c', title: 'Correct text or time; the original stays in the log' },
    { verb: 'redact', says: 'hide', shortcut: 'r', title: 'Hide the text, or erase it for good' },
    { verb: 'evidence', says: 'evidence', shortcut: 'e', title: 'Speaks for a hypothesis, or against it' },
    history,
  ];
}

/** The buttons of one line; what can only be read has only its history. */
export function LineActions({ entry, reachable, onVerb }: LineActionsProps) {
  return (
    <span className={styles.actions}>
      {actionsOf(entry).map((action) => (
        <button
          key={action.verb}
          type="button"
          className={styles.action}
          tabIndex={reachable ? 0 : -1}
          title={action.title}
          aria-keyshortcuts={action.shortcut === '→' ? 'ArrowRight' : action.shortcut}
          onClick={() => onVerb(action.verb, entry)}
        >
          {action.says} <kbd>{action.shortcut}</kbd>
        </button>
      ))}
    </span>
  );
}
