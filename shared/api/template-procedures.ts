/** Procedures of templates: those that ship, and an organisation’s own. */
import * as z from 'zod';
import type { Draft } from '../postmortem/draft.ts';
import type { TemplateVersion } from '../postmortem/template/shelf.ts';
import { maxTemplateLength, type TemplateFault, templateId } from '../postmortem/template/template-file.ts';
import { answering, incident } from './procedure.ts';
import type { WireEvent } from './wire.ts';
import { wireEventSchema } from './wire.ts';

/** A template as it is listed. */
export interface ListedTemplate {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly version: number;
  readonly source: 'shipped' | 'own';
  /** Whether one of this id ships with the console: removing an own one brings it back. */
  readonly ships: boolean;
  /** Whether drafts can be made by it. */
  readonly readable: boolean;
  /** Why the newest own one is not used here; empty where it is. */
  readonly faults: readonly TemplateFault[];
}

/** One template with its text. */
export interface ShownTemplate extends ListedTemplate {
  /** The file as it was written: of the one in use, or of the saving that was asked for. */
  readonly text: string;
  /** What the one in use is: the event that saved it, `shipped`, or `none`. */
  readonly from: string;
  /** What was saved under this id, the newest first. */
  readonly versions: readonly TemplateVersion[];
}

/** What is wrong with a text; `template` says what it is, where its front matter reads. */
export interface CheckedTemplate {
  readonly faults: readonly TemplateFault[];
  readonly template?: Pick<ListedTemplate, 'id' | 'name' | 'version'>;
}

/** A draft, or what keeps the text from making one. */
export interface PreviewedTemplate {
  readonly draft?: Draft;
  readonly faults: readonly TemplateFault[];
}

const fault = z.object({ line: z.number().int().describe('from 1'), column: z.number().int().describe('from 1'), message: z.string() });
const listed = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  version: z.number().int(),
  source: z.enum(['shipped', 'own']),
  ships: z.boolean().describe('one of this id ships with the console: removing an own one brings it back'),
  readable: z.boolean().describe('drafts can be made by it'),
  faults: z.array(fault).describe('why the newest own one is not used here'),
});
const version = z.object({
  event: z.string(),
  name: z.string(),
  version: z.number(),
  savedAt: z.number().describe('ms since epoch, UTC'),
  by: z.string().optional(),
  readable: z.boolean(),
});
const text = z.string().max(maxTemplateLength).describe('the whole file: front matter and body');
const events = z.object({ events: z.array(wireEventSchema) });

export const templateProcedures = {
  'templates.list': answering<{ readonly templates: readonly ListedTemplate[]; readonly position: number }>()({
    says: 'The templates that drafts can be made by: those that ship, and the organisation’s own; `position` is that of the last event behind it.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ templates: z.array(listed), position: z.number() }),
    http: { method: 'GET', path: '/api/v1/templates' },
  }),
  'templates.get': answering<ShownTemplate>()({
    says: 'One template with its text, and what was saved under its id; `saved` asks for the text of one saving.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: templateId, saved: z.uuid().optional() }),
    output: listed.extend({ text: z.string(), from: z.string(), versions: z.array(version) }),
    http: { method: 'GET', path: '/api/v1/templates/:id' },
  }),
  'templates.check': answering<CheckedTemplate>()({
    says: 'What is wrong with the text of a template, each fault with its line and column; nothing is saved.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ text }),
    output: z.object({ faults: z.array(fault), template: z.object({ id: z.string(), name: z.string(), version: z.number() }).optional() }),
    http: { method: 'POST', path: '/api/v1/templates/check' },
  }),
  'templates.preview': answering<PreviewedTemplate>()({
    says: 'The draft that a text would make of an incident, or of a sample without one; or its faults. Nothing is saved.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ text, id: incident.optional() }),
    output: z.object({ draft: z.unknown().optional(), faults: z.array(fault) }),
    http: { method: 'POST', path: '/api/v1/templates/preview' },
  }),
  'templates.save': answering<{ readonly events: readonly WireEvent[] }>()({
    says: 'Saves a template under the id of its front matter; sent twice with one commandId, it happens once. One with any fault is refused whole.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({
      commandId: z.uuid(),
      text,
      replaces: z.string().min(1).max(100).optional().describe('only if this is still in use: an event, `shipped` or `none`'),
    }),
    output: events,
    http: { method: 'POST', path: '/api/v1/templates' },
  }),
  'templates.remove': answering<{ readonly events: readonly WireEvent[] }>()({
    says: 'Removes an own template; one that ships under the same id is used again.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ commandId: z.uuid(), id: templateId }),
    output: events,
    http: { method: 'POST', path: '/api/v1/templates/remove' },
  }),
} as const;
