/** The brief for somebody who joins, on the clipboard. */
import { briefText } from '../../../shared/incident/situation/joiner-brief.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { announce } from '../../components/live-region/announce.ts';

/** Puts the brief on the clipboard, and says whether that worked. With `since` (ms since epoch, UTC), what changed after it follows. */
export async function copyBrief(view: IncidentView, since?: number): Promise<void> {
  try {
    await navigator.clipboard.writeText(briefText(view, Date.now(), since));
    announce('The brief is copied.');
  } catch {
    announce('This window may not copy.');
  }
}
