/** Figures as a part: `{% part "chart", of: "phases" %}`. */
import { chartNames, incidentChart } from '../charts/incident-charts.ts';
import { note } from '../draft.ts';
import type { Part } from './part.ts';

export const chartPart: Part = {
  says: `A figure with its words: \`of\` is one of ${chartNames.join(', ')}. Nothing where the log has nothing to draw.`,
  blocks: ({ view, metrics }, { of }) => {
    const name = chartNames.find((known) => known === of);
    if (name === undefined) return [note(`There is no chart of ${String(of ?? 'nothing')}. There is: ${chartNames.join(', ')}.`)];
    const chart = incidentChart(name, view, metrics);
    return chart === undefined ? [] : [chart];
  },
};
