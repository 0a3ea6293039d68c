/** What incidents have in common: tags and labels with their counts, and tags that come together. */
import type { Themes } from '../../../shared/postmortem/insights/themes.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './insights.module.css';

const mostWords = 30;

export function ThemesPart({ themes: { words, pairs } }: { readonly themes: Themes }) {
  return (
    <Section title="Themes" aside={words.length === 0 ? undefined : `${words.length} tags and labels`}>
      {words.length === 0 ? (
        <EmptyState>
          Tags that people put on lines, such as “misled” or “lucky”, are counted here across incidents. A line takes a tag with # and a
          word.
        </EmptyState>
      ) : (
        <ul aria-label="Themes" className={styles.themes}>
          {words.slice(0, mostWords).map(({ word, of, incidents }) => (
            <li key={`${of} ${word}`}>
              <Written>{word}</Written>{' '}
              <span className={styles.quiet}>
                {of === 'label' ? 'label, ' : ''}
                {incidents.length === 1 ? '1 incident' : `${incidents.length} incidents`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {words.length > mostWords ? <p className={styles.quiet}>{words.length - mostWords} more are in fewer incidents.</p> : null}
      {pairs.length === 0 ? null : (
        <>
          <h3 className={styles.small}>Together in one incident</h3>
          <ul aria-label="Themes that come together" className={styles.themes}>
            {pairs.map(({ words: both, incidents }) => (
              <li key={both.join(' ')}>
                <Written>{both[0]}</Written> + <Written>{both[1]}</Written> <span className={styles.quiet}>{incidents} incidents</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
