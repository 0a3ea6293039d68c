/** Every procedure of the console, once: its input, its output, who may call it and its place in HTTP. MessagePort, IPC, HTTP and the OpenAPI document are derived from this table. */
import * as z from 'zod';
import { directoryCommandSchema } from '../directory/commands.ts';
import type { Directory } from '../directory/directory.ts';
import { commandSchema } from '../incident/commands.ts';
import type { FoldState } from '../incident/view.ts';
import { playbookCommandSchema } from '../playbook/library-commands.ts';
import { type Channel, channelChangeSchema, channelChoiceSchema, channelRemovalSchema, channelSchema } from './channels-wire.ts';
import { directorySchema } from './directory-wire.ts';
import { followUpProcedures } from './follow-up-procedures.ts';
import { insightProcedures } from './insight-procedures.ts';
import { libraryProcedures } from './library-procedures.ts';
import type { PlaybookText, ShownPlaybook } from './playbook-wire.ts';
import { playbookTextSchema, shownPlaybookSchema } from './playbook-wire.ts';
import { answering, incident, position } from './procedure.ts';
import { reviewProcedures } from './review-procedures.ts';
import { studioProcedures } from './studio-procedures.ts';
import { templateProcedures } from './template-procedures.ts';
import type { IncidentSummary, Session, WireEvent } from './wire.ts';
import { sessionSchema, summarySchema, wireEventSchema } from './wire.ts';

