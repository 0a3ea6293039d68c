/** Whom to call, as this window knows it: asked for when somebody first looks, and again whenever the stream says that it changed. It stays when the console goes away. */
import { useCallback, useEffect } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import type { DirectoryCommand, DirectoryCommandDraft } from '../../shared/directory/commands.ts';
import type { Directory } from '../../shared/directory/directory.ts';
import { directoryStream } from '../../shared/directory/stream.ts';
import { useBridge } from './bridge-context.ts';
import { createStore, useStore } from './store.ts';
import { type Runner, useRunner } from './use-runner.ts';
import { useStatus } from './use-status.ts';

export interface DirectoryState {
  /** Absent until the first answer. */
  readonly directory?: Directory;
  readonly error?: ApiError;
}

const state = createStore<DirectoryState>({});
let wanted = false;
let asked = 0;

async function ask(bridge: Bridge): Promise<void> {
  asked += 1;
  const turn = asked;
  const answer = await bridge.call('directory.get', {});
  // What was asked later knows more.
  if (turn !== asked) return;
  if (answer.ok) state.set({ directory: answer.value.directory });
  else state.set({ ...state.get(), error: answer.error });
}

/** The console came back, and may have changed meanwhile. */
export function directoryAgain(bridge: Bridge): void {
  if (wanted) void ask(bridge);
}

/** Hears a message of the console's stream. Answers whether it was about the directory alone. */
export function heardOfDirectory(bridge: Bridge, message: StreamMessage): boolean {
  if (message.type === 'directory') {
    asked += 1;
    state.set({ directory: message.directory });
    return true;
  }
  if (message.type !== 'events') return false;
  const own = message.events.filter(({ incidentId }) => incidentId === directoryStream);
  if (own.length > 0) directoryAgain(bridge);
  return own.length === message.events.length;
}

/** The directory as it is now. */
export function useDirectory(): DirectoryState {
  const bridge = useBridge();
  const { recording } = useStatus();
  useEffect(() => {
    wanted = true;
    if (recording && state.get().directory === undefined) void ask(bridge);
  }, [bridge, recording]);
  return useStore(state);
}

/** Runs commands of the directory and holds the last refusal for showing. */
export function useRunDirectory(): Runner<DirectoryCommandDraft> {
  const bridge = useBridge();
  const send = useCallback(
    (draft: DirectoryCommandDraft, commandId: string) => bridge.call('directory.run', { ...draft, commandId } as DirectoryCommand),
    [bridge],
  );
  return useRunner(send);
}
