/** All incidents, for the lists: asked for once, and again whenever the stream says that something happened. */
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';
import { createStore, useStore } from './store.ts';
import { onlyNew } from './stream-position.ts';
import { directoryAgain, heardOfDirectory } from './use-directory.ts';
import { heardOfPlaybook, playbookAgain } from './use-playbook.ts';
import { consoleStatus } from './use-status.ts';
import { heardOfTemplates, templatesAgain } from './use-templates.ts';

export interface IncidentsState {
  /** Absent until the first answer. Open first, then by the last change. */
  readonly incidents?: readonly IncidentSummary[];
  readonly error?: ApiError;
}

const state = createStore<IncidentsState>({});
/** Several events in a burst (an import) make one question. */
const gather = 150;

/** Follows the whole console for as long as the page is open; answers the function that stops. */
export function followConsole(bridge: Bridge): () => void {
  let asked: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    asked = undefined;
    const answer = await bridge.call('incidents.list', {});
    if (answer.ok) state.set({ incidents: answer.value.incidents });
    else state.set({ ...state.get(), error: answer.error });
  };
  const askSoon = () => {
    asked ??= setTimeout(ask, gather);
  };
  void ask();
  const end = bridge.stream({ after: onlyNew }, (message) => {
    if (message.type === 'status') {
      const cameBack = message.status.recording && !consoleStatus.get().recording;
      consoleStatus.set(message.status);
      if (cameBack) {
        askSoon();
        directoryAgain(bridge);
        playbookAgain(bridge);
        void templatesAgain(bridge);
      }
      return;
    }
    // A playbook may bring cards along: both hear of it.
    const besides = [heardOfDirectory(bridge, message), heardOfPlaybook(bridge, message), heardOfTemplates(bridge, message)];
    if (!besides.includes(true)) askSoon();
  });
  return () => {
    clearTimeout(asked);
    end();
  };
}

/** The incidents at this moment, for what is asked now and then; empty until the first answer. */
export const knownIncidents = (): readonly IncidentSummary[] => state.get().incidents ?? [];

/** The incidents as they are now. */
export function useIncidents(): IncidentsState {
  return useStore(state);
}
