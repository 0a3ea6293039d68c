/** Sending commands from a screen: each gets its id here, and the same id again when the same thing is tried again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../shared/api/errors.ts';
import type { WireEvent } from '../../shared/api/wire.ts';
import { ok, type Result } from '../../shared/result.ts';
import { useStatus } from './use-status.ts';

/** A random UUID; `crypto.randomUUID` is missing on pages that came over plain HTTP from another machine. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Its events once they are on disk, or the reason why not. */
export type SentCommand = Promise<Result<{ readonly events: readonly WireEvent[] }, ApiError>>;

export interface Runner<Draft> {
  /** Sends a draft. What was typed must be kept until this answers `ok`, with the events that are on disk now. */
  readonly run: (draft: Draft) => Promise<Result<readonly WireEvent[], ApiError>>;
  /** Why the last command was not carried out; gone with the next that is. */
  readonly fault: ApiError | undefined;
  readonly clear: () => void;
}

/** Runs drafts by `send`, and holds the last refusal for showing. `to`: what they are for; the same draft for another is another command. */
export function useRunner<Draft>(send: (draft: Draft, commandId: string) => SentCommand, to?: string): Runner<Draft> {
  const [fault, setFault] = useState<ApiError | undefined>();
  // An answer that was lost on its way may mean that the log has it: the same draft again keeps its id, so that it happens once.
  const failed = useRef<{ readonly text: string; readonly commandId: string } | undefined>(undefined);
  const run = useCallback(
    async (draft: Draft) => {
      const text = JSON.stringify([to, draft]);
      const commandId = failed.current?.text === text ? failed.current.commandId : newCommandId();
      const answer = await send(draft, commandId);
      failed.current = answer.ok || answer.error.code !== 'not-recording' ? undefined : { text, commandId };
      setFault(answer.ok ? undefined : answer.error);
      return answer.ok ? ok(answer.value.events) : answer;
    },
    [send, to],
  );
  const { recording } = useStatus();
  useEffect(() => {
    // "Not recorded" is no longer news once the console is back: what was typed can be sent again.
    if (recording) setFault((last) => (last?.code === 'not-recording' ? undefined : last));
  }, [recording]);
  const clear = useCallback(() => setFault(undefined), []);
  return { run, fault, clear };
}
