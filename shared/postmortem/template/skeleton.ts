/** What a template makes of an incident: sections of pieces, before the parts that only the log can fill are filled in. Plain data, as it comes out of the worker that ran the template. */
import type { Facts, List, Note, Paragraph, Prompt, Prose, Table } from '../draft.ts';

/** A place for what this console makes of the log itself: see `parts`. */
export interface PartPiece {
  readonly type: 'part';
  readonly part: string;
  /** What the template said beside the name. */
  readonly options: Readonly<Record<string, unknown>>;
}
export type Piece = Prose | Paragraph | Note | Prompt | Facts | List | Table | PartPiece;

export interface SkeletonSection {
  /** What the section means, whatever the template calls it: edits go by it. Once in a template. */
  readonly means: string;
  readonly heading: string;
  readonly level: 2 | 3;
  /** Left out where nothing is in it. */
  readonly optional: boolean;
  readonly pieces: readonly Piece[];
}

export interface Skeleton {
  readonly sections: readonly SkeletonSection[];
}
