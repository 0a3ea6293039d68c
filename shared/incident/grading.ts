/** What a declaration, a severity, a type or another playbook makes: each may be the first to ask for a role, and a severity accepts the incident. */
import { err, ok, type Result } from '../result.ts';
import { isOpenPhase, type RoleId } from '../vocabulary/words.ts';
import { openRequiredItems } from './checklists/checklist-requirements.ts';
import type { Command } from './commands.ts';
import type { DecideContext } from './decide-context.ts';
import { type Draft, fact, given, transition } from './draft.ts';
import { rolesAskedFor } from './people/carried-roles.ts';
import type { Refusal } from './refusal.ts';
import type { IncidentView } from './view.ts';

/** The declarer holds every role that the severity requires, unless command is left vacant or given to another. */
export function declaration(command: Command<'incident.declare'>, context: DecideContext): readonly Draft[] {
  const { title, severity, impact, noticedAt, foundBy, links, incidentType } = command;
  const { playbook, actor } = context;
  const declared = { title, mode: command.mode ?? 'live', zone: command.zone ?? context.zone, label: context.label };
  const commander = command.commander === undefined ? actor.id : command.commander;
  const required = rolesAskedFor({ playbook }, severity, incidentType);
  const holderOf = (role: RoleId): string | null => (role === 'commander' ? commander : actor.id);
  const held = required.map((role) => ({ role, person: holderOf(role) })).filter(({ person }) => person !== null);
  return [
    fact('playbook.pinned', { hash: context.playbookHash, content: playbook }),
    fact('incident.declared', { ...declared, ...given({ severity, impact, noticedAt, foundBy, links, incidentType }) }),
    fact('person.joined', { person: actor.id, name: actor.name }),
    ...held.map((holding) => fact('role.assigned', { ...holding, replaces: null })),
    ...(severity !== undefined && mayAccept({ playbook, severity, checklists: [], ...given({ incidentType }) })
      ? [fact('incident.accepted', {})]
      : []),
  ];
}

/**
 * Setting a severity in triage while command is held accepts the incident too. Roles that the new severity is the first to ask
 * for go to the commander, as all went to the declarer: they are carried, not vacant, until somebody takes them.
 */
export function grading(view: IncidentView, command: Command<'severity.set'>): readonly Draft[] {
  const graded = transition('severity.set', command, { severity: command.severity, ...given({ answers: command.answers }) });
  const commander = view.roles.commander?.holder;
  if (commander === undefined) return [graded];
  const when = given({ occurredAt: command.at });
  const accepts = view.phase === 'triage' && mayAccept({ ...view, severity: command.severity });
  const accepted: readonly Draft[] = accepts ? [{ ...fact('incident.accepted', {}), ...when }] : [];
  return [graded, ...accepted, ...carried(view, commander, command.severity, view.incidentType).map((draft) => ({ ...draft, ...when }))];
}

/** Where an organisation requires items before an incident is accepted, a severity alone does not accept it. */
function mayAccept(view: Parameters<typeof openRequiredItems>[0]): boolean {
  return openRequiredItems(view, 'incident.accepted').length === 0;
}

/** Roles that are asked for the first time, carried by the commander until somebody takes them. */
function carried(
  view: IncidentView,
  commander: string,
  severity: IncidentView['severity'],
  incidentType: string | undefined,
): readonly Draft[] {
  const asked = rolesAskedFor(view, severity, incidentType).filter((role) => view.roles[role] === undefined);
  return asked.map((role) => fact('role.assigned', { role, person: commander, replaces: null }));
}

/** Roles that the playbook taken over is the first to ask for are carried, as with a severity. */
export function adopting(
  view: IncidentView,
  command: Command<'playbook.adopt'>,
  context: DecideContext,
): Result<readonly Draft[], Refusal> {
  const { playbook, playbookHash: hash } = context;
  if (view.playbookHash === hash) return err({ code: 'impossible', message: sameAlready, unmet: [] });
  const adopted = fact('playbook.adopted', { hash, content: playbook, ...given({ reason: command.reason }) });
  const commander = view.roles.commander?.holder;
  if (commander === undefined || !isOpenPhase(view.phase)) return ok([adopted]);
  return ok([adopted, ...carried({ ...view, playbook }, commander, view.severity, view.incidentType)]);
}

const sameAlready = 'Not from here: this incident goes by the playbook in force already. Save another first; it can be taken over then.';

/** A type may ask for roles of its own, as a severity does. */
export function amending(view: IncidentView, command: Command<'incident.amend'>): readonly Draft[] {
  const { title, zone, links, incidentType, exitCriteria } = command;
  const labels = command.labels && [...new Set(command.labels)];
  const amended = fact('incident.amended', given({ title, zone, links, incidentType, exitCriteria, labels }));
  const commander = view.roles.commander?.holder;
  if (incidentType === undefined || commander === undefined || !isOpenPhase(view.phase)) return [amended];
  return [amended, ...carried(view, commander, view.severity, incidentType)];
}
