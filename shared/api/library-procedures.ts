/** Procedures of the library: past postmortems, what happened before, and the publish folder. */
import * as z from 'zod';
import { templateId } from '../postmortem/template/template-file.ts';
import {
  type LibraryList,
  libraryListSchema,
  libraryWishSchema,
  type Publication,
  type PublishFolder,
  publicationSchema,
  publishFolderSchema,
  type SimilarIncident,
  similarSchema,
} from './library-wire.ts';
import { answering, incident } from './procedure.ts';

const folder = z.string().min(1).max(1000).describe('an absolute path of a folder that is there');

export const libraryProcedures = {
  'library.list': answering<LibraryList>()({
    says: 'Past incidents, the newest first: those that hold all the words and have what is asked for.',
    kind: 'query',
    scope: 'responder',
    input: libraryWishSchema,
    output: libraryListSchema,
    http: { method: 'GET', path: '/api/v1/library' },
  }),
  'incidents.similar': answering<{ readonly similar: readonly SimilarIncident[] }>()({
    says: 'Past incidents that are like this one, with the words and the lines that they share; none where none is.',
    kind: 'query',
    scope: 'responder',
    input: z.strictObject({ id: incident, limit: z.coerce.number().int().min(1).max(50).optional() }),
    output: similarSchema,
    http: { method: 'GET', path: '/api/v1/incidents/:id/similar' },
  }),
  'library.folder': answering<PublishFolder>()({
    says: 'The folder to which postmortems are published.',
    kind: 'query',
    scope: 'owner',
    input: z.strictObject({}),
    output: publishFolderSchema,
  }),
  'library.setFolder': answering<PublishFolder>()({
    says: 'Chooses the folder to which postmortems are published; null chooses none. Nothing is written there yet.',
    kind: 'command',
    scope: 'owner',
    input: z.strictObject({ folder: folder.nullable() }),
    output: publishFolderSchema,
  }),
  'library.publish': answering<Publication>()({
    says: 'Writes postmortems as Markdown files, and a list of them. A file that the console did not write is never overwritten.',
    kind: 'command',
    scope: 'owner',
    input: z
      .strictObject({
        ids: z.array(incident).max(1000).optional(),
        all: z.literal(true).optional().describe('every past incident'),
        folder: folder.optional().describe('this time only; the chosen one unless given'),
        template: templateId.optional().describe('the one that the incident had last unless given'),
        anonymous: z.boolean().optional().describe('names become roles; as the last time unless given'),
      })
      .refine(({ ids, all }) => (ids !== undefined && ids.length > 0) !== (all === true), {
        message: 'name incidents in `ids`, or say `all`',
      }),
    output: publicationSchema,
  }),
} as const;
