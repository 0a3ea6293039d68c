/** What the updates screen says of a message: whom it waits for, how it travels, what became of it. Times are ms since epoch, UTC. */
import { personName } from '../../../shared/incident/names.ts';
import { samePerson } from '../../../shared/incident/people/presence.ts';
import type { DeliveryView, DraftView } from '../../../shared/incident/promise-view.ts';
import { approvalEndsAt, awaitsApproval, needsApproval } from '../../../shared/incident/updates/approval.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience, Mode } from '../../../shared/vocabulary/words.ts';
import { clockTime, dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import type { Tone } from '../../components/chip/chip.tsx';
import { ageText, clockText } from '../../components/clock/format-time.ts';

const minute = 60_000;
/** What came later than this is called late (as the outbox marks it in the message itself). */
const lateAfter = 2 * minute;

export interface Said {
  readonly says: string;
  readonly tone: Tone;
}

/** `customers`, `staff and customers`, `staff, executives and customers`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Who has to approve what this person would send to these audiences, by name; undefined where nobody has to. */
export function approverFor(view: IncidentView, to: readonly Audience[], person: string): string | undefined {
  const commander = view.roles.commander?.holder;
  return commander !== undefined && needsApproval(view, to, person) ? personName(view, commander) : undefined;
}

/** The same for a draft: whoever wrote it, comms sends it where somebody has the role. */
export function approverOf(view: IncidentView, draft: DraftView): string | undefined {
  const sender = view.roles.comms?.holder ?? draft.by;
  return awaitsApproval(view, draft, sender) ? approverFor(view, draft.audiences, sender) : undefined;
}

/** How a draft stands with the one who approves it, for whoever looks at it. */
export function approvalWords(view: IncidentView, draft: DraftView, now: number, self: string): Said {
  const { approvedBy, approvedAt } = draft;
  if (draft.state === 'approved' && approvedBy !== undefined && approvedAt !== undefined)
    return { says: `approved by ${personName(view, approvedBy)}, ${clockTime(approvedAt, view.zone)}`, tone: 'done' };
  const approver = approverOf(view, draft);
  if (approver === undefined) return { says: 'a draft, ready to send', tone: 'neutral' };
  const ends = approvalEndsAt(view, draft);
  const asks = samePerson(view, draft.by, self) ? 'waits for your word' : `${personName(view, draft.by)} asks for your word`;
  const waits = samePerson(view, view.roles.commander?.holder, self) ? asks : `waits for ${approver}`;
  if (now < ends) return { says: `${waits}; without it from ${clockTime(ends, view.zone)} (${clockText(ends - now)})`, tone: 'now' };
  return { says: `${waits}; it may go out without, and then says unapproved`, tone: 'now' };
}

/** `u1 to customers waits for Kim`: what the room says of drafts that wait. */
export function waitingWords(view: IncidentView, draft: DraftView, now: number, self: string): string {
  return `${draft.label} to ${listed(draft.audiences)}: ${approvalWords(view, draft, now, self).says}`;
}

/** How one message over one channel stands. */
export function deliveryWords(delivery: DeliveryView, now: number, zone: string): Said {
  const { state, why, lateMs, arrivedAt, retryAt, attempts, queuedAt } = delivery;
  const because = why === undefined ? '' : `: ${why}`;
  if (state === 'sending') return { says: 'on its way', tone: 'neutral' };
  if (state === 'uncertain') return { says: `not known to have arrived${because}`, tone: 'now' };
  if (state === 'failed') return { says: `failed${because}`, tone: 'broken' };
  if (state === 'dropped') return { says: `let go${because}`, tone: 'neutral' };
  if (state === 'arrived') {
    const late = lateMs !== undefined && lateMs > lateAfter ? ` ${ageText(lateMs)} late` : '';
    return {
      says: `arrived${late}${arrivedAt === undefined ? '' : `, ${clockTime(arrivedAt, zone)}`}`,
      tone: late === '' ? 'done' : 'now',
    };
  }
  if (retryAt !== undefined) return { says: `refused${because}; tried again at ${clockTime(retryAt, zone)}`, tone: 'now' };
  const waits = now - queuedAt < minute ? '' : ` for ${ageText(now - queuedAt)}`;
  return {
    says: attempts > 0 ? `queued again${waits}` : `queued${waits}${waits === '' ? '' : ': offline, or the other side is'}`,
    tone: 'neutral',
  };
}

/** What a person may say of a delivery, in the order in which they are offered. */
export function deliveryAnswers({
  state,
}: DeliveryView): readonly { readonly outcome: 'arrived' | 'again' | 'dropped'; readonly says: string }[] {
  const arrived = { outcome: 'arrived', says: 'it arrived' } as const;
  const again = { outcome: 'again', says: 'send again' } as const;
  const dropped = { outcome: 'dropped', says: 'let go' } as const;
  if (state === 'uncertain') return [arrived, again, dropped];
  if (state === 'failed') return [again, arrived, dropped];
  if (state === 'queued') return [arrived, dropped];
  return state === 'dropped' ? [again, arrived] : [];
}

/** The text as it is taken elsewhere: customers and partners read the status page's word above it. */
export function copiedText(text: string, to: readonly Audience[], status: string, mode: Mode): string {
  const word = to.some((audience) => audience === 'customers' || audience === 'partners') ? `Status: ${capital(status)}\n\n` : '';
  return `${mode === 'drill' ? 'DRILL. This is an exercise.\n\n' : ''}${word}${text}`;
}

/** A word as a status page prints it. */
export const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** `inc-7 customers 2026-03-29 0240.txt`: a name that says whom it was for, and when; the time as the incident's zone has it. */
export function fileNameOf(view: IncidentView, to: readonly Audience[], now: number): string {
  return `${view.label} ${to.join(' ')} ${dayOf(now, view.zone)} ${clockTime(now, view.zone).replace(':', '')}.txt`;
}
