/** One channel, to be filled in from the keyboard. Its address and secret are taken once, and never shown again. */
import { useState } from 'react';
import { type Channel, type ChannelKind, channelKinds } from '../../../shared/api/channels-wire.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { CardFields, CardForm } from '../../components/card-form/card-form.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { TickBoxes } from '../../components/tick-boxes/tick-boxes.tsx';
import { kindWords } from './channel-words.ts';

interface ChannelFormProps {
  /** Absent: a new one. */
  readonly channel?: Channel;
  readonly onSaved: () => Promise<void>;
  readonly onDone: () => void;
}

export function ChannelForm({ channel, onSaved, onDone }: ChannelFormProps) {
  const bridge = useBridge();
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'slack');
  const [texts, setTexts] = useState({ name: channel?.name ?? '', url: '', secret: '' });
  const [reaches, setReaches] = useState<readonly Audience[]>(channel?.audiences ?? ['staff']);
  const [repeats, setRepeats] = useState<'taken' | 'dropped'>(channel?.repeatsAreDropped === true ? 'dropped' : 'taken');
  const [fault, setFault] = useState<ApiError | undefined>();
  const set = (more: Partial<typeof texts>) => {
    setTexts({ ...texts, ...more });
    // A field that is said to be wrong keeps its form from being sent.
    setFault(undefined);
  };
  const save = async () => {
    const { name, url, secret } = texts;
    const answer = await bridge.call('channels.save', {
      ...(channel === undefined ? { kind } : { id: channel.id }),
      name,
      audiences: [...reaches],
      repeatsAreDropped: kind === 'webhook' && repeats === 'dropped',
      ...(url === '' ? {} : { url }),
      ...(secret === '' || kind === 'slack' ? {} : { secret }),
    });
    if (!answer.ok) return setFault(answer.error);
    announce(channel === undefined ? `${name} is set up, and off. Turn it on when it may send.` : `${name} is saved.`);
    await onSaved();
    onDone();
  };
  const faultOf = (field: string) => fault?.fields?.find(({ path }) => path.split('.')[0] === field)?.message;
  const stays = channel === undefined ? '' : 'Left empty, it stays. ';
  const addressIs =
    kind === 'slack'
      ? 'Slack calls it the URL of an incoming webhook. Whoever has it can write there.'
      : 'It begins with https://, or with http:// on this machine.';
  return (
    <CardForm label={channel ? `Channel ${channel.name}` : 'New channel'} onSave={save} onDone={onDone}>
      {channel === undefined ? (
        <Choice
          label="This is"
          options={channelKinds.map((value) => ({ value, says: kindWords[value] }))}
          value={kind}
          onChange={setKind}
        />
      ) : null}
      <CardFields>
        <TextField
          label="Name"
          value={texts.name}
          onChange={(name) => set({ name })}
          fault={faultOf('name')}
          placeholder="#incidents"
          maxLength={80}
          autoFocus
        />
        <TextField
          label="Address"
          description={`${stays}${addressIs}`}
          value={texts.url}
          onChange={(url) => set({ url })}
          fault={faultOf('url')}
          maxLength={2000}
        />
        {kind === 'webhook' ? (
          <TextField
            label="Secret"
            description={`${stays}Its messages are signed with it: 16 characters at least.`}
            value={texts.secret}
            onChange={(secret) => set({ secret })}
            fault={faultOf('secret')}
            maxLength={500}
            inputType="password"
          />
        ) : null}
      </CardFields>
      <TickBoxes
        label="It reaches"
        options={audiences.map((value) => ({ value, says: value }))}
        chosen={reaches}
        onChange={setReaches}
        fault={faultOf('audiences')}
      />
      {kind === 'webhook' ? (
        <Choice
          label="A message with an Idempotency-Key that it has seen is"
          options={[
            { value: 'taken', says: 'taken again', meaning: 'What may have arrived waits for a person’s word' },
            { value: 'dropped', says: 'dropped', meaning: 'What may have arrived is sent again by itself' },
          ]}
          value={repeats}
          onChange={setRepeats}
        />
      ) : null}
      {fault === undefined || fault.fields !== undefined ? null : <Notice tone="broken" title={fault.message} />}
    </CardForm>
  );
}
