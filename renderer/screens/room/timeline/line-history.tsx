/** What a line said at first, and each change since: nothing in the log is ever overwritten. */

import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import type { Amendment } from '../../../../shared/incident/view.ts';
import { clockTime } from '../../../../shared/vocabulary/zoned-time.ts';
import { Written } from '../../../components/written/written.tsx';
import { hrefOf } from '../../../route.ts';
import { useRoom } from '../room-context.ts';
import styles from './line.module.css';
import { lineTimeInFull } from './line-time.ts';

export function LineHistory({ entry, zone }: { readonly entry: ShownEntry; readonly zone: string }) {
  const { nameOf, view } = useRoom();
  return (
    <dl className={styles.history}>
      <dt>when</dt>
      <dd>{lineTimeInFull(entry, zone)}</dd>
      <dt>written by</dt>
      <dd>
        <Written>{entry.actorName}</Written> · {entry.item.via}
      </dd>
      {entry.original !== undefined && (
        <>
          <dt>at first</dt>
          <dd>
            <Written shape="lines">{entry.original}</Written>
          </dd>
        </>
      )}
      {entry.corrections.map((change) => (
        <Change key={change.event} change={change} who={nameOf(change.actor)} zone={zone} />
      ))}
      <dt>known then</dt>
      <dd>
        <a href={hrefOf({ screen: 'knownAt', incident: view.id, at: entry.recordedAt })}>what the log knew when this was written</a>
      </dd>
      {entry.corrections.length === 0 && (
        <>
          <dt>since then</dt>
          <dd>nothing has changed</dd>
        </>
      )}
    </dl>
  );
}

function Change({ change, who, zone }: { readonly change: Amendment; readonly who: string; readonly zone: string }) {
  const what = [
    change.redacted && 'hid the text',
    change.text !== undefined && `text: ${change.text}`,
    change.kind !== undefined && `kind: ${change.kind}`,
    change.occurredAt !== undefined && `time: ${clockTime(change.occurredAt, zone)}`,
    change.reason !== undefined && `because ${change.reason}`,
  ].filter(Boolean);
  return (
    <>
      <dt>{clockTime(change.recordedAt, zone)}</dt>
      <dd dir="auto">
        {who}: {what.join(' · ')}
      </dd>
    </>
  );
}
