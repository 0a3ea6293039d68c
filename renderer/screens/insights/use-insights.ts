/** Figures across incidents: asked for when somebody comes here, and again when an incident came, ended or moved on. */
import { useEffect, useState } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Insights } from '../../../shared/postmortem/insights/insights.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';

export interface InsightState {
  /** Absent until the first answer. */
  readonly insights?: Insights;
  readonly error?: ApiError;
}

/** `since`: a day such as `2026-01-31`, or all of them. */
export function useInsights(since: string | undefined): InsightState {
  const bridge = useBridge();
  const { incidents } = useIncidents();
  const [state, setState] = useState<InsightState>({});
  // Lines that are written meanwhile change no figure worth asking for.
  const stand = incidents?.map(({ id, phase, severity }) => `${id} ${phase} ${severity}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the incidents stand says when the figures are others.
  useEffect(() => {
    let current = true;
    void bridge.call('insights.get', since === undefined ? {} : { since }).then((answer) => {
      if (!current) return;
      setState((last) => (answer.ok ? { insights: answer.value } : { ...last, error: answer.error }));
    });
    return () => {
      current = false;
    };
  }, [bridge, since, stand]);
  return state;
}
