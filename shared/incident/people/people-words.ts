/** Events of people in plain words, for the timeline and the drafts. */
import type { peopleEvents } from '../catalogue/people.ts';
import type { EventWords } from '../event-words.ts';

export const peopleWords = {} as EventWords<keyof typeof peopleEvents>;
