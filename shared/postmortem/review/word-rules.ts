/** The rules about acts and judgements: what did not happen, what was not done, who is judged. Source: postmortems, 4b. */
import { begins, ends, type Match, type WordRule, words } from './rule.ts';

/** What only people do or leave undone. */
const humanVerbs =
  'check|notice|follow|test|read|realise|realize|verify|communicate|escalate|ask|tell|consider|review|document|inform|understand|recognise|recognize|see|spot|act|think|coordinate|consult|confirm|anticipate|foresee|look';
const signals =
  'alerts?|alarms?|warnings?|signals?|pages?|runbooks?|tickets?|advice|signs?|reports?|notes?|dashboards?|graphs?|steps?|procedures?|checklists?|instructions?|messages?|emails?|reviews?';
const ofIt =
  '(?:(?:the|an?|all|our|his|her|their|this|that|these|those|every|several|two|three|first|second|early|red)[ ]){0,2}(?:[a-z-]+[ ])?';

/** Of people, or of nobody in particular with an act that only people do. */
function ofPeople({ subject, next }: Match, verbs: string): boolean {
  if (subject !== 'unknown') return subject === 'person';
  return begins(next, verbs);
}

function actNotDone(match: Match): boolean {
  const { found, next, before, subject } = match;
  if (found.startsWith('failed')) return ofPeople(match, humanVerbs);
  if (found.startsWith('forgot')) return subject !== 'machine' && !begins(next, '(?:(?:my|your|their|the) )?passwords?');
  if (found === 'ignored' || found === 'missed') {
    if (begins(next, 'heartbeats?|packets?|beats?|scrapes?|polls?|ticks?|acks?|frames?|calls?')) return false;
    if (ends(before, '(?:was|were|been|got) (?:[a-z]+ly )?', 'was|were|been|got'))
      return new RegExp(`(?:^| )(?:${signals}) `, 'i').test(`${before} `);
    return ofPeople(match, `${ofIt}(?:${signals})`);
  }
  return subject !== 'machine';
}

const determiners =
  'to|up|an?|the|its|their|our|his|her|your|one|two|three|four|\\d+|at|no|some|any|more|enough|only|access|both|all|owners?|several|exactly';

function otherWorld({ found, next, context, sentence, before }: Match): boolean {
  if (/^(?:should|could|would)/.test(found)) {
    if (begins(next, determiners)) return false;
    return !(found.startsWith('should') && context.followUp !== undefined && sentence.trimEnd().endsWith('?'));
  }
  if (found.startsWith('had')) return before === '' || ends(before, 'and|but|that|because');
  return true;
}

/** In code and in products these words are names of things. */
const technical: readonly RegExp[] = [
  /^laz(?:y|ily)[ -](?:load|evaluat|initiali[sz]|import|connect|creat|start|replicat|delet|write|fetch|bind|pull|allocat|compil|open|build|built|comput|migrat|consensus|values?|propert|sequences?|lists?)/i,
  /^sloppy (?:quorum|phrase|counter|clock)/i,
  /^inappropriate (?:content|language|images?|uploads?|comments?)/i,
  /^unacceptabl[ey] (?:slow|high|low|latency|latencies|delays?|load|levels?|rates?|error|response|lag|long)/i,
  /^dumb (?:pipe|terminal|proxy|client)/i,
];

