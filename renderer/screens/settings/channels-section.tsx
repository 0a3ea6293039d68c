/** Where updates go by themselves: set up, tried, turned on and off, and removed by the owner of the console. */
import { useState } from 'react';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow } from './channel-row.tsx';
import styles from './channels.module.css';
import { useChannelList } from './use-channel-list.ts';

export function ChannelsSection() {
  const { channels, error, again } = useChannelList();
  const { session } = useSession();
  const [adding, setAdding] = useState<'adding' | 'not'>('not');
  return (
    <Section title="Where updates go">
      <div className={styles.section}>
        <p className={styles.quiet}>
          Nothing leaves this console before a channel is turned on here, and then only the messages that somebody sends over it. Test
          messages go when they are asked for. Address and secret are kept in the keychain of this machine.
        </p>
        {error === undefined || channels !== undefined ? null : <Notice tone="broken" title={error.message} />}
        {channels === undefined ? null : <Channels list={channels} again={again} />}
        {adding === 'adding' ? (
          <ChannelForm onSaved={again} onDone={() => setAdding('not')} />
        ) : (
          <p>
            <Button onPress={() => setAdding('adding')} unavailable={notOwner(session, 'sets channels up')}>
              Add a channel
            </Button>
          </p>
        )}
      </div>
    </Section>
  );
}

interface ChannelsProps {
  readonly list: NonNullable<ReturnType<typeof useChannelList>['channels']>;
  readonly again: () => Promise<void>;
}

function Channels({ list, again }: ChannelsProps) {
  if (list.length === 0) return <p>There is no channel yet. Updates are copied by hand, and the log says that they were sent.</p>;
  return (
    <ul className={styles.list} aria-label="Channels">
      {list.map((channel) => (
        <ChannelRow key={channel.id} channel={channel} again={again} />
      ))}
    </ul>
  );
}
