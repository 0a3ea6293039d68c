/** Other ways to have something to look at: a sample outage, or a file of one's own. */
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { OutputOf } from '../../../shared/api/procedures.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { go } from '../../route.ts';
import { importButton } from './home-focus.ts';
import styles from './more-to-open.module.css';

type Sample = OutputOf<'samples.list'>['samples'][number];

export interface MoreToOpenProps {
  /** Whether the console is empty: samples are then in sight, else behind a word. */
  readonly first: 'yes' | 'no';
}

/** Samples and import; only the console's owner may do either. */
export function MoreToOpen({ first }: MoreToOpenProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [shown, setShown] = useState(false);
  const [fault, setFault] = useState<ApiError | undefined>();
  useEffect(() => {
    void bridge.call('samples.list', {}).then((answer) => (answer.ok ? setSamples(answer.value.samples) : undefined));
  }, [bridge]);
  const openSample = async (id: string) => {
    const answer = await bridge.call('samples.open', { id });
    if (answer.ok) return go({ screen: 'room', incident: answer.value.incidentId });
    setFault(answer.error);
  };
  const importFile = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    const read = parseFile(await file.text());
    if ('fault' in read) return setFault({ code: 'invalid', message: `${file.name} was not imported: ${read.fault}` });
    const answer = await bridge.call('incidents.import', { file: read.content });
    if (answer.ok) return go({ screen: 'room', incident: answer.value.incidentId });
    const faults = answer.error.fields?.length ?? 0;
    // With faults by path below, the message would only say some of them twice.
    const why = faults > 0 ? `${faults} ${faults === 1 ? 'fault' : 'faults'}, and nothing was written.` : answer.error.message;
    setFault({ ...answer.error, message: `${file.name} was not imported: ${why}` });
  };
  const notHere = notOwner(session, 'opens samples and files');
  const visible = first === 'yes' || shown;
  return (
    <Section title="Learn from a real outage">
      <p className={styles.words}>
        {first === 'yes'
          ? 'Open a public outage to see a room, a timeline and a postmortem draft before you need your own. It is marked as imported and runs no clocks.'
          : 'Public outages that ship with the console, and timelines from a file.'}
      </p>
      {fault === undefined ? null : <Faults fault={fault} />}
      {visible && notHere === undefined ? (
        <ul className={styles.samples} aria-label="Samples">
          {samples.map(({ id, title, organisation }) => (
            <li key={id} className={styles.sample}>
              <button type="button" className={styles.open} onClick={() => openSample(id)}>
                <span className={styles.organisation}>{organisation}</span>
                <span>{title}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.ways}>
        {visible || samples.length === 0 || notHere !== undefined ? null : (
          <Button onPress={() => setShown(true)}>{`Show ${samples.length} samples`}</Button>
        )}
        <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={importFile}>
          <Button id={importButton} unavailable={notHere}>
            Import a timeline file …
          </Button>
        </FileTrigger>
      </div>
    </Section>
  );
}

/** Nothing is half-imported, so each fault is listed to be mended at once. */
function Faults({ fault }: { readonly fault: ApiError }) {
  return (
    <Notice tone="broken" title={fault.message}>
      {fault.fields === undefined ? null : (
        <ul className={styles.faults}>
          {fault.fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path === '' ? 'the file' : path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function parseFile(text: string): { readonly content: unknown } | { readonly fault: string } {
  try {
    return { content: JSON.parse(text) as unknown };
  } catch (fault) {
    return { fault: `it is not JSON (${fault instanceof Error ? fault.message : 'unreadable'}).` };
  }
}
