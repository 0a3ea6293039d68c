/** Which line has its fields open beneath the composer: the last one that was written, or one that somebody asked about. */
import { useCallback, useState } from 'react';
import type { WireEvent } from '../../../../shared/api/wire.ts';
import type { CommandDraft } from '../../../../shared/incident/commands.ts';
import { type Detailed, detailedBy } from './details.ts';

export function useDetailed() {
  const [detailed, setDetailed] = useState<Detailed | undefined>();
  /** The next line that is written moves on from what the last one left to be said. */
  const wrote = useCallback((draft: CommandDraft, events: readonly WireEvent[]) => setDetailed(detailedBy(draft, events)), []);
  const close = useCallback(() => setDetailed(undefined), []);
  const ask = useCallback((asked: Detailed) => setDetailed(asked), []);
  return { detailed, ask, wrote, close };
}
