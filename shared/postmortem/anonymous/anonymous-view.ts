/** An incident without names, from which a draft is made: templates and parts never see one. */
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { DraftSource } from '../template/draft-source.ts';
import { type NameHider, nameHider } from './name-hider.ts';

/** Fields in which people write. Others hold ids, words of a closed set, and figures. */
const written = new Set(
  `text title note reason remark says impact evidence readBack lines heading known unknown risk wayBack worstCase target test result answer
  outcome goal spoken exitCriteria standingNote wontDo organisation notes conflicts why link call chat url labels sourceId sourceTitle
  targetTitle actorRole contact`.split(/\s+/),
);

/** The same incident, with labels for names wherever people are named or wrote. */
export function anonymousView(view: IncidentView, hider: NameHider = nameHider(view)): IncidentView {
  const { playbook, people, ...rest } = view;
  const told = hidden(rest, hider) as typeof rest;
  const labelled = Object.entries(people).map(([id, person]) => {
    const { contact, ...kept } = hidden(person, hider) as typeof person;
    const label = hider.labels.get(id);
    return [id, label === undefined ? { ...kept, ...(contact !== undefined && { contact }) } : { ...kept, name: label }] as const;
  });
  return { ...told, ...(playbook !== undefined && { playbook }), people: Object.fromEntries(labelled) };
}

function hidden(value: unknown, hider: NameHider, key = ''): unknown {
  if (typeof value === 'string') return written.has(key) ? hider.hide(value) : value;
  // The texts of a list are what its field is; those of an object have names of their own.
  if (Array.isArray(value)) return value.map((one) => hidden(one, hider, typeof one === 'string' ? key : ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hidden(one, hider, name)]));
}

/** The entries and facts of a source, once a draft was made of it: also what only a document of data prints. */
export function anonymousSource({ view, entries, metrics, ...more }: DraftSource, { hide }: NameHider): DraftSource {
  const { incidentType } = view;
  return {
    ...more,
    view: {
      ...view,
      title: hide(view.title),
      labels: view.labels.map(hide),
      ...(incidentType !== undefined && { incidentType: hide(incidentType) }),
    },
    entries: entries.map((entry) => anonymousEntry(entry, hide)),
    metrics,
  };
}

function anonymousEntry(entry: ShownEntry, hide: (text: string) => string): ShownEntry {
  const { original, byName, actorRole, ownerName } = entry;
  return {
    ...entry,
    text: hide(entry.text),
    tags: entry.tags.map(hide),
    ...(original !== undefined && { original: hide(original) }),
    ...(byName !== undefined && { byName }),
    ...(actorRole !== undefined && { actorRole: hide(actorRole) }),
    ...(ownerName !== undefined && { ownerName }),
  };
}
