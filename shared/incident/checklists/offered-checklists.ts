/** Which lists are offered now, and which one is gone through. Nothing opens by itself (design: checklists). */
import type { Checklist } from '../../playbook/schema.ts';
import { isOpenPhase } from '../../vocabulary/words.ts';
import { canonicalPerson } from '../names.ts';
import { carrierOf } from '../people/carried-roles.ts';
import { ableHere } from '../people/presence.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { ChecklistView } from '../promise-view.ts';
import type { IncidentView } from '../view.ts';
import { concerns } from './checklist-requirements.ts';

type When = Checklist['when'];

/**
 * The lists that fit where the incident stands and what this person does, and that were not opened since it came to stand there or
 * they came to do it. The most specific first, among equals in the playbook's order.
 */
export function offeredChecklists(view: IncidentView, person: string): readonly Checklist[] {
  const alone = ableHere(view).length <= 1;
  return assumedPlaybook(view)
    .checklists.filter((list) => isOffered(view, list, person))
    .map((list, order) => ({ list, order, parts: partsOf(list.when, alone ? 'alone' : 'with others') }))
    .sort((a, b) => b.parts - a.parts || a.order - b.order)
    .map(({ list }) => list);
}

/** Whether a list fits now, opened or not. */
function fitsNow(view: IncidentView, { when }: Pick<Checklist, 'when'>, person: string): boolean {
  if (view.mode === 'imported' || view.mode === 'backfilled' || Object.keys(when).length === 0) return false;
  if (!concerns(view, { when })) return false;
  const phases: readonly string[] | undefined = when.phases;
  if (phases === undefined ? !isOpenPhase(view.phase) : !phases.includes(view.phase)) return false;
  if (when.tempos && !when.tempos.includes(view.tempo)) return false;
  return !when.roles || when.roles.some((role) => carries(view, role, person));
}

function isOffered(view: IncidentView, list: Checklist, person: string): boolean {
  if (!fitsNow(view, list, person)) return false;
  const since = fitsSince(view, list.when, person);
  return !view.checklists.some((opened) => opened.list === list.id && (opened.state === 'open' || opened.openedAt >= since));
}

/** Since when the phase, the tempo and the role are as the list wants them, ms since epoch, UTC. */
function fitsSince(view: IncidentView, { phases, tempos, roles }: When, person: string): number {
  const held = (roles ?? []).filter((role) => carries(view, role, person)).map((role) => view.roles[role]?.since ?? 0);
  return Math.max(
    view.declaredAt ?? 0,
    phases === undefined ? 0 : enteredAt(view, phases),
    tempos === undefined ? 0 : (view.tempoSince ?? 0),
    held.length === 0 ? 0 : Math.min(...held),
  );
}

/** When the incident came into these phases; going from one of them to another is no new arrival. */
function enteredAt(view: IncidentView, phases: readonly string[]): number {
  const away = view.phases.findLastIndex(({ phase }) => !phases.includes(phase));
  return view.phases[away + 1]?.from ?? 0;
}

function carries(view: IncidentView, role: Parameters<typeof carrierOf>[1], person: string): boolean {
  return carrierOf(view, role) === canonicalPerson(view, person);
}

/**
 * How much a list is for just this: the type says more than any other part. Whoever is alone carries every role, whatever the
 * severity would call for: then role and severity say nothing, and the playbook's order has the list for one alone first.
 */
function partsOf({ phases, tempos, roles, types, severities }: When, company: 'alone' | 'with others'): number {
  const parts = [phases, tempos, types, types, ...(company === 'alone' ? [] : [roles, severities])];
  return parts.filter((part) => part !== undefined).length;
}

/** The list that this person goes through: their own newest that is open, else the newest of anybody. */
export function currentChecklist(view: IncidentView, person: string): ChecklistView | undefined {
  const self = canonicalPerson(view, person);
  const open = view.checklists.filter(({ state }) => state === 'open');
  return open.findLast(({ openedBy }) => canonicalPerson(view, openedBy) === self) ?? open.at(-1);
}

/** The one line beside the work: an open list, or one that is offered; and how many more of both there are. */
export type ChecklistLine =
  | { readonly kind: 'open'; readonly checklist: ChecklistView; readonly others: number }
  | { readonly kind: 'offered'; readonly list: Checklist; readonly others: number };

/** What stands on the line. An open list that does not fit any more stands back for one that does. */
export function checklistLine(view: IncidentView, person: string): ChecklistLine | undefined {
  if (!isRunning(view)) return undefined;
  const offered = offeredChecklists(view, person);
  const open = view.checklists.filter(({ state }) => state === 'open').length;
  const checklist = currentChecklist(view, person);
  const others = open + offered.length - 1;
  const [first] = offered;
  if (checklist !== undefined && (first === undefined || stillFits(view, checklist, person))) return { kind: 'open', checklist, others };
  return first === undefined ? undefined : { kind: 'offered', list: first, others };
}

const isRunning = ({ phase, mode }: IncidentView): boolean =>
  (mode === 'live' || mode === 'drill') && (isOpenPhase(phase) || phase === 'resolved' || phase === 'review');

/** What was opened on request alone, or is in the playbook no more, fits as long as it is open. */
function stillFits(view: IncidentView, { list }: ChecklistView, person: string): boolean {
  const row = assumedPlaybook(view).checklists.find(({ id }) => id === list);
  return row === undefined || Object.keys(row.when).length === 0 || fitsNow(view, row, person);
}
