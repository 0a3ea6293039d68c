/** What was known at an entry: the log folded up to that moment, by the core. */
import { useEffect, useState } from 'react';
import { type KnownThen, knownThen } from '../../../shared/postmortem/meeting/walk.ts';
import { useBridge } from '../../bridge/bridge-context.ts';

export type Then =
  | { readonly state: 'loading' }
  /** Nothing stood in the log yet. */
  | { readonly state: 'nothing' }
  | { readonly state: 'failed'; readonly says: string }
  | { readonly state: 'ready'; readonly known: KnownThen };

/** `at`: ms since epoch, UTC. What was known does not change any more, so that an answer is asked for once in a visit. */
export function useKnownThen(incident: string, at: number): Then {
  const bridge = useBridge();
  const [known, setKnown] = useState<ReadonlyMap<number, Then>>(new Map());
  const asked = known.get(at);
  useEffect(() => {
    if (asked !== undefined) return;
    let current = true;
    void bridge.call('incidents.asKnownAt', { id: incident, at }).then((answer) => {
      if (!current) return;
      const then: Then = answer.ok
        ? answer.value.position === 0
          ? { state: 'nothing' }
          : { state: 'ready', known: knownThen(answer.value.fold.view) }
        : { state: 'failed', says: answer.error.message };
      setKnown((last) => new Map(last).set(at, then));
    });
    return () => {
      current = false;
    };
  }, [bridge, incident, at, asked]);
  return asked ?? { state: 'loading' };
}
