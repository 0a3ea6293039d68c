/** What the board of checklists was asked to show. */

export interface AskedChecklist {
  /** The playbook's key; absent: the list that this person goes through. */
  readonly list?: string;
  /** Counts the times that it was asked for: asked again, it comes up anew, with the focus in it. */
  readonly turn: number;
}
