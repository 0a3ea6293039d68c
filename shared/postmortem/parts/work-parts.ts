/** The parts about work: levers applied and taken back, changes before the impact, tasks, checklists. */
import { personName } from '../../incident/names.ts';
import type { IncidentView } from '../../incident/view.ts';
import { type Change, changesAmong } from '../../incident/work/changes.ts';
import type { Block } from '../draft.ts';
import { minutesText, momentText } from '../when.ts';
import type { PartSource, Parts } from './part.ts';
import { absent, entryOf, eventsAbout, eventsOf, saidBy, sourcesOf, sparseTable, whenOf, whoOf } from './statements.ts';

type Told = Pick<PartSource, 'view' | 'entries'>;

/** One use of a lever. Times are ms since epoch, UTC. */
export interface LeverUse {
  readonly name: string;
  readonly target?: string;
  readonly applied: number;
  readonly who: string;
  /** How it ended; absent while it is in force. */
  readonly ended?: { readonly how: 'taken back' | 'kept'; readonly at: number };
  readonly from: readonly string[];
}

interface LeverBody {
  readonly lever: string;
  readonly name: string;
  readonly target?: string;
  readonly person?: string;
}

/** Every time that a lever was applied, in the order of the log. */
export function leverUses({ view, entries }: Told): readonly LeverUse[] {
  const events = eventsOf(view, ['lever.applied', 'lever.reverted', 'lever.kept']);
  return events.flatMap((item, index) => {
    if (item.type !== 'lever.applied') return [];
    const body = item.body as LeverBody;
    const next = events.slice(index + 1).find((other) => (other.body as LeverBody).lever === body.lever);
    const ended = next === undefined || next.type === 'lever.applied' ? undefined : next;
    const said = saidBy(entries, item.id, body.name);
    const open = said.text === body.name;
    return [
      {
        name: said.text,
        ...(open && body.target !== undefined && { target: body.target }),
        applied: item.occurredAt,
        who: personName(view, body.person ?? item.by ?? item.actor),
        ...(ended && { ended: { how: ended.type === 'lever.kept' ? ('kept' as const) : ('taken back' as const), at: ended.occurredAt } }),
        from: [...said.from, ...(ended ? [ended.id] : [])],
      },
    ];
  });
}

/** How a use of a lever ended, in words. */
export const leverEnd = ({ ended }: LeverUse, zone: string): string =>
  ended === undefined ? 'still in force' : `${ended.how} ${momentText(ended.at, 'exact', zone)}`;

function levers({ view, entries }: Told): readonly Block[] {
  const rows = leverUses({ view, entries }).map((use) => ({
    cells: {
      Lever: use.name,
      On: use.target,
      Applied: momentText(use.applied, 'exact', view.zone),
      By: use.who,
      Then: leverEnd(use, view.zone),
    },
    from: use.from,
  }));
  return rows.length === 0 ? [] : [sparseTable(['Lever', 'On', 'Applied', 'By', 'Then'], rows)];
}

/** How long after a change the impact began, in words. */
export function beforeText({ beforeImpact }: Change): string | undefined {
  if (beforeImpact === undefined) return undefined;
  const minutes = Math.trunc(beforeImpact / 60_000);
  if (minutes === 0) return 'at once';
  return minutes > 0 ? `${minutesText(minutes)} later` : `${minutesText(-minutes)} earlier`;
}

function changes({ view, entries }: Told): readonly Block[] {
  const rows = changesAmong(entries, view).map((change) => ({
    cells: {
      When: whenOf(change.entry, view.zone),
      'Impact began': beforeText(change),
      Change: change.entry.text,
      Who: whoOf(change.entry),
    },
    from: sourcesOf(change.entry),
  }));
  return rows.length === 0 ? [absent('Changes before the impact')] : [sparseTable(['When', 'Change', 'Impact began', 'Who'], rows)];
}

function tasks({ view, entries }: Told): readonly Block[] {
  const rows = view.tasks.map((task) => {
    const said = saidBy(entries, task.id, task.text);
    return {
      cells: {
        Task: `${task.label}: ${said.text}`,
        Who: task.to === undefined ? 'nobody' : personName(view, task.to),
        State: task.state,
        Result: task.result ?? task.reason,
      },
      from: [...said.from, ...eventsAbout(view, task.id)],
    };
  });
  return rows.length === 0 ? [] : [sparseTable(['Task', 'Who', 'State', 'Result'], rows)];
}

function checklists({ view, entries }: Told): readonly Block[] {
  const rows = view.checklists.map((list) => {
    const inState = (state: IncidentView['checklists'][number]['items'][number]['state']) =>
      list.items.filter((item) => item.state === state);
    const skipped = inState('skipped').map(({ says, reason }) => (reason === undefined ? says : `${says} (${reason})`));
    const opened = entryOf(entries, list.id);
    return {
      cells: {
        Checklist: list.title,
        State: list.state,
        Ticked: `${inState('ticked').length} of ${list.items.length}`,
        'Does not apply': String(inState('notApplicable').length),
        Skipped: skipped.join('; ') || 'none',
      },
      from: [...(opened ? sourcesOf(opened) : [list.id]), ...eventsAbout(view, list.id)],
    };
  });
  return rows.length === 0 ? [] : [sparseTable(['Checklist', 'State', 'Ticked', 'Does not apply', 'Skipped'], rows)];
}

export const workParts: Parts = {
  levers: {
    says: 'Levers: when each was applied, by whom, on what, and whether it was taken back or kept. Absent where none was applied.',
    blocks: levers,
  },
  changes: { says: 'What was changed before the impact, and how long before it.', blocks: changes },
  tasks: { says: 'Tasks with who had them and what came of them. Absent where there were none.', blocks: tasks },
  checklists: { says: 'Checklists that were opened, and what was skipped in them. Absent where there were none.', blocks: checklists },
};
