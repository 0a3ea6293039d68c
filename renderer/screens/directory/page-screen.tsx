/** The page for the wall, as it will be on paper. */
import { useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge-context.ts';
import { saveDraft } from '../../bridge/take-out.ts';
import { useDirectory } from '../../bridge/use-directory.ts';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { go, hrefOf } from '../../route.ts';
import styles from './page-screen.module.css';

export function DirectoryPageScreen() {
  usePageTitle('Who to call');
  const bridge = useBridge();
  const { directory } = useDirectory();
  const frame = useRef<HTMLIFrameElement>(null);
  const [note, setNote] = useState<string | undefined>();
  const print = () => frame.current?.contentWindow?.print();
  const save = async () => {
    const answer = await bridge.call('directory.print', {});
    if (!answer.ok) return setNote(answer.error.message);
    const { fileName, mediaType, text } = answer.value;
    if ((await saveDraft(bridge, fileName, mediaType, text)) === 'taken') setNote('The page is saved. It needs nothing beside it.');
  };
  useActions(() => [
    { id: 'page.print', name: 'Print the page', group: 'This page', chords: ['Mod+P'], run: print },
    { id: 'page.save', name: 'Save the page', group: 'This page', chords: ['Mod+S'], run: () => void save() },
    { id: 'page.back', name: 'Back to the directory', group: 'This page', chords: ['Alt+P'], run: () => go({ screen: 'directory' }) },
  ]);
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <header className={pageFrame.header}>
        <div>
          <p className={pageFrame.quiet}>
            <a href={hrefOf({ screen: 'directory' })}>Directory</a>
          </p>
          <h1>Page for the wall</h1>
        </div>
        <div className={styles.ways}>
          <Button onPress={save} keys="Mod+S">
            Save
          </Button>
          <Button look="main" onPress={print} keys="Mod+P" autoFocus>
            Print
          </Button>
        </div>
      </header>
      {note === undefined ? null : <Notice title={note} />}
      {/* The key draws it anew when the list changed. It runs nothing; this page may reach into it to print it. */}
      <iframe
        key={directory?.changedAt}
        ref={frame}
        className={styles.page}
        title="Who to call, on paper"
        sandbox="allow-same-origin allow-modals"
        referrerPolicy="no-referrer"
        src="/preview/directory"
      />
    </div>
  );
}
