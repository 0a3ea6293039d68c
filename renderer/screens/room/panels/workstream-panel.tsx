/** Workstreams: a part of the work with a leader, a goal and a timebox, so that few people report to the commander. */
import { personName } from '../../../../shared/incident/names.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { WorkstreamView } from '../../../../shared/incident/work-view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { Clock } from '../../../components/clock/clock.tsx';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { shortLabel } from './task-words.ts';
import styles from './thing.module.css';
import { Thing, Wanting } from './thing.tsx';

/** Workstreams that go on, in the order in which they were opened. */
export const openWorkstreams = (workstreams: readonly WorkstreamView[]): readonly WorkstreamView[] =>
  workstreams.filter(({ closedAt }) => closedAt === undefined);

export function WorkstreamPanel() {
  const { view } = useRoom();
  const open = openWorkstreams(view.workstreams);
  if (open.length === 0) return null;
  return (
    <Section title={`Workstreams: ${open.length}`} aside={<ComposeButton line="/ws " says="open" />}>
      <LongList items={open} shows="first" most={6} things="workstreams" className={styles.list}>
        {(workstream) => (
          <Thing
            key={workstream.id}
            label={workstream.label}
            text={workstream.name}
            clock={<StreamClock workstream={workstream} />}
            below={streamSays(view, workstream)}
            answers={[{ line: `/ws end ${shortLabel(workstream.label)} `, says: 'end it, and what came of it' }]}
          />
        )}
      </LongList>
    </Section>
  );
}

function StreamClock({ workstream: { timebox } }: { readonly workstream: WorkstreamView }) {
  const now = useNow();
  if (timebox === undefined) return null;
  return timebox.dueAt <= now ? <Wanting>time is up</Wanting> : <Clock at={timebox.dueAt} />;
}

/** `led by Ada · 3 people · goal: one region back`. */
function streamSays(view: Pick<IncidentView, 'people'>, { leader, goal, members }: WorkstreamView): string {
  return [
    leader === undefined ? 'nobody leads it' : `led by ${personName(view, leader)}`,
    members.length === 0 ? '' : `${members.length} people`,
    goal === undefined ? '' : `goal: ${goal}`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
