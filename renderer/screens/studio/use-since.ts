/** What the log has said for a section since people wrote it. */
import { useEffect, useState } from 'react';
import type { SectionSince } from '../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import type { Wish } from './use-studio-draft.ts';

/** Asked only where the hash of then is not that of now; undefined where nothing changed, or nobody knows. */
export function useSince(view: IncidentView, section: string, wish: Wish, basis: string | undefined): Required<SectionSince> | undefined {
  const bridge = useBridge();
  const [since, setSince] = useState<{ readonly of: string; readonly said: SectionSince } | undefined>();
  const words = view.sections[section];
  const { template } = wish;
  const of = `${words?.event} ${template} ${basis}`;
  const isStale = words !== undefined && basis !== undefined && words.basis !== basis;
  useEffect(() => {
    if (!isStale) return undefined;
    let current = true;
    void bridge.call('postmortem.sectionSince', { id: view.id, template, section }).then((answer) => {
      if (current && answer.ok) setSince({ of, said: answer.value });
    });
    return () => {
      current = false;
    };
  }, [bridge, isStale, of, section, template, view.id]);
  if (!isStale || since?.of !== of) return undefined;
  const { before, now } = since.said;
  return before === undefined || before === now ? undefined : { before, now };
}
