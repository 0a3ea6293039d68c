/** What a part is: something that this console makes of the log, which templates place by its name. */
import type { Block } from '../draft.ts';
import type { DraftSource } from '../template/draft-source.ts';

export type PartSource = DraftSource;

/** What a template said beside the part's name. */
export type PartOptions = Readonly<Record<string, unknown>>;

export interface Part {
  /** For the documentation: what it gives, and which options it takes. */
  readonly says: string;
  /** Nothing where the log has nothing, unless its absence is to be told: then "not recorded". */
  readonly blocks: (source: PartSource, options: PartOptions) => readonly Block[];
}

export type Parts = Readonly<Record<string, Part>>;
