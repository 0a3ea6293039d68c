/** How the history of an audience reads. Times are ms since epoch, UTC, shown in the incident's zone. */
import { brokenFrom } from '../../../shared/incident/deadlines.ts';
import type { ToldView, UpdateHistory } from '../../../shared/incident/updates/update-history.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { ageText } from '../../components/clock/format-time.ts';
import type { Said } from './message-words.ts';

const minute = 60_000;

/** One message against what was promised before it: `promised 02:40, came 7 min late: broken`. */
export function toldWords({ promisedAt, lateMs, promise, target, silenceMs }: ToldView, zone: string): Said {
  const missed = target === 'missed' ? '; later than the playbook asks' : '';
  if (promisedAt === undefined || lateMs === undefined || promise === undefined) {
    const after = silenceMs === undefined ? '' : `, after ${ageText(silenceMs)}`;
    return { says: `nothing was promised before it${after}${missed}`, tone: target === 'missed' ? 'now' : 'neutral' };
  }
  const came = lateMs < minute ? (lateMs > -minute ? 'on time' : `${ageText(-lateMs)} early`) : `${ageText(lateMs)} late`;
  const says = `promised ${clockTime(promisedAt, zone)}, came ${came}: ${promise}${missed}`;
  return { says, tone: promise === 'kept' ? 'done' : 'broken' };
}

/** The promise that is not answered yet; undefined where there is none. */
export function pendingWords(view: IncidentView, audience: Audience, now: number): Said | undefined {
  const { promise } = view.cadences[audience];
  if (promise === undefined) return undefined;
  const at = clockTime(promise.at, view.zone);
  if (now < promise.at) return { says: `promised ${at}, to come`, tone: 'neutral' };
  const late = `promised ${at}, ${ageText(now - promise.at)} ago`;
  return now >= brokenFrom(view, promise.at) ? { says: `${late}: broken`, tone: 'broken' } : { says: `${late}: now`, tone: 'now' };
}

/** `3 promises kept, 1 broken · longest silence 47 min`. */
export function historyWords({ told, promisesKept, promisesBroken, longestSilenceMs }: UpdateHistory): string {
  const promises = promisesKept + promisesBroken;
  const count = told.length === 1 ? '1 message' : `${told.length} messages`;
  const kept =
    promises === 0 ? 'no promise came due yet' : `${promisesKept} of ${promises} ${promises === 1 ? 'promise' : 'promises'} kept`;
  const broken = promisesBroken === 0 ? '' : `, ${promisesBroken} broken`;
  const silence = longestSilenceMs === undefined ? '' : ` · longest silence ${ageText(longestSilenceMs)}`;
  return `${count} · ${kept}${broken}${silence}`;
}
