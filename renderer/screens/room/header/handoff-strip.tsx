/** A handoff of command under way: its three steps, whose turn it is, the key that supplies the next one, and the brief that was offered with it. */
import { memo } from 'react';
import { canonicalPerson, personName } from '../../../../shared/incident/names.ts';
import { unconfirmedSince } from '../../../../shared/incident/people/handoff-requirements.ts';
import type { HandoffView } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Clock } from '../../../components/clock/clock.tsx';
import { Written } from '../../../components/written/written.tsx';
import { Wanting } from '../panels/thing.tsx';
import { useRoom } from '../room-context.ts';
import styles from './command-line.module.css';

/** Drawn anew for a new view, not for every letter in the composer. */
export const HandoffStrip = memo(function HandoffStrip() {
  const { view } = useRoom();
  if (view.handoff === undefined) return null;
  return <Strip handoff={view.handoff} />;
});

function Strip({ handoff }: { readonly handoff: HandoffView }) {
  const { view, compose, self } = useRoom();
  const [from, to] = [personName(view, handoff.from), personName(view, handoff.to)];
  const accepted = handoff.acceptedAt !== undefined;
  const mine = canonicalPerson(view, self) === canonicalPerson(view, accepted ? handoff.from : handoff.to);
  const line = accepted ? '/confirm' : '/readback ';
  const next = (
    <AskButton onPress={() => compose(line)}>
      <kbd>{line.trim()}</kbd>
    </AskButton>
  );
  return (
    <section className={styles.strip} aria-label="Handoff of command">
      <b>
        Command: <Written>{from}</Written> → <Written>{to}</Written>
      </b>
      <ol className={styles.steps}>
        <li data-step="done">✓ offered {clockTime(handoff.offeredAt, view.zone)}</li>
        <li data-step={accepted ? 'done' : 'now'}>
          {accepted ? `✓ ${to} read back` : <Turn mine={mine}>{to} reads the situation back</Turn>} {!accepted && next}
        </li>
        <li data-step={accepted ? 'now' : 'ahead'}>
          {accepted ? <Turn mine={mine}>{from} confirms</Turn> : `○ ${from} confirms`} {accepted && next}
        </li>
      </ol>
      <Limit handoff={handoff} />
      <AskButton look="quiet" onPress={() => compose('/nohandoff ')}>
        decline or take back <kbd>/nohandoff</kbd>
      </AskButton>
      <Brief brief={handoff.brief} />
    </section>
  );
}

/** Amber for whoever's word is waited for, words for everybody. */
function Turn({ mine, children }: { readonly mine: boolean; readonly children: React.ReactNode }) {
  return mine ? <Wanting>{children}</Wanting> : <>◇ {children}</>;
}

/** Until when the offer stands, or from when the next holder may go on without a word from the last one. */
function Limit({ handoff }: { readonly handoff: HandoffView }) {
  const { view } = useRoom();
  const now = useNow();
  const alone = unconfirmedSince(view);
  if (alone === undefined) {
    return handoff.expiresAt > now ? (
      <span className={styles.word}>
        stands for <Clock at={handoff.expiresAt} />
      </span>
    ) : null;
  }
  const to = personName(view, handoff.to);
  return (
    <span className={styles.word}>
      {alone <= now ? (
        `${to} may confirm alone`
      ) : (
        <>
          {to} may confirm alone in <Clock at={alone} />
        </>
      )}
    </span>
  );
}

/** The six headings as they were when command was offered. */
function Brief({ brief }: { readonly brief: HandoffView['brief'] }) {
  if (brief === undefined) return null;
  return (
    <details>
      <summary>the brief, as it was offered</summary>
      <dl className={styles.brief} tabIndex={0}>
        {brief.map(({ heading, lines }) => (
          <div key={heading} className={styles.heading}>
            <dt>{heading}</dt>
            <dd>
              <Written shape="lines">{lines.join('\n')}</Written>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
