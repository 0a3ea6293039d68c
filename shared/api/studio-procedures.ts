/** Procedures of the postmortem studio: drafts, as data and as documents. */
import * as z from 'zod';
import type { Draft } from '../postmortem/draft.ts';
import { templateId } from '../postmortem/template/template-file.ts';
import { exportFormats } from '../vocabulary/words.ts';
import { answering, incident } from './procedure.ts';

/** In an address, everything is text. */
const flag = z.union([z.boolean(), z.stringbool()]);
const drafted = { id: incident, template: templateId, anonymous: flag.optional().describe('names become roles') };

/** A draft as the studio shows it. */
export interface StudioDraft {
  readonly draft: Draft;
  /** For each section, the hash of what the log gives there now: see `sectionBasis`. */
  readonly basis: Readonly<Record<string, string>>;
}

/** A document that was made. */
export interface MadeDocument {
  /** The document, or its bytes in base64. */
  readonly text: string;
  readonly encoding?: 'base64';
  readonly mediaType: string;
  /** Letters, digits, dots and dashes only. */
  readonly fileName: string;
}

export const studioProcedures = {
  'incidents.export': answering<MadeDocument>()({
    says: 'A postmortem draft of the incident as a document.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ ...drafted, format: z.enum(exportFormats) }),
    output: z.object({ text: z.string(), encoding: z.literal('base64').optional(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/export', sends: 'document' },
  }),
  'postmortem.draft': answering<StudioDraft>()({
    says: 'A postmortem draft of the incident as sections of blocks, each with the events that it came from.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject(drafted),
    output: z.object({ draft: z.unknown(), basis: z.record(z.string(), z.string()) }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/draft' },
  }),
} as const;
