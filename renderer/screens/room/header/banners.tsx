/** What must not be overlooked about the incident itself: that it is a drill, that two people believe to have a role, that it went on elsewhere or took another in. */
import { memo } from 'react';
import type { MergeView } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { Banner } from '../../../components/banner/banner.tsx';
import { Written } from '../../../components/written/written.tsx';
import { hrefOf } from '../../../route.ts';
import { useRoom } from '../room-context.ts';
import { usePrompt } from '../use-prompt.ts';
import styles from './command-line.module.css';
import { PromptAnswers } from './prompt-line.tsx';

/** Drawn anew for a new view, not for every letter in the composer. */
export const RoomBanners = memo(function RoomBanners() {
  const { view } = useRoom();
  return (
    <>
      {view.mode === 'drill' && <Banner kind="drill">DRILL: nobody is hurt. Everything said here is practice.</Banner>}
      <ConflictBanner />
      {view.mergedInto !== undefined && (
        <Banner kind="notice">
          This incident goes on in another since {clockTime(view.mergedInto.at, view.zone)}.{' '}
          <Merged merge={view.mergedInto} says="Merged into" />
        </Banner>
      )}
      {view.absorbed.length > 0 && (
        <p className={styles.merge}>
          {view.absorbed.map((merge) => (
            <Merged key={merge.event} merge={merge} says="Took in" />
          ))}
        </p>
      )}
    </>
  );
});

function Merged({ merge, says }: { readonly merge: MergeView; readonly says: string }) {
  return (
    <span>
      {says} {merge.label} <Written>{merge.title}</Written>{' '}
      <a href={hrefOf({ screen: 'room', incident: merge.incident })} aria-label={`Open ${merge.label} ${merge.title}`}>
        → open
      </a>
    </span>
  );
}

/** Red, until somebody who is believed says who it is. */
function ConflictBanner() {
  const asked = usePrompt();
  if (asked?.prompt.kind !== 'conflict') return null;
  return (
    <Banner kind="broken">
      {asked.prompt.says} <PromptAnswers answers={asked.prompt.answers} />
    </Banner>
  );
}
