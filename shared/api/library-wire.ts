/** What the library says of past incidents. Times are ms since epoch, UTC. */
import * as z from 'zod';
import type { LibraryCard } from '../postmortem/library/library-card.ts';
import type { Passage } from '../postmortem/library/similar.ts';
import { modes, severities } from '../vocabulary/words.ts';

/** A past incident in a list. */
export type LibraryRow = Omit<LibraryCard, 'passages' | 'hidden'> & {
  /** Lines that hold the words that were searched for, the newest first. */
  readonly found: readonly FoundLine[];
};

export interface FoundLine {
  /** The line of the timeline on which it is read. */
  readonly entry: string;
  /** The words around what was found. */
  readonly text: string;
}

/** What there is to choose from, each with how many past incidents have it. */
export interface LibraryChoices {
  readonly years: readonly Choice<number>[];
  readonly severities: readonly Choice<number>[];
  readonly types: readonly Choice<string>[];
  readonly labels: readonly Choice<string>[];
  readonly modes: readonly Choice<string>[];
}
export interface Choice<T> {
  readonly value: T;
  readonly count: number;
}

export interface LibraryList {
  readonly incidents: readonly LibraryRow[];
  /** How many fit, those that are not in the answer included. */
  readonly total: number;
  readonly choices: LibraryChoices;
}

/** A past incident that is like another, and why. */
export type SimilarIncident = Pick<
  LibraryCard,
  'id' | 'label' | 'title' | 'mode' | 'phase' | 'at' | 'day' | 'minutes' | 'severity' | 'incidentType'
> & {
  /** 0 to 1; comparable within one answer. */
  readonly score: number;
  readonly words: readonly string[];
  readonly passages: readonly Passage[];
};

export interface PublishFolder {
  /** Absolute; `null`: none was chosen. */
  readonly folder: string | null;
}

/** What became of the files of a publication. */
export interface Publication {
  readonly folder: string;
  readonly published: readonly {
    readonly id: string;
    readonly label: string;
    /** Its path in the folder. */
    readonly file: string;
    readonly change: 'written' | 'unchanged';
  }[];
  readonly refused: readonly { readonly id: string; readonly label: string; readonly why: string }[];
  /** The list, `README.md`; `left`: the one that is there is somebody else's. */
  readonly index: 'written' | 'unchanged' | 'left';
}

const wanted = z.string().trim().max(200);
export const libraryWishSchema = z.strictObject({
  text: z.string().max(200).optional(),
  severity: z.coerce.number().pipe(z.literal(severities)).optional(),
  type: wanted.optional(),
  label: wanted.optional(),
  year: z.coerce.number().int().min(1970).max(9999).optional(),
  mode: z.enum(modes).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type LibraryWish = Readonly<z.output<typeof libraryWishSchema>>;

const passageSchema = z.object({ kind: z.string(), text: z.string(), event: z.string().optional() });
const shown = {
  ...{ id: z.string(), label: z.string(), title: z.string(), mode: z.enum(modes), phase: z.string() },
  ...{ at: z.number().optional(), day: z.string().optional(), minutes: z.number().optional() },
  ...{ severity: z.number().optional(), incidentType: z.string().optional() },
};
export const libraryRowSchema = z.object({
  ...shown,
  ...{ labels: z.array(z.string()), tags: z.array(z.string()), impact: z.string().optional(), organisation: z.string().optional() },
  sections: z.number(),
  followUps: z.object({ all: z.number(), open: z.number() }),
  ...{ template: z.string(), published: z.string().optional() },
  found: z.array(z.object({ entry: z.string(), text: z.string() })),
});
const choicesOf = (value: z.ZodType) => z.array(z.object({ value, count: z.number() }));
export const libraryListSchema = z.object({
  incidents: z.array(libraryRowSchema),
  total: z.number(),
  choices: z.object({
    years: choicesOf(z.number()),
    severities: choicesOf(z.number()),
    types: choicesOf(z.string()),
    labels: choicesOf(z.string()),
    modes: choicesOf(z.string()),
  }),
});
export const similarSchema = z.object({
  similar: z.array(z.object({ ...shown, score: z.number(), words: z.array(z.string()), passages: z.array(passageSchema) })),
});
export const publishFolderSchema = z.object({ folder: z.string().nullable() });
export const publicationSchema = z.object({
  folder: z.string(),
  published: z.array(z.object({ id: z.string(), label: z.string(), file: z.string(), change: z.enum(['written', 'unchanged']) })),
  refused: z.array(z.object({ id: z.string(), label: z.string(), why: z.string() })),
  index: z.enum(['written', 'unchanged', 'left']),
});
