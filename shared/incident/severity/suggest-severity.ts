/** How bad it is, by the playbook's questions: the worst of all answers; what nobody knows counts as the higher. Source: severity matrix of the domain design. */
import type { Playbook, TriageQuestion } from '../../playbook/schema.ts';
import type { Severity } from '../../vocabulary/words.ts';
import { answerSays, answerTo, severityOf, type TriageAnswers } from './answers.ts';

/** What one question speaks for, and why. */
export interface SeverityGround {
  /** The question's id. */
  readonly question: string;
  readonly severity: Severity;
  /** `How many customers? Most of them`. */
  readonly says: string;
  /** `open`: nobody answered it yet. */
  readonly kind: 'answered' | 'unsure' | 'open';
}

export interface SuggestedSeverity {
  readonly severity: Severity;
  /** The questions that speak for this severity; answers before what is not known. Empty where the playbook asks none. */
  readonly because: readonly SeverityGround[];
}

/** Without questions it is what a declaration without a severity counts as. */
const unasked: Severity = 2;
const order: readonly SeverityGround['kind'][] = ['answered', 'unsure', 'open'];

/** The suggestion; a person may set another one. */
export function suggestSeverity({ triage }: Pick<Playbook, 'triage'>, answers: TriageAnswers): SuggestedSeverity {
  const grounds = triage.map((question) => groundOf(question, answers));
  const worst = [...grounds].sort((a, b) => a.severity - b.severity)[0]?.severity;
  const because = grounds.filter(({ severity }) => severity === worst).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { severity: worst ?? unasked, because };
}

function groundOf(question: TriageQuestion, answers: TriageAnswers): SeverityGround {
  const answer = answerTo(question, answers);
  const kind = answer === undefined ? 'open' : answer === 'unsure' ? 'unsure' : 'answered';
  const says = `${question.asks} ${answer === undefined ? 'not answered' : answerSays(question, answer)}`;
  return { question: question.id, severity: severityOf(question, answer ?? 'unsure'), says, kind };
}

/** The reason of a suggestion in a line; where an answer and something unknown speak for the same, the answer is named. */
export function becauseWords({ because }: SuggestedSeverity): string {
  if (because.length === 0) return 'this playbook asks no questions';
  const known = because.filter(({ kind }) => kind === 'answered');
  if (known.length > 0) return known.map(({ says }) => says).join(' · ');
  return `until it is known: ${because.map(({ says }) => says).join(' · ')}`;
}
