/** How long the commander has commanded and been awake, and who relieves them: told, never urged from here. */
import { personName } from '../../../../shared/incident/names.ts';
import { commanderOf } from '../../../../shared/incident/people/presence.ts';
import { commandSince } from '../../../../shared/incident/people/relief.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import { useRoom } from '../room-context.ts';
import styles from './panels.module.css';

const hour = 3_600_000;

export function FatigueLine() {
  const { view } = useRoom();
  const now = useNow();
  const says = fatigueSays(view, now);
  return says === '' ? null : <p className={styles.note}>{says}</p>;
}

/** `in command 3 h · awake 9 h · Ada relieves at 06:00`; the first hour in command is left out, the clock beside the name has it. */
export function fatigueSays(view: IncidentView, now: number): string {
  const commander = commanderOf(view);
  if (commander === undefined) return '';
  const since = commandSince(view);
  const awake = view.people[commander]?.awakeSince;
  const { relief, noRelief } = view;
  return [
    since !== undefined && now - since >= hour ? `in command ${ageText(now - since)}` : '',
    awake === undefined || awake > now ? '' : `awake ${ageText(now - awake)}`,
    relief === undefined ? '' : `${personName(view, relief.person)} relieves at ${clockTime(relief.from, view.zone)}`,
    noRelief === undefined || relief !== undefined || noRelief.at < (since ?? 0)
      ? ''
      : `nobody can relieve, said ${clockTime(noRelief.at, view.zone)}`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
