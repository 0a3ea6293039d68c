/** What was known at an entry: the log folded up to that moment, by the core. */
import { useRef } from 'react';
import { type KnownThen, knownThen } from '../../../shared/postmortem/meeting/walk.ts';
import { type Answered, useAnswer } from '../../bridge/use-answer.ts';

export type Then =
  | { readonly state: 'loading' }
  /** Nothing stood in the log yet. */
  | { readonly state: 'nothing' }
  | { readonly state: 'failed'; readonly says: string }
  | { readonly state: 'ready'; readonly known: KnownThen };

/** `at`: ms since epoch, UTC. What was known does not change any more, so that an answer is asked for once in a visit. */
export function useKnownThen(incident: string, at: number): Then {
  const { current: seen } = useRef(new Map<number, Then>());
  const answered = useAnswer('incidents.asKnownAt', seen.has(at) ? undefined : { id: incident, at });
  const then = seen.get(at) ?? thenOf(answered);
  if (then.state !== 'loading') seen.set(at, then);
  return then;
}

function thenOf({ answer, refusal, asking }: Answered<'incidents.asKnownAt'>): Then {
  if (asking) return { state: 'loading' };
  if (refusal !== undefined) return { state: 'failed', says: refusal.message };
  if (answer === undefined || answer.position === 0) return { state: 'nothing' };
  return { state: 'ready', known: knownThen(answer.fold.view) };
}
