/** What may be the cause: those that are alive with their state in words, the crossed-out ones counted, and a hint when only one is left and nobody doubts it. */
import { useMemo } from 'react';
import { personName } from '../../../../shared/incident/names.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { aliveHypotheses, fixation } from '../../../../shared/incident/work/fixation.ts';
import type { HypothesisView } from '../../../../shared/incident/work-view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { Clock } from '../../../components/clock/clock.tsx';
import { ageText } from '../../../components/clock/format-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import panels from './panels.module.css';
import { shortLabel } from './task-words.ts';
import styles from './thing.module.css';
import { type Answer, Answers, Thing, Wanting } from './thing.tsx';

export function HypothesisPanel() {
  const { view } = useRoom();
  const alive = useMemo(() => aliveHypotheses(view), [view]);
  const over = view.hypotheses.length - alive.length;
  return (
    <Section
      title={alive.length === 0 ? 'Hypotheses' : `Hypotheses: ${alive.length}`}
      aside={
        <>
          {view.hypotheses.length > 0 && <ComposeButton line="/board" says="all" />} <ComposeButton line="/h " says="add" />
        </>
      }
    >
      {view.hypotheses.length === 0 ? (
        <p className={panels.empty}>What may be the cause, one line each; then what would prove it wrong.</p>
      ) : (
        <LongList items={alive} things="hypotheses" most={6} className={styles.list}>
          {(hypothesis) => (
            <Thing
              key={hypothesis.id}
              label={hypothesis.label}
              text={hypothesis.text}
              clock={<TestClock hypothesis={hypothesis} />}
              below={hypothesisSays(view, hypothesis)}
              answers={answersOf(hypothesis)}
            />
          )}
        </LongList>
      )}
      {over > 0 && <p className={panels.note}>crossed out or parked: {over}</p>}
      <FixationHint />
    </Section>
  );
}

function TestClock({ hypothesis }: { readonly hypothesis: HypothesisView }) {
  const now = useNow();
  const dueAt = hypothesis.state === 'testing' ? hypothesis.test?.timebox?.dueAt : undefined;
  if (dueAt === undefined) return hypothesis.state;
  return dueAt <= now ? <Wanting>test time is up</Wanting> : <Clock at={dueAt} />;
}

/** `Ada tests: roll one host back · 1 for, 2 against`. */
function hypothesisSays(view: Pick<IncidentView, 'people'>, { state, test, evidence }: HypothesisView): string {
  const signs = (sign: 'for' | 'against') => evidence.filter((one) => one.sign === sign).length;
  const tester = test?.tester === undefined ? 'test' : `${personName(view, test.tester)} tests`;
  return [
    state === 'testing' && test !== undefined ? `${tester}: ${test.text}` : '',
    evidence.length === 0 ? '' : `${signs('for')} for, ${signs('against')} against`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

function answersOf({ label, state }: HypothesisView): readonly Answer[] {
  const short = shortLabel(label);
  const refute: Answer = { line: `/h- ${short} `, says: 'refuted, and why' };
  if (state === 'supported') return [refute];
  const support: Answer = { line: `/h+ ${short} `, says: 'supported' };
  return state === 'testing' ? [refute, support] : [{ line: `/h? ${short} `, says: 'test it' }, refute];
}

function FixationHint() {
  const { view } = useRoom();
  const now = Math.floor(useNow() / 5000) * 5000;
  const held = useMemo(() => fixation(view, now), [view, now]);
  if (held === undefined) return null;
  const label = shortLabel(held.hypothesis.label);
  return (
    <div className={styles.hint}>
      <Wanting>
        {held.hypothesis.label} alone for {ageText(now - held.since)}. What else would explain it? What would prove it wrong?
      </Wanting>
      <Answers
        answers={[
          { line: '/h ', says: 'another explanation' },
          { line: `/h? ${label} `, says: 'test the one that is left' },
        ]}
      />
    </div>
  );
}
