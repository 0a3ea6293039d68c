/** Erasing a line's text for good: it names its target and asks for it to be typed, because nothing brings it back. */
import { useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../../bridge/use-session.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { useRoom } from '../room-context.ts';
import { confirmationOf, confirms, eraseAll, eventsToErase } from './erasure.ts';
import { LineForm } from './line-form.tsx';

interface LineEraseProps {
  readonly entry: ShownEntry;
  readonly onDone: () => void;
}

/** Enter erases once the name is typed, Escape leaves the text as it is. */
export function LineErase({ entry, onDone }: LineEraseProps) {
  const { view } = useRoom();
  const { session } = useSession();
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [stillIn, setStillIn] = useState<readonly string[] | undefined>();
  const name = confirmationOf(entry.item.id);
  const erase = async () => {
    const why = notOwner(session, 'erases texts');
    if (why !== undefined) return setFault(why);
    if (!confirms(typed, entry.item.id)) return setFault(`This line is ${name}. Nothing was erased.`);
    const answer = await eraseAll(bridge, view.id, eventsToErase(entry));
    if (!answer.ok) return setFault(answer.error.message);
    announce('The text is erased.');
    if (answer.value.length === 0) return onDone();
    setStillIn(answer.value);
  };
  if (stillIn !== undefined) return <StillIn files={stillIn} onDone={onDone} />;
  return (
    <LineForm
      onSubmit={erase}
      onLeave={onDone}
      does={
        <Button type="submit" look="danger" keys="Enter" unavailable={notOwner(session, 'erases texts')}>
          Erase for good
        </Button>
      }
    >
      <TextField
        label={`To erase the text of this line for good, type ${name}`}
        description={
          <>
            It goes from the log and from every draft, {entry.corrections.length > 0 && 'with its corrections, '}and nothing brings it back.
            The line stays and reads “Text erased”. A secret that was read is still to be changed.
          </>
        }
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setFault(undefined);
        }}
        fault={fault}
        placeholder={name}
        maxLength={40}
        autoFocus
      />
    </LineForm>
  );
}

/** Copies that the console cannot reach into. */
function StillIn({ files, onDone }: { readonly files: readonly string[]; readonly onDone: () => void }) {
  return (
    <Notice
      tone="now"
      title="Erased from the log. These files may still hold the text; delete them by hand:"
      actions={
        <Button autoFocus onPress={onDone} keys="Enter">
          Done
        </Button>
      }
    >
      <ul>
        {files.map((file) => (
          <li key={file}>
            <code>{file}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
