/** What can be said of the item that one is at, with its keys; the reason of a skip is asked for in place. */
import { type FormEvent, useState } from 'react';
import type { ChecklistItemView } from '../../../../shared/incident/promise-view.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import styles from './checklist.module.css';
import type { Walk } from './use-items.ts';

interface ItemActionsProps {
  readonly item: ChecklistItemView;
  readonly walk: Walk;
}

export function ItemActions({ item, walk }: ItemActionsProps) {
  if (walk.asking === 'reason') return <SkipReason walk={walk} />;
  return (
    <div className={styles.actions}>
      {item.state !== 'ticked' && (
        <Button keys="Enter" onPress={() => void walk.mark('ticked', 'next')}>
          Done
        </Button>
      )}
      {item.state !== 'skipped' && (
        <Button look="quiet" keys="s" onPress={() => walk.ask('reason')}>
          Skip
        </Button>
      )}
      {item.state !== 'notApplicable' && (
        <Button look="quiet" keys="n" onPress={() => void walk.mark('notApplicable', 'next')}>
          Does not apply
        </Button>
      )}
      {item.state !== 'open' && (
        <Button look="quiet" keys="u" onPress={() => void walk.mark('open', 'stay')}>
          Open again
        </Button>
      )}
    </div>
  );
}

function SkipReason({ walk }: { readonly walk: Walk }) {
  const [reason, write] = useState('');
  const [fault, blame] = useState<string | undefined>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return blame('Say in a few words why it is skipped, or leave it open.');
    void walk.mark('skipped', 'next', reason.trim());
  };
  return (
    <form
      className={styles.reason}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Only the question is left, not the list.
        event.preventDefault();
        walk.ask('nothing');
      }}
    >
      <TextField label="Why is it skipped?" value={reason} onChange={write} fault={fault} maxLength={500} autoFocus />
      <div className={styles.actions}>
        <Button type="submit" keys="Enter">
          Skip it
        </Button>
        <Button look="quiet" keys="Escape" onPress={() => walk.ask('nothing')}>
          Leave it open
        </Button>
      </div>
    </form>
  );
}
