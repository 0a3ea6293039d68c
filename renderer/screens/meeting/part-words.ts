/** The clock of a part in words. */
import type { PartProgress } from '../../../shared/postmortem/meeting/progress.ts';
import { clockText } from '../../components/clock/format-time.ts';

/** `3:12 left`, `0:40 left, nearly over`, `1:10 over`. */
export function partWords({ standing, left, minutes, spent }: PartProgress): string {
  if (standing === 'ahead') return `${minutes} min`;
  if (standing === 'left') return `${clockText(spent)} of ${minutes} min`;
  if (left <= 0) return `${clockText(left)} over`;
  return standing === 'nearlyOver' ? `${clockText(left)} left, nearly over` : `${clockText(left)} left`;
}
