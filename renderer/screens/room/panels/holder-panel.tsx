/** Who holds what since when, one line a person; vacancies where somebody is there to take them; how long the commander is at it, and who comes next. */
import { useMemo } from 'react';
import { personName } from '../../../../shared/incident/names.ts';
import { vacancies } from '../../../../shared/incident/people/carried-roles.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { RoleId } from '../../../../shared/vocabulary/words.ts';
import { notOwner, useSession } from '../../../bridge/use-session.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Clock } from '../../../components/clock/clock.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { runAction } from '../../../components/palette/actions.ts';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { FatigueLine } from './fatigue-line.tsx';
import styles from './panels.module.css';
import { type RoleHolder, roleHolders, roleShort } from './role-holders.ts';

export function HolderPanel() {
  const { view } = useRoom();
  const holders = useMemo(() => roleHolders(view), [view]);
  // Time in a role is counted while somebody works in it.
  const ended = view.endedAt !== undefined || view.mode === 'imported' || view.mode === 'backfilled';
  const vacant = useMemo(() => (ended ? [] : vacancies(view)), [view, ended]);
  return (
    <Section
      title="Roles"
      aside={
        <>
          <Invite /> <ComposeButton line="/person " says="add" />
        </>
      }
    >
      <ul className={styles.pairs}>
        {holders.map((holder) => (
          <Holder key={holder.person} holder={holder} ended={ended} />
        ))}
        {vacant.map(({ role, since }) => (
          <li key={role} className={styles.pair}>
            <span className={styles.roles} title={dutyOf(view, role)}>
              {roleShort(view, role)}
            </span>
            <span className={styles.holder}>
              <span className={styles.vacant}>
                <span aria-hidden="true">◇</span> vacant <Clock at={since} />
              </span>
              <ComposeButton line={role === 'commander' ? '/take ic' : `/role ${role} @`} says="" />
            </span>
          </li>
        ))}
      </ul>
      {holders.length + vacant.length === 0 && (
        <p className={styles.empty}>{view.mode === 'imported' ? 'The file names roles, not people.' : 'Nobody holds a role.'}</p>
      )}
      {!ended && <FatigueLine />}
    </Section>
  );
}

/** More than this many roles in one hand is said in words. */
const many = 3;

function Holder({ holder: { person, roles, since }, ended }: { readonly holder: RoleHolder; readonly ended: boolean }) {
  const { view } = useRoom();
  return (
    <li className={styles.pair}>
      <span className={styles.roles} title={roles.map((role) => dutyOf(view, role)).join('\n')}>
        {roles.map((role) => roleShort(view, role)).join(', ')}
      </span>
      <span className={styles.holder}>
        <Written>{personName(view, person)}</Written>
        {since !== undefined && !ended && (
          <span className={styles.quiet}>
            <Clock at={since} />
          </span>
        )}
        {roles.length >= many && <span className={styles.carries}>carries {roles.length} roles</span>}
      </span>
    </li>
  );
}

/** A link by which somebody joins from their own browser. */
function Invite() {
  const { session } = useSession();
  const why = notOwner(session, 'invites people');
  const press = () => {
    const whyNot = runAction('invite');
    if (whyNot !== undefined) announce(whyNot);
  };
  return (
    <AskButton look="quiet" title={why ?? 'A link by which somebody joins from a browser'} onPress={press}>
      {why === undefined ? 'invite' : 'the owner invites'}
    </AskButton>
  );
}

function dutyOf(view: IncidentView, role: RoleId): string {
  const row = assumedPlaybook(view).roles.find((one) => one.id === role);
  if (row === undefined) return role;
  return `${row.name}: ${row.duties}${row.mustNot === '' ? '' : ` Must not: ${row.mustNot}`}`;
}
