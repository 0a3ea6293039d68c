/** Taking a line's text out of sight: hiding it, with the reason asked for in place, or erasing it for good. */
import { useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { notOwner, useSession } from '../../../bridge/use-session.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { useRoom } from '../room-context.ts';
import { LineErase } from './line-erase.tsx';
import { LineForm } from './line-form.tsx';

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
  const hide = async () => {
    const why = reason.trim();
    const answer = await run({ type: 'entry.redact', entry: entry.item.id, ...(why !== '' && { reason: why }) });
    if (answer.ok) onDone();
  };
  return (
    <LineForm
      onSubmit={hide}
      onLeave={onDone}
      does={
        <Button type="submit" look="danger" keys="Enter">
          Hide the text
        </Button>
      }
      otherwise={
        <Button look="quiet" onPress={onErase} unavailable={notOwner(session, 'erases texts')}>
          Erase for good …
        </Button>
      }
    >
      <TextField
        label="Why hide this text"
        description="The line stays and says that its text was hidden; the log keeps it. A secret that leaked is erased for good instead."
        value={reason}
        onChange={setReason}
        placeholder="a secret, a customer’s name…"
        autoFocus
      />
    </LineForm>
  );
}
