/** Events of work in plain words, for the timeline and the drafts. */
import type { workEvents } from '../catalogue/work.ts';
import type { EventWords } from '../event-words.ts';

export const workWords = {} as EventWords<keyof typeof workEvents>;
