/** What a card of the directory may hold, strictly: for the form, for commands and for files. */
import * as z from 'zod';
import { contactKinds, dependencies } from './words.ts';

/** Text that stays on one line of a list and of a printed page. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'must be on one line');

/** A number as it is dialled, with room for `ext 5` or `at night`. */
const phone = oneLine(60).refine((text) => (text.match(/\p{Nd}/gu) ?? []).length >= 2, 'is not a number: it has no digits to dial');

export const serviceName = oneLine(80);

export const cardFields = {
  kind: z.enum(contactKinds),
  name: oneLine(120),
  phones: z.array(phone).max(8, 'holds more than eight numbers'),
  team: oneLine(80).optional(),
  services: z.array(serviceName).max(50, 'names more than fifty services'),
  order: z.number().int().min(1).max(99).optional(),
  note: oneLine(500).optional(),
  worksWithout: z.array(z.enum(dependencies)).max(dependencies.length).optional(),
};
