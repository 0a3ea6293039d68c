/** The channels of this console as the settings show them: asked for when they are looked at, and again after each change. */
import { useCallback, useEffect, useState } from 'react';
import type { Channel } from '../../../shared/api/channels-wire.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useStatus } from '../../bridge/use-status.ts';

export interface ChannelList {
  /** Absent until the first answer. */
  readonly channels?: readonly Channel[];
  readonly error?: ApiError;
  readonly again: () => Promise<void>;
}

export function useChannelList(): ChannelList {
  const bridge = useBridge();
  const { recording } = useStatus();
  const [known, setKnown] = useState<Omit<ChannelList, 'again'>>({});
  const again = useCallback(async () => {
    const answer = await bridge.call('channels.list', {});
    setKnown((before) => (answer.ok ? { channels: answer.value.channels } : { ...before, error: answer.error }));
  }, [bridge]);
  useEffect(() => {
    if (recording) void again();
    // Whoever comes back to the window may find that what waited has gone out.
    const onFocus = () => void again();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, [again, recording]);
  return { ...known, again };
}
