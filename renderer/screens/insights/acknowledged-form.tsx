/** When somebody took the incident on, set by a person: the one figure that the log can only take from who held command. */
import { type FormEvent, useState } from 'react';
import { lineContextOf } from '../../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../../shared/incident/log-line.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import styles from './acknowledged-form.module.css';

/** Sets the milestone; until then the first to hold command after detection counts. Times are read as the composer reads them, in the incident's zone. */
export function AcknowledgedForm({ view }: { readonly view: IncidentView }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const { run, fault } = useRunCommand(view.id);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const at = momentOf(typed, view);
    setWrong(at === undefined ? 'Type a time that has been, such as 02:40, @-20m or 2026-03-29 02:40.' : undefined);
    if (at === undefined) return;
    const answer = await run({ type: 'milestone.set', name: 'acknowledged', at, precision: 'minute' });
    if (!answer.ok) return;
    setTyped('');
    announce('The time of acknowledgement is set.');
  };
  const says = wrong ?? fault?.message;
  return (
    <form className={styles.form} aria-label="Acknowledgement" onSubmit={set}>
      <TextField
        label="Acknowledged at"
        value={typed}
        onChange={setTyped}
        description="Unless it is set, the first to hold command after detection counts."
        {...(says === undefined ? {} : { fault: says })}
      />
      <Button type="submit">Set the time</Button>
    </form>
  );
}

function momentOf(time: string, view: IncidentView): number | undefined {
  const line = parseLine(`/at ${time}`, lineContextOf(view, { now: Date.now(), self: '', name: '' }));
  return line.kind === 'open' && line.screen === 'knownAt' ? line.at : undefined;
}
