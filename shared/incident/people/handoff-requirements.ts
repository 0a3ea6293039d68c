/** What each step of a handoff of command asks for. Sources: the handoff protocol of the domain design: offer, read back, confirm. */
import { personName } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { type Candidate, given, type Requirement, sameCommandWith } from '../requirement.ts';
import type { IncidentView } from '../view.ts';
import { samePerson } from './presence.ts';

const minute = 60_000;
/** Said aloud and typed by a third person, a handoff needs nobody at a keyboard of their own. */
const wasSpoken = (candidate: Candidate): boolean => given(candidate, 'spoken');
const nameIn = (view: IncidentView, id: string | undefined): string => (id === undefined ? 'nobody' : personName(view, id));
const isFrom = (view: IncidentView, { actor }: Candidate): boolean =>
  view.handoff !== undefined && samePerson(view, actor, view.handoff.from);
const isTo = (view: IncidentView, { actor }: Candidate): boolean => view.handoff !== undefined && samePerson(view, actor, view.handoff.to);

/** When the new holder may confirm in the old one's place, ms since epoch, UTC. */
export function unconfirmedSince(view: IncidentView): number | undefined {
  const accepted = view.handoff?.acceptedAt;
  return accepted === undefined ? undefined : accepted + assumedPlaybook(view).command.unconfirmedMinutes * minute;
}

export const handoffRequirements = {
  byCommander: {
    met: (view, candidate) => wasSpoken(candidate) || samePerson(view, candidate.actor, view.roles.commander?.holder),
    says: (view) => `the word of ${nameIn(view, view.roles.commander?.holder)}, who has command (or take it, with a reason)`,
    remedy: () => ({ kind: 'command', type: 'role.assume', fields: ['role', 'reason'] }),
  },
  toAnother: {
    met: (view, candidate) => !samePerson(view, String(candidate.body.to), view.roles.commander?.holder),
    says: () => 'somebody else to hand command to',
    remedy: sameCommandWith('to'),
  },
  byIncoming: {
    met: (view, candidate) => wasSpoken(candidate) || isTo(view, candidate),
    says: (view) => `the word of ${nameIn(view, view.handoff?.to)}, to whom it was offered`,
    remedy: () => ({ kind: 'command', type: 'handoff.offer', fields: ['to', 'spoken'] }),
  },
  readBack: {
    met: (_view, candidate) => wasSpoken(candidate) || given(candidate, 'readBack'),
    says: () => 'the situation read back, in a sentence',
    remedy: sameCommandWith('readBack'),
  },
  byEither: {
    met: (view, candidate) => isTo(view, candidate) || isFrom(view, candidate),
    says: (view) => `the word of ${nameIn(view, view.handoff?.to)} or ${nameIn(view, view.handoff?.from)}`,
    remedy: () => ({ kind: 'command', type: 'role.assume', fields: ['role', 'reason'] }),
  },
  mayConfirm: {
    met: (view, candidate, now) =>
      wasSpoken(candidate) ||
      isFrom(view, candidate) ||
      (isTo(view, candidate) && (unconfirmedSince(view) ?? Number.POSITIVE_INFINITY) <= now),
    says: (view, candidate) =>
      isTo(view, candidate)
        ? `${nameIn(view, view.handoff?.from)} to confirm, or ${assumedPlaybook(view).command.unconfirmedMinutes} minutes without a word`
        : `the word of ${nameIn(view, view.handoff?.from)}, who has command still (or say that it was said aloud)`,
    remedy: (view, candidate, now) =>
      isTo(view, candidate)
        ? { kind: 'wait', until: unconfirmedSince(view) ?? now }
        : { kind: 'command', type: 'handoff.offer', fields: ['to', 'spoken'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
