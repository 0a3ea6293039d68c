/** The quiet strip at the top: where home is, and the doors to everything else. */
import { useSession } from './bridge/use-session.ts';
import { useSettings } from './bridge/use-settings.ts';
import { Button } from './components/button/button.tsx';
import { runAction } from './components/palette/actions.ts';
import { Written } from './components/written/written.tsx';
import { hrefOf } from './route.ts';
import styles from './top-bar.module.css';

/** The same on every screen. */
export function TopBar() {
  const { session } = useSession();
  const { settings } = useSettings();
  return (
    <header className={styles.bar}>
      <a href={hrefOf({ screen: 'home' })} className={styles.home}>
        <Wheel />
        <span>Wheelhouse</span>
      </a>
      {session?.name === undefined ? null : (
        <span className={styles.name}>
          <Written shape="clipped">{session.name}</Written>
        </span>
      )}
      <nav aria-label="Console" className={styles.doors}>
        <Button look="bar" keys="Mod+K" onPress={() => runAction('palette')}>
          Find
        </Button>
        <Button look="bar" keys="F1" onPress={() => runAction('keys')}>
          Keys
        </Button>
        <Button look="bar" onPress={() => runAction('night')}>
          {settings.night ? 'Night off' : 'Night'}
        </Button>
      </nav>
    </header>
  );
}

function Wheel() {
  return (
    <svg viewBox="0 0 24 24" className={styles.wheel} aria-hidden="true">
      <circle cx="12" cy="12" r="6" />
      <circle cx="12" cy="12" r="1.5" />
      <path d="M12 2v8.5M12 13.5V22M2 12h8.5M13.5 12H22M4.9 4.9l6 6M13.1 13.1l6 6M19.1 4.9l-6 6M10.9 13.1l-6 6" />
    </svg>
  );
}
