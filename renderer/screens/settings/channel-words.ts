/** How a channel reads in the settings. */
import type { Channel, ChannelKind } from '../../../shared/api/channels-wire.ts';

export const kindWords: Readonly<Record<ChannelKind, string>> = { slack: 'Slack', webhook: 'a webhook' };

/** What it is and whom it reaches: `Slack at hooks.slack.com, for staff and executives`. */
export function channelWords({ kind, host, audiences }: Pick<Channel, 'kind' | 'host' | 'audiences'>): string {
  const at = host === undefined ? '' : ` at ${host}`;
  return `${kindWords[kind]}${at}, for ${listed(audiences)}`;
}

/** What waits for it, and why; undefined where nothing does. */
export function waitingWords({ on, waiting, trouble }: Pick<Channel, 'on' | 'waiting' | 'trouble'>): string | undefined {
  if (waiting === 0) return undefined;
  const messages = waiting === 1 ? 'One message waits' : `${waiting} messages wait`;
  if (!on) return `${messages}: off, it sends nothing. Turned on, it sends ${waiting === 1 ? 'it' : 'them'} at once.`;
  return trouble === undefined ? `${messages} to go out.` : `${messages}: ${trouble}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
