/** The time of the next message: whether a text says it, says the one that is promised, and whether that is one to be kept to. */
import type { Audience } from '../../vocabulary/words.ts';
import { clockTime } from '../../vocabulary/zoned-time.ts';
import { intervalOf } from '../cadence-plan.ts';
import { moment } from '../situation/situation-lines.ts';
import type { IncidentView } from '../view.ts';
import type { Clause } from './clauses.ts';
import { momentWithDay } from './fill-template.ts';
import { holdsTime } from './finish-times.ts';
import type { Message, Warning } from './warning.ts';

const minute = 60_000;
const clocks = /\b(\d{1,2})[:.](\d{2})\b(?:\s?([ap])\.?m\b)?/gi;

/** The sentence that a text gets for its promise, such as `Next message: 02:50 Berlin.`; `nextAt` and `now` in ms since epoch, UTC. */
export function nextSentence(view: Pick<IncidentView, 'zone'>, nextAt: number, now: number): string {
  return `Next message: ${momentWithDay(view, nextAt, now)}.`;
}

/** What is wrong with the next time; a last message has none. */
export function nextTimeWarnings(view: IncidentView, message: Message, clauses: readonly Clause[], now: number): readonly Warning[] {
  if (message.final === true) return [];
  const said = clauses.filter(({ saysNext, text }) => saysNext && holdsTime(text));
  return [...sayingIt(view, message, said, now), ...keepingIt(view, message, said, now)];
}

function sayingIt(view: IncidentView, { text, nextAt }: Message, said: readonly Clause[], now: number): readonly Warning[] {
  const end = { start: text.length, end: text.length };
  if (said.length === 0) {
    const add = nextAt === undefined ? 'Add it, or say that this is the last one.' : `Add: ${nextSentence(view, nextAt, now)}`;
    return [{ rule: 'noNext', says: `The text does not say when the next message comes. ${add}`, ...end }];
  }
  const others = nextAt === undefined ? [] : said.filter((clause) => saysAnother(view, clause.text, nextAt));
  return others.length < said.length || nextAt === undefined
    ? []
    : [{ rule: 'otherNext', says: `${moment(view, nextAt)} is promised, and the text says another time.`, ...placeOf(others) }];
}

/** Whether a clause names times of day and none of them is this moment's, here or in UTC. */
function saysAnother(view: IncidentView, words: string, at: number): boolean {
  const named = Array.from(words.matchAll(clocks), ([, hour, minutes, half]) => `${hourOf(Number(hour), half)}:${minutes}`);
  const meant = [clockTime(at, view.zone), clockTime(at, 'UTC')];
  return named.length > 0 && !named.some((time) => meant.includes(time));
}

function hourOf(hour: number, half: string | undefined): string {
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return String(of24).padStart(2, '0');
}

const placeOf = (clauses: readonly Clause[]) => ({ start: clauses[0]?.start ?? 0, end: clauses[0]?.end ?? 0 });

function keepingIt(view: IncidentView, { text, audiences, nextAt }: Message, said: readonly Clause[], now: number): readonly Warning[] {
  if (nextAt === undefined) return [];
  const place = said.length === 0 ? { start: text.length, end: text.length } : placeOf(said);
  if (nextAt <= now)
    return [
      {
        rule: 'nextOver',
        says: `The next message is promised for ${moment(view, nextAt)}, which is over. Choose a time to come.`,
        ...place,
      },
    ];
  return audiences
    .flatMap((audience) => tooFar(view, audience, { nextAt, now }))
    .map((says) => ({ rule: 'nextFar' as const, says, ...place }));
}

function tooFar(
  view: IncidentView,
  audience: Audience,
  { nextAt, now }: { readonly nextAt: number; readonly now: number },
): readonly string[] {
  const interval = intervalOf(view, audience);
  if (interval === undefined || nextAt - now <= 2 * interval) return [];
  const waits = Math.round((nextAt - now) / minute);
  const usual = Math.round(interval / minute);
  return [
    `${waits} min until the next message to ${audience}, whose interval is ${usual} min. Promise a sooner one, even if nothing changes.`,
  ];
}
