/** Workstreams: a part of the work with a leader, a goal and a timebox (design: scaling, sub-teams). */
import { given } from '../draft.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { IncidentView } from '../view.ts';
import { timeboxFrom } from '../work/timeboxes.ts';
import type { WorkstreamView } from '../work-view.ts';

/** Applies an event of a workstream; others leave the view as it was. That its timebox ran out is recorded with the other timeboxes. */
export function evolveWorkstreams(view: IncidentView, event: KnownEvent): Evolved {
  switch (event.type) {
    case 'workstream.opened': {
      const { label, name, leader, goal, minutes, members } = event.body;
      const opened: WorkstreamView = {
        id: event.id,
        label: freeLabel(label, view.workstreams),
        name,
        members: members ?? [],
        openedAt: event.occurredAt,
        ...given({ leader, goal }),
        ...timebox(event, minutes),
      };
      return { view: { ...view, workstreams: [...view.workstreams, opened] } };
    }
    case 'workstream.amended': {
      const { name, leader, goal, minutes, members } = event.body;
      return changed(view, event.body.workstream, (before) => ({
        ...before,
        ...given({ name, leader, goal, members }),
        ...timebox(event, minutes),
      }));
    }
    case 'workstream.closed': {
      const { workstream, outcome } = event.body;
      return changed(view, workstream, ({ timebox: _over, ...rest }) => ({ ...rest, closedAt: event.occurredAt, ...given({ outcome }) }));
    }
    default:
      return { view };
  }
}

function timebox(event: KnownEvent, minutes: number | undefined): Pick<WorkstreamView, 'timebox'> {
  return minutes === undefined ? {} : { timebox: timeboxFrom(event.id, event.occurredAt, minutes) };
}

function changed(view: IncidentView, id: string, change: (workstream: WorkstreamView) => WorkstreamView): Evolved {
  const known = view.workstreams.find((workstream) => workstream.id === id);
  if (!known) return { contested: 'it names a workstream that is not known here' };
  if (known.closedAt !== undefined) return { contested: `${known.label} had ended` };
  return { view: { ...view, workstreams: view.workstreams.map((workstream) => (workstream === known ? change(workstream) : workstream)) } };
}
