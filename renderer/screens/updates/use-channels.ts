/** The channels of this console over which messages may go by themselves. */
import type { Channel } from '../../../shared/api/channels-wire.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useStatus } from '../../bridge/use-status.ts';

/** Those that are on, asked for when the screen opens and when the console came back; none until it answers. */
export function useChannels(): readonly Channel[] {
  const { recording } = useStatus();
  const { answer } = useAnswer('channels.list', recording ? {} : undefined);
  return answer?.channels.filter(({ on }) => on) ?? [];
}

/** Those that reach any of the audiences. */
export function reaching(channels: readonly Channel[], to: readonly Audience[]): readonly Channel[] {
  return channels.filter(({ audiences }) => audiences.some((audience) => to.includes(audience)));
}

/** Who is ticked and reached by none of the channels. */
export function unreached(channels: readonly Channel[], to: readonly Audience[]): readonly Audience[] {
  return to.filter((audience) => !channels.some(({ audiences }) => audiences.includes(audience)));
}
