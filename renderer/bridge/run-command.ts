/** Sending commands to an incident. */
import { useCallback } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';
import type { Command, CommandDraft } from '../../shared/incident/commands.ts';
import { useBridge } from './bridge-context.ts';
import { type Runner, type SentCommand, useRunner } from './use-runner.ts';

/** Sends a draft to an incident (absent: a new one, for `incident.declare`). Answers its events once they are on disk, or the reason why not. */
export function runCommand(bridge: Bridge, draft: CommandDraft, incidentId: string | undefined, commandId: string): SentCommand {
  return bridge.call('commands.run', { ...draft, commandId, ...(incidentId === undefined ? {} : { incidentId }) } as Command);
}

export type CommandRunner = Runner<CommandDraft>;

/** Runs commands of one incident and holds the last refusal for showing. */
export function useRunCommand(incidentId: string | undefined): CommandRunner {
  const bridge = useBridge();
  const send = useCallback(
    (draft: CommandDraft, commandId: string) => runCommand(bridge, draft, incidentId, commandId),
    [bridge, incidentId],
  );
  return useRunner(send, incidentId);
}
