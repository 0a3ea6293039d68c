/** The library: past incidents, found by what was written in them and by what they were, each with its postmortem. */
import { useState } from 'react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import styles from './library.module.css';
import { LibraryFilters, type Wish } from './library-filters.tsx';
import { PastLine } from './past-line.tsx';
import { PublishSection } from './publish-section.tsx';

const searchId = 'search-library';
/** How many are drawn at first, and more at each press. */
const shownAtFirst = 50;
/** A pause in typing before the library is asked, and a burst of changes asks once, ms. */
const pause = 120;

export function LibraryScreen() {
  usePageTitle('Library');
  const { session } = useSession();
  const [wish, setWish] = useState<Wish>({});
  const [limit, setLimit] = useState(shownAtFirst);
  const { incidents } = useIncidents();
  const { answer: list, refusal } = useAnswer('library.list', { ...wish, limit }, { again: incidents, gather: pause, pause });
  const { text = '', ...narrowing } = wish;
  const ask = (next: Wish) => {
    setLimit(shownAtFirst);
    setWish(next);
  };
  const search = (typed: string) => ask(typed === '' ? narrowing : { ...narrowing, text: typed });
  useActions(() => [
    {
      id: 'library.search',
      name: 'Search the library',
      group: 'Library',
      chords: ['Alt+Shift+L'],
      run: () => document.getElementById(searchId)?.focus(),
    },
  ]);
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <h1>Library</h1>
      <search className={styles.search}>
        <TextField
          id={searchId}
          label="Search past incidents"
          labelling="hidden"
          placeholder="Search past incidents: lines, postmortems, follow-ups, labels"
          inputType="search"
          value={text}
          onChange={search}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key === 'Escape') search('');
          }}
        />
      </search>
      {refusal === undefined ? null : <Notice tone="broken" title={refusal.message} />}
      {list === undefined ? (
        refusal === undefined && <p className={styles.quiet}>Reading the past …</p>
      ) : (
        <>
          <LibraryFilters wish={wish} choices={list.choices} onChange={ask} />
          <Section title="Past incidents" aside={<span aria-live="polite">{list.total}</span>}>
            {list.incidents.length === 0 ? (
              <None any={list.choices.modes.length > 0 ? 'others' : 'none'} />
            ) : (
              <ul aria-label="Past incidents">
                {list.incidents.map((row) => (
                  <PastLine key={row.id} row={row} searched={text} />
                ))}
              </ul>
            )}
            {list.total > list.incidents.length ? (
              <Button look="quiet" onPress={() => setLimit(Math.min(500, limit + shownAtFirst * 2))}>
                {`Show more (${list.total - list.incidents.length} are left)`}
              </Button>
            ) : null}
          </Section>
        </>
      )}
      {session?.scope === 'owner' ? <PublishSection /> : null}
    </div>
  );
}

function None({ any }: { readonly any: 'others' | 'none' }) {
  if (any === 'others')
    return (
      <EmptyState>
        No past incident has all of this. Fewer words, or another choice above, show others; beginnings of words are found.
      </EmptyState>
    );
  return (
    <EmptyState>
      What was resolved, reviewed, closed or imported stands here, with its postmortem. In an incident, <KeyHint keys="/resolve" /> brings
      the first.
    </EmptyState>
  );
}
