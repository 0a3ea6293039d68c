/** The playbook from a file and into one. What is read from a file stands in the editor first: it is looked at before it is saved. */
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useBridge } from '../../bridge/bridge-context.ts';
import { saveDraft } from '../../bridge/take-out.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import styles from './playbook-screen.module.css';

/** Beyond this it is no playbook, bytes. */
const mostBytes = 256 * 1024;

export function FileWays({ onText }: { readonly onText: (text: string) => void }) {
  const bridge = useBridge();
  const { session } = useSession();
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'broken'; readonly title: string } | undefined>();
  const read = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    if (file.size > mostBytes)
      return setSaid({ tone: 'broken', title: `${file.name} is larger than 256 KB: that is no playbook. Nothing was changed.` });
    onText((await file.text()).replace(/^\uFEFF/, ''));
    setSaid({ tone: 'done', title: `${file.name} is in the editor. It is not saved yet.` });
  };
  const save = async () => {
    const answer = await bridge.call('playbook.file', {});
    if (!answer.ok) return setSaid({ tone: 'broken', title: answer.error.message });
    const { fileName, mediaType, text } = answer.value;
    if ((await saveDraft(bridge, fileName, mediaType, text)) === 'taken')
      setSaid({ tone: 'done', title: 'The playbook in force is saved as a file.' });
  };
  return (
    <Section title="From and to a file" level={3}>
      {said === undefined ? null : <Notice tone={said.tone} title={said.title} />}
      <div className={styles.ways}>
        <FileTrigger acceptedFileTypes={['.yaml', '.yml', 'application/yaml', 'text/yaml']} onSelect={read}>
          <Button unavailable={notOwner(session, 'changes the playbook')}>Read a file …</Button>
        </FileTrigger>
        <Button onPress={save}>Save as a file</Button>
      </div>
    </Section>
  );
}
