/** The one polite live region of the page. */
import { useStore } from '../../bridge/store.ts';
import said from '../said-only/said-only.module.css';
import { announcements } from './announce.ts';

/** Mounted once, at the top of the page, so that it is there before anything is said. */
export function LiveRegion() {
  const { text, turn } = useStore(announcements);
  return (
    <div className={said.saidOnly} role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
