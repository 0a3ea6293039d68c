/** The rules for a message before it goes out: no promised end, no guessed cause. They read words as the warnings of status updates do. Source: postmortems, 4b; content of updates. */
import { clausesOf } from '../../incident/updates/clauses.ts';
import { finishTimeIn, type Stretch } from '../../incident/updates/finish-times.ts';
import { guessedCauseIn } from '../../incident/updates/guessed-causes.ts';
import { nameFinder } from '../anonymous/names-in-text.ts';
import { unitsIn } from './reading.ts';
import { type ReviewContext, type RuleWords, words } from './rule.ts';

const promise: RuleWords = {
  id: 'B16',
  level: 'warn',
  reason: 'Nobody knows when it will be over.',
  prompt: 'Say when the next message comes instead.',
};
const guess: RuleWords = {
  id: 'B17',
  level: 'warn',
  reason: 'No explanation is supported yet, and a wrong one has to be taken back.',
  prompt: 'Say what people see and what is being done, not why.',
};

/** Longer than any sentence that is meant to be read: what is longer is read piece by piece. */
const pieceLength = 500;
const others = words('attack(?:s|ed|ers?)?', 'third[ -]part(?:y|ies)');

export interface LiveFinding extends Stretch {
  readonly rule: RuleWords;
}

/** What a message promises and guesses. */
export function liveFindings(text: string, { supported, vendors }: ReviewContext): readonly LiveFinding[] {
  const found: LiveFinding[] = [];
  for (const { words: piece, at } of piecesOf(text)) {
    for (const clause of clausesOf(piece)) {
      const end = finishTimeIn(clause);
      const cause = supported.length > 0 ? undefined : guessedCauseIn(clause);
      if (end) found.push({ rule: promise, ...moved(end, at) });
      if (cause) found.push({ rule: guess, ...moved(cause, at) });
    }
  }
  const explained = supported.join('\n').toLowerCase();
  const named = [
    ...Array.from(text.matchAll(others), ({ 0: word, index }) => ({ start: index, end: index + word.length })),
    ...nameFinder(vendors.map((name) => ({ name, person: name })))(text).filter(({ start, end }) =>
      vendors.some((name) => isNamed(name, text.slice(start, end))),
    ),
  ].filter(({ start, end }) => !explained.includes(text.slice(start, end).toLowerCase()));
  const guessed = unitsIn(
    text.length,
    found.filter(({ rule }) => rule === guess),
  );
  const fresh = named.filter(({ start, end }) => !guessed.subarray(start, end).includes(1));
  return [...found, ...fresh.map(({ start, end }) => ({ rule: guess, start, end }))];
}

/** Vendors are named whole: a part of their name is any word. */
const isNamed = (vendor: string, words: string): boolean => vendor.toLowerCase() === words.toLowerCase();

const moved = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

function piecesOf(text: string): readonly { readonly words: string; readonly at: number }[] {
  const pieces: { words: string; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const line = text.indexOf('\n', at);
    const until = line === -1 ? text.length : line + 1;
    const stop = text.slice(at, Math.min(until, at + pieceLength)).search(/[.!?] /);
    const end = stop === -1 ? Math.min(until, at + pieceLength) : at + stop + 1;
    pieces.push({ words: text.slice(at, end), at });
    at = end;
  }
  return pieces;
}
