/** The figures of one incident as rows and drawings, and the one that a person may set: when somebody acknowledged it. */
import { type FormEvent, useMemo, useState } from 'react';
import { lineContextOf } from '../../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../../shared/incident/log-line.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { incidentCharts } from '../../../shared/postmortem/charts/incident-charts.ts';
import { metricRows } from '../../../shared/postmortem/metrics/metric-words.ts';
import { metricsOf } from '../../../shared/postmortem/metrics.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Drawing } from '../../components/drawing/drawing.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import styles from './metrics-panel.module.css';

/** For any screen that has the incident's view. */
export function MetricsPanel({ view }: { readonly view: IncidentView }) {
  const metrics = useMemo(() => metricsOf(view), [view]);
  const charts = useMemo(() => incidentCharts(view, metrics), [view, metrics]);
  return (
    <div className={styles.panel}>
      <dl className={styles.rows}>
        {metricRows(metrics).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Acknowledged view={view} />
      {charts.map(({ title, svg, alternative }) => (
        <figure key={title} className={styles.figure}>
          <figcaption>{title}</figcaption>
          <Drawing svg={svg} />
          <p className={styles.quiet}>{alternative}</p>
        </figure>
      ))}
    </div>
  );
}

/** Sets the milestone; the first commander counts until then. Times are read as the composer reads them, in the incident's zone. */
function Acknowledged({ view }: { readonly view: IncidentView }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const { run, fault } = useRunCommand(view.id);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const at = momentOf(typed, view);
    setWrong(at === undefined ? 'Type a time that has been, such as 02:40, -20m or 2026-03-29 02:40.' : undefined);
    if (at === undefined) return;
    const answer = await run({ type: 'milestone.set', name: 'acknowledged', at, precision: 'minute' });
    if (!answer.ok) return;
    setTyped('');
    announce('Acknowledged is set.');
  };
  const says = wrong ?? fault?.message;
  return (
    <form className={styles.form} onSubmit={set}>
      <TextField
        label="Acknowledged at"
        value={typed}
        onChange={setTyped}
        description="When somebody took it on. Unless set, the first to hold command after detection counts."
        {...(says === undefined ? {} : { fault: says })}
      />
      <Button type="submit">Set</Button>
    </form>
  );
}

function momentOf(time: string, view: IncidentView): number | undefined {
  const line = parseLine(`/at ${time}`, lineContextOf(view, { now: Date.now(), self: '', name: '' }));
  return line.kind === 'open' && line.screen === 'knownAt' ? line.at : undefined;
}
