/** What the line is understood as, before Enter: its kind, and when it happened in both zones. Pressing it makes the line plain text, and back. */

import { describeChipTime } from '../../../../shared/incident/log-line/chip-time.ts';
import type { Chip } from '../../../../shared/incident/log-line/parsed-line.ts';
import { useNow } from '../../../bridge/use-now.ts';
import styles from './composer.module.css';
import type { Reading } from './use-composer.ts';

interface LineChipProps {
  readonly chip: Chip;
  readonly zone: string;
  readonly reading: Reading;
  readonly faulty?: true;
  readonly onToggle: () => void;
}

export function LineChip({ chip, zone, reading, faulty, onToggle }: LineChipProps) {
  const now = useNow();
  const plain = reading === 'plain';
  const time =
    !plain && chip.time
      ? describeChipTime(chip.time, [zone, 'UTC'], now)
      : describeChipTime({ occurredAt: now, precision: 'minute' }, [zone], now);
  const words = [plain ? 'plain note' : chip.label, time, ...(plain ? [] : (chip.details ?? []))];
  return (
    <button
      type="button"
      id="room-chip"
      tabIndex={-1}
      className={styles.chip}
      data-faulty={faulty}
      title={plain ? 'Read it as typed commands again' : 'Write it as plain text instead (Backspace at the start of the line)'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      {words.join(' · ')}
    </button>
  );
}
