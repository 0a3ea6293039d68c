/** What many incidents say together: distributions instead of means, drills apart, themes, and what is left to do. */
import { useState } from 'react';
import type { CountedIncident, FigureSet } from '../../../shared/postmortem/insights/insights.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { useNowBy } from '../../bridge/use-now.ts';
import { Choice } from '../../components/choice/choice.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { Section } from '../../components/section/section.tsx';
import { AgesPart } from './ages-part.tsx';
import { FigurePart } from './figure-part.tsx';
import styles from './insights.module.css';
import { ThemesPart } from './themes-part.tsx';

const day = 86_400_000;
const stretches = { all: undefined, year: 365, quarter: 90 } as const;
const choices = [
  { value: 'all', says: 'all' },
  { value: 'year', says: 'last 365 days' },
  { value: 'quarter', says: 'last 90 days' },
] as const;

export function InsightsScreen() {
  usePageTitle('Insights');
  const now = useNowBy(3_600_000);
  const [stretch, setStretch] = useState<keyof typeof stretches>('all');
  const days = stretches[stretch];
  const { incidents } = useIncidents();
  // Lines that are written meanwhile change no figure worth asking for.
  const stand = incidents?.map(({ id, phase, severity }) => `${id} ${phase} ${severity}`).join();
  const since = days === undefined ? {} : { since: new Date(now - days * day).toISOString().slice(0, 10) };
  const { answer: insights, refusal } = useAnswer('insights.get', since, { again: stand });
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <header className={pageFrame.header}>
        <div>
          <h1>Insights</h1>
          <p className={styles.quiet}>
            Every value is shown; a middle only where there are enough. Figures are about the work, never about a person.
          </p>
        </div>
        <Choice label="Incidents of" options={choices} value={stretch} onChange={setStretch} />
      </header>
      {refusal === undefined ? null : <Notice tone="broken" title={refusal.message} />}
      {insights === undefined ? (
        <p className={styles.quiet}>Reading the log …</p>
      ) : (
        <>
          <SetPart title="Incidents" of="real" set={insights.real} incidents={insights.incidents}>
            Incidents that ended come here: how long until they were found, led, mitigated and over. Declare one on the first page, or open
            a sample there.
          </SetPart>
          {insights.drills.counted === 0 ? null : (
            <SetPart title="DRILLS, counted apart" of="drills" set={insights.drills} incidents={insights.incidents}>
              Drills have no figures yet.
            </SetPart>
          )}
          <ThemesPart themes={insights.themes} />
          <AgesPart ages={insights.followUps} />
        </>
      )}
    </div>
  );
}

interface SetPartProps {
  readonly title: string;
  readonly of: 'real' | 'drills';
  readonly set: FigureSet;
  readonly incidents: readonly CountedIncident[];
  /** What is said where there is nothing yet. */
  readonly children: string | readonly string[];
}

function SetPart({ title, of, set: { counted, imported, figures, promises }, incidents, children }: SetPartProps) {
  return (
    <Section title={title} aside={countWords(counted, imported)}>
      {figures.length === 0 ? (
        <EmptyState>{children}</EmptyState>
      ) : (
        <>
          {promises.kept + promises.broken === 0 ? null : (
            <p className={styles.words}>
              Promised updates: {promises.kept} kept, {promises.broken} broken.
            </p>
          )}
          {imported === 0 ? null : <p className={styles.quiet}>Rings are incidents from files; the scale of time is logarithmic.</p>}
          <div className={styles.figures}>
            {figures.map((figure) => (
              <FigurePart key={figure.figure} of={of} figure={figure} incidents={incidents} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function countWords(counted: number, imported: number): string | undefined {
  if (counted === 0) return undefined;
  return imported === 0 ? String(counted) : `${counted}, ${imported} of them imported`;
}
