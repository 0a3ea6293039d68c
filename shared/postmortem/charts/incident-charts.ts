/** The figures of one incident by name, each only where the log has something to draw. */
import type { IncidentView } from '../../incident/view.ts';
import type { Chart } from '../draft.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hoursChart } from './hours-chart.ts';
import { milestonesChart } from './milestones-chart.ts';
import { phaseChart } from './phase-chart.ts';
import { updatesChart } from './updates-chart.ts';

/** In the order in which a report shows them. */
export const chartNames = ['milestones', 'phases', 'updates', 'hours'] as const;
export type ChartName = (typeof chartNames)[number];

const draw: Readonly<Record<ChartName, (view: IncidentView, metrics: Metrics) => Chart | undefined>> = {
  milestones: ({ milestones }, metrics) => milestonesChart(metrics, milestones),
  phases: (view, { live }) => (live === null ? undefined : phaseChart(view)),
  updates: (view, { live }) => (live === null ? undefined : updatesChart(view)),
  hours: (_view, { live }) => hoursChart(live?.personMinutes ?? null),
};

export const incidentChart = (name: ChartName, view: IncidentView, metrics: Metrics): Chart | undefined => draw[name](view, metrics);

/** All that there are. */
export const incidentCharts = (view: IncidentView, metrics: Metrics): readonly Chart[] =>
  chartNames.flatMap((name) => incidentChart(name, view, metrics) ?? []);
