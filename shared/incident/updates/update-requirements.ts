/** What the charts of messages ask for. */
import { personName } from '../names.ts';
import { samePerson } from '../people/presence.ts';
import type { Requirement } from '../requirement.ts';
import type { IncidentView } from '../view.ts';
import { approvalEndsAt, approvalOf } from './approval.ts';

const commanderIn = (view: IncidentView): string => {
  const holder = view.roles.commander?.holder;
  return holder === undefined ? 'the commander' : personName(view, holder);
};

export const updateRequirements = {
  approved: {
    met: (view, candidate, now) => approvalOf(view, candidate, now) !== 'missing',
    says: (view) => `the word of ${commanderIn(view)}, who commands`,
    remedy: (view, { body }) => {
      const draft = view.drafts.find(({ id }) => id === body.draft);
      return draft === undefined
        ? { kind: 'command', type: 'update.draft', fields: ['audiences', 'text', 'nextAt'] }
        : { kind: 'wait', until: approvalEndsAt(view, draft) };
    },
  },
  mayApprove: {
    met: (view, { actor }) => {
      const commander = view.roles.commander?.holder;
      return commander !== undefined && samePerson(view, commander, actor);
    },
    says: (view) => `${commanderIn(view)} to say so: who commands approves`,
    remedy: () => ({ kind: 'command', type: 'role.assume', fields: ['role'] }),
  },
} as const satisfies Readonly<Record<string, Requirement>>;
