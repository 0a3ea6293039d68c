/** What the charts of tasks, hypotheses and levers ask for. Sources: the lifecycle table and vocabulary of the domain design. */
import { isAlone } from '../cadence-plan.ts';
import { personName } from '../names.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { type Candidate, given, type Requirement, sameCommandWith } from '../requirement.ts';
import type { IncidentView } from '../view.ts';
import { heldByAnother } from './leases.ts';

/** The lever, where somebody else has it in hand when the candidate happens. */
function heldFrom(view: IncidentView, { body, actor, at }: Candidate) {
  return heldByAnother(view, String(body.lever), String(body.person ?? actor), at);
}

/** Whether the lever is one that two people pull, and two are here. */
function asksForChecker(view: IncidentView, candidate: Candidate): boolean {
  const row = assumedPlaybook(view).levers.find(({ id }) => id === candidate.body.lever);
  return row?.risky === true && !isAlone(view);
}

function readBackRight({ body, actor }: Candidate): boolean {
  const { checker, target, readBack, person = actor } = body;
  return typeof checker === 'string' && checker !== person && typeof target === 'string' && target !== '' && readBack === target;
}

export const workRequirements = {
  rightTask: {
    met: (view, candidate) => (view.tasks.find(({ id }) => id === candidate.body.task)?.extensions ?? 0) < 1 || given(candidate, 'reason'),
    says: () => 'why this is still the right task: it had more time once already',
    remedy: sameCommandWith('task', 'minutes', 'reason'),
  },
  grounds: {
    met: (_view, candidate) => ['text', 'entry', 'reason'].some((field) => given(candidate, field)),
    says: () => 'what speaks against it, in a few words, or the entry that shows it',
    remedy: sameCommandWith('hypothesis', 'text'),
  },
  leverFree: {
    met: (view, candidate) => heldFrom(view, candidate) === undefined,
    says: (view, candidate) => {
      const held = heldFrom(view, candidate);
      if (!held) return 'the lever to be free';
      return `the lever to be free: ${personName(view, held.holder)} has "${held.name}" in hand`;
    },
    remedy: () => ({ kind: 'command', type: 'lever.release', fields: ['lever'] }),
  },
  targetReadBack: {
    met: (view, candidate) => !asksForChecker(view, candidate) || readBackRight(candidate),
    says: (_view, { body }) =>
      typeof body.readBack === 'string' && body.readBack !== body.target
        ? `the target read back as it is: "${String(body.target ?? '')}" was read as "${body.readBack}"`
        : 'a second person who reads the target back',
    remedy: sameCommandWith('lever', 'target', 'checker', 'readBack'),
  },
} as const satisfies Readonly<Record<string, Requirement>>;
