/** The incident that a screen shows. */
import { useEffect, useState } from 'react';
import { useBridge } from './bridge-context.ts';
import { type IncidentState, type IncidentStore, openIncident } from './incident-store.ts';
import { createStore, useStore } from './store.ts';

const loading = createStore<IncidentState>({ state: 'loading' });

/** Opens the incident while the component is mounted. Pass the id of the address: an id, a suffix or a label; `state.view.id` is the whole one. */
export function useIncident(id: string): IncidentState {
  const bridge = useBridge();
  const [opened, setOpened] = useState<{ readonly id: string; readonly store: IncidentStore } | undefined>();
  useEffect(() => {
    const store = openIncident(bridge, id);
    setOpened({ id, store });
    return store.close;
  }, [bridge, id]);
  return useStore(opened?.id === id ? opened.store.state : loading);
}
