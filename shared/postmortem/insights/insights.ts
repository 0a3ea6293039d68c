/** Figures across incidents: distributions instead of means, drills apart from real ones, themes, and what is left to do. */
import type { Mode, Severity } from '../../vocabulary/words.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { type FollowUpAges, followUpAges } from './follow-up-ages.ts';
import { type FigureName, figureNames, type InsightRow } from './insight-row.ts';
import { type Themes, themesOf } from './themes.ts';

/** An incident as the figures name it. */
export interface CountedIncident {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly mode: Mode;
  readonly severity?: Severity;
  /** `2026-03`, in its zone. */
  readonly month?: string;
}

export interface FigurePoint {
  /** Its place in `incidents`. */
  readonly of: number;
  readonly minutes: number;
  readonly unsure?: true;
}

export interface FigureGroup {
  /** `SEV1`, `2026-03`, or `not recorded`. */
  readonly group: string;
  readonly distribution: Distribution;
}

export interface FigureInsight {
  readonly figure: FigureName;
  /** The smallest first. */
  readonly points: readonly FigurePoint[];
  readonly distribution: Distribution;
  readonly bySeverity: readonly FigureGroup[];
  readonly byMonth: readonly FigureGroup[];
}

/** The figures of the real incidents, or of the drills. */
export interface FigureSet {
  readonly counted: number;
  /** How many of them came from files. */
  readonly imported: number;
  /** Those that at least one incident has. */
  readonly figures: readonly FigureInsight[];
  readonly promises: { readonly kept: number; readonly broken: number };
}

export interface Insights {
  readonly incidents: readonly CountedIncident[];
  readonly real: FigureSet;
  readonly drills: FigureSet;
  /** Of real incidents. */
  readonly themes: Themes;
  /** Of all: what a drill found out is to be done as well. */
  readonly followUps: FollowUpAges;
}

/** From one row for each incident. `now`: ms since epoch, UTC, for the ages of follow-ups. */
export function insightsOf(rows: readonly InsightRow[], now: number): Insights {
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const drills = rows.filter(({ mode }) => mode === 'drill');
  const real = rows.filter(({ mode }) => mode !== 'drill');
  return {
    incidents: rows.map(({ id, label, title, mode, severity, month }) => ({
      ...{ id, label, title, mode },
      ...(severity !== undefined && { severity }),
      ...(month !== undefined && { month }),
    })),
    real: figureSet(real, places),
    drills: figureSet(drills, places),
    themes: themesOf(real),
    followUps: followUpAges(
      rows.flatMap(({ followUps }) => followUps),
      now,
    ),
  };
}

function figureSet(rows: readonly InsightRow[], places: ReadonlyMap<string, number>): FigureSet {
  const sum = (of: 'kept' | 'broken'): number => rows.reduce((total, { promises }) => total + promises[of], 0);
  const counted = rows.filter(({ figures }) => Object.keys(figures).length > 0);
  return {
    counted: counted.length,
    imported: counted.filter(({ mode }) => mode === 'imported').length,
    figures: figureNames.map((figure) => figureInsight(figure, rows, places)).filter(({ points }) => points.length > 0),
    promises: { kept: sum('kept'), broken: sum('broken') },
  };
}

function figureInsight(figure: FigureName, rows: readonly InsightRow[], places: ReadonlyMap<string, number>): FigureInsight {
  const having = rows.filter(({ figures }) => figures[figure] !== undefined);
  const minutes = (row: InsightRow): number => row.figures[figure]?.minutes ?? 0;
  const points = having
    .map(
      (row): FigurePoint => ({ of: places.get(row.id) ?? 0, minutes: minutes(row), ...(row.figures[figure]?.unsure && { unsure: true }) }),
    )
    .sort((a, b) => a.minutes - b.minutes || a.of - b.of);
  const grouped = (groupOf: (row: InsightRow) => string): readonly FigureGroup[] =>
    [...new Set(having.map(groupOf))].sort().map((group) => {
      const some = having.filter((row) => groupOf(row) === group);
      return { group, distribution: distributionOf(some.map(minutes)) };
    });
  return {
    figure,
    points,
    distribution: distributionOf(having.map(minutes)),
    bySeverity: grouped(({ severity }) => (severity === undefined ? notRecorded : `SEV${severity}`)),
    byMonth: grouped(({ month }) => month ?? notRecorded),
  };
}

/** Sorts behind severities and months. */
const notRecorded = 'not recorded';
