/** The one prompt for whoever is at this console, and the keys of its answers. */
import { useMemo } from 'react';
import { type PromptKind, promptKinds } from '../../../shared/incident/prompts/prompt.ts';
import { promptFor } from '../../../shared/incident/prompts.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useNow } from '../../bridge/use-now.ts';
import { useRoute } from '../../route.ts';
import { useRoom } from './room-context.ts';

/** For the first answer, the second, and so on: neighbours on the keyboard, and free in browsers. */
export const answerChords = ['Alt+U', 'Alt+I', 'Alt+J', 'Alt+K'] as const;

/** The kinds of prompt that a notification led here for, by the word in the address; none where one came otherwise. */
export function kindsAsked(asked: string | undefined): readonly PromptKind[] {
  // Clocks of audiences are one line, whatever their kind.
  if (asked === 'update' || asked === 'promise' || asked === 'deadline') return ['promise', 'update'];
  return promptKinds.filter((kind) => kind === asked);
}

function useAsked(): string | undefined {
  const route = useRoute();
  return route.screen === 'room' ? route.asked : undefined;
}

/** As of the last five seconds: what waits for minutes need not be asked more often. */
export function usePrompt(): ReturnType<typeof promptFor> {
  const { view, self } = useRoom();
  const now = Math.floor(useNow() / 5000) * 5000;
  const asked = useAsked();
  return useMemo(() => askedOnce(view, now, self, asked), [view, now, self, asked]);
}

/** Several parts of the room ask the same of each new view. */
let lastAsked:
  | { readonly of: readonly [IncidentView, number, string, string | undefined]; readonly answer: ReturnType<typeof promptFor> }
  | undefined;

function askedOnce(...of: readonly [IncidentView, number, string, string | undefined]): ReturnType<typeof promptFor> {
  const [view, now, self, asked] = of;
  if (lastAsked?.of.every((one, at) => one === of[at])) return lastAsked.answer;
  lastAsked = { of, answer: promptFor(view, now, self, kindsAsked(asked)) };
  return lastAsked.answer;
}
