/** Search across all logs: as one types, newest first, the words marked. */
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/api/procedures.ts';
import { clockTime, dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { searchField } from './home-focus.ts';
import styles from './search.module.css';
import { lineOfHit, marked, textOfHit } from './search-words.ts';

type Hit = OutputOf<'log.search'>['hits'][number];

export interface Search {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Of the last answer; the previous ones stay until the next has come. */
  readonly hits: readonly Hit[] | undefined;
  readonly fault: string | undefined;
}

/** A pause in typing before the log is asked, ms. */
const pause = 120;

/** Holds what is searched for and what was found. */
export function useSearch(): Search {
  const bridge = useBridge();
  const [text, type] = useState('');
  const [hits, setHits] = useState<readonly Hit[] | undefined>();
  const [fault, setFault] = useState<string | undefined>();
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    if (text.trim() === '') return setHits(undefined);
    const timer = setTimeout(async () => {
      const answer = await bridge.call('log.search', { text: text.trim(), limit: 100 });
      // An answer that was overtaken by further typing says nothing any more.
      if (turn !== asked.current) return;
      setFault(answer.ok ? undefined : answer.error.message);
      if (answer.ok) setHits(answer.value.hits);
    }, pause);
    return () => clearTimeout(timer);
  }, [bridge, text]);
  return { text, type, hits, fault };
}

/** One line above the lists. */
export function SearchField({ search }: { readonly search: Search }) {
  return (
    <search className={styles.search}>
      <TextField
        id={searchField}
        label="Search every log"
        labelling="hidden"
        placeholder="Search every log"
        inputType="search"
        value={search.text}
        onChange={search.type}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search.type('');
        }}
      />
      <span aria-hidden="true" className={styles.keys}>
        <KeyHint keys="Mod+Shift+F" />
      </span>
    </search>
  );
}

/** What was found, each a link to its line in its incident. */
export function SearchResults({ search }: { readonly search: Search }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (search.fault !== undefined) return <Notice tone="broken" title={search.fault} />;
  if (search.hits === undefined) return <p className={styles.quiet}>Searching …</p>;
  return (
    <Section title="Found in the logs" aside={search.hits.length === 100 ? 'the newest 100' : String(search.hits.length)}>
      {search.hits.length === 0 ? (
        <EmptyState>No line holds all of these words. Whole words and beginnings of words are found, in every language.</EmptyState>
      ) : (
        <ul aria-label="Found lines">
          {search.hits.map(({ event, title }) => (
            <li key={event.id} className={styles.item}>
              <a href={hrefOf({ screen: 'room', incident: event.incidentId, entry: lineOfHit(event) })} className={styles.hit}>
                <time className={styles.when}>
                  {dayOf(event.occurredAt, zone)} {clockTime(event.occurredAt, zone)}
                </time>
                <span className={styles.text}>
                  <bdi dir="auto">
                    {marked(textOfHit(event), search.text).map(({ text, found, at }) => (found ? <mark key={at}>{text}</mark> : text))}
                  </bdi>
                </span>
                <span className={styles.title}>
                  <Written shape="clipped">{title}</Written>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
