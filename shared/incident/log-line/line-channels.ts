/** Channels as a line names them, and which of them a message goes out over by itself. */
import { ok, type Result } from '../../result.ts';
import type { Audience } from '../../vocabulary/words.ts';
import { afterWord, type Cursor, faultAt, wordAt } from './cursor.ts';
import { folded } from './names.ts';
import type { LineChannel, LineContext, LineFault } from './parsed-line.ts';

/** The channels that reach any of these audiences. */
export function channelsTo(audiences: readonly Audience[], { channels = [] }: LineContext): readonly LineChannel[] {
  return channels.filter((channel) => channel.audiences.some((audience) => audiences.includes(audience)));
}

/** The channels that carry a message to all of these audiences; none where one of them would hear nothing. */
export function carrying(audiences: readonly Audience[], context: LineContext): readonly LineChannel[] {
  const channels = channelsTo(audiences, context);
  return audiences.every((audience) => channels.some((channel) => channel.audiences.includes(audience))) ? channels : [];
}

/** Reads `by ops,status-page` at the cursor: keys or names without blanks. Undefined where no `by` stands there. Errors: none, or one that is not known. */
export function readChannels(
  cursor: Cursor,
  context: LineContext,
): Result<{ readonly channels: readonly LineChannel[]; readonly next: Cursor } | undefined, LineFault> {
  if (wordAt(cursor) !== 'by') return ok(undefined);
  const at = afterWord(cursor, 'by');
  const word = wordAt(at);
  const known = context.channels ?? [];
  const expected =
    known.length === 0 ? 'a channel: this console has none yet' : `one or more of ${known.map(({ id }) => id).join(', ')}, with commas`;
  const found: LineChannel[] = [];
  for (const part of word.split(',')) {
    const channel = channelCalled(part, known);
    if (channel === undefined) return faultAt(at, part === '' ? 'a channel is missing' : `no channel is called ${part}`, expected);
    found.push(channel);
  }
  return ok({ channels: [...new Set(found)], next: afterWord(at, word) });
}

/** By its key, or by its name with or without blanks and the `#` of a chat. */
export function channelCalled<T extends { readonly id: string; readonly name: string }>(word: string, known: readonly T[]): T | undefined {
  const bare = (text: string): string => folded(text).replaceAll(/[\s#]/g, '');
  const typed = bare(word);
  if (typed === '') return undefined;
  return known.find(({ id }) => id === typed) ?? known.find(({ name }) => bare(name) === typed);
}

/** `over Status page, Slack #ops`. */
export const overChannels = (channels: readonly { readonly name: string }[]): string =>
  `over ${channels.map(({ name }) => name).join(', ')}`;
