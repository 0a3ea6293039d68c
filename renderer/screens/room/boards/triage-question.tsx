/** One question about how bad it is, with its answers in a row and the key of each. */
import { useId } from 'react';
import type { TriageAnswer, TriageAnswers } from '../../../../shared/incident/severity/answers.ts';
import { answerTo } from '../../../../shared/incident/severity/answers.ts';
import type { TriageQuestion } from '../../../../shared/playbook/schema.ts';
import own from './triage-board.module.css';

interface TriageQuestionProps {
  readonly question: TriageQuestion;
  /** Its place on the board, from 0. */
  readonly nth: number;
  readonly answers: TriageAnswers;
  readonly onAnswer: (answer: TriageAnswer) => void;
}

export function TriageQuestionField({ question, nth, answers, onAnswer }: TriageQuestionProps) {
  const name = useId();
  const given = answerTo(question, answers);
  const option = (answer: TriageAnswer, key: string, says: string) => (
    <label key={key} className={own.option}>
      <input type="radio" name={name} checked={given === answer} onChange={() => onAnswer(answer)} />
      <span aria-hidden="true" className={own.key}>
        {key}
      </span>{' '}
      {says}
    </label>
  );
  return (
    <fieldset className={own.question} data-nth={nth}>
      <legend className={own.asks}>{question.asks}</legend>
      <div className={own.options}>
        {question.answers.map(({ says }, index) => option(index, String(index + 1), says))}
        {option('unsure', 'u', 'not sure')}
      </div>
    </fieldset>
  );
}
