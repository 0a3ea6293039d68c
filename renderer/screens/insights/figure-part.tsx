/** One figure across incidents: every value as a dot, its middle in words where there is one, and the incidents behind it. */
import { useMemo } from 'react';
import { dotPlot } from '../../../shared/postmortem/charts/dot-plot.ts';
import { distributionWords } from '../../../shared/postmortem/insights/distribution.ts';
import { figureWords } from '../../../shared/postmortem/insights/insight-row.ts';
import type { CountedIncident, FigureGroup, FigureInsight } from '../../../shared/postmortem/insights/insights.ts';
import { minutesText } from '../../../shared/postmortem/when.ts';
import { Drawing } from '../../components/drawing/drawing.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './insights.module.css';

const roundedText = (minutes: number): string => minutesText(Math.round(minutes));

export interface FigurePartProps {
  readonly figure: FigureInsight;
  readonly incidents: readonly CountedIncident[];
  /** Of which incidents; said in the heading of drills. */
  readonly of: 'real' | 'drills';
}

export function FigurePart({ figure: { figure, points, distribution, bySeverity, byMonth }, incidents, of: kind }: FigurePartProps) {
  const title = `${figureWords[figure]}${kind === 'drills' ? ', drills' : ''}`;
  const drawn = useMemo(() => {
    const values = points.map(({ of, minutes }) => ({
      value: minutes,
      ...(incidents[of]?.mode === 'imported' && { open: true as const }),
    }));
    return dotPlot({ title, values, median: distribution.median, quartiles: distribution.quartiles, inWords: roundedText });
  }, [title, points, distribution, incidents]);
  return (
    <Section title={title} level={3} aside={`n = ${distribution.n}`}>
      <p className={styles.words}>{distributionWords(distribution, roundedText)}</p>
      {drawn === undefined ? null : <Drawing figure={drawn.figure} name={title} />}
      <details className={styles.more}>
        <summary>Every value</summary>
        <ul aria-label={`${title}: every value`} className={styles.values}>
          {points.toReversed().map(({ of, minutes, unsure }) => (
            <li key={of}>
              <span className={styles.figure}>
                {unsure ? 'about ' : ''}
                {minutesText(minutes)}
              </span>
              <IncidentLink incident={incidents[of]} />
            </li>
          ))}
        </ul>
      </details>
      {bySeverity.length > 1 || byMonth.length > 1 ? (
        <details className={styles.more}>
          <summary>By severity and month</summary>
          <Groups label={`${title} by severity`} groups={bySeverity} />
          <Groups label={`${title} by month`} groups={byMonth} />
        </details>
      ) : null}
    </Section>
  );
}

function Groups({ label, groups }: { readonly label: string; readonly groups: readonly FigureGroup[] }) {
  if (groups.length < 2) return null;
  return (
    <ul aria-label={label} className={styles.values}>
      {groups.map(({ group, distribution }) => (
        <li key={group}>
          <span className={styles.figure}>{group}</span>
          <span>{distributionWords(distribution, roundedText)}</span>
        </li>
      ))}
    </ul>
  );
}

/** To its room; what kind it was stands beside it. */
export function IncidentLink({ incident }: { readonly incident: CountedIncident | undefined }) {
  if (incident === undefined) return null;
  const kind = { imported: 'imported', drill: 'DRILL', backfilled: 'written afterwards', live: undefined }[incident.mode];
  return (
    <span className={styles.incident}>
      <a href={hrefOf({ screen: 'room', incident: incident.id })}>
        {incident.label === '' ? null : `${incident.label} `}
        <Written>{incident.title}</Written>
      </a>
      {kind === undefined ? null : <span className={styles.quiet}> {kind}</span>}
    </span>
  );
}
