/** When the incident stood in each phase, and for how long. */
import { phaseWords } from '../../incident/describe.ts';
import type { IncidentView } from '../../incident/view.ts';
import { isOpenPhase } from '../../vocabulary/words.ts';
import type { Chart } from '../draft.ts';
import { phaseStays, timeInPhases } from '../metrics/phase-times.ts';
import { minutesText } from '../when.ts';
import { bar, figure, figureWidth, words } from './figure.ts';
import { across, axisEnds, axisHeight, axisMarks, type TimeAxis } from './time-axis.ts';

const minute = 60_000;
const rowHeight = 38;
const title = 'Time in each phase';

/** The phases in which it was open; how long it stood ended, or in review, would dwarf them. `undefined` where none was left yet. */
export function phaseChart(view: Pick<IncidentView, 'phases' | 'zone'>): Chart | undefined {
  const stays = phaseStays(view).filter(({ phase }) => isOpenPhase(phase));
  const [first, last] = [stays[0], stays.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const axis: TimeAxis = { from: first.from, to: last.to, zone: view.zone };
  const rows = [...timeInPhases(stays)].map(([phase, time]) => ({
    phase,
    says: phaseWords[phase],
    time: minutesText(Math.floor(time / minute)),
  }));
  const marks = rows.flatMap(({ phase, says, time }, index) => [
    words(says, 0, index * rowHeight + 14),
    words(time, figureWidth, index * rowHeight + 14, 'end'),
    ...stays
      .filter((stay) => stay.phase === phase)
      .map(({ from, to }) => {
        const x = across(axis, from);
        return bar(x, index * rowHeight + 20, across(axis, to) - x, 10, 'half');
      }),
  ]);
  const height = rows.length * rowHeight;
  const [begin, end] = axisEnds(axis);
  const told = rows.map(({ phase, says, time }) => {
    const times = stays.filter((stay) => stay.phase === phase).length;
    return `${says} ${time}${times > 1 ? ` in ${times} stays` : ''}`;
  });
  return {
    type: 'chart',
    title,
    figure: figure(height + axisHeight, [...marks, ...axisMarks(axis, height)]),
    alternative: `From ${begin} to ${end}: ${told.join(', ')}.`,
    from: [],
  };
}
