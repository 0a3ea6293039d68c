/** Over which channels a message goes. Each that reaches somebody who is ticked carries it, unless a person takes it out. */
import type { Channel } from '../../../shared/api/channels-wire.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { Written } from '../../components/written/written.tsx';
import styles from './channel-choice.module.css';
import { listed } from './message-words.ts';
import { unreached } from './use-channels.ts';

interface ChannelChoiceProps {
  /** Those that are on and reach somebody who is ticked. */
  readonly channels: readonly Channel[];
  readonly chosen: readonly Channel[];
  readonly to: readonly Audience[];
  readonly onToggle: (id: string) => void;
}

export function ChannelChoice({ channels, chosen, to, onToggle }: ChannelChoiceProps) {
  if (channels.length === 0) return null;
  const missed = unreached(chosen, to);
  return (
    <fieldset className={styles.row}>
      <legend className={styles.label}>Over</legend>
      {channels.map(({ id, name, trouble }) => (
        <label key={id} className={styles.channel}>
          <input
            type="checkbox"
            className={styles.box}
            checked={chosen.some((channel) => channel.id === id)}
            onChange={() => onToggle(id)}
          />
          <span>
            <Written>{name}</Written>
            {trouble !== undefined && <span className={styles.trouble}> ◆ {trouble}</span>}
          </span>
        </label>
      ))}
      {chosen.length > 0 && missed.length > 0 && (
        <p className={styles.trouble}>◆ {listed(missed)}: reached by none of these. Tell them by hand.</p>
      )}
    </fieldset>
  );
}
