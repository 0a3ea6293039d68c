/** What events of the review make of a view: sections in people's words, and meetings. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import type { MeetingView } from '../review-view.ts';
import type { IncidentView } from '../view.ts';

type MeetingStep = Extract<KnownEvent, { readonly type: 'meeting.moved' | 'meeting.ended' }>;

/** Applies what an event says; others leave the view as it was. */
export function evolveReview(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'section.written': {
      const { section, text, generated, template, basis } = event.body;
      const written = {
        text,
        generated,
        template,
        ...given({ basis }),
        at: event.occurredAt,
        by: event.by ?? event.actor,
        event: event.id,
      };
      return { view: { ...view, sections: { ...view.sections, [section]: written } } };
    }
    case 'section.cleared': {
      const { [event.body.section]: _cleared, ...sections } = view.sections;
      return { view: { ...view, sections } };
    }
    case 'meeting.begun': {
      const { facilitator, agenda } = event.body;
      const begun: MeetingView = {
        id: event.id,
        state: 'running',
        begunAt: event.occurredAt,
        ...given({ facilitator }),
        agenda: agenda.map(({ part, says, minutes }) => ({ part, says, minutes })),
        parts: agenda.slice(0, 1).map(({ part }) => ({ part, from: event.occurredAt })),
      };
      return { view: { ...view, meetings: [...view.meetings, begun] } };
    }
    case 'meeting.moved':
    case 'meeting.ended':
      return meetingStep(view, event);
    default:
      return { view };
  }
}

function meetingStep(view: IncidentView, event: MeetingStep): Evolved {
  const meeting = view.meetings.find(({ id }) => id === event.body.meeting);
  if (!meeting) return { contested: 'it names a meeting that is not known here' };
  const state = followChart('meeting', meeting.state, chartEvent(event)) as MeetingView['state'] | undefined;
  if (state === undefined) return { contested: 'that meeting is over' };
  // Consoles have clocks of their own: a part never ends before it began.
  const at = Math.max(event.occurredAt, meeting.parts.at(-1)?.from ?? meeting.begunAt);
  const left = meeting.parts.map((part) => (part.to === undefined ? { ...part, to: at } : part));
  const after: MeetingView =
    event.type === 'meeting.ended'
      ? { ...meeting, state, parts: left, endedAt: at }
      : { ...meeting, state, parts: [...left, { part: event.body.part, from: at }] };
  return { view: { ...view, meetings: view.meetings.map((other) => (other === meeting ? after : other)) } };
}
