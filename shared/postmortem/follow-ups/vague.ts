/** Which follow-ups can never be finished, because they do not say what is to be done, by whom, by when (design: postmortems 4b, B10). */
import { attitudePhrases, attitudesOfItems, openEndedActs, wishPhrases } from './vague-phrases.ts';

export const vaguenesses = ['noOwner', 'noDay', 'attitude', 'openEnded', 'noAct', 'several'] as const;
export type Vagueness = (typeof vaguenesses)[number];

export interface VagueFinding {
  readonly kind: Vagueness;
  /** What is vague, in a few words. */
  readonly says: string;
  /** What would make it plain. */
  readonly ask: string;
}

const wholeWords = (sources: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'iu');

const attitude = wholeWords([...attitudePhrases, ...attitudesOfItems]);
const wish = wholeWords(wishPhrases);
/** At the beginning of the item, or of one of its parts. */
const openEnded = new RegExp(
  `(?:^|[.;,:]\\s*|\\band )(?:please |we should |we will |to )?(?:${openEndedActs.join('|')})(?![\\p{L}\\p{N}_])`,
  'iu',
);

const words: Readonly<Record<Vagueness, Omit<VagueFinding, 'kind'>>> = {
  noOwner: { says: 'no owner', ask: 'Who does it?' },
  noDay: { says: 'no date', ask: 'Until when?' },
  attitude: { says: 'an attitude, not a change', ask: 'Which change makes it easy to do, or hard to miss?' },
  openEnded: { says: 'no end in sight', ask: 'What will be there when it is done?' },
  noAct: { says: 'nothing to do in it', ask: 'Begin with what is done, and to what: "Add an alert on …".' },
  several: { says: 'several things in one', ask: 'One follow-up for each, so that each can be finished.' },
};

const acts =
  'add|remove|write|document|create|build|fix|move|change|set|raise|lower|limit|test|alert|page|delete|rotate|update|upgrade|replace|automate|split|drop|rename|migrate|check|review|train|schedule|run|publish|send|call|ask|tell|make|give|let|show|log|block|enable|disable|turn|stop|start';
/** `… and add …`, `…; write …`: a second order behind the first. */
const secondAct = new RegExp(`(?:,|;|\\band\\b|\\bas well as\\b|\\n)\\s*(?:also |then )?(?:${acts})\\b`, 'iu');
const severalLines = /\n\s*(?:[-*•]|\d+[.)])\s/u;
/** A thing or a wish instead of an act, in English. */
const namesThing = /^(?:an?|the|some|more|better|less|fewer|no|our|new)\s/iu;
const fewestWords = 2;

/** An item as far as its vagueness goes. */
export interface VagueItem {
  readonly text: string;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** What makes it vague, in a fixed order; empty for what can be finished. It is advice: nothing is refused for it. */
export function vagueIn({ text, owner, due }: VagueItem): readonly VagueFinding[] {
  const said = new Set<Vagueness>();
  if (owner === undefined) said.add('noOwner');
  if (due === undefined) said.add('noDay');
  if (attitude.test(text) || (wish.test(text) && (owner === undefined || due === undefined))) said.add('attitude');
  if (openEnded.test(text.trim())) said.add('openEnded');
  if (hasNoAct(text)) said.add('noAct');
  if (severalLines.test(text) || secondAct.test(text.slice(1))) said.add('several');
  return vaguenesses.filter((kind) => said.has(kind)).map((kind) => ({ kind, ...words[kind] }));
}

/** Only plain Latin words are judged: what an act looks like elsewhere is not known here. */
function hasNoAct(text: string): boolean {
  const plain = text.trim();
  if (!/^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(plain)) return false;
  return namesThing.test(plain) || plain.split(/\s+/u).length < fewestWords;
}
