/** What a screen reader is told politely: the last thing said, and who listens to it. */
import { createStore } from '../../bridge/store.ts';

/** The present announcement; `turn` makes the same words said twice two announcements. */
export const announcements = createStore({ text: '', turn: 0 });

/** Says a sentence in the polite live region. Never for what the person sees happen under their caret. */
export function announce(text: string): void {
  announcements.set({ text, turn: announcements.get().turn + 1 });
}
