/** The top of the room: how bad, what, where it stands, how long, what time it is, whom it hurts, where people talk, and whether it is being recorded. */

import { memo } from 'react';
import { phaseWords } from '../../../../shared/incident/describe.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime, clockTimeWithSeconds, dayOf, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Chip } from '../../../components/chip/chip.tsx';
import { clockText } from '../../../components/clock/format-time.ts';
import { Written } from '../../../components/written/written.tsx';
import { hrefOf } from '../../../route.ts';
import { useRoom } from '../room-context.ts';
import { Copyable } from './copyable.tsx';
import { elapsedFrom, elapsedSays } from './elapsed.ts';
import styles from './room-header.module.css';

interface RoomHeaderProps {
  readonly recording: boolean;
  /** When the last event was written down, ms since epoch, UTC. */
  readonly recordedAt: number | undefined;
}

export const RoomHeader = memo(function RoomHeader({ recording, recordedAt }: RoomHeaderProps) {
  const { view } = useRoom();
  const afterwards = view.mode === 'imported' || view.mode === 'backfilled';
  return (
    <header className={styles.header}>
      <div className={styles.first}>
        <a className={styles.home} href={hrefOf({ screen: 'home' })} title="All incidents">
          <span aria-hidden="true">‹</span> Home
        </a>
        <Chip look={view.severity === undefined ? 'outline' : 'strong'}>
          {view.severity === undefined ? 'no severity' : `SEV${view.severity}`}
        </Chip>
        {view.mode === 'drill' && (
          <span className={styles.drill}>
            <Chip>DRILL</Chip>
          </span>
        )}
        <h1 className={styles.title} dir="auto" title={view.title}>
          {view.title}
        </h1>
        <p className={styles.state}>
          <span className={styles.phase}>{phaseWords[view.phase]}</span>
          {afterwards ? <Chip>written afterwards</Chip> : <Elapsed view={view} />}
          <WallClocks zone={view.zone} />
        </p>
      </div>
      <div className={styles.second}>
        <Impact view={view} />
        <Kind view={view} />
        <p className={styles.links}>
          <Link name="call" value={view.links.call} />
          <Link name="chat" value={view.links.chat} />
          <Recorded recording={recording} recordedAt={view.mode === 'imported' ? undefined : recordedAt} zone={view.zone} />
          <a href={hrefOf({ screen: 'export', incident: view.id })}>Export</a>
        </p>
      </div>
    </header>
  );
});

function Elapsed({ view }: { readonly view: IncidentView }) {
  const now = useNow();
  const from = elapsedFrom(view);
  if (from === undefined) return null;
  const words = view.endedAt === undefined ? 'elapsed' : 'took';
  return (
    <span className={styles.clock} title={elapsedSays(from, view.zone)}>
      {words} <b>{clockText(Math.max(0, (view.endedAt ?? now) - from.at))}</b>
    </span>
  );
}

function WallClocks({ zone }: { readonly zone: string }) {
  const now = useNow();
  const local = zoneLabel(zone);
  return (
    <span className={styles.clock} title={`${dayOf(now, zone)} in ${zone}`}>
      <b>{clockTime(now, zone)}</b> {local}
      {local !== 'UTC' && <> · {clockTime(now, 'UTC')} UTC</>}
    </span>
  );
}

function Impact({ view }: { readonly view: IncidentView }) {
  const { compose } = useRoom();
  const start = view.milestones.impactStart?.at;
  // The day too, where it is not the day on which it was declared.
  const today = view.declaredAt === undefined ? undefined : dayOf(view.declaredAt, view.zone);
  const day = typeof start === 'number' && dayOf(start, view.zone) !== today ? `${dayOf(start, view.zone)} ` : '';
  const since = typeof start === 'number' ? ` · since ${day}${clockTime(start, view.zone)}` : '';
  if (view.impact === undefined) {
    return (
      <p className={styles.impact}>
        <AskButton look="quiet" onPress={() => compose('/impact ')}>
          What customers see is not described yet <kbd>/impact</kbd>
        </AskButton>
        {since}
      </p>
    );
  }
  return (
    <p className={styles.impact} title={view.impact.text}>
      <Written>{view.impact.text}</Written>
      <span className={styles.since}>{since}</span>
    </p>
  );
}

/** What kind it is, and the words by which it is found again; nothing where nobody said so. */
function Kind({ view }: { readonly view: IncidentView }) {
  const { compose } = useRoom();
  const { incidentType, labels } = view;
  const type = assumedPlaybook(view).types.find(({ id }) => id === incidentType)?.name ?? incidentType;
  if (type === undefined && labels.length === 0) return null;
  return (
    <p className={styles.kind}>
      {type !== undefined && <Chip look="outline">{type}</Chip>}
      {labels.length > 0 && (
        <AskButton
          look="quiet"
          label={`Labels: ${labels.join(', ')}. Change them`}
          title={labels.join(', ')}
          onPress={() => compose('/label ')}
        >
          <span aria-hidden="true" className={styles.labels}>
            {labels.map((label) => `#${label}`).join(' ')}
          </span>
        </AskButton>
      )}
    </p>
  );
}

function Link({ name, value }: { readonly name: 'call' | 'chat'; readonly value: string | undefined }) {
  const { view, compose } = useRoom();
  if (value) return <Copyable name={name} value={value} />;
  if (view.mode === 'imported') return null;
  return (
    <AskButton look="quiet" onPress={() => compose(`/${name} `)}>
      no {name} <kbd>/{name}</kbd>
    </AskButton>
  );
}

function Recorded({ recording, recordedAt, zone }: RoomHeaderProps & { readonly zone: string }) {
  if (!recording) {
    return (
      <strong className={styles.notRecording}>
        <span aria-hidden="true">■</span> not recording
      </strong>
    );
  }
  return (
    <span className={styles.recorded} title="When the last line was safely on disk">
      <span aria-hidden="true" className={styles.dot}>
        ●
      </span>{' '}
      {recordedAt === undefined ? 'recording' : <>recorded {clockTimeWithSeconds(recordedAt, zone)}</>}
    </span>
  );
}
