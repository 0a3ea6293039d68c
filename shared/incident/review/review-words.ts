/** Events of the review in plain words. */
import type { EventWords } from '../event-words.ts';
import { personName } from '../names.ts';

type ReviewType = 'section.written' | 'section.cleared' | 'entry.tagged' | 'meeting.begun' | 'meeting.moved' | 'meeting.ended';

export const reviewWords: EventWords<ReviewType> = {
  'section.written': ({ section }) => `Postmortem: section ${section} written`,
  'section.cleared': ({ section }) => `Postmortem: section ${section} is what the log gives again`,
  'entry.tagged': ({ tags }) => `Tags: ${tags.join(', ') || 'none'}`,
  'meeting.begun': ({ facilitator }, view) =>
    `Review meeting begun${facilitator === undefined ? '' : `, facilitated by ${personName(view, facilitator)}`}`,
  'meeting.moved': ({ meeting, part }, view) =>
    `Review meeting: ${view.meetings.find(({ id }) => id === meeting)?.agenda.find((item) => item.part === part)?.says ?? part}`,
  'meeting.ended': () => 'Review meeting ended',
};
