/** What may stand in the place of the timeline while somebody looks at it; the composer stays where it is. */

export const boards = ['hypotheses', 'rollCall', 'levers', 'merge'] as const;
export type BoardName = (typeof boards)[number];

/** The board that an opening line names: `/board`, `/roll`, `/lever` and `/merge` alone. */
export const boardOf: Readonly<Record<'board' | 'rollCall' | 'levers' | 'merge', BoardName>> = {
  board: 'hypotheses',
  rollCall: 'rollCall',
  levers: 'levers',
  merge: 'merge',
};
