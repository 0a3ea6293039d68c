/** Where there is nothing to show: an address that leads nowhere, an incident that is not here, or a page without its key. */
import { usePageTitle } from '../../components/page-title.ts';
import { hrefOf } from '../../route.ts';
import styles from './lost-screen.module.css';

export interface LostScreenProps {
  readonly reason: 'address' | 'incident' | 'strip' | 'unauthorized';
}

const words = {
  address: { title: 'There is nothing at this address', text: 'It may have been cut short when it was copied.' },
  incident: { title: 'This console has no such incident', text: 'It may be on another console, or the link was cut short.' },
  strip: {
    title: 'A browser has no strip',
    text: 'It is a small window of the desktop app that stays on top of other applications. Here, the room has the same clocks and the same line.',
  },
  unauthorized: {
    title: 'This page has lost its key',
    text: 'Open the console again by the link that it printed, or by the invitation that you were given. Nothing in the log is lost.',
  },
} as const;

/** Says what is the matter and the way out. */
export function LostScreen({ reason }: LostScreenProps) {
  const { title, text } = words[reason];
  usePageTitle(title);
  return (
    <div className={styles.lost}>
      <h1>{title}</h1>
      <p>{text}</p>
      {reason === 'unauthorized' ? null : (
        <p>
          <a href={hrefOf({ screen: 'home' })}>All incidents</a>
        </p>
      )}
    </div>
  );
}
