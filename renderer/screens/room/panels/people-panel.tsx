/** Who holds what since when, what nobody holds, who else is here, and whom to call. */
import { useMemo } from 'react';
import { personName } from '../../../../shared/incident/names.ts';
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
import { Copyable } from '../header/copyable.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import styles from './panels.module.css';
import { roleHolders, roleShort, vacantRoles, withoutRole } from './role-holders.ts';

export function PeoplePanel() {
  const { view } = useRoom();
  const holders = useMemo(() => roleHolders(view), [view]);
  const vacant = useMemo(() => vacantRoles(view), [view]);
  const others = useMemo(() => withoutRole(view), [view]);
  // Time in a role is counted while somebody works in it.
  const ended = view.endedAt !== undefined || view.mode === 'imported' || view.mode === 'backfilled';
  return (
    <>
      <Section
        title="People"
        aside={
          <>
            <Invite /> <ComposeButton line="/person " says="add" />
          </>
        }
      >
        <ul className={styles.pairs}>
          {holders.map(({ person, roles, since }) => (
            <li key={person} className={styles.pair}>
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
              </span>
            </li>
          ))}
          {!ended &&
            vacant.map((role) => (
              <li key={role} className={styles.pair}>
                <span className={styles.roles} title={dutyOf(view, role)}>
                  {roleShort(view, role)}
                </span>
                <span className={styles.holder}>
                  <span className={styles.vacant}>
                    <span aria-hidden="true">◇</span> vacant
                  </span>
                  <ComposeButton line={role === 'commander' ? '/take ic' : `/role ${role} @`} says="" />
                </span>
              </li>
            ))}
        </ul>
        {holders.length + others.length === 0 && <p className={styles.empty}>The file names roles, not people.</p>}
        {others.length > 0 && (
          <p className={styles.others}>
            also here: <Written>{others.map((person) => personName(view, person)).join(', ')}</Written>
          </p>
        )}
      </Section>
      <WhoToCall />
    </>
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

function WhoToCall() {
  const { view } = useRoom();
  const reachable = Object.values(view.people).filter((person) => person.contact !== undefined);
  // Nobody is called for what was over long ago.
  if (reachable.length === 0 && view.mode === 'imported') return null;
  const called = view.severity === undefined ? undefined : assumedPlaybook(view).severities[view.severity].whoIsCalled;
  return (
    <Section title="Who to call">
      {called !== undefined && <p className={styles.note}>{called}</p>}
      {reachable.length === 0 ? (
        <p className={styles.empty}>
          Numbers of those who can help stand here. <ComposeButton line="/person … +" says="add one with a number" />
        </p>
      ) : (
        <ul className={styles.list}>
          {reachable.map((person) => (
            <li key={person.id} className={styles.call}>
              <Written>{person.name ?? 'name erased'}</Written>
              <Copyable name={`number of ${person.name ?? 'somebody'}`} value={person.contact ?? ''} naming="hidden" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function dutyOf(view: IncidentView, role: RoleId): string {
  const row = assumedPlaybook(view).roles.find((one) => one.id === role);
  if (row === undefined) return role;
  return `${row.name}: ${row.duties}${row.mustNot === '' ? '' : ` Must not: ${row.mustNot}`}`;
}
