/** Procedures of the postmortem studio: drafts, as data and as documents. */
import * as z from 'zod';
import type { Leftover } from '../postmortem/anonymous/leftovers.ts';
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
  /** Of a draft without names: what still looks like one, for a person to check. */
  readonly leftovers?: readonly Leftover[];
}

/** What the log gives for a section, in Markdown without its heading. */
export interface SectionSince {
  /** When the words of people were written; absent where nobody wrote the section, or the template had none of it then. */
  readonly before?: string;
  readonly now: string;
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
    output: z.object({ draft: z.unknown(), basis: z.record(z.string(), z.string()), leftovers: z.array(z.unknown()).optional() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/draft' },
  }),
  'postmortem.sectionSince': answering<SectionSince>()({
    says: 'What the log gives for a section of the draft now, and what it gave when people wrote the section.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ ...drafted, section: z.string().min(1).max(64) }),
    output: z.object({ before: z.string().optional(), now: z.string() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/sections/:section/since' },
  }),
} as const;
