/** A message while somebody writes it: what they changed stands here, apart from the log, until they save or send it. */
import { intervalOf } from '../../../shared/incident/cadence-plan.ts';
import { clocksOf } from '../../../shared/incident/clocks.ts';
import type { DraftView } from '../../../shared/incident/promise-view.ts';
import { momentWithDay, proposedNextAt } from '../../../shared/incident/updates/fill-template.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';

const minute = 60_000;
/** Where no clock runs for those who are told: half an hour is a promise that can be kept. */
const usualMinutes = 30;

/** When the audiences hear again. `suggested` moves with the clock until a person says otherwise. */
export type Next =
  | { readonly kind: 'suggested' }
  /** `at`: ms since epoch, UTC; `typed`: the minutes as they stand in the field. */
  | { readonly kind: 'at'; readonly at: number; readonly typed: string }
  /** The field is empty or holds no number. */
  | { readonly kind: 'unsaid'; readonly typed: string }
  | { readonly kind: 'final' };

/** What a draft says, as the log has it. */
export interface Stand {
  readonly audiences: readonly Audience[];
  readonly text: string;
  readonly nextAt?: number;
  readonly final: boolean;
}

export interface Writing {
  readonly audiences: readonly Audience[];
  /** Undefined: as the template has it, filled from the log anew whenever that changes. */
  readonly text?: string;
  /** The playbook's template that a person chose; undefined: the one that fits. */
  readonly template?: string;
  readonly next: Next;
  /** The next time that the text names still, ms since epoch, UTC, while nobody says another. */
  readonly named?: number;
  /** Channels of this console that are not to carry it. */
  readonly without?: readonly string[];
  /** What stood here before a template took its place. */
  readonly replaced?: string;
  /** What the draft said when one began to change it: another stand in the log is somebody else's. */
  readonly base?: Stand;
}

/** What is kept of an incident's messages, by `new` or the id of a draft. */
export interface Messages {
  readonly open: string;
  readonly changed: { readonly [key: string]: Writing };
}

export const newMessage = 'new';
export const noMessages: Messages = { open: newMessage, changed: {} };

/** A message that nobody began yet: to those whose clock is due next, which are never the responders where others wait too. */
export function beginning(view: IncidentView, now: number, to: readonly Audience[] = []): Writing {
  if (to.length > 0) return { audiences: to, next: { kind: 'suggested' } };
  const clocks = clocksOf(view, now).map(({ audience }) => audience);
  const first = clocks.find((audience) => audience !== 'responders') ?? clocks[0] ?? 'customers';
  return { audiences: [first], next: { kind: 'suggested' } };
}

/** What the log says of a draft, as something to change. */
export function continuing(draft: DraftView, now: number): Writing {
  const { template, text } = draft;
  const base = standOf(draft);
  return { audiences: base.audiences, text, next: nextOfDraft(draft, now), ...(template === undefined ? {} : { template }), base };
}

function nextOfDraft({ final, nextAt }: DraftView, now: number): Next {
  if (final) return { kind: 'final' };
  if (nextAt === undefined) return { kind: 'unsaid', typed: '' };
  return { kind: 'at', at: nextAt, typed: String(minutesUntil(nextAt, now)) };
}

/** What a draft says now. */
export function standOf({ audiences: to, text, nextAt, final }: DraftView): Stand {
  return { audiences: inOrder(to), text, final, ...(nextAt === undefined ? {} : { nextAt }) };
}

const inOrder = (to: readonly Audience[]): readonly Audience[] => audiences.filter((audience) => to.includes(audience));

/** Whether somebody else rewrote the draft since one began to change it here. */
export function isOvertaken(writing: Writing, draft: DraftView): boolean {
  return writing.base !== undefined && JSON.stringify(writing.base) !== JSON.stringify(standOf(draft));
}

/** The message with the audience ticked, or no longer; they stand in the order of the list. */
export function toggled(writing: Writing, audience: Audience): Writing {
  const ticked = writing.audiences.includes(audience);
  return { ...writing, audiences: audiences.filter((one) => (one === audience ? !ticked : writing.audiences.includes(one))) };
}

/** The message with the channel taken out, or put in again. */
export function toggledChannel(writing: Writing, channel: string): Writing {
  const { without = [] } = writing;
  return { ...writing, without: without.includes(channel) ? without.filter((id) => id !== channel) : [...without, channel] };
}

/** The playbook's interval for these audiences at present, in minutes: the shortest of theirs; undefined where no clock runs for them. */
export function usualInterval(view: IncidentView, to: readonly Audience[]): number | undefined {
  const intervals = to.flatMap((audience) => intervalOf(view, audience) ?? []);
  return intervals.length === 0 ? undefined : Math.round(Math.min(...intervals) / minute);
}

/** When the next message would come if nobody says otherwise, ms since epoch, UTC. */
export function suggestedNextAt(view: IncidentView, to: readonly Audience[], now: number): number {
  return proposedNextAt(view, to, now) ?? minutesAhead(usualMinutes, now);
}

/** A moment so many minutes from now, on the minute: what a message says is what the clock holds one to. Ms since epoch, UTC. */
export function minutesAhead(minutes: number, now: number): number {
  return Math.ceil((now + minutes * minute) / minute) * minute;
}

/** Whole minutes until a moment; none when it is past. */
export function minutesUntil(at: number, now: number): number {
  return Math.max(0, Math.floor((at - now) / minute));
}

/** The next time after somebody typed minutes. */
export function nextTyped(typed: string, now: number): Next {
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes > 0 ? { kind: 'at', at: minutesAhead(minutes, now), typed } : { kind: 'unsaid', typed };
}

/** When the next message comes, ms since epoch, UTC; undefined where it is the last or nobody said. */
export function nextAtOf(writing: Writing, view: IncidentView, now: number): number | undefined {
  if (writing.next.kind === 'at') return writing.next.at;
  return writing.next.kind === 'suggested' ? suggestedNextAt(view, writing.audiences, now) : undefined;
}

/** The message with a text of its own. The next time that stands in it stays: it no longer moves with the clock. */
export function withText(writing: Writing, text: string, view: IncidentView, now: number): Writing {
  if (writing.next.kind !== 'suggested') return { ...writing, text };
  const at = suggestedNextAt(view, writing.audiences, now);
  return { ...writing, text, next: { kind: 'at', at, typed: String(minutesUntil(at, now)) } };
}

/** The message with another next time, which its text then names in the place of the one before, where that stands in it just once. */
export function withNext(writing: Writing, next: Next, view: IncidentView, now: number): Writing {
  const after = nextAtOf({ ...writing, next }, view, now);
  const before = nextAtOf(writing, view, now) ?? writing.named;
  const { named: _named, ...rest } = writing;
  const text = writing.text === undefined ? {} : { text: withTime(writing.text, before, after, view, now) };
  // While minutes are being typed there may be no time: the one that the text names is remembered until there is.
  return { ...rest, ...text, next, ...(after === undefined && before !== undefined ? { named: before } : {}) };
}

function withTime(text: string, before: number | undefined, after: number | undefined, view: IncidentView, now: number): string {
  if (before === undefined || after === undefined) return text;
  for (const words of [(at: number) => momentWithDay(view, at, now), (at: number) => clockTime(at, view.zone)]) {
    const parts = text.split(words(before));
    if (parts.length === 2) return parts.join(words(after));
  }
  return text;
}
