/** Suggestions of severity over arbitrary playbooks and answers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, severityOf, type TriageAnswers } from '../../shared/incident/severity/answers.ts';
import { suggestSeverity } from '../../shared/incident/severity/suggest-severity.ts';
import type { TriageQuestion } from '../../shared/playbook/schema.ts';
import { severities } from '../../shared/vocabulary/words.ts';

const severity = fc.constantFrom(...severities);
const question = (id: string): fc.Arbitrary<TriageQuestion> =>
  fc.record({
    id: fc.constant(id),
    asks: fc.string({ minLength: 1, maxLength: 20 }),
    answers: fc.array(fc.record({ says: fc.string({ minLength: 1, maxLength: 20 }), severity }), { minLength: 2, maxLength: 9 }),
    unsure: severity,
  });
const triage = fc.nat(9).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => question(`q${n}`))));
/** Answers that fit, that do not, and to questions that nobody asked. */
const answers: fc.Arbitrary<TriageAnswers> = fc.dictionary(
  fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'constructor', 'nobody-asked'),
  fc.oneof(fc.integer({ min: -1, max: 12 }), fc.constant('unsure' as const)),
);

describe('a suggested severity', () => {
  test('is never less bad than any answer that was given, and is what some question speaks for', () => {
    fc.assert(
      fc.property(triage, answers, (questions, given) => {
        const suggested = suggestSeverity({ triage: questions }, given);
        for (const one of questions) {
          const answer = answerTo(one, given) ?? 'unsure';
          expect(suggested.severity).toBeLessThanOrEqual(severityOf(one, answer));
        }
        expect(suggested.because.length > 0).toBe(questions.length > 0);
        expect(suggested.because.every((ground) => ground.severity === suggested.severity)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('only becomes worse, never less bad, when an answer becomes worse', () => {
    fc.assert(
      fc.property(triage, answers, fc.nat(8), (questions, given, nth) => {
        const one = questions[nth];
        if (one === undefined) return;
        const before = suggestSeverity({ triage: questions }, given);
        const ranked = one.answers.map((answer, index) => ({ index, severity: answer.severity })).sort((a, b) => a.severity - b.severity);
        const now = severityOf(one, answerTo(one, given) ?? 'unsure');
        const worse = ranked.find((answer) => answer.severity <= now);
        if (worse === undefined) return;
        const after = suggestSeverity({ triage: questions }, { ...given, [one.id]: worse.index });
        expect(after.severity).toBeLessThanOrEqual(before.severity);
      }),
      { numRuns: 300 },
    );
  });
});
