/** Questions for the walk through a timeline: about cues, options, goals and surprise, each beginning with "how" or "what" (design: postmortems 4a, 4b). */
import type { ShownEntry } from '../../incident/timeline.ts';
import type { EntryKind } from '../../vocabulary/words.ts';

const questions: Readonly<Record<EntryKind, readonly string[]>> = {
  note: [
    'What did you see at this moment, and on which screen?',
    'What did you take it to mean then?',
    'What else was on your mind?',
    'How did it differ from what you expected?',
  ],
  detection: [
    'What was the very first sign, and who could see it?',
    'How did this signal stand out among the others?',
    'What would have let somebody see it earlier?',
    'What did you expect to find behind it?',
  ],
  hypothesis: [
    'What made this explanation likely at the time?',
    'What other explanations were on the table?',
    'How would you have known that it was wrong?',
    'What did it keep you from looking at?',
  ],
  action: [
    'What were you trying to bring about?',
    'What other ways were open, and how did you choose?',
    'How did you know whether it worked?',
    'What made this easy or hard to do?',
  ],
  decision: [
    'What was known, and what was not, when this was decided?',
    'What was weighed against what?',
    'How did people who saw it otherwise make themselves heard?',
    'What would have changed your mind?',
  ],
  update: [
    'What did you want people to know, and to do?',
    'How sure were you of what it says?',
    'What did you leave out, and for whose sake?',
    'How did those who read it understand it?',
  ],
  milestone: [
    'What told you that this point was reached?',
    'How did things change for you from here on?',
    'What were you still unsure of?',
    'What surprised you about when it came?',
  ],
  question: [
    'What made this worth asking just then?',
    'How did you try to find it out?',
    'What would the answer have changed?',
    'What do we know of it today?',
  ],
};

const aboutMisleading = ['What did it look like, and what was it?', 'How could it tell the truth next time?'];
const aboutLuck = ['What protected us here?', 'How near was it, and what would have come next?'];
const aboutLateness = ['What was known of it at the time, and by whom?'];

/** The questions that fit an entry: those of its kind, and of what it is tagged with, those first. */
export function questionsFor({ kind, tags, backdated }: Pick<ShownEntry, 'kind' | 'tags' | 'backdated'>): readonly string[] {
  return [
    ...(tags.includes('misled') ? aboutMisleading : []),
    ...(tags.includes('lucky') ? aboutLuck : []),
    ...(backdated ? aboutLateness : []),
    ...questions[kind],
  ];
}
