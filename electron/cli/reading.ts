/** The commands that only read: list, show. */
import { lineContextOf } from '../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../shared/incident/log-line.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';
import { incidentText } from './incident-text.ts';
import { print } from './print.ts';

/** `list`: one line for each incident, the open ones first. */
export function list(options: DataOption & { readonly json?: boolean }): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { incidents } = await ask(client, 'incidents.list', {});
    if (options.json) return print(JSON.stringify(incidents, null, 2));
    for (const { id, label, title, phase, severity, mode } of incidents) {
      const words = [label.padEnd(8), (severity === undefined ? '–' : `SEV${severity}`).padEnd(4), phase.padEnd(13), id];
      print([...words, mode === 'live' ? title : `[${mode}] ${title}`].join('  '));
    }
  });
}

export interface ShowOptions extends DataOption {
  readonly json?: boolean;
  /** A time as the composer takes it, in the incident's zone: what the log knew then is shown. */
  readonly knownAt?: string;
}

/** `show`: the incident as text, or its view as JSON; as it is now, or as it was known at a moment. */
export function show(id: string, options: ShowOptions): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const { fold, position, ...summary } = await ask(client, 'incidents.get', { id });
    if (options.knownAt !== undefined) {
      const at = momentOf(options.knownAt, fold.view);
      const known = await ask(client, 'incidents.asKnownAt', { id: summary.id, at });
      if (known.position === 0) throw new CommandFailure(`nothing had been written down by ${options.knownAt}`);
      return print(
        options.json
          ? JSON.stringify({ knownAt: at, view: known.fold.view, position: known.position }, null, 2)
          : incidentText(known.fold.view, at),
      );
    }
    print(options.json ? JSON.stringify({ summary, view: fold.view, position }, null, 2) : incidentText(fold.view, Date.now()));
  });
}

/** The moment that a time means, as the composer's `/at` reads it. */
function momentOf(time: string, view: IncidentView): number {
  const line = parseLine(`/at ${time}`, lineContextOf(view, { now: Date.now(), self: '', name: '' }));
  if (line.kind === 'open' && line.screen === 'knownAt') return line.at;
  throw new CommandFailure(`--known-at is a time that has been, such as 02:40, @-20m or 2026-03-29 02:40, not ${time}`, 2);
}
