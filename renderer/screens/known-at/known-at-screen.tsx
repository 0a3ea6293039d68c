/** What the log knew at a minute: a record's two times let one see an incident as it looked then, before anybody knew better. Nothing can be written here. */
import { useEffect, useMemo, useRef } from 'react';
import { personName, roleName } from '../../../shared/incident/names.ts';
import { timelineOf } from '../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { clockTime, dayOf, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { go } from '../../route.ts';
import styles from './known-at.module.css';

interface KnownAtProps {
  /** As the address has it: an id, a suffix or a label. */
  readonly incident: string;
  /** Ms since epoch, UTC. */
  readonly at: number;
}

const minute = 60_000;

/** Asks the core for the fold of what was written down by then, and shows it until one goes back to now. */
export function KnownAtScreen({ incident, at }: KnownAtProps) {
  const { answer, refusal, asking } = useAnswer('incidents.asKnownAt', { id: incident, at });
  // What is shown stays until the next has come, and so does its moment.
  const shownAt = useRef(at);
  if (!asking) shownAt.current = at;
  if (refusal !== undefined) return <Notice tone="broken" title={refusal.message} />;
  if (answer === undefined) return <EmptyState>Reading the log …</EmptyState>;
  return <Then view={answer.fold.view} at={shownAt.current} incident={incident} />;
}

function Then({ view, at, incident }: { readonly view: IncidentView; readonly at: number; readonly incident: string }) {
  const entries = useMemo(() => timelineOf(view), [view]);
  const when = `${dayOf(at, view.zone)} ${clockTime(at, view.zone)} ${zoneLabel(view.zone)}`;
  const to = (moment: number) => go({ screen: 'knownAt', incident, at: Math.min(moment, Date.now()) });
  const back = () => go({ screen: 'room', incident });
  usePageTitle(`As known at ${when} · ${view.title}`);
  useEffect(() => announce(`As known at ${when}: ${entries.length} lines.`), [when, entries.length]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !elsewhere) go({ screen: 'room', incident });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [incident]);
  useActions(() => [
    { id: 'knownAt.back', name: 'Back to now', group: 'Go', run: back },
    { id: 'knownAt.earlier', name: 'Five minutes earlier', group: 'Go', chords: ['Alt+ArrowLeft'], run: () => to(at - 5 * minute) },
    { id: 'knownAt.later', name: 'Five minutes later', group: 'Go', chords: ['Alt+ArrowRight'], run: () => to(at + 5 * minute) },
    { id: 'knownAt.minuteEarlier', name: 'One minute earlier', group: 'Go', chords: ['Alt+ArrowDown'], run: () => to(at - minute) },
    { id: 'knownAt.minuteLater', name: 'One minute later', group: 'Go', chords: ['Alt+ArrowUp'], run: () => to(at + minute) },
  ]);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          As known at {when} · <Written>{view.title === '' ? 'nothing was declared yet' : view.title}</Written>
        </h1>
        <p className={styles.quiet}>What was written down later is left out. Nothing can be written here.</p>
        <div className={styles.moves}>
          <Button look="quiet" keys="Alt+ArrowLeft" onPress={() => to(at - 5 * minute)}>
            5 min earlier
          </Button>
          <Button look="quiet" keys="Alt+ArrowDown" onPress={() => to(at - minute)}>
            1 min earlier
          </Button>
          <Button look="quiet" keys="Alt+ArrowUp" onPress={() => to(at + minute)}>
            1 min later
          </Button>
          <Button look="quiet" keys="Alt+ArrowRight" onPress={() => to(at + 5 * minute)}>
            5 min later
          </Button>
          <Button look="plain" keys="Escape" onPress={back}>
            Back to now
          </Button>
        </div>
      </header>
      <div className={styles.columns}>
        <div>
          <Facts view={view} />
          <Thinking view={view} />
        </div>
        <Section title={`Timeline: ${entries.length} lines`}>
          <LongList items={entries} things="lines" most={100} className={styles.lines}>
            {(entry) => (
              <li key={entry.item.id} className={styles.line}>
                <time dateTime={new Date(entry.occurredAt).toISOString()}>{clockTime(entry.occurredAt, view.zone)}</time>
                <Written>{entry.text}</Written>
              </li>
            )}
          </LongList>
        </Section>
      </div>
    </div>
  );
}

function Facts({ view }: { readonly view: IncidentView }) {
  const commander = view.roles.commander?.holder;
  const facts: readonly (readonly [string, string])[] = [
    ['phase', view.phase],
    ['severity', view.severity === undefined ? 'not set' : `SEV${view.severity}`],
    [roleName(view, 'commander'), commander === undefined ? 'nobody' : personName(view, commander)],
    ['customers see', view.impact?.text ?? 'not described'],
    ['known for sure', view.summary?.text ?? 'not written'],
  ];
  return (
    <Section title="What was known">
      <dl className={styles.facts}>
        {facts.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Written>{says}</Written>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Thinking({ view }: { readonly view: IncidentView }) {
  const things = [
    ...view.hypotheses.map(({ label, text, state }) => ({ label, text, state })),
    ...view.decisions.map(({ label, text, state }) => ({ label, text, state })),
    ...view.tasks.map(({ label, text, state }) => ({ label, text, state })),
    ...view.levers.filter(({ state }) => state === 'applied').map(({ name, state }) => ({ label: '●', text: name, state })),
  ];
  if (things.length === 0) return null;
  return (
    <Section title="What was thought and done">
      <LongList items={things} things="things" most={40} className={styles.lines}>
        {({ label, text, state }) => (
          <li key={`${label} ${text}`} className={styles.line}>
            <span className={styles.label}>{label}</span>
            <span>
              <Written>{text}</Written> <span className={styles.quiet}>{state}</span>
            </span>
          </li>
        )}
      </LongList>
    </Section>
  );
}
