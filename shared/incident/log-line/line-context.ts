/** What a typed line may name, out of what a console knows of the incident. */
import { audiences, isOpenPhase, type Phase } from '../../vocabulary/words.ts';
import { currentChecklist } from '../checklists/offered-checklists.ts';
import { given } from '../draft.ts';
import { personName } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { needsApproval } from '../updates/approval.ts';
import { unsettled } from '../updates/unsettled.ts';
import type { IncidentView, TimelineItem } from '../view.ts';
import { isActionItem } from '../work/actions.ts';
import type { LineAction, LineChannel, LineChecklist, LineContext, LineDraft, LineLever, LinePerson } from './parsed-line.ts';

/** What a line depends on beside the incident. */
export interface LineSurroundings {
  /** The present moment, ms since epoch, UTC. */
  readonly now: number;
  /** The id of the person who types. */
  readonly self: string;
  /** Their name, by which lines may mean them before the incident knows them; empty where they have given none. */
  readonly name: string;
  /** All incidents that this console knows; lines name those that are open. */
  readonly incidents?: readonly { readonly id: string; readonly label: string; readonly title: string; readonly phase: Phase }[];
  /** Channels of this console that are on; without them `/u` writes down what was sent. */
  readonly channels?: readonly LineChannel[];
}

/** The context in which `parseLine` reads a line that is typed into this incident. */
export function lineContextOf(view: IncidentView, { now, self, name, incidents = [], channels = [] }: LineSurroundings): LineContext {
  const everybody = Object.values(view.people).flatMap((person): readonly (LinePerson & { readonly kind: 'person' | 'team' })[] =>
    person.name === null || person.sameAs !== undefined
      ? []
      : [{ id: person.id, name: person.name, standing: person.standing, kind: person.kind }],
  );
  const named = everybody.filter(({ kind }) => kind !== 'team').map(asPerson);
  const people = name === '' || named.some(({ id }) => id === self) ? named : [...named, { id: self, name }];
  return {
    now,
    zone: view.zone,
    self,
    people,
    teams: everybody.filter(({ kind }) => kind === 'team').map(asPerson),
    followUps: view.followUps,
    tasks: view.tasks,
    hypotheses: view.hypotheses,
    decisions: view.decisions,
    questions: view.questions.map(({ id, label, text, answer }) => ({
      id,
      label,
      text,
      state: answer === undefined ? 'open' : 'answered',
    })),
    workstreams: view.workstreams.map(({ id, label, name: text, closedAt }) => ({
      id,
      label,
      text,
      state: closedAt === undefined ? 'open' : 'closed',
    })),
    levers: leversOf(view),
    drafts: draftsOf(view),
    channels,
    ...approvalFor(view, self),
    deliveries: openDeliveries(view),
    // Few lines name an action, and a context is made at every letter: looked for when one is named.
    get actions() {
      return actionsOf(view);
    },
    get checklists() {
      return checklistsOf(view, self);
    },
    incidents: incidents.filter(({ id, phase }) => id !== view.id && isOpenPhase(phase)),
    types: assumedPlaybook(view).types,
    roles: assumedPlaybook(view).roles,
    labels: { known: assumedPlaybook(view).labels, here: view.labels },
  };
}

function asPerson({ id, name, standing }: LinePerson): LinePerson {
  return { id, name, ...(standing === undefined ? {} : { standing }) };
}

function draftsOf(view: IncidentView): readonly LineDraft[] {
  return view.drafts.map(({ id, label, state, audiences, text, nextAt, final, template }) => {
    const known = `to ${audiences.join(', ')}: ${text}`;
    return { id, label, state, audiences, text: known, message: text, final, ...given({ nextAt, template }) };
  });
}

function approvalFor(view: IncidentView, self: string): Pick<LineContext, 'approval'> {
  const commander = view.roles.commander?.holder;
  const asking = audiences.filter((audience) => needsApproval(view, [audience], self));
  if (commander === undefined || asking.length === 0) return {};
  return { approval: { audiences: asking, commander: personName(view, commander) } };
}

function openDeliveries(view: IncidentView): NonNullable<LineContext['deliveries']> {
  return unsettled(view).map(({ update, channel, name, state }) => ({ update, id: channel, name, state }));
}

/** The playbook's levers as they stand here, then those that were made here. */
function leversOf(view: IncidentView): readonly LineLever[] {
  const listed = assumedPlaybook(view).levers.map(({ id, name }): LineLever => {
    const used = view.levers.find(({ lever }) => lever === id);
    return { lever: id, name, state: used?.state ?? 'free', listed: true };
  });
  const keys = new Set(listed.map(({ lever }) => lever));
  const made = view.levers.filter(({ lever }) => !keys.has(lever));
  return [...listed, ...made.map(({ lever, name, state }): LineLever => ({ lever, name, state, listed: false }))];
}

/** The pinned lists, then open ones that the playbook has no more; and the one that this person goes through, or the last: a slip at its last item can be undone. */
function checklistsOf(view: IncidentView, self: string): NonNullable<LineContext['checklists']> {
  const open = view.checklists.filter(({ state }) => state === 'open');
  const pinned = assumedPlaybook(view).checklists.map(({ id, title }) => ({ list: id, title }));
  const others = open.filter(({ list }) => !pinned.some((one) => one.list === list)).map(({ list, title }) => ({ list, title }));
  const lists = [...pinned, ...others].map(
    (one): LineChecklist => ({ ...one, standing: open.some(({ list }) => list === one.list) ? 'open' : 'closed' }),
  );
  const current = currentChecklist(view, self) ?? view.checklists.findLast(({ items }) => items.length > 0);
  return { lists, ...(current !== undefined && { current }) };
}

function actionsOf(view: IncidentView): readonly LineAction[] {
  return view.items.flatMap((block) => block.flatMap((item) => actionOf(view, item)));
}

/** An entry that reads as an action now, or a lever that was applied; one that was hidden or erased has no text to be known by. */
function actionOf(view: IncidentView, item: TimelineItem): readonly LineAction[] {
  if (!isActionItem(view, item)) return [];
  if (item.type === 'lever.applied') return [appliedLever(view, item)];
  const body = item.body as { readonly text?: unknown };
  const amendments = view.amendments[item.id] ?? [];
  if (amendments.some(({ redacted }) => redacted)) return [];
  const text = amendments.findLast((amendment) => amendment.text !== undefined)?.text ?? body.text;
  const occurredAt = amendments.findLast((amendment) => amendment.occurredAt !== undefined)?.occurredAt ?? item.occurredAt;
  const target = view.actionDetails[item.id]?.target;
  return [{ id: item.id, text: String(text ?? ''), occurredAt, ...(target === undefined ? {} : { target }) }];
}

function appliedLever(view: IncidentView, item: TimelineItem): LineAction {
  const body = item.body as { readonly name?: unknown; readonly target?: unknown };
  const target = view.actionDetails[item.id]?.target ?? (typeof body.target === 'string' ? body.target : undefined);
  const text = target === undefined ? String(body.name) : `${String(body.name)}: ${target}`;
  return { id: item.id, text, occurredAt: item.occurredAt, ...(target === undefined ? {} : { target }) };
}
