/** The agenda of a review meeting: its parts in order, and how an hour is shared among them (design: checklist C18, postmortems 4a). */

export interface AgendaItem {
  readonly part: string;
  readonly says: string;
  readonly minutes: number;
}

/** Parts that the screen treats in their own way; an agenda of another console may have others. */
export const meetingParts = ['ground-rules', 'timeline', 'looking-back', 'follow-ups', 'thanks'] as const;
export type MeetingPart = (typeof meetingParts)[number];

interface PlannedPart {
  readonly part: MeetingPart;
  readonly says: string;
  /** Its share of an hour, minutes: most of it goes to the timeline. */
  readonly ofAnHour: number;
  /** What the facilitator reads out or keeps in mind. */
  readonly guide: readonly string[];
}

const planned: readonly PlannedPart[] = [
  {
    part: 'ground-rules',
    says: 'How we talk',
    ofAnHour: 4,
    guide: [
      'Everybody did what made sense with what they saw. We want to see it as they did.',
      'We ask how and what. The other question makes people defend themselves.',
      'What somebody remembers otherwise is worth more than agreement: say it.',
      'Repairs wait until their part, and often for two working days more.',
    ],
  },
  {
    part: 'timeline',
    says: 'Walk through the timeline',
    ofAnHour: 38,
    guide: [
      'One entry after the other, told by whoever was there.',
      'Stop where somebody was surprised, or where two people saw two things.',
    ],
  },
  {
    part: 'looking-back',
    says: 'What helped, what misled, luck',
    ofAnHour: 8,
    guide: ['What went well, and how is it kept?', 'What was confusing or misleading?', 'Where was there no margin left?'],
  },
  {
    part: 'follow-ups',
    says: 'Follow-ups',
    ofAnHour: 6,
    guide: ['One act each, with an owner and a day.', 'What nobody will do is better said now than found in a year.'],
  },
  {
    part: 'thanks',
    says: 'Thanks',
    ofAnHour: 4,
    guide: ['Who made it easier for somebody else, and how?', 'Those who are not here hear of it in the document.'],
  },
];

export const shortestMeeting = planned.length;
/** Minutes; a day is no meeting. */
export const longestMeeting = 480;
export const usualMeeting = 60;

/** The usual agenda, in as many whole minutes: the parts sum to exactly that, each has one at least, the timeline most. */
export function agendaOf(minutes: number): readonly AgendaItem[] {
  const length = Math.min(longestMeeting, Math.max(shortestMeeting, Math.round(minutes)));
  const others = planned.filter(({ part }) => part !== 'timeline');
  const given = new Map(others.map(({ part, ofAnHour }) => [part, Math.max(1, Math.floor((ofAnHour * length) / 60))]));
  const rest = length - [...given.values()].reduce((sum, one) => sum + one, 0);
  return planned.map(({ part, says }) => ({ part, says, minutes: given.get(part) ?? rest }));
}

/** How long an agenda is, minutes. */
export const agendaLength = (agenda: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0);

/** What the facilitator of a part is helped by; nothing for a part that is not known here. */
export const guideOf = (part: string): readonly string[] => planned.find((one) => one.part === part)?.guide ?? [];
