/** Beside a claim: the entries of the log that it was made from. */
import { classNames } from '../../../components/class-names.ts';
import styles from './draft.module.css';
import { isSameClaim, shortly, useSources } from './sources.ts';

interface SourceButtonProps {
  readonly says: string;
  readonly from: readonly string[];
}

/** Nothing where no entry is behind it, or no log at hand. Among the rows of one table the arrow keys go from one to the next. */
export function SourceButton({ says, from }: SourceButtonProps) {
  const sources = useSources();
  if (from.length === 0 || !sources) return null;
  const { claim, look } = sources;
  const chosen = isSameClaim(claim, from);
  const count = from.length === 1 ? '1 entry' : `${from.length} entries`;
  return (
    <button
      type="button"
      data-source=""
      className={classNames(styles.source, chosen && styles.chosen)}
      aria-pressed={chosen}
      aria-label={`${count} behind: ${shortly(says)}`}
      title={`${count} of the log`}
      onClick={() => look({ says: shortly(says), from })}
    >
      <span aria-hidden="true">{from.length}</span>
    </button>
  );
}
