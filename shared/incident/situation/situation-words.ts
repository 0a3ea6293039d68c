/** Events of situation in plain words, for the timeline and the drafts. */
import type { situationEvents } from '../catalogue/situation.ts';
import type { EventWords } from '../event-words.ts';

export const situationWords = {} as EventWords<keyof typeof situationEvents>;
