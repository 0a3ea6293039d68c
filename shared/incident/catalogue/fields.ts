/** The fields that commands and events of every kind are made of. Times are ms since epoch, UTC. */
import * as z from 'zod';
import { roleIdPattern, severities } from '../../vocabulary/words.ts';

/** Commands parse strictly: an id is a UUID, a time is one that a Date can show. */
export const id = z.uuid();
export const time = z.number().int().min(0).max(8_640_000_000_000_000);
export const line = z.string().trim().min(1).max(500);
export const text = z.string().trim().min(1).max(20_000);
export const severity = z.union(severities.map((n) => z.literal(n)));
/** A role that is built in, or one of the playbook's own. */
export const role = z.string().regex(roleIdPattern, 'not a role: small letters, digits and hyphens, such as customer-care');
/** A timebox: a minute at least, a day at most. */
export const minutes = z.number().int().min(1).max(1440);
/** The key of a lever: the playbook's, or one made of its name. */
export const leverKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'not a lever key: small letters, digits and hyphens');

export const envelope = { commandId: id, incidentId: id, by: id.optional() };
export const override = z.strictObject({ reason: line }).optional();
/** What a command that goes through a chart may carry. */
export const transition = { ...envelope, reason: text.optional(), at: time.optional(), override };

/** Bodies of events parse loosely: what a newer console wrote beside is kept. */
export const storedId = z.string().min(1);
export const storedTime = z.number();
/** The requirements that were not met when a person went on all the same, and why. */
export const storedOverride = z.looseObject({ reason: z.string(), unmet: z.array(z.string()) }).optional();
export const storedTransition = z.looseObject({ reason: z.string().optional(), override: storedOverride });
