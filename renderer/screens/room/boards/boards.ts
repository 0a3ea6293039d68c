/** What may stand in the place of the timeline while somebody looks at it; the composer stays where it is. */

export const boards = ['hypotheses', 'due', 'rollCall', 'levers', 'merge', 'triage', 'checklist'] as const;
export type BoardName = (typeof boards)[number];

/** The board that an opening line names: `/board`, `/due`, `/roll`, `/lever`, `/merge` and `/list` alone. */
export const boardOf: Readonly<Record<'board' | 'due' | 'rollCall' | 'levers' | 'merge' | 'triage' | 'checklist', BoardName>> = {
  board: 'hypotheses',
  due: 'due',
  rollCall: 'rollCall',
  levers: 'levers',
  merge: 'merge',
  triage: 'triage',
  checklist: 'checklist',
};
