/** Taking a line's text out of sight: hiding it, with the reason asked for in place, or erasing it for good. */
import { type FormEvent, useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { notOwner, useSession } from '../../../bridge/use-session.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { useRoom } from '../room-context.ts';
import styles from './line.module.css';
import { LineErase } from './line-erase.tsx';

interface LineRedactProps {
  readonly entry: ShownEntry;
  readonly onDone: () => void;
}

/** A text that is hidden already can only be erased. Escape leaves it as it is. */
export function LineRedact({ entry, onDone }: LineRedactProps) {
  const [way, setWay] = useState<'hide' | 'erase'>(entry.redacted ? 'erase' : 'hide');
  if (way === 'erase') return <LineErase entry={entry} onDone={onDone} />;
  return <LineHide entry={entry} onDone={onDone} onErase={() => setWay('erase')} />;
}

/** Enter hides. */
function LineHide({ entry, onDone, onErase }: LineRedactProps & { readonly onErase: () => void }) {
  const { run } = useRoom();
  const { session } = useSession();
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
        description="The line stays and says that its text was hidden; the log keeps it. A secret that leaked is erased for good instead."
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
        <Button look="quiet" onPress={onErase} unavailable={notOwner(session, 'erases texts')}>
          Erase for good …
        </Button>
      </div>
    </form>
  );
}
