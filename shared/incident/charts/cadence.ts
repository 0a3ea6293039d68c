/** The chart of one audience's clock. "Due soon", "due" and "overdue" are no states: they are answers to (deadline, now), in `clocks.ts`. */
import { and, setup } from 'xstate';
import { type ChartEvent, type JudgeContext, type MeetsParams, meets, meetsGuard } from './meets.ts';

/** A log event as one audience's clock takes it: with whether the playbook gives the audience an interval now. */
export type CadenceEvent = ChartEvent & { readonly hasInterval?: boolean };

const begins = { target: 'scheduled', guard: { type: 'hasInterval' as const } };
const ends = { target: 'stopped' };
const pauses = { target: 'idle' };
const sent = [
  { target: 'stopped', guard: and([{ type: 'isFinal' as const }, meets('approved')]) },
  { target: 'scheduled', guard: meets('nextTime', 'approved') },
];
const endings = {
  'incident.resolved': ends,
  'incident.closed': ends,
  'incident.declined': ends,
  'incident.markedFalseAlarm': ends,
  'incident.cancelled': ends,
  'review.started': ends,
};
/** Events after which an audience may have a clock that it had not, or a clock no longer. A second person who is here stands as engaged, the last who left as excused. */
const replans = [
  'severity.set',
  'incident.accepted',
  'person.joined',
  'person.engaged',
  'person.excused',
  'fix.started',
  'fix.stopped',
  'mitigation.recorded',
  'regression.recorded',
  'playbook.adopted',
];
const starting = Object.fromEntries(
  [...replans, 'incident.declared', 'incident.woken', 'incident.reopened', 'incident.absorbed', 'incident.unmerged'].map((type) => [
    type,
    begins,
  ]),
);
const keepingOrIdle = Object.fromEntries(
  [...replans, 'incident.unmerged'].map((type) => [
    type,
    [{ target: 'scheduled', guard: { type: 'hasInterval' as const } }, { target: 'idle' }],
  ]),
);
/** A snooze lasts through a change of pace, for as long as there is a clock to put off. */
const snoozingOrIdle = Object.fromEntries(
  replans.map((type) => [type, [{ target: 'snoozed', guard: { type: 'hasInterval' as const } }, { target: 'idle' }]]),
);

export const cadenceChart = setup({
  types: { context: {} as JudgeContext, events: {} as CadenceEvent },
  guards: {
    meets: (args, params: MeetsParams) => meetsGuard(args, params),
    hasInterval: ({ event }) => event.hasInterval === true,
    isFinal: ({ event }) => event.body.final === true,
  },
}).createMachine({
  id: 'cadence',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'idle',
  states: {
    idle: { on: { ...endings, ...starting, 'update.sent': sent } },
    scheduled: {
      on: {
        ...endings,
        ...keepingOrIdle,
        'update.sent': sent,
        'incident.paused': pauses,
        'incident.separated': [
          { target: 'stopped', guard: { type: 'isFinal' as const } },
          { target: 'scheduled', guard: { type: 'hasInterval' as const } },
          { target: 'idle' },
        ],
        'cadence.snoozed': { target: 'snoozed', guard: meets('onceInARow') },
      },
    },
    snoozed: {
      on: {
        ...endings,
        'update.sent': sent,
        'incident.paused': pauses,
        'update.fellDue': { target: 'scheduled' },
        ...snoozingOrIdle,
        'severity.set': [begins, pauses],
        'incident.unmerged': [begins, pauses],
      },
    },
    stopped: {
      on: {
        'update.sent': sent,
        'regression.recorded': begins,
        'incident.reopened': [begins, { target: 'idle' }],
        'incident.absorbed': begins,
      },
    },
  },
});
