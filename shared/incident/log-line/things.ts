/** Things that a line names by their label: tasks, hypotheses, decisions, questions and workstreams. `4` stands for `t4` where a task is wanted. */
import { ok, type Result } from '../../result.ts';
import { afterWord, type Cursor, faultAt, wordAt } from './cursor.ts';
import type { LineContext, LineFault, LineThing } from './parsed-line.ts';

/** One kind of thing, for reading its labels and for words about it. */
interface ThingKind {
  readonly letter: string;
  readonly noun: string;
  /** How the first one comes to be. */
  readonly added: string;
  readonly listOf: (context: LineContext) => readonly LineThing[];
}

export const thingKinds = {
  task: { letter: 't', noun: 'task', added: '/t adds one', listOf: ({ tasks = [] }) => tasks },
  hypothesis: { letter: 'h', noun: 'hypothesis', added: '/h adds one', listOf: ({ hypotheses = [] }) => hypotheses },
  decision: { letter: 'd', noun: 'decision', added: '/d proposes one', listOf: ({ decisions = [] }) => decisions },
  question: { letter: 'q', noun: 'question', added: '? and a text asks one', listOf: ({ questions = [] }) => questions },
  workstream: { letter: 'w', noun: 'workstream', added: '/ws opens one', listOf: ({ workstreams = [] }) => workstreams },
  draft: { letter: 'u', noun: 'draft', added: '/draft writes one', listOf: ({ drafts = [] }) => drafts },
} as const satisfies Readonly<Record<string, ThingKind>>;

interface ReadThing {
  readonly thing: LineThing;
  readonly next: Cursor;
}

/** How many labels a fault names. */
const namedInFault = 8;
/** How many letters of a thing's text the chip shows. */
const shownText = 40;

/** Reads a label or its number at the cursor. Errors: none there, or none of that name; they list those that are open. */
export function readThing(cursor: Cursor, kind: ThingKind, context: LineContext): Result<ReadThing, LineFault> {
  const shown = wordAt(cursor);
  const known = kind.listOf(context);
  const thing = thingCalled(shown, kind, known);
  if (thing !== undefined) return ok({ thing, next: afterWord(cursor, shown) });
  const message = shown === '' ? `the ${kind.noun} is missing` : `no ${kind.noun} is called ${bare(shown)}`;
  return faultAt(cursor, message, expectedOf(kind, known));
}

/** Whether the word at the cursor is a label of that kind, or a number alone: `start 4` is about a task, `start the fan` is one. */
export function standsForThing(cursor: Cursor, kind: ThingKind, context: LineContext): boolean {
  const word = bare(wordAt(cursor));
  if (/^\d{1,6}$/.test(word) || new RegExp(`^${kind.letter}\\d{1,6}(?:[a-z]|-\\d+)?$`, 'i').test(word)) return true;
  return thingCalled(word, kind, kind.listOf(context)) !== undefined;
}

/** A thing on the chip: `t4 check replica lag`. */
export function thingWords({ label, text }: Pick<LineThing, 'label' | 'text'>): string {
  return `${label} ${shortened(text)}`;
}

/** The beginning of a text, on one line. */
export function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= shownText
    ? letters.join('')
    : `${letters
        .slice(0, shownText - 1)
        .join('')
        .trimEnd()}…`;
}

function bare(word: string): string {
  return word.replace(/^#/, '').replace(/[,:;.]$/, '');
}

function thingCalled(word: string, { letter }: ThingKind, known: readonly LineThing[]): LineThing | undefined {
  const typed = bare(word).toLowerCase();
  const label = /^\d/.test(typed) ? `${letter}${typed}` : typed;
  return known.find((thing) => thing.label.toLowerCase() === label);
}

function expectedOf(kind: ThingKind, known: readonly LineThing[]): string {
  if (known.length === 0) return `a ${kind.noun}: there is none yet, ${kind.added}`;
  const labels = known.map(({ label }) => label);
  const named = labels.slice(-namedInFault).join(', ');
  return labels.length > namedInFault ? `one of … ${named}` : `one of ${named}`;
}
