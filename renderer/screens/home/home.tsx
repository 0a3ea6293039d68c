/** Home: declare in one line, find the incident that is under way, search everything that was ever logged. */
import { useState } from 'react';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import said from '../../components/said-only/said-only.module.css';
import { Section } from '../../components/section/section.tsx';
import { hrefOf } from '../../route.ts';
import { DeclareForm } from './declare-form.tsx';
import styles from './home.module.css';
import { IncidentList } from './incident-list.tsx';
import { MoreToOpen } from './more-to-open.tsx';
import { SearchField, SearchResults, useSearch } from './search.tsx';

/** Open first, then drills, then the past. */
export function Home() {
  usePageTitle('');
  const search = useSearch();
  return (
    <div className={styles.home}>
      <h1 className={said.saidOnly}>All incidents</h1>
      <DeclareForm />
      <SearchField search={search} />
      {search.text.trim() === '' ? <Lists /> : <SearchResults search={search} />}
      <nav aria-label="Prepared by day" className={styles.prepared}>
        <a href={hrefOf({ screen: 'directory' })}>
          Directory <KeyHint keys="Alt+W" />
        </a>
        <a href={hrefOf({ screen: 'playbook' })}>
          Playbook <KeyHint keys="Alt+Y" />
        </a>
        <a href={hrefOf({ screen: 'insights' })}>
          Insights <KeyHint keys="Alt+Shift+F" />
        </a>
        <a href={hrefOf({ screen: 'library' })}>
          Library <KeyHint keys="Alt+Shift+L" />
        </a>
        <a href={hrefOf({ screen: 'settings' })}>Settings</a>
      </nav>
    </div>
  );
}

function Lists() {
  const { incidents, error } = useIncidents();
  const [wanted, setWanted] = useState(pastShown);
  if (incidents === undefined) {
    return error === undefined ? <p className={styles.quiet}>Reading the log …</p> : <Notice tone="broken" title={error.message} />;
  }
  const open = incidents.filter(({ ended, mode }) => !ended && mode !== 'drill');
  const drills = incidents.filter(({ ended, mode }) => !ended && mode === 'drill');
  const past = incidents.filter(({ ended }) => ended);
  const first = incidents.length === 0 ? 'yes' : 'no';
  // One key for both of its places: what it says of a file must not go when the first incident moves it.
  const more = <MoreToOpen key="more to open" first={first} />;
  return (
    <>
      <Section title="Open" aside={countOf(open.length)}>
        {open.length > 0 ? (
          <IncidentList label="Open incidents" incidents={open} />
        ) : (
          <EmptyState>
            No incident is open. Type what is wrong above and press <KeyHint keys="Enter" />: the clock starts, you hold every role, and
            each line you write is on disk before it is drawn.
          </EmptyState>
        )}
      </Section>
      {drills.length > 0 ? (
        <Section title="Drills" aside={countOf(drills.length)}>
          <IncidentList label="Drills" incidents={drills} />
        </Section>
      ) : null}
      {first === 'yes' ? more : null}
      <Section title="Past" aside={countOf(past.length)}>
        {past.length > 0 ? (
          <IncidentList
            label="Past incidents"
            incidents={past.slice(0, wanted)}
            {...(past.length > wanted ? { onMore: () => setWanted(wanted + pastShown), left: past.length - wanted } : {})}
          />
        ) : (
          <EmptyState>What was resolved, declined or imported comes here, with its postmortem draft.</EmptyState>
        )}
      </Section>
      {first === 'no' ? more : null}
    </>
  );
}

/** How many past incidents are drawn at first, and more at each press. */
const pastShown = 50;

function countOf(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}
