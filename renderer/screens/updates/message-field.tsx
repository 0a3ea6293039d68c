/** Where a message is written, and the ways to a place in it. */
import type { RefObject } from 'react';
import styles from './message-field.module.css';

/** As many characters as the log takes. */
export const longestMessage = 20_000;

interface MessageFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

export function MessageField({ field, text, onChange }: MessageFieldProps) {
  const over = text.length - longestMessage;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor="updates-message">
          Message
        </label>
        <p id="updates-message-says" className={styles.count} data-over={over > 0 || undefined}>
          {over > 0
            ? `${over.toLocaleString('en-GB')} characters too many: at most ${longestMessage.toLocaleString('en-GB')} fit`
            : `${text.length.toLocaleString('en-GB')} characters`}
        </p>
      </div>
      <textarea
        ref={field}
        id="updates-message"
        className={styles.input}
        dir="auto"
        rows={6}
        spellCheck
        value={text}
        aria-describedby="updates-message-says"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Puts the caret over a place in the field, in sight. Offsets in UTF-16 units, as the field counts. */
export function goTo(field: HTMLTextAreaElement | null, { start, end }: { readonly start: number; readonly end: number }): void {
  if (field === null) return;
  field.setSelectionRange(start, end);
  // A field that gets the focus scrolls to its selection; one that has it already does not.
  field.blur();
  field.focus();
}
