/** The charts of the things in an incident, many of each: one state a thing, in the view. */
import { cadenceChart } from './cadence.ts';
import { checklistChart, checklistItemChart } from './checklist.ts';
import { decisionChart } from './decision.ts';
import { deliveryChart } from './delivery.ts';
import { draftChart } from './draft.ts';
import { hypothesisChart } from './hypothesis.ts';
import { leverChart } from './lever.ts';
import { meetingChart } from './meeting.ts';
import { personChart } from './person.ts';
import { roleChart } from './role.ts';
import { taskChart } from './task.ts';

export const smallCharts = {
  role: roleChart,
  cadence: cadenceChart,
  task: taskChart,
  hypothesis: hypothesisChart,
  decision: decisionChart,
  lever: leverChart,
  person: personChart,
  draft: draftChart,
  delivery: deliveryChart,
  checklist: checklistChart,
  checklistItem: checklistItemChart,
  meeting: meetingChart,
} as const;
