/** Texts that somebody hid stay hidden in a draft, also where the view keeps them as facts beside the timeline. */
import type { ShownEntry } from '../incident/timeline.ts';
import type { IncidentView, MilestoneView } from '../incident/view.ts';

const hiddenText = 'Text hidden';

/** What holds words of people, beside the timeline. Summary and impact are read off their entries, which know what became of them. */
const worded = [
  'followUps',
  'overrides',
  'sections',
  'updates',
  'drafts',
  'tasks',
  'hypotheses',
  'decisions',
  'levers',
  'actionDetails',
  'questions',
  'workstreams',
  'checklists',
  'meetings',
  'handoff',
  'absorbed',
  'pause',
] as const satisfies readonly (keyof IncidentView)[];

/** Fields that hold words; the others are ids, states and times. */
const wordFields = new Set(
  'text reason wontDo known unknown risk wayBack worstCase target readBack name note result goal outcome says impact lines link'.split(' '),
);

/** The view with the texts of hidden events taken out of all that holds them. */
export function withoutHidden(view: IncidentView, entries: readonly ShownEntry[]): IncidentView {
  const hidden = entries.filter((entry) => entry.redacted);
  if (hidden.length === 0) return view;
  const ids = new Set(hidden.map(({ item }) => item.id));
  const texts = new Set(hidden.flatMap(({ item, corrections }) => [item.body, ...corrections].flatMap((body) => textsOf(body))));
  const milestones = Object.fromEntries(
    Object.entries(view.milestones).map(([name, milestone]) => [name, ids.has(milestone.event) ? bare(milestone) : milestone]),
  );
  const told = Object.fromEntries(worded.filter((field) => view[field] !== undefined).map((field) => [field, unsaid(view[field], texts)]));
  return {
    ...view,
    ...told,
    milestones,
    // A new table: lines that quote what was hidden are read anew, not remembered.
    amendments: { ...view.amendments },
    overrides: view.overrides.map((override) => (ids.has(override.event) ? { ...override, reason: hiddenText } : override)),
  };
}

const bare = ({ at, precision, event }: MilestoneView): MilestoneView => ({ at, precision, event });

/** The words in a body. */
function textsOf(body: unknown, field = ''): readonly string[] {
  if (typeof body === 'string') return wordFields.has(field) ? [body] : [];
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap((item) => textsOf(item, field));
  return Object.entries(body).flatMap(([key, value]) => textsOf(value, key));
}

/** The same thing without these texts. Whoever wrote the same words elsewhere wrote the same secret. */
function unsaid(thing: unknown, texts: ReadonlySet<string>, field = ''): unknown {
  if (typeof thing === 'string') return wordFields.has(field) && texts.has(thing) ? hiddenText : thing;
  if (typeof thing !== 'object' || thing === null) return thing;
  if (Array.isArray(thing)) return thing.map((item) => unsaid(item, texts, field));
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, unsaid(value, texts, key)]));
}
