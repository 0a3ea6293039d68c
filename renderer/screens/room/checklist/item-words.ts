/** Checklists and their items in words. */

import { phaseWords } from '../../../../shared/incident/describe.ts';
import { personName } from '../../../../shared/incident/names.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { ChecklistItemView, ChecklistView } from '../../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { Checklist } from '../../../../shared/playbook/schema.ts';
import type { ChecklistItemState, ChecklistMode, GatedTransition } from '../../../../shared/vocabulary/words.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';

export const modeWords: Readonly<Record<ChecklistMode, string>> = {
  'read-do': 'read one, do it',
  'do-confirm': 'done from memory, confirmed here',
};

export const markWords: Readonly<Record<ChecklistItemState, string>> = {
  open: 'open',
  ticked: 'done',
  skipped: 'skipped',
  notApplicable: 'does not apply',
};

/** A shape for each state, always beside its word. */
export const markSigns: Readonly<Record<ChecklistItemState, string>> = { open: '○', ticked: '✓', skipped: '↷', notApplicable: '–' };

const requiredWords: Readonly<Record<GatedTransition, string>> = {
  accept: 'the incident is accepted',
  fix: 'the fix starts',
  mitigate: 'it counts as mitigated',
  resolve: 'it is resolved',
  review: 'the review starts',
  close: 'it is closed',
};

/** `needed before it is resolved`, where the organisation asks for it. */
export function neededWords({ required }: ChecklistItemView): string | undefined {
  return required === undefined ? undefined : `needed before ${requiredWords[required]}`;
}

/** `done 02:31, Kim`; of an open item nothing. Times in the incident's zone. */
export function markedWords(view: IncidentView, { state, at, by, reason }: ChecklistItemView): string {
  if (state === 'open' || at === undefined) return '';
  const who = by === undefined ? '' : `, ${personName(view, by)}`;
  return `${markWords[state]} ${clockTime(at, view.zone)}${who}${reason === undefined ? '' : `: ${reason}`}`;
}

/** `6/9`: items that are marked, of how many. */
export function countWords({ items }: Pick<ChecklistView, 'items'>): string {
  return `${items.filter(({ state }) => state !== 'open').length}/${items.length}`;
}

/** What an offered list is for, in a word or two: the role, else the phase, else what else it asks for. */
export function forWords(view: IncidentView, { when }: Pick<Checklist, 'when'>): string {
  const playbook = assumedPlaybook(view);
  const { roles, phases, types, tempos, severities } = when;
  const role = playbook.roles.find(({ id }) => roles?.includes(id));
  if (role !== undefined) return role.short;
  if (phases !== undefined) return phaseWords[view.phase];
  const type = playbook.types.find(({ id }) => types?.includes(id));
  if (type !== undefined) return type.name.toLowerCase();
  if (tempos !== undefined) return 'a long incident';
  return severities === undefined ? '' : `SEV${view.severity ?? 2}`;
}
