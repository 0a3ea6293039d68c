/** The clock of a part: how much of its time is left, or how far it is over. The word says it, the shape and the colour say it again. */
import type { PartProgress } from '../../../shared/postmortem/meeting/progress.ts';
import { Chip, type Tone } from '../../components/chip/chip.tsx';
import styles from './meeting.module.css';
import { partWords } from './part-words.ts';

const tones: Readonly<Record<PartProgress['standing'], Tone>> = {
  ahead: 'neutral',
  within: 'neutral',
  nearlyOver: 'now',
  over: 'broken',
  left: 'neutral',
};

/** Screen readers are not told every second: that a part is nearly over, and over, is said once elsewhere. */
export function PartClock({ part }: { readonly part: PartProgress }) {
  return (
    <span role="timer" aria-live="off" className={styles.figures}>
      <Chip tone={tones[part.standing]} look="bare">
        {partWords(part)}
      </Chip>
    </span>
  );
}
