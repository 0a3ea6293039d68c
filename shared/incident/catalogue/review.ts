/** The catalogue of what a team does with the log afterwards: sections of the draft in people's words, tags, and the review meeting. */
import * as z from 'zod';
import { generatedParts } from '../../vocabulary/words.ts';
import { envelope, id, line, minutes, storedId } from './fields.ts';

/** What a section of a draft means, whatever template it stands in: see `SectionSpec.means`. */
const section = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the name of a section: small letters, digits and hyphens');
const template = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the name of a template: small letters, digits and hyphens');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex');
const tag = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'not a tag: small letters, digits and hyphens');
const part = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'not a part of an agenda: small letters, digits and hyphens');
const agendaItem = z.strictObject({ part, says: line, minutes });

export const reviewCommands = {
  /** The words of people for a section: Markdown. Writing again makes a new version; the earlier ones stay in the log. */
  'section.write': z.strictObject({
    ...envelope,
    type: z.literal('section.write'),
    section,
    text: z.string().trim().min(1).max(50_000),
    /** Whether what the log gives for the section stays beside the words. */
    generated: z.enum(generatedParts),
    /** The template in which it was written, and the hash of what the log gave there: see `sectionBasis`. */
    template,
    basis: hash.optional(),
    /** The version that the writer had before them: another one since is not overwritten. */
    after: id.optional(),
  }),
  /** Back to what the log gives. */
  'section.clear': z.strictObject({ ...envelope, type: z.literal('section.clear'), section, after: id.optional() }),
  /** All the tags of an entry, from now on. */
  'entry.tag': z.strictObject({ ...envelope, type: z.literal('entry.tag'), entry: id, tags: z.array(tag).max(20) }),
  'meeting.begin': z.strictObject({
    ...envelope,
    type: z.literal('meeting.begin'),
    facilitator: id.optional(),
    agenda: z.array(agendaItem).min(1).max(20),
  }),
  'meeting.move': z.strictObject({ ...envelope, type: z.literal('meeting.move'), meeting: id, part }),
  'meeting.end': z.strictObject({ ...envelope, type: z.literal('meeting.end'), meeting: id }),
} as const;

export const reviewEvents = {
  'section.written': z.looseObject({
    section: z.string(),
    text: z.string(),
    generated: z.enum(generatedParts),
    template: z.string(),
    basis: z.string().optional(),
  }),
  'section.cleared': z.looseObject({ section: z.string() }),
  'entry.tagged': z.looseObject({ entry: storedId, tags: z.array(z.string()) }),
  'meeting.begun': z.looseObject({
    facilitator: storedId.optional(),
    agenda: z.array(z.looseObject({ part: z.string(), says: z.string(), minutes: z.number() })),
  }),
  'meeting.moved': z.looseObject({ meeting: storedId, part: z.string() }),
  'meeting.ended': z.looseObject({ meeting: storedId }),
} as const;
