/** Levers in hand and levers applied: whose, for how long, and how each is undone. */
import { personName } from '../../../../shared/incident/names.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { LeverView } from '../../../../shared/incident/work-view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { Clock } from '../../../components/clock/clock.tsx';
import { ageText } from '../../../components/clock/format-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './thing.module.css';
import { type Answer, Thing, Wanting } from './thing.tsx';

/** Levers that somebody has in hand, that work in the world, or that were kept. A lease that ran out is none. */
export function leversInPlay(view: Pick<IncidentView, 'levers'>, now: number): readonly LeverView[] {
  return view.levers.filter(
    ({ state, until, collision }) =>
      state === 'applied' || state === 'kept' || collision !== undefined || (state === 'leased' && (until === undefined || until > now)),
  );
}

export function LeverPanel() {
  const { view } = useRoom();
  // A lease that ends is gone within five seconds.
  const now = Math.floor(useNow() / 5000) * 5000;
  const levers = leversInPlay(view, now);
  if (levers.length === 0) return null;
  return (
    <Section title={`Levers: ${levers.length}`} aside={<ComposeButton line="/lever " says="all" />}>
      <LongList items={levers} things="levers" most={8} className={styles.list}>
        {(lever) => (
          <Thing
            key={lever.lever}
            label={lever.state === 'leased' ? '◌' : '●'}
            text={lever.target === undefined ? lever.name : `${lever.name}: ${lever.target}`}
            clock={<LeverClock lever={lever} />}
            below={<Below lever={lever} />}
            answers={answersOf(lever)}
          />
        )}
      </LongList>
    </Section>
  );
}

function LeverClock({ lever }: { readonly lever: LeverView }) {
  const now = useNow();
  if (lever.state === 'leased' && lever.until !== undefined) return <Clock at={lever.until} />;
  return lever.appliedAt === undefined ? null : `for ${ageText(now - lever.appliedAt)}`;
}

const stateWords: Readonly<Record<LeverView['state'], string>> = {
  free: 'free',
  leased: 'in hand',
  applied: 'applied',
  reverted: 'taken back',
  kept: 'kept',
};

function Below({ lever }: { readonly lever: LeverView }) {
  const { view } = useRoom();
  const { state, holder, owner, collision } = lever;
  const who = state === 'kept' ? owner : holder;
  const by = who === undefined ? '' : ` ${state === 'applied' ? 'by' : '·'} ${personName(view, who)}`;
  return (
    <>
      {stateWords[state]}
      {by}
      <span className={styles.line}>{undoSays(view, lever)}</span>
      {collision !== undefined && (
        <span className={styles.line}>
          <Wanting>
            {personName(view, collision.people[0])} and {personName(view, collision.people[1])} both took it. Agree, then one takes or frees
            it.
          </Wanting>
        </span>
      )}
    </>
  );
}

/** How it is undone, as it was said or as the playbook has it. */
function undoSays(view: IncidentView, { lever, wayBack }: LeverView): string {
  const undo = wayBack ?? assumedPlaybook(view).levers.find(({ id }) => id === lever)?.undo;
  return undo === undefined ? 'way back not written down' : `way back: ${undo}`;
}

function answersOf({ lever, state }: LeverView): readonly Answer[] {
  if (state === 'leased')
    return [
      { line: `/lever on ${lever} `, says: 'apply it' },
      { line: `/lever free ${lever}`, says: 'lay it down unused' },
    ];
  const off: Answer = { line: `/lever off ${lever} `, says: 'take it back' };
  return state === 'applied' ? [off, { line: `/lever keep ${lever} @`, says: 'leave it applied, and who looks after it' }] : [off];
}
