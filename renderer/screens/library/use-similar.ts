/** What happened before that was like an incident: asked for when it is looked at, and again when its log grew. */
import type { SimilarIncident } from '../../../shared/api/library-wire.ts';
import { useAnswer } from '../../bridge/use-answer.ts';

export interface SimilarAnswer {
  readonly similar?: readonly SimilarIncident[];
  readonly error?: string;
}

/** A burst of events asks once, ms. */
const gather = 1_000;

/** `grown`: another value whenever there is something else to compare by. */
export function useSimilar(incident: string, grown: string | number): SimilarAnswer {
  const { answer, refusal } = useAnswer('incidents.similar', { id: incident }, { again: grown, gather });
  return refusal === undefined ? (answer ?? {}) : { error: refusal.message };
}
