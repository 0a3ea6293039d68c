/** What cannot be taken back names its target and asks for it to be typed: every text that was ever saved of a contact leaves the log. */
import { useState } from 'react';
import { type Contact, sameName } from '../../../shared/directory/directory.ts';
import { directoryName } from '../../../shared/directory/stream.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import styles from './contact-form.module.css';
import { focusDirectorySearch } from './directory-focus.ts';

interface EraseForGoodProps {
  readonly contact: Contact;
  readonly onDone: () => void;
}

export function EraseForGood({ contact, onDone }: EraseForGoodProps) {
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  // A field that is said to be wrong keeps its form from being sent.
  const type = (text: string) => {
    setTyped(text);
    setFault(undefined);
  };
  const leave = () => {
    onDone();
    focusDirectorySearch();
  };
  const erase = async () => {
    if (!sameName(typed, contact.name)) return setFault(`Type the name as it stands: ${contact.name}`);
    const backups = new Set<string>();
    // The oldest first: should it be cut short, what is left is the newest.
    for (const event of contact.saves) {
      const answer = await bridge.call('log.erase', { id: directoryName, event, confirm: event.slice(-8) });
      if (!answer.ok) return setFault(answer.error.message);
      for (const file of answer.value.backups) backups.add(file);
    }
    announce(
      backups.size === 0 ? `${contact.name} is erased.` : `${contact.name} is erased, but may still be in ${[...backups].join(', ')}.`,
    );
    leave();
  };
  return (
    <form
      className={styles.form}
      aria-label={`Erase ${contact.name} for good`}
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <Notice tone="now" title={`This takes every text ever saved of ${contact.name} out of the log: name, numbers, notes.`}>
        <p>
          {contact.saves.length === 1 ? 'One text goes' : `${contact.saves.length} texts go`}, here and in the backups of this console, and
          cannot come back. Paper and other consoles keep what they have.
        </p>
      </Notice>
      <TextField label={`Type ${contact.name} to erase`} value={typed} onChange={type} fault={fault} autoFocus />
      <div className={styles.ways}>
        <Button look="danger" type="submit">
          Erase for good
        </Button>
        <Button onPress={leave}>Leave it</Button>
      </div>
    </form>
  );
}
