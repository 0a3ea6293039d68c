/** What the incident took of people's time by day, by night and at the weekend. */
import type { Chart } from '../draft.ts';
import type { HourClass } from '../metrics/hour-classes.ts';
import type { PersonMinutes } from '../metrics/person-hours.ts';
import { minutesText } from '../when.ts';
import { bar, figure, figureWidth, type Tone, words } from './figure.ts';

const title = 'Person-hours';
const tones: Readonly<Record<HourClass, Tone>> = { day: 'open', night: 'full', weekend: 'half' };
const says: Readonly<Record<HourClass, string>> = {
  day: 'by day, 08:00 to 20:00',
  night: 'by night',
  weekend: 'on Saturday or Sunday',
};

/** One bar of three parts, and a row for each part. `undefined` where nobody worked on it here, or it goes on. */
export function hoursChart(minutes: PersonMinutes | null): Chart | undefined {
  if (minutes === null) return undefined;
  const total = minutes.day + minutes.night + minutes.weekend;
  if (total === 0) return undefined;
  const parts = (['day', 'night', 'weekend'] as const).filter((of) => minutes[of] > 0);
  const inner = figureWidth - 2;
  let x = 1;
  const stacked = parts.map((of) => {
    const width = (minutes[of] / total) * inner;
    const part = bar(x, 1, width, 18, tones[of]);
    x += width;
    return part;
  });
  const rows = parts.flatMap((of, index) => {
    const y = 42 + index * 22;
    return [bar(1, y - 10, 12, 10, tones[of]), words(says[of], 22, y), words(minutesText(minutes[of]), figureWidth, y, 'end')];
  });
  const people = minutes.people === 1 ? '1 person' : `${minutes.people} people`;
  const told = parts.map((of) => `${minutesText(minutes[of])} ${says[of]}`);
  return {
    type: 'chart',
    title,
    figure: figure(30 + parts.length * 22, [...stacked, ...rows]),
    alternative: `${minutesText(total)} of ${people} together: ${told.join(', ')}.`,
    from: [],
  };
}
