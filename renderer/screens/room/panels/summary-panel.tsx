/** What we know for sure, in a few sentences, with its age and its author. */

import { clocksOf } from '../../../../shared/incident/clocks.ts';
import { personName } from '../../../../shared/incident/names.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function SummaryPanel() {
  const { view } = useRoom();
  const summary = view.summary;
  return (
    <div className={styles.summary}>
      <Section
        title={<>What we know {summary && <Age at={summary.at} by={personName(view, summary.by)} />}</>}
        aside={<ComposeButton line="/s " says={summary ? 'renew' : 'write'} />}
      >
        {summary ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          <div className={styles.known} dir="auto" tabIndex={0}>
            <Written shape="lines">{summary.text}</Written>
          </div>
        ) : (
          <p className={styles.empty}>Three sentences of what is known for sure, for everybody who joins late.</p>
        )}
      </Section>
    </div>
  );
}

/** Old once the responders' clock says that a new one is due. */
function Age({ at, by }: { readonly at: number; readonly by: string }) {
  const { view } = useRoom();
  const now = useNow();
  const clock = clocksOf(view, now).find(({ audience }) => audience === 'responders');
  const old = clock !== undefined && clock.due <= now;
  return (
    <span className={styles.age} data-old={old || undefined}>
      ({ageText(now - at)} ago, {by}
      {old && ', getting old'})
    </span>
  );
}
