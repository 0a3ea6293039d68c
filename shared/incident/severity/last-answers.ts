/** What was answered when the severity was last set by questions: where a new look at it begins. */
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { answerTo, type TriageAnswers } from './answers.ts';

/** The newest answers that still fit the playbook's questions; none where nobody answered any. */
export function lastAnswers(view: IncidentView): TriageAnswers {
  const given = view.items
    .flat()
    .findLast((item) => item.standing === 'plain' && item.type === 'severity.set' && answersIn(item.body) !== undefined);
  const answers = answersIn(given?.body) ?? {};
  const fitting = assumedPlaybook(view).triage.flatMap((question) => {
    const answer = answerTo(question, answers);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return Object.fromEntries(fitting);
}

const answersIn = (body: unknown): TriageAnswers | undefined => (body as { readonly answers?: TriageAnswers } | undefined | null)?.answers;
