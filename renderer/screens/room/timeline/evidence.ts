/** What is typed when a line becomes evidence: `1 +`, `h2 - it was slow before`. */
import type { HypothesisView } from '../../../../shared/incident/work-view.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

export interface TypedEvidence {
  readonly hypothesis: string;
  readonly sign: 'for' | 'against';
  readonly text?: string;
}

/** Reads the label, the sign and perhaps words. The error says in words what is missing. */
export function readEvidence(
  typed: string,
  hypotheses: readonly Pick<HypothesisView, 'id' | 'label' | 'text'>[],
): Result<TypedEvidence, string> {
  const parts = /^\s*h?(\d+[a-z]?)\s*([+-])\s*(.*)$/i.exec(typed);
  if (parts === null) return err('A number and a sign are needed, such as 1 + or 2 -.');
  const [, number = '', sign, words = ''] = parts;
  const meant = hypotheses.find(({ label }) => label === `h${number.toLowerCase()}`);
  if (meant === undefined) {
    const known = hypotheses.map(({ label }) => label).join(', ');
    return err(known === '' ? 'There is no hypothesis yet: /h begins one.' : `There is no h${number}; there are ${known}.`);
  }
  const text = words.trim();
  return ok({ hypothesis: meant.id, sign: sign === '+' ? 'for' : 'against', ...(text !== '' && { text }) });
}
