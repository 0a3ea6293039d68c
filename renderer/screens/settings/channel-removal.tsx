/** Removing a channel cannot be taken back: its secret is gone with it. So its name is asked for. */
import { useState } from 'react';
import type { Channel } from '../../../shared/api/channels-wire.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CardForm } from '../../components/card-form/card-form.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';

interface ChannelRemovalProps {
  readonly channel: Channel;
  readonly onRemoved: () => Promise<void>;
  readonly onDone: () => void;
}

export function ChannelRemoval({ channel, onRemoved, onDone }: ChannelRemovalProps) {
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const remove = async () => {
    const answer = await bridge.call('channels.remove', { id: channel.id, confirm: typed });
    if (!answer.ok) return setFault(answer.error.fields?.[0]?.message ?? answer.error.message);
    announce(`${channel.name} is removed.`);
    await onRemoved();
    onDone();
  };
  return (
    <CardForm label={`Remove ${channel.name}`} onSave={remove} onDone={onDone} doing={{ says: 'Remove', look: 'danger' }}>
      <p>
        Its address and secret are forgotten{channel.waiting === 0 ? '' : ', and what waits for it is let go'}. The log keeps what was sent.
      </p>
      <TextField
        label={`Type ${channel.name} to remove it`}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setFault(undefined);
        }}
        fault={fault}
        autoFocus
      />
    </CardForm>
  );
}
