/** Where messages go by themselves, as the console's doors hand it out and take it. What is secret is taken and never handed out. */
import * as z from 'zod';
import { audiences } from '../vocabulary/words.ts';

/** `webhook`: a signed JSON document. `slack`: Slack's incoming webhook, or whatever takes `{ text }` as it does. */
export const channelKinds = ['webhook', 'slack'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const channelSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(channelKinds),
    audiences: z.array(z.enum(audiences)).describe('whom it reaches: offered for messages to them'),
    on: z.boolean().describe('nothing goes out over a channel before a person turned it on'),
    repeatsAreDropped: z.boolean().describe('its receiver takes each Idempotency-Key once: what may not have arrived is sent again'),
    host: z.string().optional().describe('of its address, for the owner'),
    waiting: z.number().int().describe('messages that wait to go out over it'),
    trouble: z.string().optional().describe('why they wait, for the owner'),
  })
  .meta({ id: 'Channel' });
export type Channel = Readonly<z.infer<typeof channelSchema>>;

const id = z.string().max(64);

/** Without `id` a new one, which is off; it asks for name, kind, audiences and address, a webhook for its secret too. With it, what is given changes. */
export const channelChangeSchema = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1, 'say what people call it, such as #incidents').max(80).optional(),
  kind: z.enum(channelKinds).optional(),
  audiences: z.array(z.enum(audiences)).min(1, 'choose whom it reaches').max(audiences.length).optional(),
  on: z.boolean().optional(),
  repeatsAreDropped: z.boolean().optional(),
  /** Kept in the machine's keychain, and shown to nobody again. */
  url: z.string().trim().max(2_000).optional(),
  /** What its messages are signed with; kept like the address. */
  secret: z.string().trim().min(16, 'has 16 characters at least, so that nobody guesses it').max(500).optional(),
});
export type ChannelChange = Readonly<z.infer<typeof channelChangeSchema>>;

export const channelChoiceSchema = z.strictObject({ id });
/** `confirm` repeats the channel's name. */
export const channelRemovalSchema = z.strictObject({ id, confirm: z.string().max(80) });
