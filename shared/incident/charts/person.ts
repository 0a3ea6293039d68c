/** The chart of where a person or a team stands: asked, looking, ruled out, and then excused by name, free to sleep. */
import { type JudgeContext, requiring } from './meets.ts';

/** Anybody may come, go, rest or watch at any time; the roll call has an order. */
const comesAndGoes = {
  'person.asked': { target: 'asked' },
  'person.engaged': { target: 'engaged' },
  'person.excused': { target: 'excused' },
  'person.rested': { target: 'resting' },
  'person.observing': { target: 'observing' },
};
const looks = { 'person.looking': { target: 'looking' }, 'person.ruledOut': { target: 'ruledOut' } };

export const personChart = requiring.createMachine({
  id: 'person',
  context: ({ input }) => input as unknown as JudgeContext,
  initial: 'engaged',
  states: {
    engaged: { on: { ...comesAndGoes, ...looks } },
    asked: { on: { ...comesAndGoes, ...looks } },
    looking: { on: { ...comesAndGoes, ...looks } },
    ruledOut: { on: { ...comesAndGoes, ...looks } },
    excused: { on: comesAndGoes },
    resting: { on: comesAndGoes },
    observing: { on: { ...comesAndGoes, ...looks } },
  },
});
