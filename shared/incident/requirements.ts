/** What must be so before a transition may happen: one table, judged once, in `decide`, and named by the charts. Sources: the lifecycle table of the domain design. */
import { checklistRequirements } from './checklists/checklist-requirements.ts';
import { personName } from './names.ts';
import { handoffRequirements } from './people/handoff-requirements.ts';
import { samePerson } from './people/presence.ts';
import { assumedPlaybook } from './playbook-of.ts';
import { given, type Requirement, sameCommandWith } from './requirement.ts';
import { pauseRequirements } from './situation/pausing.ts';
import { updateRequirements } from './updates/update-requirements.ts';
import type { IncidentView } from './view.ts';
import { workRequirements } from './work/work-requirements.ts';

const minute = 60_000;
const day = 86_400_000;

/** When the soak of the present mitigation ends, ms since epoch; `undefined` before a mitigation or without a severity row. */
export function soakEndsAt(view: IncidentView): number | undefined {
  if (!view.mitigation) return undefined;
  return view.mitigation.at + assumedPlaybook(view).severities[view.severity ?? 2].soakMinutes * minute;
}

/** Audiences that were told something and not yet that it is over. */
export function audiencesWithoutFinal(view: IncidentView): readonly string[] {
  return Object.entries(view.cadences)
    .filter(([, cadence]) => cadence.received && !cadence.final)
    .map(([audience]) => audience);
}

/** Follow-ups that nobody could finish yet: no owner, or no date, and no "won't do". */
export function looseFollowUps(view: IncidentView): IncidentView['followUps'] {
  return view.followUps.filter((followUp) => !followUp.wontDo && followUp.state !== 'done' && !(followUp.owner && followUp.due));
}

export const requirements = {
  severity: {
    met: (view) => view.severity !== undefined,
    says: () => 'a severity (unsure: take the higher one)',
    remedy: () => ({ kind: 'command', type: 'severity.set', fields: ['severity'] }),
  },
  command: {
    met: (view) => view.command !== 'vacant',
    says: () => 'somebody in command',
    remedy: () => ({ kind: 'command', type: 'role.assume', fields: ['role'] }),
  },
  reason: {
    met: (_view, candidate) => given(candidate, 'reason'),
    says: () => 'a reason, in a few words',
    remedy: sameCommandWith('reason'),
  },
  reasonWhenLowered: {
    met: (view, candidate) =>
      view.severity === undefined || (candidate.body.severity as number) <= view.severity || given(candidate, 'reason'),
    says: (view) => `a reason for lowering it from SEV${view.severity}`,
    remedy: sameCommandWith('severity', 'reason'),
  },
  reasonWhenHeld: {
    met: (view, candidate) => {
      const role = view.roles[candidate.body.role as keyof IncidentView['roles']];
      return role?.holder === undefined || samePerson(view, role.holder, String(candidate.body.person)) || given(candidate, 'reason');
    },
    says: (view, candidate) => {
      const holder = view.roles[candidate.body.role as keyof IncidentView['roles']]?.holder;
      return `a reason, because ${holder === undefined ? 'somebody' : personName(view, holder)} holds this role`;
    },
    remedy: sameCommandWith('role', 'reason'),
  },
  mitigatingAction: {
    met: (view) => view.actions > 0 || view.levers.some(({ state }) => state === 'applied' || state === 'kept'),
    says: () => 'an action with an owner',
    remedy: () => ({ kind: 'command', type: 'entry.add', fields: ['kind', 'text'] }),
  },
  evidence: {
    met: (_view, candidate) => given(candidate, 'evidence') || given(candidate, 'entry'),
    says: () => 'evidence: what customers see now, or the entry that shows it',
    remedy: sameCommandWith('evidence'),
  },
  afterImpactStart: {
    met: (view, candidate) => {
      const start = view.milestones.impactStart?.at;
      return start === undefined || start === null || candidate.at >= start;
    },
    says: () => 'a time that is not before the impact began, or another beginning',
    remedy: () => ({ kind: 'command', type: 'milestone.set', fields: ['name', 'at'] }),
  },
  awake: {
    met: (view) => view.phase !== 'paused',
    says: () => 'the incident awake: it is paused',
    remedy: () => ({ kind: 'command', type: 'incident.wake', fields: ['reason'] }),
  },
  mitigated: {
    met: (view) => view.mitigation !== undefined,
    says: () => 'a mitigation, with its evidence',
    remedy: () => ({ kind: 'command', type: 'mitigation.record', fields: ['evidence'] }),
  },
  soaked: {
    met: (view, _candidate, now) => (soakEndsAt(view) ?? 0) <= now,
    says: (view) => `${assumedPlaybook(view).severities[view.severity ?? 2].soakMinutes} quiet minutes since the mitigation`,
    remedy: (view, _candidate, now) => ({ kind: 'wait', until: soakEndsAt(view) ?? now }),
  },
  finalUpdate: {
    met: (view) => audiencesWithoutFinal(view).length === 0,
    says: (view) => `a final update to ${audiencesWithoutFinal(view).join(', ')}`,
    remedy: () => ({ kind: 'command', type: 'update.send', fields: ['audiences', 'text', 'final'] }),
  },
  resolved: {
    met: (view) => view.phase === 'resolved' || view.phase === 'review',
    says: () => 'the incident resolved',
    remedy: () => ({ kind: 'command', type: 'incident.resolve' }),
  },
  reviewOwner: {
    met: (_view, candidate) => given(candidate, 'owner'),
    says: () => 'an owner of the review',
    remedy: sameCommandWith('owner'),
  },
  reviewed: {
    met: (view) => view.phase === 'review' || assumedPlaybook(view).severities[view.severity ?? 2].review.optional,
    says: () => 'the review, which this severity asks for',
    remedy: () => ({ kind: 'command', type: 'review.start', fields: ['owner', 'template'] }),
  },
  exported: {
    met: (view) => view.exports.length > 0,
    says: () => 'a draft of the postmortem, exported',
    remedy: () => ({ kind: 'command', type: 'postmortem.export', fields: ['template', 'format'] }),
  },
  followUpsOwned: {
    met: (view) => looseFollowUps(view).length === 0,
    says: (view) =>
      `an owner and a date, or "won't do" with a reason, for ${looseFollowUps(view)
        .map((followUp) => followUp.label)
        .join(', ')}`,
    remedy: () => ({ kind: 'command', type: 'followUp.amend', fields: ['followUp', 'owner', 'due'] }),
  },
  recentlyEnded: {
    met: (view, _candidate, now) => now - (view.endedAt ?? now) <= assumedPlaybook(view).reopenDays * day,
    says: (view) => `an end less than ${assumedPlaybook(view).reopenDays} days ago: declare a new incident, or say why this one`,
    remedy: sameCommandWith('override'),
  },
  nextTime: {
    met: (_view, candidate) => candidate.body.final === true || typeof candidate.body.nextAt === 'number',
    says: () => 'the time of the next update, or that this was the final one',
    remedy: sameCommandWith('audiences', 'text', 'nextAt'),
  },
  onceInARow: {
    met: (view, candidate) => !view.cadences[candidate.body.audience as keyof IncidentView['cadences']].snoozed,
    says: () => 'an update: this clock was snoozed once already',
    remedy: () => ({ kind: 'command', type: 'update.send', fields: ['audiences', 'text', 'nextAt'] }),
  },
  ...workRequirements,
  ...handoffRequirements,
  ...pauseRequirements,
  ...updateRequirements,
  ...checklistRequirements,
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof requirements;
