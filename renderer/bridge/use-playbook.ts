/** The playbook in force, as this window knows it: asked for when somebody first looks, and again whenever the stream says that it changed. It stays when the console goes away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { ShownPlaybook } from '../../shared/api/playbook-wire.ts';
import type { StreamMessage, WireEvent } from '../../shared/api/wire.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { PlaybookCommandDraft } from '../../shared/playbook/library-commands.ts';
import { playbookStream } from '../../shared/playbook/library-stream.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import { useBridge } from './bridge-context.ts';
import { newCommandId } from './run-command.ts';
import { createStore, useStore } from './store.ts';
import { useStatus } from './use-status.ts';

export interface PlaybookState {
  /** Absent until the first answer. */
  readonly shown?: ShownPlaybook;
  readonly error?: ApiError;
}

const state = createStore<PlaybookState>({});
let wanted = false;
let asked = 0;

async function ask(bridge: Bridge): Promise<void> {
  asked += 1;
  const turn = asked;
  const answer = await bridge.call('playbook.get', {});
  // What was asked later knows more.
  if (turn !== asked) return;
  if (answer.ok) state.set({ shown: answer.value });
  else state.set({ ...state.get(), error: answer.error });
}

/** The console came back, and may have changed meanwhile. */
export function playbookAgain(bridge: Bridge): void {
  if (wanted) void ask(bridge);
}

/** Hears a message of the console's stream. Answers whether it was about the playbook alone. */
export function heardOfPlaybook(bridge: Bridge, message: StreamMessage): boolean {
  if (message.type === 'playbook') {
    playbookAgain(bridge);
    return true;
  }
  if (message.type !== 'events') return false;
  const own = message.events.filter(({ incidentId }) => incidentId === playbookStream);
  if (own.length > 0) playbookAgain(bridge);
  return own.length === message.events.length;
}

/** The playbook at this moment, for what is asked now and then; undefined until the first answer. */
export const knownPlaybook = (): ShownPlaybook | undefined => state.get().shown;

/** The playbook as it is now. */
export function usePlaybook(): PlaybookState {
  const bridge = useBridge();
  const { recording } = useStatus();
  useEffect(() => {
    wanted = true;
    if (recording && state.get().shown === undefined) void ask(bridge);
  }, [bridge, recording]);
  return useStore(state);
}

/** The rules that a new incident would go by: the shipped ones until the console answered. */
export function useRulesInForce(): Playbook {
  return usePlaybook().shown?.playbook ?? defaultPlaybook;
}

export interface PlaybookRunner {
  /** Sends a draft; `ok` once this window knows the playbook that is in force now. What was typed must be kept until then. */
  readonly run: (draft: PlaybookCommandDraft) => Promise<Result<readonly WireEvent[], ApiError>>;
  /** Why the last command was not carried out; gone with the next that is. */
  readonly fault: ApiError | undefined;
  readonly clear: () => void;
}

/** Saves playbooks and holds the last refusal for showing. */
export function useRunPlaybook(): PlaybookRunner {
  const bridge = useBridge();
  const [fault, setFault] = useState<ApiError | undefined>();
  // The same draft again keeps its id, so that it happens once, though its first answer was lost.
  const failed = useRef<{ readonly text: string; readonly commandId: string } | undefined>(undefined);
  const run = useCallback(
    async (draft: PlaybookCommandDraft) => {
      const text = JSON.stringify(draft);
      const commandId = failed.current?.text === text ? failed.current.commandId : newCommandId();
      const answer = await bridge.call('playbook.run', { ...draft, commandId });
      failed.current = answer.ok || answer.error.code !== 'not-recording' ? undefined : { text, commandId };
      setFault(answer.ok ? undefined : answer.error);
      if (!answer.ok) return answer;
      await ask(bridge);
      return ok(answer.value.events);
    },
    [bridge],
  );
  const clear = useCallback(() => setFault(undefined), []);
  return { run, fault, clear };
}
