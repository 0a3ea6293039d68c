/** Why a role cannot go where a command would send it, and what to do instead. */
import type { RoleId } from '../../vocabulary/words.ts';
import { personName, roleName } from '../names.ts';
import type { Candidate } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

/** One plain sentence without its full stop; `undefined` for what is neither a role nor the handoff of command. */
export function noWayOfCommand(view: IncidentView, { type, body }: Candidate): string | undefined {
  if (type === 'role.released') return `${roleName(view, body.role as RoleId)}: nobody holds it`;
  if (!type.startsWith('handoff.')) return undefined;
  const { handoff } = view;
  if (handoff === undefined) return 'no handoff of command is under way';
  return `command is offered to ${personName(view, handoff.to)}${handoff.acceptedAt === undefined ? '' : ', who has read it back'}`;
}
