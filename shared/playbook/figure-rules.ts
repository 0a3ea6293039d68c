/** Figures of a playbook that have to agree with each other, whatever they are. */
import { audiences, severities } from '../vocabulary/words.ts';
import { figureOf, partOf, type RuleFault } from './rule-reading.ts';

/** Where a figure contradicts another one. */
export function agreeingFigures(value: unknown): readonly RuleFault[] {
  return [...firstBeforeSecond(value), ...soonWithinInterval(value), ...reliefBeforeTheEnd(value)];
}

/** The first message says that there is a problem, the second how far it reaches (design: cadence). */
function firstBeforeSecond(value: unknown): readonly RuleFault[] {
  return audiences.flatMap((audience) => {
    const row = partOf(partOf(value, 'cadences'), audience);
    return severities.flatMap((severity) => {
      const key = String(severity);
      const first = figureOf(partOf(partOf(row, 'firstPost'), key));
      const second = figureOf(partOf(partOf(row, 'scopePost'), key));
      const path = ['cadences', audience, 'scopePost', key];
      if (second === undefined || (first !== undefined && first <= second)) return [];
      const message =
        first === undefined
          ? `The second message to ${audience} is due after ${second} minutes at severity ${key}, and the first has no time; give firstPost one too.`
          : `The second message to ${audience} is due after ${second} minutes at severity ${key}, before the first, which is due after ${first}; allowed is ${first} or more.`;
      return [{ path, message }];
    });
  });
}

/** A message that is due soon from the moment when the one before it went out would say nothing. */
function soonWithinInterval(value: unknown): readonly RuleFault[] {
  const soon = figureOf(partOf(value, 'dueSoonMinutes'));
  if (soon === undefined) return [];
  const intervals = audiences.flatMap((audience) =>
    severities.flatMap((severity) => {
      const minutes = figureOf(partOf(partOf(partOf(partOf(value, 'cadences'), audience), 'bySeverity'), String(severity)));
      return minutes === undefined ? [] : [{ audience, severity, minutes }];
    }),
  );
  const shortest = intervals.sort((a, b) => a.minutes - b.minutes)[0];
  if (shortest === undefined || soon < shortest.minutes) return [];
  const { audience, severity, minutes } = shortest;
  const message = `dueSoonMinutes is ${soon}, and ${audience} are told every ${minutes} minutes at severity ${severity}; it has to be less than that.`;
  return [{ path: ['dueSoonMinutes'], message }];
}

/** Relief is proposed first, and urged last (design: quiet by design). */
function reliefBeforeTheEnd(value: unknown): readonly RuleFault[] {
  const command = partOf(value, 'command');
  const hard = figureOf(partOf(command, 'reliefHardMinutes'));
  if (hard === undefined) return [];
  return ['reliefNightMinutes', 'reliefDayMinutes'].flatMap((key) => {
    const minutes = figureOf(partOf(command, key));
    if (minutes === undefined || minutes <= hard) return [];
    return [
      { path: ['command', key], message: `${key} is ${minutes}, after reliefHardMinutes, which is ${hard}; allowed is ${hard} or less.` },
    ];
  });
}
