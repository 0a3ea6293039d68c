/** Which incidents a merge, or its undoing, is about beside the one that it is sent to. */
import type { Command } from '../../../shared/incident/commands.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';

export type MergeCommand = Command<'incident.merge' | 'incident.unmerge'>;

/** For a merge, where it is to go; to undo one, where it went, where that one went, and so on to the last. */
export async function partnersOf(command: MergeCommand, viewOf: (id: string) => Promise<IncidentView>): Promise<readonly string[]> {
  if (command.type === 'incident.merge') return [command.into.toLowerCase()];
  const passed = [command.incidentId.toLowerCase()];
  for (;;) {
    const next = (await viewOf(passed.at(-1) ?? '')).mergedInto?.incident;
    // Two islands may have merged a pair into each other.
    if (next === undefined || passed.includes(next)) return passed.slice(1);
    passed.push(next);
  }
}
