/** The rules about how it is told: one cause, hindsight, loaded and absolute words, vague follow-ups. Source: postmortems, 4b. */
import { holdsTime } from '../../incident/updates/finish-times.ts';
import { attitudePhrases, wishPhrases } from '../follow-ups/vague-phrases.ts';
import { begins, ends, type Match, type WordRule, words } from './rule.ts';

const isoDate = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
const owned = /@[\p{L}\p{N}]|\bowner\b|\bowned by\b/iu;
const askedOf = /(?:^|(?<![\p{L}])(?:will|must|should|shall|please|always|have to|needs? to|want to|try to|going to|remember to|to do))$/iu;

/** Only an order, or a wish, is a follow-up; with who and when it can be finished. */
function unfinishable({ found, before, sentence, context, next }: Match): boolean {
  if (found.startsWith('retrain'))
    return !begins(next, '(?:(?:the|our|an?|this) )?(?:[a-z]+ )?(?:models?|classifiers?|networks?|detectors?)');
  if (!/^(?:make sure|ensure)/.test(found)) return true;
  if (context.followUp === 'owned' || !askedOf.test(before)) return false;
  return !(owned.test(sentence) && (isoDate.test(sentence) || holdsTime(sentence)));
}

function hindsight({ found, before, next, after }: Match): boolean {
  if (
    ends(
      before,
      "not|n't|non-?|isn't|wasn't|never|hardly|less|no|nothing|neither|far from|not (?:at all|immediately|so|that|very|entirely)",
    )
  )
    return false;
  if (found.startsWith('clear')) {
    return !begins(
      next,
      'label+ed|marked|named|visible|documented|separated|written|stated|defined|signposted|worded|readable|shown|distinguish\\w*',
    );
  }
  if (found.startsWith('obvious')) return !/\b(?:make|makes|making|made)\b/i.test(before);
  if (found.startsWith('simply')) return !ends(before, 'put') && !begins(next, 'put');
  if (/ plain$/.test(found)) return !begins(after.trimStart(), 'text|http|html|english|json|ascii|tcp');
  return true;
}

const partial = /\b(?:some|part of|partly|a few|few|degraded|slower|one (?:region|zone))\b|\d ?%/i;

function loaded({ found, next, after, sentence, before }: Match): boolean {
  if (found.startsWith('outage')) return partial.test(sentence) && !ends(before, 'partial');
  if (found.startsWith('disaster')) return !/^[ -](?:recovery|plan|exercise|tolerance)/i.test(after);
  if (found.startsWith('chao')) return !begins(next, 'engineering|monkey|tests?|testing|experiments?|mesh|days?');
  return !(found.startsWith('catastroph') && begins(next, 'backtracking|cancellation'));
}

const group = '(?:in|on|at|from) (?:the|this|our) (?:call|bridge|channel|room|shift|list|team|rota)';

function aboutPeople({ found, subject, before, next, after }: Match): boolean {
  if (found === 'never' || found === 'always') return subject === 'person' && !/^-/.test(after) && !ends(before, 'as|almost');
  if (begins(next, group, 'else')) return false;
  return !ends(before, 'if|whether|so that|tell|told|telling|asked|for|to|and then');
}

export const tellingRules: readonly WordRule[] = [
  {
    id: 'B7',
    level: 'info',
    pattern: words(
      'the (?:single |one |only |sole )?root cause (?:is|was|of (?:this|the) (?:incident|outage) (?:is|was))',
      'the (?:real|actual|true|sole|single|only) cause',
      'ultimately caused by',
      '(?:due|down) to (?:one|a single)',
    ),
    reason: 'One cause hides the others.',
    prompt: 'Which conditions came together? Name at least two.',
    meant: ({ next }) => !begins(next, "(?:is |was )?(?:not|still|un(?:known|clear)|never|being|under|open|n't)"),
  },
  {
    id: 'B8',
    level: 'warn',
    pattern: words(
      'obvious(?:ly)?',
      'clearly',
      'of course',
      'as every(?:one|body) (?:knew|knows)',
      '(?:was|were) plain',
      'simply',
      'just (?:had|needed)(?: to)?',
      'merely',
      'trivial(?:ly)?',
    ),
    reason: 'It is easy only afterwards.',
    prompt: 'When did it become visible, and to whom?',
    meant: hindsight,
  },
  {
    id: 'B9',
    level: 'info',
    pattern: words(
      '(?:luckily|fortunately|thankfully),? (?:nobody|no one|none)',
      '(?:get|gets|got|getting) away with',
      'dodged (?:a|the) bullet',
    ),
    reason: 'Luck hides the margin that was left.',
    prompt: 'What protected us? Tag that entry lucky.',
  },
  {
    id: 'B10',
    level: 'warn',
    pattern: words(...attitudePhrases, ...wishPhrases),
    reason: 'It cannot be finished.',
    prompt: 'Which change, by whom, by when, and how will it be checked?',
    meant: unfinishable,
  },
  {
    id: 'B11',
    level: 'info',
    pattern: words(
      'everything (?:else )?worked except',
      "if (?:the|a) (?:human|operator|engineer|person|responder|on-call|user) had(?:n't| not)",
      '(?:worked|running|ran) (?:fine|well|perfectly) until (?:he|she|they|some(?:one|body)|(?:the|an?) (?:human|operator|engineer|person))',
    ),
    reason: 'Treats people as the only part that varies.',
    prompt: 'How did people also keep it working?',
    meant: ({ next }) => !begins(next, 'been installed'),
  },
  {
    id: 'B12',
    level: 'info',
    pattern: words(
      'outages?',
      'catastroph(?:es?|ic|ically)',
      'disasters?|disastrous(?:ly)?',
      'nightmares?|fiasco|mess|meltdown|shambles|horrible|terrible|train ?wreck',
      'chaos|chaotic',
    ),
    reason: 'A loaded word says less than a number.',
    prompt: 'What exactly was the effect, on how many, for how long?',
    meant: loaded,
  },
  {
    id: 'B13',
    level: 'info',
    pattern: words('never', 'always', 'no one', 'nobody', 'every(?:one|body)'),
    reason: 'It is rarely true of people.',
    prompt: 'Who, and when?',
    meant: aboutPeople,
  },
];
