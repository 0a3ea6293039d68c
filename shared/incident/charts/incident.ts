/** The incident's statechart: where it may go from where it is, and what each way asks for. Events are facts of the log; nothing here waits or acts. */
import { type ActivePhase, activePhases, tempos } from '../../vocabulary/words.ts';
import { type JudgeContext, meets, requiring } from './meets.ts';

type Way = { readonly target: string; readonly guard?: ReturnType<typeof meets> };

/** One substate for each active phase, so that waking or unmerging comes back to it without a memory beside the log. */
function rememberedPhases(ways: (phase: ActivePhase) => Readonly<Record<string, Way>>) {
  return Object.fromEntries(activePhases.map((phase) => [phase, { on: ways(phase) }])) as Record<ActivePhase, { on: Record<string, Way> }>;
}

/** Asleep: woken into the phase before, or merged as it sleeps. */
const sleeping = rememberedPhases((phase) => ({
  'incident.woken': { target: `#incident.lifecycle.open.${phase}`, guard: meets('reason') },
  'incident.mergedInto': { target: `#incident.lifecycle.merged.paused.${phase}` },
}));
const merged = rememberedPhases((phase) => ({ 'incident.unmerged': { target: `#incident.lifecycle.open.${phase}` } }));
/** What was merged in its sleep comes back asleep. */
const mergedAsleep = rememberedPhases((phase) => ({ 'incident.unmerged': { target: `#incident.lifecycle.open.paused.${phase}` } }));

/** Regions `lifecycle`, `command` and `tempo`. Guards are judged by `decide`; `evolve` walks the same chart with every guard answered true. */
export const incidentChart = requiring.createMachine({
  id: 'incident',
  type: 'parallel',
  context: ({ input }) => input as unknown as JudgeContext,
  states: {
    lifecycle: {
      initial: 'undeclared',
      states: {
        undeclared: {
          on: { 'incident.declared': { target: 'open' }, 'incident.imported': { target: 'ended.review' } },
        },
        open: {
          initial: 'triage',
          states: {
            triage: {
              on: {
                'incident.accepted': { target: 'investigating', guard: meets('severity', 'command', 'requiredItems') },
                'incident.declined': { target: '#incident.lifecycle.ended.declined', guard: meets('reason') },
                'fix.started': { target: 'fixing', guard: meets('severity', 'command', 'mitigatingAction', 'requiredItems') },
                'incident.paused': { target: 'paused.triage', guard: meets('impactKnown') },
                'incident.mergedInto': { target: '#incident.lifecycle.merged.triage' },
              },
            },
            investigating: {
              on: {
                'fix.started': { target: 'fixing', guard: meets('mitigatingAction', 'requiredItems') },
                'incident.paused': { target: 'paused.investigating', guard: meets('impactKnown') },
                'incident.mergedInto': { target: '#incident.lifecycle.merged.investigating' },
              },
            },
            fixing: {
              on: {
                'fix.stopped': { target: 'investigating', guard: meets('reason') },
                'incident.paused': { target: 'paused.fixing', guard: meets('impactKnown') },
                'incident.mergedInto': { target: '#incident.lifecycle.merged.fixing' },
              },
            },
            monitoring: {
              on: {
                'regression.recorded': { target: 'investigating', guard: meets('reason') },
                'fix.started': { target: 'fixing', guard: meets('mitigatingAction', 'requiredItems') },
                'incident.paused': { target: 'paused.monitoring', guard: meets('impactKnown') },
                'incident.mergedInto': { target: '#incident.lifecycle.merged.monitoring' },
              },
            },
            paused: { initial: 'investigating', states: sleeping },
          },
          on: {
            'severity.set': { guard: meets('reasonWhenLowered') },
            'mitigation.recorded': { target: '.monitoring', guard: meets('awake', 'evidence', 'afterImpactStart', 'requiredItems') },
            'incident.resolved': { target: 'ended.resolved', guard: meets('awake', 'mitigated', 'soaked', 'finalUpdate', 'requiredItems') },
            'review.started': { target: 'ended.review', guard: meets('resolved', 'reviewOwner', 'requiredItems') },
            'incident.closed': {
              target: 'ended.closed',
              guard: meets('resolved', 'reviewed', 'exported', 'followUpsOwned', 'requiredItems'),
            },
            'incident.markedFalseAlarm': { target: 'ended.falseAlarm', guard: meets('reason') },
            'incident.cancelled': { target: 'ended.cancelled', guard: meets('reason') },
          },
        },
        ended: {
          initial: 'resolved',
          states: {
            resolved: {
              on: {
                'review.started': { target: 'review', guard: meets('reviewOwner', 'requiredItems') },
                'incident.closed': { target: 'closed', guard: meets('reviewed', 'exported', 'followUpsOwned', 'requiredItems') },
              },
            },
            review: { on: { 'incident.closed': { target: 'closed', guard: meets('exported', 'followUpsOwned', 'requiredItems') } } },
            closed: {},
            declined: {},
            falseAlarm: {},
            cancelled: {},
          },
          on: {
            'severity.set': { guard: meets('reasonWhenLowered') },
            'incident.reopened': { target: 'open.investigating', guard: meets('reason', 'recentlyEnded') },
          },
        },
        merged: {
          initial: 'investigating',
          states: { ...merged, paused: { initial: 'investigating', states: mergedAsleep } },
        },
      },
    },
    /** The role of the commander, and its handoff in three steps: until it is confirmed, the old holder is responsible. */
    command: {
      initial: 'vacant',
      states: {
        // Laid down on one island while a handoff went through on another, command is with whoever was confirmed.
        vacant: {
          on: {
            'role.assigned': { target: 'held' },
            'role.assumed': { target: 'held' },
            'handoff.confirmed': { target: 'held', guard: meets('mayConfirm') },
          },
        },
        held: { on: { 'handoff.offered': { target: 'offered', guard: meets('byCommander', 'toAnother') } } },
        offered: {
          on: {
            'handoff.offered': { target: 'offered', guard: meets('byCommander', 'toAnother') },
            'handoff.accepted': { target: 'accepted', guard: meets('byIncoming', 'readBack') },
            'handoff.declined': { target: 'held', guard: meets('byEither', 'reason') },
            'handoff.expired': { target: 'held' },
          },
        },
        accepted: {
          on: {
            'handoff.confirmed': { target: 'held', guard: meets('mayConfirm') },
            'handoff.declined': { target: 'held', guard: meets('byEither', 'reason') },
          },
        },
      },
      on: {
        'role.assigned': { target: '.held' },
        'role.assumed': { target: '.held', guard: meets('reasonWhenHeld') },
        'role.released': { target: '.vacant' },
      },
    },
    tempo: {
      initial: 'normal',
      states: { normal: {}, long: {}, marathon: {} },
      on: {
        'tempo.set': tempos.map((tempo) => ({ target: `.${tempo}`, guard: { type: 'tempoIs' as const, params: { tempo } } })),
      },
    },
  },
});
