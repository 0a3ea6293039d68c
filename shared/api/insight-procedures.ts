/** Procedures of figures: of one incident, and across them. */

export const insightProcedures = {} as const;
