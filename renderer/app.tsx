/** The frame around every screen: what is not being recorded, who you are, where you are, and the keys that work everywhere. */
import { useEffect } from 'react';
import styles from './app.module.css';
import { useBridge } from './bridge/bridge-context.ts';
import { followConsole } from './bridge/use-incidents.ts';
import { LiveRegion } from './components/live-region/live-region.tsx';
import { useChords } from './components/palette/use-chords.ts';
import { useRoute } from './route.ts';
import { Room } from './screens/room/room.tsx';

/** Everything that is drawn. */
export function App() {
  const bridge = useBridge();
  useEffect(() => followConsole(bridge), [bridge]);
  useChords();
  const route = useRoute();
  return (
    <div className={styles.frame}>
      <LiveRegion />
      <main id="screen" className={styles.screen} tabIndex={-1}>
        {route.screen === 'room' ? <Room key={route.incident} incident={route.incident} /> : null}
      </main>
    </div>
  );
}
