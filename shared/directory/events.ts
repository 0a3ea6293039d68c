/** The catalogue of the directory's events: bodies parse loosely, what a newer console wrote beside is kept. Frozen: rows only gain optional fields. */
import * as z from 'zod';
import { storedId } from '../incident/catalogue/fields.ts';
import { contactKinds } from './words.ts';

export const directoryEvents = {
  /** The whole card, as it now is: the last by clock holds. */
  'contact.saved': z.looseObject({
    contact: storedId,
    kind: z.enum(contactKinds),
    name: z.string(),
    phones: z.array(z.string()),
    team: z.string().optional(),
    services: z.array(z.string()),
    order: z.number().optional(),
    note: z.string().optional(),
    worksWithout: z.array(z.string()).optional(),
  }),
  'contact.removed': z.looseObject({ contact: storedId, reason: z.string().optional() }),
  /** No contacts: back to the orders of the contacts. */
  'escalation.saved': z.looseObject({ service: z.string().optional(), contacts: z.array(storedId), note: z.string().optional() }),
} as const;

export type DirectoryEventType = keyof typeof directoryEvents;
export type DirectoryEventBody<T extends DirectoryEventType> = z.output<(typeof directoryEvents)[T]>;

/** Version of every row; a row whose body changes gets an upcast and a higher one. */
export const directoryEventVersion = 1;

/** Whether the catalogue has this type. */
export function isDirectoryEvent(type: string): type is DirectoryEventType {
  return Object.hasOwn(directoryEvents, type);
}
