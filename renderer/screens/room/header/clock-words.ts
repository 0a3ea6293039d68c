/** How an audience's clock reads: `promised 02:48 (6:12)`, `due 2 min ago`. Words first; the colour only repeats them. */

import type { AudienceClock } from '../../../../shared/incident/clocks.ts';
import { clockTime, dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import type { Tone } from '../../../components/chip/chip.tsx';
import { ageText, clockText } from '../../../components/clock/format-time.ts';

const minute = 60_000;

/** The soonest of promise, target and deadline by hand, in words; a broken promise before a target that was due earlier. Times in ms since epoch, UTC, shown in the zone. */
export function clockWords(clock: AudienceClock, now: number, zone: string): string {
  if (clock.standing === 'broken' && clock.promise !== undefined)
    return `promised ${momentWords(clock.promise, now, zone)}, ${lateWords(clock.promise, now)}: not kept`;
  const promised = clock.promise !== undefined && clock.promise <= clock.due;
  if (!promised && clock.deadline === clock.due) return deadlineWords(clock.due, clock.deadlineSays, now, zone);
  if (clock.standing === 'snoozed') return `snoozed until ${momentWords(clock.due, now, zone)} (${clockText(clock.due - now)})`;
  if (now < clock.due) return `${promised ? 'promised' : 'due'} ${momentWords(clock.due, now, zone)} (${clockText(clock.due - now)})`;
  const late = lateWords(clock.due, now);
  return promised ? `promised ${momentWords(clock.due, now, zone)}, ${late}` : `due ${late}`;
}

function deadlineWords(at: number, says: string | undefined, now: number, zone: string): string {
  const what = `deadline ${momentWords(at, now, zone)}`;
  return `${what}${now < at ? ` (${clockText(at - now)})` : `, ${lateWords(at, now)}`}${says === undefined ? '' : `: ${says}`}`;
}

/** What else the audience waits for, later than what is due: `target 02:55`, `deadline 2026-11-23 09:00: 72 hours`. */
export function otherClockWords(clock: AudienceClock, now: number, zone: string): string | undefined {
  const { deadline, due, deadlineSays } = clock;
  const later = laterClockWords(clock, now, zone);
  const byHand =
    deadline === undefined || (deadline === due && clock.standing !== 'broken')
      ? undefined
      : deadlineWords(deadline, deadlineSays, now, zone);
  return later === undefined || byHand === undefined ? (later ?? byHand) : `${later} · ${byHand}`;
}

function laterClockWords(clock: AudienceClock, now: number, zone: string): string | undefined {
  const { promise, target } = clock;
  if (promise === undefined || target === undefined) return undefined;
  // Set by one message, they differ by moments that no clock shows.
  if (Math.abs(promise - target) < minute) return undefined;
  return promise <= target || clock.standing === 'broken'
    ? `target ${momentWords(target, now, zone)}`
    : `promised ${momentWords(promise, now, zone)}`;
}

/** Amber wants you now, red is a broken promise. */
export function clockTone(clock: AudienceClock): Tone {
  if (clock.standing === 'broken') return 'broken';
  return clock.standing === 'scheduled' || clock.standing === 'snoozed' ? 'neutral' : 'now';
}

/** Whose clock it is: a lone commander has one for all. */
export function clockName(clock: AudienceClock): string {
  return clock.combined ? 'summary' : clock.audience;
}

function lateWords(due: number, now: number): string {
  return now - due < minute ? 'now' : `${ageText(now - due)} ago`;
}

function momentWords(at: number, now: number, zone: string): string {
  const day = dayOf(at, zone);
  return day === dayOf(now, zone) ? clockTime(at, zone) : `${day} ${clockTime(at, zone)}`;
}
