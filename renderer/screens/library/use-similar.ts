/** What happened before that was like an incident: asked for when it is looked at, and again when its log grew. */
import { useEffect, useState } from 'react';
import type { SimilarIncident } from '../../../shared/api/library-wire.ts';
import { useBridge } from '../../bridge/bridge-context.ts';

export interface SimilarAnswer {
  readonly similar?: readonly SimilarIncident[];
  readonly error?: string;
}

/** A burst of events asks once, ms. */
const gather = 1_000;

/** `grown`: another value whenever there is something else to compare by. */
export function useSimilar(incident: string, grown: string | number): SimilarAnswer {
  const bridge = useBridge();
  const [answer, setAnswer] = useState<SimilarAnswer>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: `grown` is not read, but another one asks again.
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const found = await bridge.call('incidents.similar', { id: incident });
      if (current) setAnswer(found.ok ? found.value : { error: found.error.message });
    };
    const timer = setTimeout(ask, answer.similar === undefined ? 0 : gather);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [bridge, incident, grown]);
  return answer;
}
