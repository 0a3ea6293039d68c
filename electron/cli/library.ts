/** The commands of the library: what happened before, and publishing to a folder. */
import { resolve } from 'node:path';
import { visibleLine } from '../../shared/postmortem/writers/plain-text.ts';
import type { DataOption } from './connection.ts';
import { ask, CommandFailure, withConsole } from './connection.ts';
import { print } from './print.ts';

export interface SimilarOptions extends DataOption {
  readonly json?: boolean;
  readonly limit?: number;
}

/** `similar`: past incidents that are like one, each with the words and the lines that it shares. */
export function similar(id: string, options: SimilarOptions): Promise<void> {
  return withConsole(options, 'reading', async (client) => {
    const found = await ask(client, 'incidents.similar', { id, ...(options.limit !== undefined && { limit: options.limit }) });
    if (options.json) return print(JSON.stringify(found.similar, null, 2));
    if (found.similar.length === 0) return print('No past incident is like it.');
    for (const { label, day, mode, title, words, passages, id: other } of found.similar) {
      print(
        [
          label.padEnd(8),
          day ?? 'no date'.padEnd(10),
          other,
          mode === 'live' ? visibleLine(title) : `[${mode}] ${visibleLine(title)}`,
        ].join('  '),
      );
      print(`          shares: ${words.map(visibleLine).join(', ')}`);
      for (const { kind, text } of passages) print(`          ${kind}: ${visibleLine(text).slice(0, 160)}`);
    }
  });
}

export interface PublishOptions extends DataOption {
  readonly to?: string;
  readonly template?: string;
  readonly anonymous?: boolean;
  readonly withNames?: boolean;
  readonly all?: boolean;
}

/** `publish`: writes postmortems as Markdown files into a folder; prints what became of each. Exit code 1 where one was refused. */
export async function publish(ids: readonly string[], options: PublishOptions): Promise<void> {
  if (ids.length > 0 === (options.all === true)) throw new CommandFailure('name the incidents to publish, or say --all', 2);
  if (options.anonymous && options.withNames) throw new CommandFailure('--anonymous and --with-names exclude each other', 2);
  const { published, refused, index } = await withConsole(options, 'writing', (client) =>
    ask(client, 'library.publish', {
      ...(options.all ? { all: true as const } : { ids: [...ids] }),
      ...(options.to !== undefined && { folder: resolve(options.to) }),
      ...(options.template !== undefined && { template: options.template }),
      ...(options.anonymous && { anonymous: true }),
      ...(options.withNames && { anonymous: false }),
    }),
  );
  for (const { label, file, change } of published) print(`${change.padEnd(9)}  ${label.padEnd(8)}  ${file}`);
  for (const { label, why } of refused) print(`refused    ${label.padEnd(8)}  ${why}`);
  if (index === 'left') print('README.md was not written by Wheelhouse, so it was left as it is.');
  if (refused.length > 0) throw new CommandFailure(`${refused.length} of ${refused.length + published.length} were not published`);
}
