/** What may be said of a line right after it was written: an action's lever, worst case and way back; a decision's known, unknown, risk and way back. */
import type { WireEvent } from '../../../../shared/api/wire.ts';
import type { CommandDraft } from '../../../../shared/incident/commands.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';

/** The line that was written: an entry's id, or a decision's. */
export interface Detailed {
  readonly of: 'action' | 'decision';
  readonly id: string;
  readonly text: string;
  /** Somebody asked for the fields of an earlier line, and for these only: the caret goes in. */
  readonly lacking?: readonly string[];
}

export interface DetailField {
  readonly name: string;
  readonly says: string;
  /** An example, for those who fill it in for the first time. */
  readonly like: string;
}

const detailFields: Readonly<Record<Detailed['of'], readonly DetailField[]>> = {
  action: [
    { name: 'lever', says: 'lever', like: 'rollback' },
    { name: 'worstCase', says: 'worst case', like: 'two minutes of errors' },
    { name: 'wayBack', says: 'way back', like: 'deploy 88 again' },
  ],
  decision: [
    { name: 'known', says: 'known', like: 'all failing carts hold a discount' },
    { name: 'unknown', says: 'not known', like: 'whether refunds work' },
    { name: 'risk', says: 'risk', like: 'customers see full prices' },
    { name: 'wayBack', says: 'way back', like: 'turn it on again' },
  ],
};

/** The fields that are shown for it. */
export function fieldsOf({ of, lacking }: Pick<Detailed, 'of' | 'lacking'>): readonly DetailField[] {
  return lacking === undefined ? detailFields[of] : detailFields[of].filter(({ name }) => lacking.includes(name));
}

/** What a written command leaves to be said; undefined for those that leave nothing. */
export function detailedBy(draft: CommandDraft, events: readonly Pick<WireEvent, 'type' | 'id'>[]): Detailed | undefined {
  const idOf = (type: string) => events.find((event) => event.type === type)?.id;
  if (draft.type === 'entry.add' && draft.kind === 'action') {
    const id = idOf('entry.added');
    return id === undefined ? undefined : { of: 'action', id, text: draft.text };
  }
  if (draft.type !== 'decision.propose') return undefined;
  const id = idOf('decision.proposed');
  return id === undefined ? undefined : { of: 'decision', id, text: draft.text };
}

/** The command that says one of them. Errors: a lever that is not known, in words. */
export function detailDraft(view: IncidentView, detailed: Detailed, name: string, text: string): Result<CommandDraft, string> {
  if (detailed.of === 'decision') return ok({ type: 'decision.amend', decision: detailed.id, [name]: text });
  if (name !== 'lever') return ok({ type: 'action.detail', entry: detailed.id, [name]: text });
  const lever = leverCalled(view, text);
  if (lever === undefined) return err(`No lever is called ${text}.`);
  return ok({ type: 'action.detail', entry: detailed.id, lever });
}

/** The levers that may be named, the playbook's and this incident's. */
export function leverNames(view: IncidentView): readonly { readonly key: string; readonly name: string }[] {
  const listed = assumedPlaybook(view).levers.map(({ id, name }) => ({ key: id, name }));
  const made = view.levers.filter(({ lever }) => !listed.some(({ key }) => key === lever)).map(({ lever, name }) => ({ key: lever, name }));
  return [...listed, ...made];
}

function leverCalled(view: IncidentView, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  const levers = leverNames(view);
  const exact = levers.find(({ key, name }) => key === wanted || name.toLowerCase() === wanted);
  return (exact ?? levers.find(({ key, name }) => key.startsWith(wanted) || name.toLowerCase().startsWith(wanted)))?.key;
}
