/** The playbook in force, as this window knows it: asked for when somebody first looks, and again whenever the stream says that it changed. It stays when the console goes away. */
import { useCallback, useEffect } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { ShownPlaybook } from '../../shared/api/playbook-wire.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { PlaybookCommandDraft } from '../../shared/playbook/library-commands.ts';
import { playbookStream } from '../../shared/playbook/library-stream.ts';
import type { Playbook } from '../../shared/playbook/schema.ts';
import { useBridge } from './bridge-context.ts';
import { createStore, useStore } from './store.ts';
import { type Runner, useRunner } from './use-runner.ts';
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

/** Saves playbooks and holds the last refusal for showing; `ok` once this window knows the playbook that is in force now. */
export function useRunPlaybook(): Runner<PlaybookCommandDraft> {
  const bridge = useBridge();
  const send = useCallback(
    async (draft: PlaybookCommandDraft, commandId: string) => {
      const answer = await bridge.call('playbook.run', { ...draft, commandId });
      if (answer.ok) await ask(bridge);
      return answer;
    },
    [bridge],
  );
  return useRunner(send);
}
