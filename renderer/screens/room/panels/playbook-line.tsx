/** Says quietly that another playbook is in force than the one that this incident goes by. It never changes by itself. */
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { isOpenPhase } from '../../../../shared/vocabulary/words.ts';
import { knownPlaybook, usePlaybook } from '../../../bridge/use-playbook.ts';
import { hrefOf } from '../../../route.ts';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';

export function PlaybookLine() {
  const { view } = useRoom();
  const { shown } = usePlaybook();
  if (shown === undefined || !mayAdopt(view, shown.hash)) return null;
  return (
    <p className={styles.note}>
      Since this began, another <a href={hrefOf({ screen: 'playbook' })}>playbook</a> came into force.{' '}
      <ComposeButton line="/adopt " says="take it over" />
    </p>
  );
}

/** Why the playbook in force cannot be taken over now; undefined: it can. */
export function whyNotAdopt(view: IncidentView): string | undefined {
  const shown = knownPlaybook();
  return shown === undefined || mayAdopt(view, shown.hash) ? undefined : 'It goes by the playbook in force already.';
}

function mayAdopt({ phase, playbookHash }: IncidentView, hash: string): boolean {
  return isOpenPhase(phase) && playbookHash !== undefined && playbookHash !== hash;
}
