/** The channels of this console over which messages may go by themselves. */
import { useEffect, useState } from 'react';
import type { Channel } from '../../../shared/api/channels-wire.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useStatus } from '../../bridge/use-status.ts';

/** Those that are on, asked for when the screen opens and when the console came back; none until it answers. */
export function useChannels(): readonly Channel[] {
  const bridge = useBridge();
  const { recording } = useStatus();
  const [channels, setChannels] = useState<readonly Channel[]>([]);
  useEffect(() => {
    let current = true;
    if (recording)
      void bridge.call('channels.list', {}).then((answer) => {
        if (current && answer.ok) setChannels(answer.value.channels.filter(({ on }) => on));
      });
    return () => {
      current = false;
    };
  }, [bridge, recording]);
  return channels;
}

/** Those that reach any of the audiences. */
export function reaching(channels: readonly Channel[], to: readonly Audience[]): readonly Channel[] {
  return channels.filter(({ audiences }) => audiences.some((audience) => to.includes(audience)));
}

/** Who is ticked and reached by none of the channels. */
export function unreached(channels: readonly Channel[], to: readonly Audience[]): readonly Audience[] {
  return to.filter((audience) => !channels.some(({ audiences }) => audiences.includes(audience)));
}
