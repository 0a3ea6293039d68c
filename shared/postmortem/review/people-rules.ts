/** The rules that need the names of people: who is named as the cause, and questions that ask who and why. Source: postmortems, 4b. */
import type { NamePlace } from '../anonymous/names-in-text.ts';
import { ends, type Match, type RuleWords, words } from './rule.ts';

export const culprit: RuleWords = {
  id: 'B5',
  level: 'error',
  reason: 'Names a culprit.',
  prompt: 'Use the role, and describe the tool and the situation.',
};
export const whoOrWhy: RuleWords = {
  id: 'B6',
  level: 'warn',
  reason: 'Invites a defence instead of an account.',
  prompt: 'How did it come about? What made it likely?',
};

const faultVerb =
  /^(?:caused|broke|deleted|dropped|wiped|destroyed|corrupted|crashed|misconfigured|botched|overwrote|took (?:[\p{L}-]{1,20} ){0,3}?down|(?:is|was) (?:responsible|to blame|at fault)|(?:messed|screwed) up)(?![\p{L}\p{N}_])/iu;
const notFault =
  /^(?:broke (?:(?:[\p{L}-]{1,20} ){0,3}down|off|the silence|the news)|(?:is|was) responsible for (?:the |this |that )?(?:follow-?ups?|reviews?|actions?|fix|items?|updates?|comms|messages?|postmortem|handoff|rota)|took (?:[\p{L}-]{1,20} ){0,3}?down (?:notes|the minutes))/iu;
/** What may stand between a name and its verb, without another subject coming in. */
const link =
  /^(?:(?:then|also|had|has|have|accidentally|mistakenly|just|probably|inadvertently|who|and|or|was|is|one|by|mistake|really|again|alone|himself|herself|themselves|unfortunately|himself|deploy|change|commit|script|query|migration|command|fix|typo|rollout|patch|merge|push|release|update|restart|refactoring|pr)(?![\p{L}\p{N}_])|'s(?![\p{L}])|,)[ ]?/iu;
const blamedBefore =
  /(?:(?:caused|broken|deleted|dropped|wiped|taken down|triggered|corrupted|crashed|misconfigured) (?:alone )?by|fault of|blame[sd]?|the culprit (?:is|was)|because of) $/i;
const blamedAfter = /^'s? (?:fault|mistake|error|blunder|doing)(?![\p{L}])/iu;
const linksAtMost = 5;

/** Where a name is said to be at fault; `undefined` where it is only named. */
export function blameOf(text: string, { start, end }: NamePlace): { readonly start: number; readonly end: number } | undefined {
  const before = blamedBefore.exec(text.slice(Math.max(0, start - 40), start));
  if (before) return { start: start - before[0].length, end };
  const after = text.slice(end, end + 120);
  const own = blamedAfter.exec(after);
  if (own) return { start, end: end + own[0].length };
  let rest = after.replace(/^ /, '');
  for (let taken = 0; taken < linksAtMost; taken += 1) {
    const verb = faultVerb.exec(rest);
    if (verb) return notFault.test(rest) ? undefined : { start, end: end + after.length - rest.length + verb[0].length };
    const between = link.exec(rest);
    if (!between) return undefined;
    rest = rest.slice(between[0].length);
  }
  return undefined;
}

/** Handles of whoever it may be. */
export const anyHandle = /(?<![\p{L}\p{N}_.@-])@[\p{L}_][\p{L}\p{N}_-]{1,60}/giu;

export const askedWho = words(
  'who (?:did|caused|broke|approved|deployed|merged|deleted|pushed|allowed|(?:is|was) (?:responsible|to blame))',
  'whose (?:fault|mistake)',
);
/** Behind a person's name or a pronoun; behind anything else it is a question about a thing. */
export const askedWhy = words("why (?:did(?:n't| not)?|had(?:n't| not)?|was(?:n't| not)?|were(?:n't| not)?|does(?:n't| not)?)");
export const pronoun =
  /^ (?:he|she|you|they|the (?:engineer|operator|responder|developer|team|on-call|person)|nobody|no one|anyone|someone|somebody)(?![\p{L}])/iu;

/** Behind a noun, "who" says which people; a question begins with it, or hangs on a verb of asking. */
export function asksWho({ before, found }: Match): boolean {
  if (found.startsWith('whose')) return true;
  return (
    before === '' ||
    ends(
      before,
      'asks?|asked|asking|know|knows|knew|find out|found out|clear|see|say|tell|determine|identify|wonder|check|and|question is|out',
    )
  );
}
