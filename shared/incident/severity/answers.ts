/** Answers to the playbook's questions about how bad it is: which are answers at all, and how they read. */
import type { Playbook, TriageQuestion } from '../../playbook/schema.ts';
import type { Severity } from '../../vocabulary/words.ts';
import { notFromHere, type Refusal } from '../refusal.ts';

/** What somebody answered to one question: the number of the answer in the playbook, from 0, or that they do not know. */
export type TriageAnswer = number | 'unsure';
/** Answers by the question's id. */
export type TriageAnswers = Readonly<Record<string, TriageAnswer>>;

/** The answer to a question, where it is one. */
export function answerTo({ id, answers }: TriageQuestion, given: TriageAnswers): TriageAnswer | undefined {
  const answer = Object.hasOwn(given, id) ? given[id] : undefined;
  if (answer === 'unsure') return answer;
  return answer !== undefined && answers[answer] !== undefined ? answer : undefined;
}

/** The severity that an answer speaks for. */
export function severityOf(question: TriageQuestion, answer: TriageAnswer): Severity {
  return answer === 'unsure' ? question.unsure : (question.answers[answer]?.severity ?? question.unsure);
}

/** The answer in words. */
export function answerSays(question: TriageQuestion, answer: TriageAnswer): string {
  return answer === 'unsure' ? 'not sure' : (question.answers[answer]?.says ?? 'not sure');
}

/** The refusal of answers to questions that the playbook does not ask, or that it has no such answer to. */
export function strangeAnswer({ triage }: Pick<Playbook, 'triage'>, given: TriageAnswers = {}): Refusal | undefined {
  const fits = (id: string): boolean => triage.some((question) => question.id === id && answerTo(question, given) !== undefined);
  const strange = Object.keys(given).find((id) => !fits(id));
  if (strange === undefined) return undefined;
  const question = triage.find(({ id }) => id === strange);
  const why =
    question === undefined
      ? `the playbook asks no question ${strange}. It asks ${triage.map(({ id }) => id).join(', ') || 'none'}`
      : `${strange} takes 0 to ${question.answers.length - 1}, or unsure`;
  return notFromHere(why);
}

/** Answers in words, in the playbook's order: `How many? Most of them · Data? not sure`. Empty where none were given. */
export function answersInWords({ triage }: Pick<Playbook, 'triage'>, given: TriageAnswers = {}): string {
  return triage
    .flatMap((question) => {
      const answer = answerTo(question, given);
      return answer === undefined ? [] : [`${question.asks} ${answerSays(question, answer)}`];
    })
    .join(' · ');
}
