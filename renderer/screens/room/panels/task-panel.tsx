/** Who does what, and for how long: running clocks by time left, those whose time is up first; then what is stuck, and what nobody has yet. */
import { isRunning, type TaskClock, taskClocks } from '../../../../shared/incident/work/task-clocks.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { Clock } from '../../../components/clock/clock.tsx';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import panels from './panels.module.css';
import { overSays, taskAnswers, taskSays } from './task-words.ts';
import styles from './thing.module.css';
import { Thing, Wanting } from './thing.tsx';

export function TaskPanel() {
  const { view } = useRoom();
  const now = useNow();
  const clocks = taskClocks(view, now);
  const waiting = [
    ...view.tasks.filter(({ state }) => state === 'stuck'),
    ...view.tasks.filter(({ state }) => state === 'proposed'),
    // Running by its state, and without a clock: an import or a merge left it so.
    ...view.tasks.filter((task) => isRunning(task) && !clocks.some((clock) => clock.task === task)),
  ];
  const open = clocks.length + waiting.length;
  return (
    <Section title={open === 0 ? 'Tasks' : `Tasks: ${open}`} aside={<ComposeButton line="/t @… 5m " says="give one" />}>
      {open === 0 && (
        <p className={panels.empty}>Who does what, and when you come back to it: a name, minutes, the task. Its clock runs here.</p>
      )}
      {clocks.length > 0 && (
        <LongList items={clocks} shows="first" most={8} things="running tasks" className={styles.list}>
          {(clock) => <RunningTask key={clock.task.id} clock={clock} />}
        </LongList>
      )}
      {waiting.length > 0 && (
        <LongList items={waiting} shows="first" most={5} things="waiting tasks" className={styles.list}>
          {(task) => (
            <Thing
              key={task.id}
              label={task.label}
              text={task.text}
              tone={task.state === 'stuck' ? 'now' : undefined}
              clock={task.state === 'stuck' && <Wanting>stuck</Wanting>}
              below={taskSays(view, task)}
              answers={taskAnswers(task, task.state === 'stuck' ? 'stuck' : 'proposed')}
            />
          )}
        </LongList>
      )}
    </Section>
  );
}

function RunningTask({ clock }: { readonly clock: TaskClock }) {
  const { view } = useRoom();
  const { task, standing, dueAt, left } = clock;
  const expired = standing === 'expired';
  return (
    <Thing
      label={task.label}
      text={task.text}
      tone={standing === 'running' ? undefined : 'now'}
      clock={expired ? <Wanting>expired</Wanting> : <Clock at={dueAt} />}
      below={[taskSays(view, task, clock), expired ? overSays(left) : ''].filter((words) => words !== '').join(' · ')}
      answers={taskAnswers(task, standing)}
    />
  );
}
