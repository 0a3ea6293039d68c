/** Messages that say what was said before: nobody reads the third one. "No change" is news when it names what is being tried (design: content). */
import type { Audience } from '../../vocabulary/words.ts';
import { intervalOf } from '../cadence-plan.ts';
import { moment } from '../situation/situation-lines.ts';
import type { IncidentView } from '../view.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { lastTo } from './diff-with-last.ts';
import type { Message, Warning } from './warning.ts';

const noChange =
  /\b(?:no (?:significant |real |new |further )?(?:changes?|news|updates?|progress|information)|nothing (?:new|else|has changed|changed|to report)|unchanged|(?:still )?the same as before|still the same)\b/i;
/** What everybody says and nobody learns from. */
const stock =
  /\b(?:we|our|teams?|engineers?|are|is|have|to|report|at this (?:time|point)|yet|so far|since|still|continu(?:e|es|ing)|keep|working|on|it|this|a|the|fix|issue|problem|incident|investigat(?:e|es|ing)|look(?:ing)?|into|for|now|and|please|bear|with|us|thank|you|your|patience|apologi[sz]e|sorry)\b/gi;

/** At most one warning for each audience. */
export function saidBefore(view: IncidentView, message: Message, clauses: readonly Clause[], now: number): readonly Warning[] {
  const found = noChange.exec(message.text);
  if (found === null) return message.audiences.flatMap((audience) => sameWords(view, audience, message, clauses));
  const place = { start: found.index, end: found.index + found[0].length };
  if (!namesWhatIsTried(clauses))
    return [{ rule: 'noChange', says: '"No change" is fine when it names what is being tried. Add what that is.', ...place }];
  return message.audiences
    .flatMap((audience) => again(view, audience, now))
    .map((says) => ({ rule: 'noChangeAgain' as const, says, ...place }));
}

function sameWords(view: IncidentView, audience: Audience, { text }: Message, clauses: readonly Clause[]): readonly Warning[] {
  const last = lastTo(view, audience);
  const words = wordsOf(clauses);
  if (last === undefined || words === '' || wordsOf(clausesOf(last.text)) !== words) return [];
  const says = `The same words went to ${audience} at ${moment(view, last.sentAt)}. Say what is new, or what is being tried.`;
  return [{ rule: 'sameWords', says, start: 0, end: text.length }];
}

/** Without the time of the next message, which is always another. */
function wordsOf(clauses: readonly Clause[]): string {
  const said = clauses.filter(({ saysNext }) => !saysNext).map(({ text }) => text.trim().toLowerCase());
  return said.join(' ').replaceAll(/\s+/g, ' ');
}

function namesWhatIsTried(clauses: readonly Clause[]): boolean {
  const left = clauses.filter(({ saysNext }) => !saysNext).map(({ text }) => text.replace(noChange, ' ').replaceAll(stock, ' '));
  return (left.join(' ').match(/[\p{L}\p{N}]{2,}/gu) ?? []).length >= 2;
}

/** Once in two intervals. */
function again(view: IncidentView, audience: Audience, now: number): readonly string[] {
  const interval = intervalOf(view, audience);
  if (interval === undefined) return [];
  const before = view.updates.findLast(
    ({ audiences, text, sentAt }) => audiences.includes(audience) && noChange.test(text) && now - sentAt < 2 * interval,
  );
  if (before === undefined) return [];
  return [`${audience} heard of no change at ${moment(view, before.sentAt)} already. Say what was tried since, and what it showed.`].map(
    capital,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
