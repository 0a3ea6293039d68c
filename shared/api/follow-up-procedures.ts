/** Procedures of follow-ups: what is to be done after incidents, of one or of all. */
import * as z from 'zod';
import { followUpStandings } from '../incident/follow-up-standing.ts';
import type { FollowUpRow } from '../postmortem/follow-ups/follow-up-rows.ts';
import { followUpFormats } from '../postmortem/follow-ups/follow-up-texts.ts';
import { vaguenesses } from '../postmortem/follow-ups/vague.ts';
import { followUpKinds, modes } from '../vocabulary/words.ts';
import { answering, incident } from './procedure.ts';
import type { MadeDocument } from './studio-procedures.ts';

/** In an address, everything is text. */
const flag = z.union([z.boolean(), z.stringbool()]);
const wanted = {
  incident: incident.optional().describe('of this one alone'),
  open: flag.optional().describe('only what is still to be done'),
};
const time = z.number().describe('ms since epoch, UTC');

const rowSchema = z
  .object({
    incident: z.object({ id: z.string(), label: z.string(), title: z.string(), mode: z.enum(modes), zone: z.string() }),
    id: z.string(),
    label: z.string(),
    text: z.string(),
    owner: z.object({ id: z.string(), name: z.string() }).optional(),
    due: z.string().optional().describe('ISO date'),
    kind: z.enum(followUpKinds).optional(),
    standing: z.enum(followUpStandings),
    why: z.string().optional().describe('why it will not be done'),
    link: z.string().optional(),
    addedAt: time,
    since: time,
    overdueFrom: time.optional(),
    vague: z.array(z.object({ kind: z.enum(vaguenesses), says: z.string(), ask: z.string() })),
  })
  .meta({ id: 'FollowUp' });

export const followUpProcedures = {
  'followUps.list': answering<{ readonly followUps: readonly FollowUpRow[] }>()({
    says: 'What is to be done after incidents: what is open first, by the end of its day, then by age.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject(wanted),
    output: z.object({ followUps: z.array(rowSchema) }),
    http: { method: 'GET', path: '/api/v1/follow-ups' },
  }),
  'followUps.export': answering<MadeDocument>()({
    says: 'The same as a document: CSV, tasks in Markdown, or JSON.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ ...wanted, format: z.enum(followUpFormats) }),
    output: z.object({ text: z.string(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/follow-ups/export', sends: 'document' },
  }),
} as const;
