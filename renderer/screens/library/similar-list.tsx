/** Past incidents that are like one, each with the words that both have and the lines that hold them. */
import type { SimilarIncident } from '../../../shared/api/library-wire.ts';
import type { Passage } from '../../../shared/postmortem/library/similar.ts';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { marked } from '../home/search-words.ts';
import styles from './library.module.css';
import { useSimilar } from './use-similar.ts';

const kindWords: Readonly<Record<Passage['kind'], string>> = {
  title: 'title',
  type: 'type',
  label: 'label',
  tag: 'tag',
  impact: 'impact',
  summary: 'what was known',
  detection: 'detection',
  hypothesis: 'hypothesis that held',
  section: 'postmortem',
};

export function SimilarList({ incident, grown }: { readonly incident: string; readonly grown: number }) {
  const { similar, error } = useSimilar(incident, grown);
  return (
    <Section title="Happened before?" aside={similar && similar.length > 0 ? String(similar.length) : undefined}>
      {error === undefined ? null : <Notice tone="broken" title={error} />}
      {similar === undefined ? (
        error === undefined && <p className={styles.quiet}>Comparing …</p>
      ) : similar.length === 0 ? (
        <EmptyState>
          No past incident shares enough telling words with this one: its title, impact, detection, labels and the hypotheses that held are
          compared.
        </EmptyState>
      ) : (
        <ul aria-label="Similar past incidents">
          {similar.map((one) => (
            <Similar key={one.id} similar={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Similar({ similar }: { readonly similar: SimilarIncident }) {
  const { id, title, label, day, mode, words, passages } = similar;
  const shared = words.join(' ');
  return (
    <li className={styles.item}>
      <a
        href={hrefOf({ screen: 'library', incident: id })}
        className={classNames(styles.line, styles.like, mode === 'drill' && styles.drill)}
      >
        <time className={styles.day}>{day ?? 'no date'}</time>
        <span className={styles.what}>
          {mode === 'drill' ? <b className={styles.word}>DRILL</b> : null}
          <Written shape="clipped">{title}</Written>
        </span>
        <span className={styles.facts}>
          <code>{label}</code>
          <span>
            shares <Written>{words.join(', ')}</Written>
          </span>
        </span>
      </a>
      <ul className={styles.found}>
        {passages
          .filter(({ kind }) => kind !== 'title')
          .map(({ kind, text, event }) => (
            <li key={`${kind} ${event ?? text}`}>
              <span className={styles.kind}>{kindWords[kind]}</span> <Line id={id} event={event} text={text} shared={shared} />
            </li>
          ))}
      </ul>
    </li>
  );
}

const longest = 240;

function Line({
  id,
  event,
  text,
  shared,
}: {
  readonly id: string;
  readonly event: string | undefined;
  readonly text: string;
  readonly shared: string;
}) {
  const words = (
    <bdi dir="auto">
      {marked(text.length > longest ? `${text.slice(0, longest)} …` : text, shared).map(({ text: part, found, at }) =>
        found ? <mark key={at}>{part}</mark> : part,
      )}
    </bdi>
  );
  return event === undefined ? words : <a href={hrefOf({ screen: 'room', incident: id, entry: event })}>{words}</a>;
}
