/** The rules of the next incident: their text with its faults as one types, what was saved before, and what differs. */
import { useRef, useState } from 'react';
import type { ShownPlaybook } from '../../../shared/api/playbook-wire.ts';
import { usePlaybook } from '../../bridge/use-playbook.ts';
import { useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { FaultList, faultAfter } from '../../components/fault-list/fault-list.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { type EditorHandle, TextEditor } from '../../components/text-editor/text-editor.tsx';
import { Compare, type Sides } from './compare.tsx';
import { FileWays } from './file-ways.tsx';
import { playbookLanguage } from './playbook-language.ts';
import styles from './playbook-screen.module.css';
import { SaveForm } from './save-form.tsx';
import { useWriting, type Writing } from './use-writing.ts';
import { savedWords, versionWords } from './version-words.ts';
import { Versions } from './versions.tsx';

export function PlaybookScreen() {
  usePageTitle('Playbook');
  const { shown, error } = usePlaybook();
  if (shown !== undefined) return <Open shown={shown} />;
  return error === undefined ? <p className={pageFrame.waiting}>Reading the playbook …</p> : <Notice tone="broken" title={error.message} />;
}

function Open({ shown }: { readonly shown: ShownPlaybook }) {
  const { session } = useSession();
  const writing = useWriting(shown);
  const editor = useRef<EditorHandle>(null);
  const [sides, setSides] = useState<Sides>({ before: shown.id, after: 'here' });
  const nextFault = () => {
    const fault = faultAfter(writing.faults, editor.current?.place() ?? { line: 1, column: 0 });
    if (fault !== undefined) editor.current?.jump(fault);
  };
  useActions(() => [
    {
      id: 'playbook.fault',
      name: 'Go to the next fault',
      group: 'Playbook',
      chords: ['F8'],
      ...(writing.faults.length === 0 ? { unavailable: 'The text has no fault.' } : {}),
      run: nextFault,
    },
    { id: 'playbook.text', name: 'Back to the text', group: 'Playbook', chords: ['Alt+0'], run: () => editor.current?.focus() },
  ]);
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <header>
        <h1>Playbook</h1>
        <p className={styles.quiet}>{inForceWords(shown)}</p>
      </header>
      <Unreadable shown={shown} />
      <Overtaken shown={shown} writing={writing} onCompare={() => setSides({ before: shown.id, after: 'here' })} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <TextEditor
            label="Playbook, YAML. Tab indents; Escape, then Tab, leaves the text."
            language={playbookLanguage}
            text={writing.text}
            onText={writing.write}
            faults={writing.faults}
            access={session?.scope === 'responder' ? 'read' : 'write'}
            handle={editor}
          />
          <p className={styles.quiet}>
            <KeyHint keys="Tab" /> indents; <KeyHint keys="Escape" />, then <KeyHint keys="Tab" />, leaves the text ·{' '}
            <KeyHint keys="Control+Space" /> offers what may stand here
          </p>
          <FaultList
            faults={writing.faults}
            none="It reads. What is saved now holds for the next incident."
            onGo={(fault) => editor.current?.jump(fault)}
          />
        </div>
        <div className={styles.beside}>
          <SaveForm shown={shown} writing={writing} onFault={nextFault} />
          <FileWays onText={writing.write} />
          <Versions shown={shown} onText={writing.write} onCompare={(before) => setSides({ before, after: 'here' })} />
        </div>
      </div>
      <Compare shown={shown} text={writing.text} sides={sides} onSides={setSides} />
    </div>
  );
}

function inForceWords({ source, playbook, versions, id }: ShownPlaybook): string {
  const what = `In force for new incidents: ${playbook.name}, version ${playbook.version}`;
  const version = versions.find((one) => one.id === id);
  if (source === 'default' || version === undefined) return `${what}, as it is shipped.`;
  return `${what}, saved ${savedWords(version)}${version.by === undefined ? '' : ` by ${version.by}`}.`;
}

/** A newer console saved what this one cannot read: nothing stops, and it is said. */
function Unreadable({ shown: { faults, versions } }: { readonly shown: ShownPlaybook }) {
  const [newest] = versions;
  if (faults.length === 0 || newest === undefined) return null;
  return (
    <Notice tone="now" title={`${versionWords(newest)} cannot be read here, so the one before it stays in force.`}>
      <ul className={styles.faultWords}>
        {faults.slice(0, 3).map(({ line, column, path, message }) => (
          <li key={`${line} ${column} ${message}`}>
            {line}:{column} <code>{path}</code> {message}
          </li>
        ))}
      </ul>
      <p>Bring this console up to date, or save another playbook.</p>
    </Notice>
  );
}

interface OvertakenProps {
  readonly shown: ShownPlaybook;
  readonly writing: Writing;
  readonly onCompare: () => void;
}

/** Somebody saved another while one wrote: neither is lost, and one of them has to be chosen. */
function Overtaken({ shown, writing, onCompare }: OvertakenProps) {
  if (writing.standing !== 'overtaken') return null;
  const version = shown.versions.find(({ id }) => id === shown.id);
  const what = version === undefined ? 'The shipped playbook is in force again' : `${versionWords(version)} was saved`;
  return (
    <Notice
      tone="now"
      title={`${what} while you wrote. What you wrote is still here.`}
      actions={
        <>
          <Button onPress={onCompare}>Compare the two</Button>
          <Button onPress={writing.goOn}>Go on with mine</Button>
          <Button onPress={writing.drop}>Drop mine</Button>
        </>
      }
    />
  );
}
