/** Procedures of figures: of one incident, and across them. */
import * as z from 'zod';
import type { Chart } from '../postmortem/draft.ts';
import type { Insights } from '../postmortem/insights/insights.ts';
import type { Metrics } from '../postmortem/metrics/metrics.ts';
import { modes } from '../vocabulary/words.ts';
import { answering, incident } from './procedure.ts';

const calendarDay = z.iso.date({ error: 'must be a day such as 2026-01-31' });

/** The figures of an incident, and each as it is drawn. */
export interface IncidentFigures {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly mode: (typeof modes)[number];
  readonly metrics: Metrics;
  readonly charts: readonly Chart[];
}

export const insightProcedures = {
  'incidents.metrics': answering<IncidentFigures>()({
    says: 'The figures of an incident in minutes, and its charts, each as the marks of a figure and in words; null is what the log does not say.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident }),
    output: z.object({
      id: z.string(),
      label: z.string(),
      title: z.string(),
      mode: z.enum(modes),
      metrics: z.unknown(),
      charts: z.array(z.unknown()),
    }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/metrics' },
  }),
  'insights.get': answering<Insights>()({
    says: 'Figures across incidents as distributions, drills apart; themes; open follow-ups by age.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ since: calendarDay.optional().describe('only incidents of that day, UTC, and later') }),
    output: z.object({
      incidents: z.array(z.unknown()),
      real: z.unknown(),
      drills: z.unknown(),
      themes: z.unknown(),
      followUps: z.unknown(),
    }),
    http: { method: 'GET', path: '/api/v1/insights' },
  }),
} as const;