export const procedures = {
  'commands.run': answering<{ readonly events: readonly WireEvent[] }>()({
    says: 'Runs a command; sent twice with one commandId, it happens once.',
    kind: 'command',
    scope: 'responder',
    input: commandSchema,
    output: z.object({ events: z.array(wireEventSchema) }),
    http: { method: 'POST', path: '/api/v1/commands' },
  }),
  'incidents.list': answering<{ readonly incidents: readonly IncidentSummary[] }>()({
    says: 'All incidents: open first, then by time of the last change.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ incidents: z.array(summarySchema) }),
    http: { method: 'GET', path: '/api/v1/incidents' },
  }),
  'incidents.get': answering<IncidentSummary & { readonly fold: FoldState; readonly position: number }>()({
    says: 'One incident as this console sees it, and the position up to which it was folded.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident }),
    output: z.object({ ...summarySchema.shape, fold: z.unknown(), position: z.number() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id' },
  }),
  'incidents.events': answering<{ readonly events: readonly WireEvent[]; readonly next: number | null }>()({
    says: 'Events of an incident after a position, in order of arrival; `next` is the position to go on from, or null at the end.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident, after: position.optional(), limit: z.coerce.number().int().min(1).max(1000).optional() }),
    output: z.object({ events: z.array(wireEventSchema), next: z.number().nullable() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/events' },
  }),
  'incidents.asKnownAt': answering<{ readonly fold: FoldState; readonly position: number }>()({
    says: 'One incident as its log knew it at a moment: folded from what had been written down by then; `position` is that of the last of it, 0 for nothing.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident, at: z.coerce.number().int().nonnegative().describe('ms since epoch, UTC') }),
    output: z.object({ fold: z.unknown(), position: z.number() }),
    http: { method: 'GET', path: '/api/v1/incidents/:id/known-at' },
  }),
  ...studioProcedures,
  ...reviewProcedures,
  ...templateProcedures,
  ...followUpProcedures,
  ...insightProcedures,
  ...libraryProcedures,
  'incidents.import': answering<{ readonly incidentId: string; readonly added: number }>()({
    says: 'Imports a timeline of facts; importing the same file again adds nothing.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ file: z.unknown() }),
    output: z.object({ incidentId: z.string(), added: z.number() }),
    http: { method: 'POST', path: '/api/v1/imports' },
  }),
  'samples.list': answering<{
    readonly samples: readonly { readonly id: string; readonly title: string; readonly organisation: string }[];
  }>()({
    says: 'Public outages that ship with the console.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ samples: z.array(z.object({ id: z.string(), title: z.string(), organisation: z.string() })) }),
  }),
  'samples.open': answering<{ readonly incidentId: string; readonly added: number }>()({
    says: 'Imports one of the samples.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ id: z.string().max(200) }),
    output: z.object({ incidentId: z.string(), added: z.number() }),
  }),
  'log.search': answering<{ readonly hits: readonly { readonly event: WireEvent; readonly title: string }[] }>()({
    says: 'Entries that hold all the words, newest first.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({
      text: z.string().max(200),
      incident: incident.optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    output: z.object({ hits: z.array(z.object({ event: wireEventSchema, title: z.string() })) }),
    http: { method: 'GET', path: '/api/v1/search' },
  }),
  'log.erase': answering<{ readonly erased: string; readonly backups: readonly string[] }>()({
    says: 'Erases the text of one event for good, leaving its place in the chain. `confirm` repeats the last eight characters of the event id.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ id: incident, event: z.string(), confirm: z.string() }),
    output: z.object({ erased: z.string(), backups: z.array(z.string()) }),
  }),
  'log.verify': answering<VerifyReport>()({
    says: 'Checks every chain and every body of the log.',
    kind: 'query',
    scope: 'owner',
    input: z.strictObject({}),
    output: z.object({
      events: z.number(),
      streams: z.number(),
      firstBroken: z.object({ id: z.string(), incidentId: z.string(), position: z.number(), what: z.string() }).optional(),
    }),
  }),
  'log.backup': answering<{ readonly file: string; readonly events: number }>()({
    says: 'Writes a whole, consistent copy of the log to a file.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ file: z.string().min(1) }),
    output: z.object({ file: z.string(), events: z.number() }),
  }),
  'directory.get': answering<{ readonly directory: Directory; readonly position: number }>()({
    says: 'Whom to call: people, teams, services and escalation paths; `position` is that of the last event behind it.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ directory: directorySchema, position: z.number() }),
    http: { method: 'GET', path: '/api/v1/directory' },
  }),
  'directory.run': answering<{ readonly events: readonly WireEvent[] }>()({
    says: 'Changes the directory; sent twice with one commandId, it happens once. A file with any fault is refused whole.',
    kind: 'command',
    scope: 'responder',
    input: directoryCommandSchema,
    output: z.object({ events: z.array(wireEventSchema) }),
    http: { method: 'POST', path: '/api/v1/directory/commands' },
  }),
  'directory.file': answering<{ readonly text: string; readonly mediaType: string; readonly fileName: string }>()({
    says: 'The directory as a file that `directory.import` takes.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ text: z.string(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/directory/file', sends: 'document' },
  }),
  'directory.print': answering<{ readonly text: string; readonly mediaType: string; readonly fileName: string }>()({
    says: 'The directory as one page of paper, with severities and roles.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ text: z.string(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/directory/print', sends: 'document' },
  }),
  'playbook.get': answering<ShownPlaybook>()({
    says: 'The playbook in force, as text and as data, and every version that was saved. New incidents follow it; each keeps the one that it began with.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: shownPlaybookSchema,
    http: { method: 'GET', path: '/api/v1/playbook' },
  }),
  'playbook.run': answering<{ readonly events: readonly WireEvent[] }>()({
    says: 'Saves a playbook, and its contacts into the directory; sent twice with one commandId, it happens once. One with any fault is refused whole.',
    kind: 'command',
    scope: 'owner',
    input: playbookCommandSchema,
    output: z.object({ events: z.array(wireEventSchema) }),
    http: { method: 'POST', path: '/api/v1/playbook/commands' },
  }),
  'playbook.version': answering<PlaybookText>()({
    says: 'One version of the playbook, with its text; `default` is the shipped one.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: z.string().min(1).max(100) }),
    output: playbookTextSchema,
    http: { method: 'GET', path: '/api/v1/playbook/versions/:id' },
  }),
  'playbook.file': answering<{ readonly text: string; readonly mediaType: string; readonly fileName: string }>()({
    says: 'The playbook in force as the file that it is: YAML.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ text: z.string(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/playbook/file', sends: 'document' },
  }),
  'playbook.schema': answering<{ readonly text: string; readonly mediaType: string; readonly fileName: string }>()({
    says: 'The form of a playbook as JSON Schema, for editors.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ text: z.string(), mediaType: z.string(), fileName: z.string() }),
    http: { method: 'GET', path: '/api/v1/playbook/schema', sends: 'document' },
  }),
  'channels.list': answering<{ readonly channels: readonly Channel[] }>()({
    says: 'Where messages may go by themselves, and how many wait for each.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: z.object({ channels: z.array(channelSchema) }),
    http: { method: 'GET', path: '/api/v1/channels' },
  }),
  'channels.save': answering<{ readonly channel: Channel }>()({
    says: 'Sets a channel up, or changes one: turning it on, for one. Address and secret are kept in the keychain, and never handed out.',
    kind: 'command',
    scope: 'owner',
    input: channelChangeSchema,
    output: z.object({ channel: channelSchema }),
    http: { method: 'POST', path: '/api/v1/channels' },
  }),
  'channels.remove': answering<{ readonly removed: string }>()({
    says: 'Removes a channel; what waits for it is let go. `confirm` repeats its name.',
    kind: 'command',
    scope: 'owner',
    input: channelRemovalSchema,
    output: z.object({ removed: z.string() }),
  }),
  'channels.try': answering<{ readonly arrived: boolean; readonly says: string }>()({
    says: 'Sends one message that says it is a test, and tells what came back.',
    kind: 'command',
    scope: 'owner',
    input: channelChoiceSchema,
    output: z.object({ arrived: z.boolean(), says: z.string() }),
  }),
  'session.get': answering<Session>()({
    says: 'Who the caller is.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({}),
    output: sessionSchema,
    http: { method: 'GET', path: '/api/v1/session' },
  }),
  'session.name': answering<Session>()({
    says: 'Gives the caller a name; a browser asks for it once.',
    kind: 'command',
    scope: 'responder',
    input: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    output: sessionSchema,
    http: { method: 'POST', path: '/api/v1/session' },
  }),
  'session.invite': answering<{ readonly url: string }>()({
    says: 'A link by which a responder joins from a browser; it cannot speak for others or import.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({}),
    output: z.object({ url: z.string() }),
    http: { method: 'POST', path: '/api/v1/invites' },
  }),
} as const;

export interface VerifyReport {
  readonly events: number;
  readonly streams: number;
  readonly firstBroken?: { readonly id: string; readonly incidentId: string; readonly position: number; readonly what: string };
}

export type ProcedureName = keyof typeof procedures;
export type InputOf<N extends ProcedureName> = z.input<(typeof procedures)[N]['input']>;
export type ParsedInputOf<N extends ProcedureName> = z.output<(typeof procedures)[N]['input']>;
export type OutputOf<N extends ProcedureName> = NonNullable<(typeof procedures)[N]['result']>;

/** The largest request body or message, bytes. */
export const maxRequestBytes = 256 * 1024;
