/** The procedures of figures. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { incidentCharts } from '../../../shared/postmortem/charts/incident-charts.ts';
import { insightRow, insightRowVersion } from '../../../shared/postmortem/insights/insight-row.ts';
import { insightsOf } from '../../../shared/postmortem/insights/insights.ts';
import { metricsOf } from '../../../shared/postmortem/metrics/metrics.ts';
import { ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { DigestShelf } from '../desk/digest-shelf.ts';
import type { Handlers } from '../server/router.ts';
import type { EventStore } from '../store/event-store.ts';

type InsightHandlers = Pick<Handlers, 'incidents.metrics' | 'insights.get'>;

/** The handlers of figures. `now` answers ms since epoch, UTC. */
export function insightHandlers(desk: Desk, store: EventStore, now: () => number): InsightHandlers {
  const shelf = new DigestShelf(desk, store, {
    name: 'rows of figures across incidents',
    version: insightRowVersion,
    includes: () => true,
    digest: insightRow,
  });
  return {
    'incidents.metrics': async ({ id }) => {
      const found = await desk.incident(id);
      return found.ok ? ok(figuresOf(found.value.view)) : found;
    },
    'insights.get': async ({ since }) => {
      const from = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(`${since}T00:00:00Z`);
      const rows = await shelf.all();
      return ok(
        insightsOf(
          rows.filter(({ at }) => since === undefined || (at !== undefined && at >= from)),
          now(),
        ),
      );
    },
  };
}

function figuresOf(view: IncidentView) {
  const { id, label, title, mode } = view;
  const metrics = metricsOf(view);
  return { id, label, title, mode, metrics, charts: incidentCharts(view, metrics) };
}
