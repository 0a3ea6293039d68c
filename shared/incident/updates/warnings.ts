/** What to look at before a message goes out. Nothing here ever blocks: whoever sends it knows more than a rule (design: content of updates). */
import { isTemplateSlot } from '../../playbook/template-slots.ts';
import type { IncidentView } from '../view.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { gapPattern } from './fill-template.ts';
import { finishTimeIn, type Stretch } from './finish-times.ts';
import { guessedCauseIn } from './guessed-causes.ts';
import { peopleNamedIn } from './named-people.ts';
import { nextTimeWarnings } from './next-time.ts';
import { saidBefore } from './said-before.ts';
import type { Message, Warning, WarningRule } from './warning.ts';

const slots = /\{([a-z]+)\}/gi;

/** The warnings of a message as it would go out at `now` (ms since epoch, UTC), in the order of its text. */
export function warningsOf(view: IncidentView, message: Message, now: number): readonly Warning[] {
  const clauses = clausesOf(message.text);
  const found = [
    ...unfilled(message.text),
    ...finishTimes(clauses),
    ...guessedCauses(view, clauses),
    ...named(view, message),
    ...saidBefore(view, message, clauses, now),
    ...nextTimeWarnings(view, message, clauses, now),
  ];
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function unfilled(text: string): readonly Warning[] {
  const gaps = [...text.matchAll(gapPattern), ...[...text.matchAll(slots)].filter(([, name = '']) => isTemplateSlot(name))];
  const says = 'Not filled in yet. Write it, or take the line out.';
  return gaps.map(({ 0: words, index }) => ({ rule: 'unfilled', says, start: index, end: index + words.length }));
}

function finishTimes(clauses: readonly Clause[]): readonly Warning[] {
  const says = 'Nobody knows when it will be over. Say when the next message comes instead.';
  return clauses.flatMap((clause) => placed('finishTime', says, finishTimeIn(clause)));
}

function guessedCauses(view: IncidentView, clauses: readonly Clause[]): readonly Warning[] {
  if (view.hypotheses.some(({ state }) => state === 'supported')) return [];
  const says = 'No explanation is supported yet. Say what people see and what is being done, not why.';
  return clauses.flatMap((clause) => placed('guessedCause', says, guessedCauseIn(clause)));
}

function named(view: IncidentView, { audiences, text }: Message): readonly Warning[] {
  if (!audiences.includes('customers')) return [];
  const says = 'The name of one of us. Customers need none: say "we".';
  return peopleNamedIn(view, text).flatMap((place) => placed('personNamed', says, place));
}

const placed = (rule: WarningRule, says: string, place: Stretch | undefined): readonly Warning[] =>
  place === undefined ? [] : [{ rule, says, ...place }];