export const actRules: readonly WordRule[] = [
  {
    id: 'B1',
    level: 'warn',
    pattern: words(
      "(?:should|could|would)(?:n't|n’t| not)?(?: (?:really|simply|easily|at least|just))? have",
      "(?:should|could|would)'ve",
      'if only',
      'ought (?:not )?to have',
      'had (?:he|she|they|we|i|you|anyone|anybody|someone|somebody|(?:the|our) (?:engineer|operator|responder|team|person|on-call|developer))(?: (?:just|only|not|simply|at least))? \\p{L}{2,}',
    ),
    reason: 'Describes a world that did not happen.',
    prompt: 'What happened, and why did it make sense then?',
    meant: otherWorld,
  },
  {
    id: 'B2',
    level: 'warn',
    pattern: words(
      'failed to',
      `did(?:n't| not) (?:even )?(?:${humanVerbs})`,
      'neglected(?: to)?',
      'forgot(?:ten)?(?: to)?',
      'ignored',
      'missed',
      'overlooked',
      'omitted to',
    ),
    reason: 'Says what was not done, and hides what was.',
    prompt: 'What was seen and done instead? Was the signal visible?',
    meant: actNotDone,
  },
  {
    id: 'B3',
    level: 'error',
    pattern: words(
      'careless(?:ly|ness)?',
      'sloppy|sloppily|sloppiness',
      'negligen(?:t|tly|ce)',
      'incompeten(?:t|tly|ce)',
      'reckless(?:ly|ness)?',
      'lazy|lazily|laziness',
      'bad (?:decisions?|judge?ment)',
      'wrong(?:ly)? decided|decided wrongly',
      'poor (?:judge?ment|decisions?|choices?)|poorly judged',
      'inappropriate(?:ly)?',
      'unacceptabl[ey]',
      'stupid(?:ly|ity)?|idiot(?:ic|s)?|dumb|foolish(?:ly)?',
      'irresponsibl[ey]|unprofessional(?:ly)?|inexcusabl[ey]',
    ),
    reason: 'Judges a person by what is known only now.',
    prompt: 'What did they know, aim for and fear at that moment?',
    meant: ({ found, after }) => !technical.some((thing) => thing.test(found + after)),
  },
  {
    id: 'B4',
    level: 'error',
    pattern: words('(?:human|operator|pilot)[ -]errors?', 'user[ -]error', 'fat[ -]?finger(?:ed|ing|s)?', 'pebkac'),
    reason: 'A label, which ends the search for an explanation.',
    prompt: 'What made it easy to do, and hard to notice?',
    meant: ({ found, next }) =>
      !(
        /^(?:user|operator)/.test(found) && begins(next, 'messages?|rates?|pages?|reports?|budgets?|codes?|logs?|responses?|counts?|state')
      ),
  },
  {
    id: 'B14',
    level: 'error',
    pattern: words(
      'disciplin(?:ed|ary)',
      'discipline (?:him|her|them|(?:the|this|that) (?:engineer|operator|person|responder|developer|team))',
      'warned formally|formally warned|formal warnings?|written warnings?',
      '(?:was|were|be|been|being|got|get|gets) fired|fire (?:him|her|them)',
      'consequences? for (?:him|her|them|(?:the )?(?:engineers?|operators?|persons?|people|team|responders?|developers?|deployer)|whoever|those|anyone|everyone)',
      'reprimand(?:ed|s)?|sacked|performance (?:plan|improvement plan)',
    ),
    reason: 'Talk of punishment ends reporting.',
    prompt: 'Leave it out: this is no part of this document.',
    meant: ({ found, subject, next }) => {
      if (found.endsWith(' fired')) return subject === 'person' && !begins(next, 'up');
      return !(found === 'disciplined' && begins(next, 'approach|way|use|rollout|process|practice|manner'));
    },
  },
  {
    id: 'B15',
    level: 'info',
    pattern: words(
      'panick(?:ed|ing)',
      'rushed',
      'over-?confident(?:ly)?|over-?confidence',
      "(?:did(?:n't| not)|does(?:n't| not)) care",
      'assumed',
    ),
    reason: 'Nobody can see what somebody else felt or meant.',
    prompt: 'Ask the person, and quote them only if they agree.',
    meant: moodOfAnother,
  },
];

function moodOfAnother({ found, subject, before, next }: Match): boolean {
  if (found.startsWith('panick') || found.startsWith('rushed')) return subject !== 'machine' && !ends(before, 'kernel');
  if (found !== 'assumed') return subject !== 'machine';
  if (ends(before, 'we|i', '(?:we|i) (?:had|all|both|first)', '(?:is|are|was|were|be|been)')) return false;
  return subject === 'person' && !begins(next, '(?:the )?(?:command|roles?|duties|incident command|comms|ownership|responsibility)');
}
