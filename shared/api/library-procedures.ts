/** Procedures of the library: past postmortems, what happened before, and the publish folder. */

export const libraryProcedures = {} as const;
