/** The one polite live region of the page. */
import { useStore } from '../../bridge/store.ts';
import { announcements } from './announce.ts';
import styles from './live-region.module.css';

/** Mounted once, at the top of the page, so that it is there before anything is said. */
export function LiveRegion() {
  const { text, turn } = useStore(announcements);
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
