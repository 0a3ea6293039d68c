/** When somebody took the incident on, set by a person: the one figure that the log can only take from who held command. */
import { type FormEvent, useState } from 'react';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
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
  const { run, fault, clear } = useRunCommand(view.id);
  // A field that is marked as wrong lets no form be sent.
  const type = (text: string) => {
    setTyped(text);
    setWrong(undefined);
    clear();
  };
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const time = timeOf(typed, view);
    setWrong(time === undefined ? 'Type a time that has been, such as 02:40, -20m or 2026-03-29 02:40.' : undefined);
    if (time === undefined) return;
    const answer = await run({ type: 'milestone.set', name: 'acknowledged', ...time });
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
        onChange={type}
        description="Unless it is set, the first to hold command after detection counts."
        {...(says === undefined ? {} : { fault: says })}
      />
      <Button type="submit">Set the time</Button>
    </form>
  );
}

/** Read as the composer reads the time of detection, with how exact it is. */
function timeOf(typed: string, view: IncidentView): Pick<CommandDraft<'milestone.set'>, 'at' | 'precision'> | undefined {
  const time = typed.trim();
  const line = parseLine(
    `/detected ${time.startsWith('@') ? '' : '@'}${time}`,
    lineContextOf(view, { now: Date.now(), self: '', name: '' }),
  );
  if (line.kind !== 'command' || line.draft.type !== 'milestone.set' || line.draft.reason !== undefined) return undefined;
  return { at: line.draft.at, precision: line.draft.precision };
}
