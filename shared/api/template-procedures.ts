/** Procedures of templates: those that ship, and an organisation’s own. */

export const templateProcedures = {} as const;
