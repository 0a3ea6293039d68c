/** Hiding a line's text: it asks for the reason in place, because hiding cannot be taken back. */
import { type FormEvent, useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { useRoom } from '../room-context.ts';
import styles from './line.module.css';

interface LineRedactProps {
  readonly entry: ShownEntry;
  readonly onDone: () => void;
}

/** Enter hides, Escape leaves the text as it is. */
export function LineRedact({ entry, onDone }: LineRedactProps) {
  const { run } = useRoom();
  const [reason, setReason] = useState('');
  const hide = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    const answer = await run({ type: 'entry.redact', entry: entry.item.id, ...(why !== '' && { reason: why }) });
    if (answer.ok) onDone();
  };
  return (
    <form className={styles.editor} onSubmit={hide}>
      <TextField
        label="Why hide this text"
        description="The line stays and says that its text was hidden. This cannot be taken back."
        value={reason}
        onChange={setReason}
        placeholder="a secret, a customer’s name…"
        autoFocus
      />
      <div className={styles.editorActions}>
        <Button type="submit" look="danger" keys="Enter">
          Hide the text
        </Button>
        <Button look="quiet" keys="Escape" onPress={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
