/** One incident as this window knows it: its fold once, then the events of the stream, folded by the same code as in the core. */
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';
import { Fold } from '../../shared/incident/fold.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { createStore, type Store } from './store.ts';
import { consoleStatus } from './use-status.ts';

export type IncidentState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | {
      readonly state: 'ready';
      readonly view: IncidentView;
      /** When the last event was written down, ms since epoch, UTC: "recorded 02:42:07". */
      readonly recordedAt: number | undefined;
    };

export interface IncidentStore {
  readonly state: Store<IncidentState>;
  readonly close: () => void;
}

/** Opens an incident by its id, a suffix of it, or its label, and follows it until it is closed. */
export function openIncident(bridge: Bridge, id: string): IncidentStore {
  const state = createStore<IncidentState>({ state: 'loading' });
  let fold: Fold | undefined;
  let position = 0;
  let recordedAt: number | undefined;
  let closed = false;
  let endStream: (() => void) | undefined;

  const show = () => {
    if (fold !== undefined) state.set({ state: 'ready', view: fold.view, recordedAt });
  };

  const load = async (): Promise<string | undefined> => {
    const answer = await bridge.call('incidents.get', { id });
    if (closed) return undefined;
    if (!answer.ok) {
      // What is on screen stays on screen: the banner says that nothing is being recorded.
      if (fold === undefined) state.set({ state: 'failed', error: answer.error });
      return undefined;
    }
    fold = Fold.resume(answer.value.fold);
    position = answer.value.position;
    recordedAt = lastRecorded(fold.view);
    show();
    return answer.value.id;
  };

  const advance = (events: readonly WireEvent[]) => {
    for (const event of events) {
      if (fold === undefined || event.position <= position) continue;
      position = event.position;
      recordedAt = Math.max(recordedAt ?? 0, event.recordedAt);
      // It sorts before what was folded: the core folds again, and so does this window, from the core's state.
      if (!fold.advance(event)) return void load();
    }
    show();
  };

  const receive = (message: StreamMessage) => {
    if (closed) return;
    if (message.type === 'status') {
      // The first word after the core came back: an incident that could not be read is asked for again.
      if (message.status.recording && state.get().state === 'failed') void start();
      return consoleStatus.set(message.status);
    }
    if (message.type === 'events') return advance(message.events);
    if (message.type !== 'reset') return;
    fold = Fold.resume(message.fold);
    position = Math.max(position, message.position);
    recordedAt = Math.max(recordedAt ?? 0, lastRecorded(fold.view) ?? 0);
    show();
  };

  const start = async () => {
    const incident = await load();
    if (incident === undefined || closed || endStream !== undefined) return;
    endStream = bridge.stream({ incident, after: position }, receive);
  };

  void start();
  return {
    state,
    close: () => {
      closed = true;
      endStream?.();
    },
  };
}

function lastRecorded(view: IncidentView): number | undefined {
  const last = view.items.at(-1)?.at(-1);
  return last?.recordedAt;
}
