/** The chart of a task. Its timebox runs from the offer on, heard or not: most tasks are spoken on a call, and one person types. */
import { type JudgeContext, meets, requiring } from './meets.ts';

const ends = { 'task.finished': { target: 'done' }, 'task.dropped': { target: 'dropped' } };
const handsOn = { 'task.handedOn': { target: 'offered' } };
/** More time is given freely once; the second time somebody says why it is still the right task. */
const moreTime = { 'task.extended': { target: 'running', guard: meets('rightTask') } };
const runs = { ...ends, ...handsOn, ...moreTime, 'task.stuck': { target: 'stuck' }, 'timebox.expired': { target: 'expired' } };

export const taskChart = requiring.createMachine({
  id: 'task',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'proposed',
  states: {
    proposed: { on: { ...handsOn, ...ends } },
    offered: { on: { ...runs, 'task.acked': { target: 'acked' }, 'task.started': { target: 'running' } } },
    acked: { on: { ...runs, 'task.started': { target: 'running' } } },
    running: { on: runs },
    expired: { on: { ...ends, ...handsOn, ...moreTime, 'task.stuck': { target: 'stuck' } } },
    stuck: { on: { ...ends, ...handsOn, ...moreTime } },
    done: { on: { 'task.reopened': { target: 'running', guard: meets('reason') } } },
    dropped: { on: { 'task.reopened': { target: 'running', guard: meets('reason') } } },
  },
});
