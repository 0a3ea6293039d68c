/** The directory from a file and into one. A file with any fault is refused whole, and each fault is listed to be mended at once. */
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { DirectoryFile } from '../../../shared/directory/file-form.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { saveDraft } from '../../bridge/take-out.ts';
import { useRunDirectory } from '../../bridge/use-directory.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import styles from './directory-screen.module.css';

interface Outcome {
  readonly tone: 'done' | 'broken';
  readonly title: string;
  readonly fields?: ApiError['fields'] | undefined;
}

export function FileWays() {
  const { run } = useRunDirectory();
  const bridge = useBridge();
  const { session } = useSession();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const read = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    const content = parsed(await file.text());
    if ('fault' in content)
      return setOutcome({ tone: 'broken', title: `${file.name} was not imported: it is not JSON (${content.fault}).` });
    // The gate says what is wrong with it, in one place for every door.
    const answer = await run({ type: 'directory.import', file: content.value as DirectoryFile });
    if (answer.ok)
      return setOutcome({ tone: 'done', title: imported(answer.value.filter(({ type }) => type !== 'console.joined').length) });
    const faults = answer.error.fields?.length ?? 0;
    const why = faults > 0 ? `${faults} ${faults === 1 ? 'fault' : 'faults'}, and nothing was written.` : answer.error.message;
    setOutcome({ tone: 'broken', title: `${file.name} was not imported: ${why}`, fields: answer.error.fields });
  };
  const save = async () => {
    const answer = await bridge.call('directory.file', {});
    if (!answer.ok) return setOutcome({ tone: 'broken', title: answer.error.message });
    const { fileName, mediaType, text } = answer.value;
    const taken = await saveDraft(bridge, fileName, mediaType, text);
    if (taken === 'taken') setOutcome({ tone: 'done', title: 'The directory is saved as a file.' });
  };
  return (
    <Section title="From and to a file" level={3}>
      {outcome === undefined ? null : (
        <Notice tone={outcome.tone} title={outcome.title}>
          {outcome.fields === undefined ? null : (
            <ul className={styles.faults}>
              {outcome.fields.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <code>{path.replace(/^file\.?/, '') || 'the file'}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div className={styles.fileWays}>
        <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={read}>
          <Button unavailable={notOwner(session, 'imports a directory')}>Import a file …</Button>
        </FileTrigger>
        <Button onPress={save}>Save as a file</Button>
      </div>
    </Section>
  );
}

function imported(changes: number): string {
  if (changes === 0) return 'The directory holds all of this already.';
  return `${changes} ${changes === 1 ? 'card or path was' : 'cards and paths were'} saved. What the file does not hold was left as it is.`;
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : 'unreadable' };
  }
}
