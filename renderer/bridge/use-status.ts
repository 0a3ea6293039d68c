/** Whether what one does here is being recorded. */
import type { ConsoleStatus } from '../../shared/api/wire.ts';
import { createStore, useStore } from './store.ts';

/** Set by the streams; recording until one says otherwise. */
export const consoleStatus = createStore<ConsoleStatus>({ recording: true, notices: [] });

/** The console's present status. */
export function useStatus(): ConsoleStatus {
  return useStore(consoleStatus);
}
