/** The directory as the console's doors hand it out. */
import * as z from 'zod';
import { contactKinds, dependencies } from '../directory/words.ts';

const time = z.number().describe('ms since epoch, UTC');
const saves = z.array(z.string()).describe('events that hold what was ever saved of it, the oldest first: what an erasure has to take');

const contact = z.object({
  id: z.string(),
  kind: z.enum(contactKinds),
  name: z.string(),
  phones: z.array(z.string()),
  team: z.string().optional(),
  services: z.array(z.string()),
  order: z.number().optional(),
  note: z.string().optional(),
  worksWithout: z.array(z.enum(dependencies)).optional().describe('what may be down while the contact is still reached'),
  savedAt: time,
  saves,
});

/** See `Directory` for what each field means. */
export const directorySchema = z
  .object({
    contacts: z.array(contact),
    removed: z.array(contact.extend({ removedAt: time })),
    escalations: z.array(
      z.object({
        service: z.string().optional().describe('absent: for everything'),
        contacts: z.array(z.string()),
        note: z.string().optional(),
        savedAt: time,
      }),
    ),
    changedAt: time.optional(),
  })
  .meta({ id: 'Directory' });
