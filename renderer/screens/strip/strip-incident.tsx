/** One incident in the strip: what it is, how long it goes on, its clocks, the one thing that asks, and the line. */
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { StripShell } from '../../../shared/api/bridge.ts';
import { lineContextOf } from '../../../shared/incident/log-line/line-context.ts';
import { personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { isOpenPhase } from '../../../shared/vocabulary/words.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useIncident } from '../../bridge/use-incident.ts';
import { knownIncidents } from '../../bridge/use-incidents.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useStatus } from '../../bridge/use-status.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { useComposer } from '../room/composer/use-composer.ts';
import { type Room, RoomContext } from '../room/room-context.ts';
import { useChannels } from '../updates/use-channels.ts';
import { ClockRow } from './clock-row.tsx';
import styles from './strip.module.css';
import { useStripActions } from './strip-actions.ts';
import { StripHead } from './strip-head.tsx';
import { StripLine } from './strip-line.tsx';
import { StripPrompt } from './strip-prompt.tsx';

interface StripIncidentProps {
  readonly incident: string;
  readonly shell: StripShell;
  /** How many other incidents are open. */
  readonly others: number;
  readonly onNext: () => void;
  /** Set while a text stands in the line: the strip then stays with this incident. */
  readonly holding: RefObject<boolean>;
}

export function StripIncident({ incident, ...props }: StripIncidentProps) {
  const state = useIncident(incident);
  const { session } = useSession();
  if (state.state === 'failed') return <p className={styles.quiet}>This incident cannot be shown. {state.error.message}</p>;
  if (state.state === 'loading' || session === undefined) return <p className={styles.quiet}>Opening…</p>;
  return <Open view={state.view} self={{ id: session.person, name: session.name ?? '' }} {...props} />;
}

interface OpenProps extends Omit<StripIncidentProps, 'incident'> {
  readonly view: IncidentView;
  readonly self: { readonly id: string; readonly name: string };
}

function Open({ view, self, shell, others, onNext, holding }: OpenProps) {
  const bridge = useBridge();
  const { recording } = useStatus();
  const { run } = useRunCommand(view.id);
  const channels = useChannels();
  const latest = useRef({ view, self, channels });
  latest.current = { view, self, channels };
  const lineContext = useCallback(() => {
    const { view: present, self: me, channels: ways } = latest.current;
    return lineContextOf(present, { now: Date.now(), self: me.id, name: me.name, incidents: knownIncidents(), channels: ways });
  }, []);
  const sender = useMemo(() => ({ run, lineContext }), [run, lineContext]);
  const composer = useComposer(view.id, sender, recording);
  const { compose, field } = composer;
  holding.current = composer.text !== '';
  useEffect(() => {
    return () => {
      holding.current = false;
    };
  }, [holding]);
  const toCaret = useCallback(() => field.current?.focus(), [field]);
  useEffect(() => bridge.desktop?.onMenu((action) => action === 'caret' && toCaret()), [bridge, toCaret]);
  useEffect(() => {
    // Whoever comes to the strip comes to write.
    addEventListener('focus', toCaret);
    return () => removeEventListener('focus', toCaret);
  }, [toCaret]);
  const openRoom = useCallback(() => void shell.openRoom(view.id), [shell, view.id]);
  const hide = useCallback(() => void shell.hide(), [shell]);
  const room = useMemo<Room>(
    () => ({ view, self: self.id, run, compose, lineContext, bringUp: openRoom, nameOf: (person) => personName(view, person) }),
    [view, self.id, run, compose, lineContext, openRoom],
  );
  useStripActions({ view, self: self.id, failed: composer.failed, compose, openRoom });
  usePageTitle(`${view.mode === 'drill' ? 'DRILL · ' : ''}${view.title} · strip`);
  return (
    <RoomContext value={room}>
      <StripHead others={others} onNext={onNext} onRoom={openRoom} onHide={hide} />
      <ClockRow />
      {isOpenPhase(view.phase) && composer.failed === undefined && <StripPrompt />}
      <StripLine composer={composer} recording={recording} others={others} onRoom={openRoom} />
    </RoomContext>
  );
}
