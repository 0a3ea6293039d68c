/** Where postmortems are published, and publishing all of them: a folder of Markdown files, such as a clone of a repository. */
import { useEffect, useState } from 'react';
import type { Publication } from '../../../shared/api/library-wire.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import styles from './library.module.css';
import { publicationSays, publicationWarns } from './publish-words.ts';

/** Only for the owner: it writes on their disk. */
export function PublishSection() {
  const bridge = useBridge();
  const [chosen, setChosen] = useState<string | null | undefined>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const [done, setDone] = useState<Publication | undefined>();
  useEffect(() => {
    void bridge.call('library.folder', {}).then((answer) => {
      if (!answer.ok) return setFault(answer.error.message);
      setChosen(answer.value.folder);
      setTyped(answer.value.folder ?? '');
    });
  }, [bridge]);

  const choose = async (): Promise<boolean> => {
    const folder = typed.trim() === '' ? null : typed.trim();
    const answer = await bridge.call('library.setFolder', { folder });
    setFault(answer.ok ? undefined : answer.error.message);
    if (!answer.ok) return false;
    setChosen(answer.value.folder);
    announce(answer.value.folder === null ? 'No folder is chosen.' : 'The folder is chosen.');
    return true;
  };
  const publish = async () => {
    setDone(undefined);
    if (typed.trim() !== (chosen ?? '') && !(await choose())) return;
    const answer = await bridge.call('library.publish', { all: true });
    setFault(answer.ok ? undefined : answer.error.message);
    if (!answer.ok) return;
    setDone(answer.value);
    announce(publicationSays(answer.value));
  };
  const warnings = done === undefined ? [] : publicationWarns(done);
  return (
    <Section title="Publish">
      <form
        className={styles.folder}
        onSubmit={(event) => {
          event.preventDefault();
          void choose();
        }}
      >
        <TextField
          label="Folder"
          value={typed}
          onChange={setTyped}
          fault={fault}
          placeholder="/home/me/postmortems"
          description="One Markdown file for each past incident and a README.md that lists them. A clone of a repository is a good place: only what changed is written."
          maxLength={1000}
        />
        <div className={styles.ways}>
          {typed.trim() === (chosen ?? '') ? null : <Button type="submit">{typed.trim() === '' ? 'Choose none' : 'Choose'}</Button>}
          <Button onPress={() => void publish()} unavailable={typed.trim() === '' ? 'Type the path of a folder first.' : undefined}>
            Publish all
          </Button>
        </div>
      </form>
      {done === undefined ? null : (
        <Notice tone={warnings.length > 0 ? 'now' : 'done'} title={publicationSays(done)}>
          {warnings.length === 0 ? null : (
            <ul className={styles.warnings}>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </Section>
  );
}
