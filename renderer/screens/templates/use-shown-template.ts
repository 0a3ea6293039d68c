/** One template with its text and its savings, asked for again when the shelf changed. */
import { useEffect, useState } from 'react';
import type { ShownTemplate } from '../../../shared/api/template-procedures.ts';
import { useBridge } from '../../bridge/bridge-context.ts';

/** Undefined while it is asked for; null where the shelf has none of this id. `position`: of the shelf. */
export function useShownTemplate(id: string, isShelved: boolean, position: number): ShownTemplate | null | undefined {
  const bridge = useBridge();
  const [known, setKnown] = useState<{ readonly id: string; readonly shown: ShownTemplate } | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `position` is not read, but with each new one the template may be another.
  useEffect(() => {
    if (!isShelved) return undefined;
    let current = true;
    void bridge.call('templates.get', { id }).then((answer) => {
      if (current && answer.ok) setKnown({ id, shown: answer.value });
    });
    return () => {
      current = false;
    };
  }, [bridge, id, isShelved, position]);
  if (!isShelved) return null;
  return known?.id === id ? known.shown : undefined;
}
