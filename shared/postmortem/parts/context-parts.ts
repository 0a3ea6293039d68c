/** The parts about what stands around an incident: links, tags, review meetings, incidents like it. */
import { personName } from '../../incident/names.ts';
import type { Block, Statement } from '../draft.ts';
import { momentText } from '../when.ts';
import type { PartSource, Parts } from './part.ts';
import { link } from './record-sections.ts';
import { absent, eventsOf, sourcesOf, sparseTable } from './statements.ts';

/** The call and the chat, and where follow-ups are tracked. */
function links({ view }: PartSource): readonly Block[] {
  const amended = eventsOf(view, ['incident.declared', 'incident.amended']).filter(
    ({ body }) => (body as { readonly links?: unknown }).links,
  );
  const from = amended.map(({ id }) => id);
  const named = Object.entries({ Call: view.links.call, Chat: view.links.chat });
  const rooms = named.flatMap(([name, address]) =>
    address === undefined ? [] : [{ text: `${name}: ${address}`, from, ...link(address) }],
  );
  const tracked = view.followUps.flatMap(({ id, label, link: address }) =>
    address === undefined ? [] : [{ text: `${label}: ${address}`, from: [id], ...link(address) }],
  );
  const items: readonly (Statement & { readonly href?: string })[] = [...rooms, ...tracked];
  return items.length === 0 ? [absent('Links')] : [{ type: 'list', items }];
}

/** Tags that repeat what milestones say. */
const repeated = /^(impact|detected|declared|acknowledged|mitigated|resolved|phase-.*)$/;

/** The labels of the incident, and which tags its entries carry. */
function tags({ view, entries }: PartSource): readonly Block[] {
  const tagged = [...new Set(entries.flatMap((entry) => entry.tags))].filter((tag) => !repeated.test(tag)).toSorted();
  const rows = tagged.map((tag) => {
    const its = entries.filter((entry) => entry.tags.includes(tag));
    return { label: tag, value: its.length === 1 ? 'one entry' : `${its.length} entries`, from: its.flatMap(sourcesOf) };
  });
  const amended = eventsOf(view, ['incident.amended']).filter(({ body }) => (body as { readonly labels?: unknown }).labels);
  const labels = view.labels.length === 0 ? [] : [{ label: 'Labels', value: view.labels.join(', '), from: amended.map(({ id }) => id) }];
  return rows.length + labels.length === 0 ? [absent('Labels and tags')] : [{ type: 'facts', rows: [...labels, ...rows] }];
}

function meeting({ view }: PartSource): readonly Block[] {
  const moved = eventsOf(view, ['meeting.begun', 'meeting.ended']);
  const rows = view.meetings.map(({ id, begunAt, endedAt, facilitator, agenda }) => ({
    cells: {
      'Review meeting': momentText(begunAt, 'exact', view.zone),
      Ended: endedAt === undefined ? 'under way' : momentText(endedAt, 'exact', view.zone),
      Facilitator: facilitator === undefined ? undefined : personName(view, facilitator),
      Agenda: agenda.map(({ says, minutes }) => `${says} (${minutes} min)`).join('; '),
    },
    from: moved.filter((item) => item.id === id || (item.body as { readonly meeting?: unknown }).meeting === id).map((item) => item.id),
  }));
  return rows.length === 0 ? [absent('Review meeting')] : [sparseTable(['Review meeting', 'Ended', 'Facilitator', 'Agenda'], rows)];
}

/** Those that somebody looked for and handed in; one log knows of no other. */
function similar({ similar: found }: PartSource): readonly Block[] {
  if (found === undefined || found.length === 0) return [];
  const rows = found.map(({ label, title, day, why }) => ({
    cells: { 'No.': label, Incident: title, Day: day, 'Words in common': why },
    from: [],
  }));
  return [sparseTable(['No.', 'Incident', 'Day', 'Words in common'], rows)];
}

export const contextParts: Parts = {
  links: { says: 'The call, the chat, and where follow-ups are tracked.', blocks: links },
  tags: { says: 'Labels of the incident and tags of its entries.', blocks: tags },
  meeting: { says: 'Review meetings: when, who facilitated, the agenda.', blocks: meeting },
  similar: { says: 'Incidents like this one, where somebody looked for them. Absent otherwise.', blocks: similar },
};
