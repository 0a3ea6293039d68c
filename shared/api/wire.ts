/** What the console's doors hand out: events, summaries, the fold, and the messages of the stream. */
import * as z from 'zod';
import type { Directory } from '../directory/directory.ts';
import type { FoldState } from '../incident/view.ts';
import type { LogEvent } from '../log/event.ts';
import { audiences, modes, phases, precisions, severities, vias } from '../vocabulary/words.ts';

const time = z.number().describe('ms since epoch, UTC');

/** An event as every door shows it. */
export const wireEventSchema = z
  .object({
    id: z.string(),
    incidentId: z.string(),
    type: z.string(),
    v: z.number().int(),
    body: z.unknown().describe('null once erased'),
    occurredAt: time,
    endAt: time.optional(),
    precision: z.enum(precisions),
    recordedAt: time,
    actor: z.string(),
    via: z.enum(vias),
    by: z.string().optional(),
    cause: z.unknown(),
    origin: z.string(),
    seq: z.number().int(),
    hlc: z.string(),
    chain: z.literal(1),
    bodyHash: z.string(),
    prevHash: z.string(),
    hash: z.string(),
    position: z.number().int().describe('arrival order on this console; `after` everywhere is a position'),
  })
  .meta({ id: 'Event' });
/** A stored event: a `LogEvent` with its position. */
export type WireEvent = LogEvent & { readonly position: number };

export const summarySchema = z
  .object({
    id: z.string(),
    label: z.string(),
    title: z.string(),
    mode: z.enum(modes),
    phase: z.enum(phases),
    severity: z.union(severities.map((n) => z.literal(n))).optional(),
    commander: z.string().optional().describe('name of the holder of command'),
    impact: z.string().optional(),
    declaredAt: time.optional(),
    happenedAt: time.optional().describe('the earliest milestone that is known: what an imported incident has instead'),
    changedAt: time.optional(),
    entries: z.number().int(),
    nextDue: z
      .object({
        audience: z.enum(audiences),
        at: time,
        kind: z.enum(['target', 'promise', 'deadline']),
        snoozeFrom: time.optional().describe('from when on it may be put off; absent where it may not'),
      })
      .optional(),
    nextPromise: z
      .object({ audience: z.enum(audiences), at: time, brokenFrom: time.describe('when it counts as broken, ms since epoch, UTC') })
      .optional()
      .describe('the soonest promise; a target may fall due before it'),
    nextTimebox: z
      .object({ label: z.string(), text: z.string(), at: time })
      .optional()
      .describe('the soonest timebox of a task, a test or a workstream that still runs'),
    ended: z.boolean(),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof summarySchema>;

/** The caller: a person's id and name, and how far their door opens. `name` is absent until a browser gave it. */
export const sessionSchema = z
  .object({
    person: z.string(),
    name: z.string().optional(),
    scope: z.enum(['owner', 'responder']),
    via: z.enum(vias),
    zone: z.string(),
    appVersion: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** What the stream sends after it was opened with `{ incident?, after }`. */
export type StreamMessage =
  | { readonly type: 'events'; readonly events: readonly WireEvent[] }
  /** An event arrived that sorts before what was folded: take this state instead of the one you have. */
  | { readonly type: 'reset'; readonly incidentId: string; readonly fold: FoldState; readonly position: number }
  /** A text of the directory was erased: take this instead of what you have. What is added to it comes as events of its stream. */
  | { readonly type: 'directory'; readonly directory: Directory; readonly position: number }
  /** A version of the playbook was erased: ask for it again. What is added to it comes as events of its stream. */
  | { readonly type: 'playbook'; readonly position: number }
  /** A saved template was erased: ask for them again. What is added comes as events of its stream. */
  | { readonly type: 'templates'; readonly position: number }
  | { readonly type: 'status'; readonly status: ConsoleStatus };

export interface ConsoleStatus {
  readonly recording: boolean;
  /** Why not, or what a person must know: a damaged file was set aside, a clock is off. */
  readonly notices: readonly string[];
}
