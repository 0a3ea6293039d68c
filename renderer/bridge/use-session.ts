/** Who the person at this console is. */
import { useCallback } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { Session } from '../../shared/api/wire.ts';
import type { Result } from '../../shared/result.ts';
import { useBridge } from './bridge-context.ts';
import { createStore, useStore } from './store.ts';

export interface SessionState {
  readonly session?: Session;
  readonly error?: ApiError;
}

const state = createStore<SessionState>({});

/** Asks the console who this is; called when the page opens, and again when the console came back. */
export async function loadSession(bridge: Bridge): Promise<void> {
  const answer = await bridge.call('session.get', {});
  if (answer.ok) state.set({ session: answer.value });
  else if (state.get().session === undefined) state.set({ error: answer.error });
}

/** The session once it is known. */
export function useSession(): SessionState {
  return useStore(state);
}

/** Why somebody who was invited cannot do what only the owner does, in words: `what` is `invites people`. Undefined for the owner, and before it is known who this is. */
export function notOwner(session: Pick<Session, 'scope'> | undefined, what: string): string | undefined {
  return session?.scope === 'responder' ? `The owner of this console ${what}.` : undefined;
}

/** Gives the person a name. */
export function useNaming(): (name: string) => Promise<Result<Session, ApiError>> {
  const bridge = useBridge();
  return useCallback(
    async (name) => {
      const answer = await bridge.call('session.name', { name });
      if (answer.ok) state.set({ session: answer.value });
      return answer;
    },
    [bridge],
  );
}
