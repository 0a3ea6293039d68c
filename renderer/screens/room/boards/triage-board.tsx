/** How bad it is, by the playbook's questions: a digit picks, u is "not sure", the suggestion with its reason is always in sight, and Enter sets it. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { TriageAnswer, TriageAnswers } from '../../../../shared/incident/severity/answers.ts';
import { lastAnswers } from '../../../../shared/incident/severity/last-answers.ts';
import { becauseWords, suggestSeverity } from '../../../../shared/incident/severity/suggest-severity.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { type Severity, severities } from '../../../../shared/vocabulary/words.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { ComposeButton } from '../panels/compose-button.tsx';
import { useRoom } from '../room-context.ts';
import styles from './boards.module.css';
import own from './triage-board.module.css';
import { TriageQuestionField } from './triage-question.tsx';

export function TriageBoard({ onDone }: { readonly onDone: () => void }) {
  const { view, run } = useRoom();
  const playbook = assumedPlaybook(view);
  const [answers, setAnswers] = useState<TriageAnswers>(() => lastAnswers(view));
  const [instead, setInstead] = useState<Severity | undefined>();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const board = useRef<HTMLDivElement>(null);
  // Whoever opens the questions answers them; in a room that has just opened the composer takes the caret first.
  useEffect(() => {
    const frame = requestAnimationFrame(() => focusQuestion(board.current, 0));
    return () => cancelAnimationFrame(frame);
  }, []);
  const suggested = suggestSeverity(playbook, answers);
  const chosen = instead ?? suggested.severity;
  const label = (severity: Severity) => playbook.severities[severity].label;
  const lowers = view.severity !== undefined && chosen > view.severity;

  const answer = (nth: number, to: TriageAnswer) => {
    const question = playbook.triage[nth];
    if (question === undefined) return;
    const given = { ...answers, [question.id]: to };
    setAnswers(given);
    setInstead(undefined);
    const next = suggestSeverity(playbook, given);
    announce(`Suggests ${label(next.severity)}: ${becauseWords(next)}.`);
  };
  const set = async () => {
    const why = reason.trim();
    if (lowers && why === '') {
      setFault(`Say in a few words why it is lower than ${label(view.severity ?? chosen)}.`);
      return board.current?.querySelector<HTMLElement>('input[type="text"]')?.focus();
    }
    const given = Object.keys(answers).length === 0 ? {} : { answers };
    const answered = await run({ type: 'severity.set', severity: chosen, ...given, ...(why === '' ? {} : { reason: why }) });
    if (answered.ok) onDone();
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.target.closest('button') === null) return does(event, () => void set());
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    if (event.key === '+' || event.key === '-') return does(event, () => setInstead(moved(chosen, event.key === '+' ? -1 : 1)));
    const nth = questionOf(event.target) ?? firstOpen(view, answers);
    const to = answerKey(event.key, playbook.triage[nth]?.answers.length ?? 0);
    if (to === undefined) return;
    does(event, () => {
      answer(nth, to);
      focusQuestion(board.current, nth + 1);
    });
  };

  if (playbook.triage.length === 0) {
    return (
      <p className={styles.quiet}>
        This playbook asks no questions about severity. <ComposeButton line="/sev " says="set it" />
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields within.
    <div ref={board} className={own.triage} onKeyDown={press}>
      <p className={styles.quiet}>
        A digit picks, <kbd>u</kbd> is "not sure" and counts as the higher, Tab goes on, <kbd>Enter</kbd> sets what is suggested.
      </p>
      {playbook.triage.map((question, nth) => (
        <TriageQuestionField key={question.id} question={question} nth={nth} answers={answers} onAnswer={(to) => answer(nth, to)} />
      ))}
      <section className={own.suggestion} aria-label="Suggestion">
        <p>
          <b>
            {instead === undefined || instead === suggested.severity
              ? `Suggests ${label(suggested.severity)}`
              : `${label(chosen)}, not the suggested ${label(suggested.severity)}`}
          </b>{' '}
          <span className={own.because}>because: {becauseWords(suggested)}</span>
        </p>
        <p className={styles.quiet}>{playbook.severities[chosen].meaning}</p>
        {(lowers || chosen !== suggested.severity) && (
          <TextField
            label={lowers ? `Why lower than ${label(view.severity ?? chosen)}?` : 'Why another than suggested? (may stay empty)'}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setFault(undefined);
            }}
            fault={fault}
            maxLength={500}
          />
        )}
        <div className={own.acts}>
          <Button look="main" keys="Enter" onPress={() => void set()}>
            {view.severity === chosen ? `Keep ${label(chosen)}` : `Set ${label(chosen)}`}
          </Button>
          <span className={styles.quiet}>
            or <kbd>+</kbd> worse, <kbd>-</kbd> less bad:{' '}
            {severities.map((severity) => (
              <AskButton key={severity} label={`${label(severity)} instead`} onPress={() => setInstead(severity)}>
                {label(severity)}
              </AskButton>
            ))}
          </span>
        </div>
      </section>
    </div>
  );
}

function does(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

/** The nth answer by its digit, or "not sure" by its letter. */
function answerKey(key: string, count: number): TriageAnswer | undefined {
  if (key === 'u' || key === 'U') return 'unsure';
  const digit = /^[1-9]$/.test(key) ? Number(key) : undefined;
  return digit !== undefined && digit <= count ? digit - 1 : undefined;
}

const moved = (from: Severity, by: -1 | 1): Severity => severities.find((severity) => severity === from + by) ?? from;

function questionOf(target: HTMLElement): number | undefined {
  const nth = target.closest<HTMLElement>('[data-nth]')?.dataset.nth;
  return nth === undefined ? undefined : Number(nth);
}

function firstOpen(view: IncidentView, answers: TriageAnswers): number {
  const { triage } = assumedPlaybook(view);
  return Math.max(
    0,
    triage.findIndex(({ id }) => answers[id] === undefined),
  );
}

/** The chosen answer of a question, else its first; past the last question the button that sets the severity. */
function focusQuestion(board: HTMLElement | null, nth: number): void {
  const field = board?.querySelector(`[data-nth="${nth}"]`);
  const target = field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('input');
  if (target) {
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  } else board?.querySelector<HTMLElement>('section button')?.focus();
}
