/** Saving the playbook: with a note of why, over what it was made from. */
import { type FormEvent, useState } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { ShownPlaybook } from '../../../shared/api/playbook-wire.ts';
import type { PlaybookFault } from '../../../shared/playbook/playbook-fault.ts';
import { knownIncidents } from '../../bridge/use-incidents.ts';
import { useRunPlaybook } from '../../bridge/use-playbook.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import styles from './playbook-screen.module.css';
import type { Writing } from './use-writing.ts';

interface SaveFormProps {
  readonly shown: ShownPlaybook;
  readonly writing: Writing;
  /** Goes to what must be mended first. */
  readonly onFault: () => void;
}

export function SaveForm({ shown, writing, onFault }: SaveFormProps) {
  const { session } = useSession();
  const { run, fault, clear } = useRunPlaybook();
  const [note, setNote] = useState('');
  const [done, setDone] = useState<string | undefined>();
  const unavailable = notOwner(session, 'saves the playbook') ?? whyNot(writing, shown);

  const save = async () => {
    setDone(undefined);
    clear();
    if (writing.faults.length > 0) {
      announce(`Nothing was saved: ${counted(writing.faults.length)} to mend first.`);
      return onFault();
    }
    const noted = note.trim() === '' ? {} : { note: note.trim() };
    const answer = await run({ type: 'playbook.save', text: writing.text, replaces: writing.from, ...noted });
    if (!answer.ok) return writing.blame(faultsOf(answer.error));
    writing.drop();
    setNote('');
    const said = savedWords(answer.value.some(({ type }) => type === 'contact.saved'));
    setDone(said);
    announce(said);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unavailable === undefined) void save();
    else announce(unavailable);
  };
  useActions(() => [
    {
      id: 'playbook.save',
      name: 'Save the playbook',
      group: 'Playbook',
      chords: ['Mod+S'],
      ...(unavailable === undefined ? {} : { unavailable }),
      run: () => void save(),
    },
    {
      id: 'playbook.drop',
      name: 'Drop what is not saved',
      group: 'Playbook',
      alsoCalled: 'undo revert discard',
      ...(writing.standing === 'unchanged' ? { unavailable: 'Nothing was changed.' } : {}),
      run: writing.drop,
    },
  ]);
  return (
    <Section title="Save" aside={writing.standing === 'unchanged' ? undefined : 'not saved yet'}>
      <form onSubmit={submit} className={styles.form}>
        <TextField
          label="Note for the history"
          value={note}
          onChange={setNote}
          maxLength={500}
          description="Why it changes, for whoever reads the history."
        />
        <div className={styles.ways}>
          <Button look="main" type="submit" keys="Mod+S" unavailable={unavailable}>
            Save the playbook
          </Button>
          {writing.standing === 'unchanged' ? null : <Button onPress={writing.drop}>Drop what is not saved</Button>}
        </div>
      </form>
      {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
      {done === undefined ? null : <Notice tone="done" title={done} />}
    </Section>
  );
}

function whyNot({ standing }: Writing, { versions, id }: ShownPlaybook): string | undefined {
  if (standing === 'overtaken') return 'Another was saved while you wrote. Choose above how to go on.';
  // Saved again, the last good one takes the place of a newer one that cannot be read here.
  if (standing === 'unchanged' && (versions[0]?.id ?? id) === id) return 'Nothing was changed.';
  return undefined;
}

/** Open incidents keep what they began with: whoever saves is told. */
function savedWords(withCards: boolean): string {
  const open = knownIncidents().filter(({ ended }) => !ended).length;
  const kept =
    open === 0
      ? ''
      : ` ${open === 1 ? 'The open one keeps its own' : `The ${open} open ones keep their own`}; /adopt there takes this one.`;
  return `Saved. New incidents go by it.${kept}${withCards ? ' Its contacts are in the directory.' : ''}`;
}

function faultsOf({ fields = [] }: ApiError): readonly PlaybookFault[] {
  return fields.map(({ path, message }) => {
    const [, line, column, words] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    return { line: Number(line ?? 1), column: Number(column ?? 1), path, message: words ?? message };
  });
}

function counted(count: number): string {
  return count === 1 ? 'there is a fault' : `there are ${count} faults`;
}
