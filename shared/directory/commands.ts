/** Every command that changes the directory, as strict schemas. Frozen with version 1: rows only gain optional fields. */
import * as z from 'zod';
import { id } from '../incident/catalogue/fields.ts';
import { cardFields, oneLine, serviceName } from './card.ts';
import { directoryFileSchema } from './file-form.ts';

const envelope = { commandId: id };

export const directoryCommandSchemas = {
  /** The whole card. Without `contact` it is a new one; a contact that was removed comes back with what is saved. */
  'contact.save': z.strictObject({ ...envelope, type: z.literal('contact.save'), contact: id.optional(), ...cardFields }),
  'contact.remove': z.strictObject({ ...envelope, type: z.literal('contact.remove'), contact: id, reason: oneLine(500).optional() }),
  /** Whom to call for a service, in order; without a service, for everything. No contacts: back to the orders of the contacts. */
  'escalation.save': z.strictObject({
    ...envelope,
    type: z.literal('escalation.save'),
    service: serviceName.optional(),
    contacts: z
      .array(id)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, 'names somebody twice'),
    note: oneLine(500).optional(),
  }),
  /** A whole file: what it holds is added or changed, what it does not hold stays. */
  'directory.import': z.strictObject({ ...envelope, type: z.literal('directory.import'), file: directoryFileSchema }),
} as const;

export type DirectoryCommandType = keyof typeof directoryCommandSchemas;
/** A command of one type, or of any. */
export type DirectoryCommand<T extends DirectoryCommandType = DirectoryCommandType> = {
  [K in T]: z.infer<(typeof directoryCommandSchemas)[K]>;
}[T];
/** A command before it has its id. */
export type DirectoryCommandDraft<T extends DirectoryCommandType = DirectoryCommandType> = {
  [K in T]: Omit<z.infer<(typeof directoryCommandSchemas)[K]>, 'commandId'>;
}[T];

/** Any command; an unknown `type` or field is an error with its path. */
export const directoryCommandSchema = z.discriminatedUnion('type', [
  directoryCommandSchemas['contact.save'],
  directoryCommandSchemas['contact.remove'],
  directoryCommandSchemas['escalation.save'],
  directoryCommandSchemas['directory.import'],
]);
