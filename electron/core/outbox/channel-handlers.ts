/** The procedures of channels: see them, set them up, try them, remove them. */
import type { Channel } from '../../../shared/api/channels-wire.ts';
import { ok } from '../../../shared/result.ts';
import type { Caller } from '../server/caller.ts';
import type { Handlers } from '../server/router.ts';
import { newSecret } from '../server/secrets.ts';
import type { KeptChannel } from './channel-file.ts';
import type { Channels } from './channels.ts';
import type { Outbox } from './outbox.ts';

export interface ChannelParts {
  readonly channels: Channels;
  readonly outbox: Outbox;
}

type ChannelHandlers = Pick<Handlers, 'channels.list' | 'channels.save' | 'channels.remove' | 'channels.try'>;

/** The handlers of everything that has to do with channels. What the keychain sealed leaves by none of them. */
export function channelHandlers({ channels, outbox }: ChannelParts): ChannelHandlers {
  const shown = (channel: KeptChannel, waiting: number, { scope }: Pick<Caller, 'scope'>): Channel => {
    const { id, name, kind, audiences, on, repeatsAreDropped, host } = channel;
    const trouble = waiting > 0 ? outbox.troubleOf(id) : undefined;
    const forOwner = scope === 'owner' ? { host, ...(trouble === undefined ? {} : { trouble }) } : {};
    return { id, name, kind, audiences, on, repeatsAreDropped, waiting, ...forOwner };
  };
  return {
    'channels.list': async (_input, caller) => {
      const waiting = await outbox.waiting();
      return ok({ channels: channels.all().map((channel) => shown(channel, waiting.get(channel.id) ?? 0, caller)) });
    },
    'channels.save': async (change, caller) => {
      const saved = await channels.save(change);
      if (!saved.ok) return saved;
      outbox.wake();
      return ok({ channel: shown(saved.value, (await outbox.waiting()).get(saved.value.id) ?? 0, caller) });
    },
    'channels.remove': async ({ id, confirm }) => {
      const removed = await channels.remove(id, confirm);
      if (!removed.ok) return removed;
      await outbox.forget(id);
      return ok({ removed: id });
    },
    'channels.try': async ({ id }) => {
      const channel = channels.find(id);
      return channel.ok ? ok(await outbox.try(channel.value, `try-${newSecret()}`)) : channel;
    },
  };
}
