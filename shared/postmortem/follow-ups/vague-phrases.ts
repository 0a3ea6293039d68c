/** Words that make an item of work one that can never be finished: the one list of the review (rule B10) and of follow-ups. Sources of patterns, matched as whole words in any case. */

/** Attitudes, whoever has them by whatever day. */
export const attitudePhrases: readonly string[] = [
  '(?:be|being) more careful|(?:take|taking|with) more care',
  'pay (?:more |better |closer |close )?attention',
  'remind (?:people|every(?:one|body)|all|staff|engineers|the (?:team|engineers|operators|responders))',
  'retrain(?:ing)?',
  'try(?:ing)? harder',
];

/** Wishes, unless somebody owns them by a day. */
export const wishPhrases: readonly string[] = ['make sure', 'ensure'];

/** Of follow-ups alone: in an account of what happened they say something else. */
export const attitudesOfItems: readonly string[] = [
  '(?:be|being|stay) (?:more |extra |very )?(?:careful|vigilant|attentive|mindful|cautious|diligent)',
  'raise awareness',
  'think twice',
  'keep in mind',
  'remember to',
  'do better',
];

/** Where an item begins so, nobody can say when it is done. */
export const openEndedActs: readonly string[] = [
  'investigate',
  'look into',
  'look at',
  'explore',
  'think about',
  'consider',
  'discuss',
  'follow up on',
  '(?:improve|better|enhance|revisit|rethink|tidy|clean up) (?:the |our |all )?(?:[\\p{L}\\p{N}]+ )?(?:monitoring|alerting|alerts|observability|logging|testing|tests|documentation|docs|communication|processes|process|training|code|quality)',
];
