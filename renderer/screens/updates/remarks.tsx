/** What to look at before a message goes out, each with its place in the text. Nothing here stops anybody. */
import type { Warning } from '../../../shared/incident/updates/warning.ts';
import { AskButton } from '../../components/button/ask-button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './remarks.module.css';

export interface Place {
  readonly start: number;
  readonly end: number;
}

interface RemarksProps {
  readonly remarks: readonly Warning[];
  readonly text: string;
  readonly onVisit: (place: Place) => void;
  /** Writes the sentence that says when the next message comes; undefined where it is there, or nobody said when. */
  readonly onAddNext: (() => void) | undefined;
}

export function Remarks({ remarks, text, onVisit, onAddNext }: RemarksProps) {
  const gaps = remarks.filter(({ rule }) => rule === 'unfilled').length;
  return (
    <Section
      title="Look at"
      aside={
        remarks.length > 0 && (
          <span className={styles.keys}>
            {gaps > 0 && (
              <>
                next gap <KeyHint keys="Alt+G" />{' '}
              </>
            )}
            next of all <KeyHint keys="Alt+V" />
          </span>
        )
      }
    >
      {remarks.length === 0 ? (
        <p className={styles.none}>Nothing stands out. What is not filled in, guessed or promised too much would be listed here.</p>
      ) : (
        <LongList items={remarks} things="remarks" most={8} shows="first" className={styles.list}>
          {(remark) => (
            <li key={`${remark.rule} ${remark.start} ${remark.end}`} className={styles.remark}>
              <button type="button" className={styles.place} onClick={() => onVisit(remark)}>
                <span aria-hidden="true">◆ </span>
                <Written shape="inline">{quoted(text, remark)}</Written>
              </button>
              <span className={styles.says}>
                {remark.says}
                {remark.rule === 'noNext' && onAddNext !== undefined && <AskButton onPress={onAddNext}>add it</AskButton>}
              </span>
            </li>
          )}
        </LongList>
      )}
    </Section>
  );
}

const longestQuote = 60;

/** The words at the place, in a line; what is missing from a text has none. */
export function quoted(text: string, { start, end }: Place): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  if (words === '') return 'missing';
  return words.length > longestQuote ? `“${words.slice(0, longestQuote - 1)}…”` : `“${words}”`;
}

/** The next place behind the caret, and the first one after the last; undefined where there is none. */
export function nextPlace<P extends Place>(places: readonly P[], caret: Place): P | undefined {
  const after = places.find(({ start, end }) => start > caret.start || (start === caret.start && end > caret.end));
  return after ?? places[0];
}
