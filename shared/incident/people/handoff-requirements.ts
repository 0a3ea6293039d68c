/** What each step of a handoff of command asks for. Sources: the handoff protocol of the domain design: offer, read back, confirm. */
import { assumedPlaybook } from '../playbook-of.ts';
import { type Candidate, given, type Requirement, sameCommandWith } from '../requirement.ts';
import type { IncidentView } from '../view.ts';

const minute = 60_000;
/** Said aloud and typed by a third person, a handoff needs nobody at a keyboard of their own. */
const wasSpoken = (candidate: Candidate): boolean => given(candidate, 'spoken');
const nameIn = (view: IncidentView, id: string | undefined): string =>
  id === undefined ? 'nobody' : (view.people[id]?.name ?? 'somebody');

/** When the new holder may confirm in the old one's place, ms since epoch, UTC. */
export function unconfirmedSince(view: IncidentView): number | undefined {
  const accepted = view.handoff?.acceptedAt;
  return accepted === undefined ? undefined : accepted + assumedPlaybook(view).command.unconfirmedMinutes * minute;
}

export const handoffRequirements = {
  byCommander: {
    met: (view, candidate) => wasSpoken(candidate) || candidate.actor === view.roles.commander?.holder,
    says: (view) => `the word of ${nameIn(view, view.roles.commander?.holder)}, who has command (or take it, with a reason)`,
    remedy: () => ({ kind: 'command', type: 'role.assume', fields: ['role', 'reason'] }),
  },
  toAnother: {
    met: (view, candidate) => candidate.body.to !== view.roles.commander?.holder,
    says: () => 'somebody else to hand command to',
    remedy: sameCommandWith('to'),
  },
  byIncoming: {
    met: (view, candidate) => wasSpoken(candidate) || candidate.actor === view.handoff?.to,
    says: (view) => `the word of ${nameIn(view, view.handoff?.to)}, to whom it was offered`,
    remedy: sameCommandWith('readBack'),
  },
  readBack: {
    met: (_view, candidate) => wasSpoken(candidate) || given(candidate, 'readBack'),
    says: () => 'the situation read back, in a sentence',
    remedy: sameCommandWith('readBack'),
  },
  byEither: {
    met: (view, candidate) => candidate.actor === view.handoff?.to || candidate.actor === view.handoff?.from,
    says: (view) => `the word of ${nameIn(view, view.handoff?.to)} or ${nameIn(view, view.handoff?.from)}`,
    remedy: sameCommandWith('reason'),
  },
  mayConfirm: {
    met: (view, candidate, now) => {
      if (wasSpoken(candidate) || candidate.actor === view.handoff?.from) return true;
      return candidate.actor === view.handoff?.to && (unconfirmedSince(view) ?? Number.POSITIVE_INFINITY) <= now;
    },
    says: (view) => `${nameIn(view, view.handoff?.from)} to confirm, or three minutes without a word`,
    remedy: (view, _candidate, now) => ({ kind: 'wait', until: unconfirmedSince(view) ?? now }),
  },
} as const satisfies Readonly<Record<string, Requirement>>;
