/** The draft as blocks, made anew when the log grows; the last one stays until the next is there. */
import { useEffect, useRef, useState } from 'react';
import type { StudioDraft } from '../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useBridge } from '../../bridge/bridge-context.ts';

export interface StudioDraftState {
  /** Absent until there is one. */
  readonly made?: StudioDraft;
  /** Why the present one could not be made. */
  readonly fault?: string;
}

/** A burst of events makes one new draft, ms. */
const gather = 300;

export interface Wish {
  readonly template: string;
  readonly anonymous: boolean;
}

export function useStudioDraft(view: IncidentView, { template, anonymous }: Wish): StudioDraftState {
  const bridge = useBridge();
  const [state, setState] = useState<StudioDraftState>({});
  const of = useRef<string>(undefined);
  const { id, events } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `events` is not read, but each new one makes another draft.
  useEffect(() => {
    let current = true;
    const wish = `${id} ${template} ${anonymous}`;
    const ask = async () => {
      const answer = await bridge.call('postmortem.draft', { id, template, ...(anonymous && { anonymous }) });
      if (!current) return;
      of.current = wish;
      setState((last) =>
        answer.ok ? { made: answer.value } : { ...(last.made !== undefined && { made: last.made }), fault: answer.error.message },
      );
    };
    const timer = setTimeout(ask, of.current === wish ? gather : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [bridge, id, template, anonymous, events]);
  return state;
}
