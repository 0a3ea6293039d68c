/** Whom to call, as this window knows it: asked for when somebody first looks, and again whenever the stream says that it changed. It stays when the console goes away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';
import type { DirectoryCommand, DirectoryCommandDraft } from '../../shared/directory/commands.ts';
import type { Directory } from '../../shared/directory/directory.ts';
import { directoryStream } from '../../shared/directory/stream.ts';
import { ok, type Result } from '../../shared/result.ts';
import { useBridge } from './bridge-context.ts';
import { newCommandId } from './run-command.ts';
import { createStore, useStore } from './store.ts';
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

export interface DirectoryRunner {
  /** Sends a draft. What was typed must be kept until this answers `ok`. */
  readonly run: (draft: DirectoryCommandDraft) => Promise<Result<readonly WireEvent[], ApiError>>;
  /** Why the last command was not carried out; gone with the next that is. */
  readonly fault: ApiError | undefined;
  readonly clear: () => void;
}

/** Runs commands of the directory and holds the last refusal for showing. */
export function useRunDirectory(): DirectoryRunner {
  const bridge = useBridge();
  const [fault, setFault] = useState<ApiError | undefined>();
  // The same draft again keeps its id, so that it happens once, though its first answer was lost.
  const failed = useRef<{ readonly text: string; readonly commandId: string } | undefined>(undefined);
  const run = useCallback(
    async (draft: DirectoryCommandDraft) => {
      const text = JSON.stringify(draft);
      const commandId = failed.current?.text === text ? failed.current.commandId : newCommandId();
      const answer = await bridge.call('directory.run', { ...draft, commandId } as DirectoryCommand);
      failed.current = answer.ok || answer.error.code !== 'not-recording' ? undefined : { text, commandId };
      setFault(answer.ok ? undefined : answer.error);
      return answer.ok ? ok(answer.value.events) : answer;
    },
    [bridge],
  );
  const clear = useCallback(() => setFault(undefined), []);
  return { run, fault, clear };
}
