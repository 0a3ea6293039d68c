/** The one prompt for whoever is at this console, and the keys of its answers. */
import { useMemo } from 'react';
import { promptFor } from '../../../shared/incident/prompts.ts';
import { useNow } from '../../bridge/use-now.ts';
import { useRoom } from './room-context.ts';

/** For the first answer, the second, and so on: neighbours on the keyboard, and free in browsers. */
export const answerChords = ['Alt+U', 'Alt+I', 'Alt+J', 'Alt+K'] as const;

/** As of the last five seconds: what waits for minutes need not be asked more often. */
export function usePrompt(): ReturnType<typeof promptFor> {
  const { view, self } = useRoom();
  const now = Math.floor(useNow() / 5000) * 5000;
  return useMemo(() => promptFor(view, now, self), [view, now, self]);
}
