/** The follow-ups of all incidents: asked for once, and again whenever an incident changed. */
import { useEffect, useState } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { FollowUpRow } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';

export interface FollowUpList {
  /** Absent until the first answer. */
  readonly rows?: readonly FollowUpRow[];
  readonly error?: ApiError;
}

export function useFollowUps(): FollowUpList {
  const bridge = useBridge();
  const { incidents } = useIncidents();
  const [list, setList] = useState<FollowUpList>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of incidents says that something happened in one of them.
  useEffect(() => {
    let current = true;
    void bridge.call('followUps.list', {}).then((answer) => {
      if (!current) return;
      setList((last) => (answer.ok ? { rows: answer.value.followUps } : { ...last, error: answer.error }));
    });
    return () => {
      current = false;
    };
  }, [bridge, incidents]);
  return list;
}
