/** Figures as a part: `{% part "chart", of: "phases" %}`. */

import type { IncidentView } from '../../incident/view.ts';
import { hoursChart } from '../charts/hours-chart.ts';
import { milestonesChart } from '../charts/milestones-chart.ts';
import { phaseChart } from '../charts/phase-chart.ts';
import { updatesChart } from '../charts/updates-chart.ts';
import { type Block, type Chart, note } from '../draft.ts';
import type { Metrics } from '../metrics.ts';

interface ChartSource {
  readonly view: IncidentView;
  readonly metrics: Metrics;
}

const charts: Readonly<Record<string, (source: ChartSource) => Chart | undefined>> = {
  milestones: ({ metrics, view }) => milestonesChart(metrics, view.milestones),
  phases: ({ metrics, view }) => (metrics.live === null ? undefined : phaseChart(view)),
  updates: ({ metrics, view }) => (metrics.live === null ? undefined : updatesChart(view)),
  hours: ({ metrics }) => hoursChart(metrics.live?.personMinutes ?? null),
};

export const chartPart = {
  says: 'A figure with its words: `of: "milestones"`, `"phases"`, `"updates"` or `"hours"`. Nothing where the log has nothing to draw.',
  blocks: (source: ChartSource, { of }: Readonly<Record<string, unknown>>): readonly Block[] => {
    const name = String(of ?? '');
    const draw = Object.hasOwn(charts, name) ? charts[name] : undefined;
    if (draw === undefined) return [note(`There is no chart of ${name || 'nothing'}. There is: ${Object.keys(charts).join(', ')}.`)];
    const chart = draw(source);
    return chart === undefined ? [] : [chart];
  },
};
