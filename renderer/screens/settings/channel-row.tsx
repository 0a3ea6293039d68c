/** One channel in the settings: what it is, whether it is on, what waits for it, and what can be done with it. */
import { useState } from 'react';
import type { Channel } from '../../../shared/api/channels-wire.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRemoval } from './channel-removal.tsx';
import { channelWords, waitingWords } from './channel-words.ts';
import styles from './channels.module.css';

interface ChannelRowProps {
  readonly channel: Channel;
  readonly again: () => Promise<void>;
}

interface Said {
  readonly tone: 'done' | 'broken' | 'neutral';
  readonly title: string;
}

export function ChannelRow({ channel, again }: ChannelRowProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [open, setOpen] = useState<'form' | 'removal' | 'nothing'>('nothing');
  const [said, setSaid] = useState<Said | undefined>();
  const { id, name, on } = channel;
  const unavailable = notOwner(session, 'sets channels up');
  const turn = async () => {
    const answer = await bridge.call('channels.save', { id, on: !on });
    setSaid(answer.ok ? undefined : { tone: 'broken', title: answer.error.message });
    if (answer.ok) announce(on ? `${name} is off. Nothing goes out over it.` : `${name} is on.`);
    await again();
  };
  const tryIt = async () => {
    setSaid({ tone: 'neutral', title: 'A test message is on its way …' });
    const answer = await bridge.call('channels.try', { id });
    if (!answer.ok) return setSaid({ tone: 'broken', title: answer.error.message });
    const { arrived, says } = answer.value;
    setSaid({ tone: arrived ? 'done' : 'broken', title: arrived ? `The test message arrived: ${says}` : says });
  };
  const waiting = waitingWords(channel);
  const close = () => setOpen('nothing');
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.head}>
        <h3 className={styles.name} dir="auto">
          {name}
        </h3>
        <Chip tone={on ? 'done' : 'neutral'}>{on ? 'on' : 'off'}</Chip>
        <p className={styles.what}>{channelWords(channel)}</p>
      </div>
      {waiting === undefined ? null : <Notice tone="now" title={waiting} />}
      {said === undefined ? null : <Notice tone={said.tone} title={said.title} />}
      {open === 'nothing' ? (
        <div className={styles.ways}>
          <Button onPress={() => void turn()} unavailable={unavailable} label={`${on ? 'Turn off' : 'Turn on'} ${name}`}>
            {on ? 'Turn off' : 'Turn on'}
          </Button>
          {unavailable === undefined ? (
            <>
              <Button onPress={() => void tryIt()} label={`Try it: ${name}`}>
                Try it
              </Button>
              <Button look="quiet" onPress={() => setOpen('form')} label={`Change ${name}`}>
                Change
              </Button>
              <Button look="quiet" onPress={() => setOpen('removal')} label={`Remove ${name}`}>
                Remove
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      {open === 'form' ? <ChannelForm channel={channel} onSaved={again} onDone={close} /> : null}
      {open === 'removal' ? <ChannelRemoval channel={channel} onRemoved={again} onDone={close} /> : null}
    </li>
  );
}
