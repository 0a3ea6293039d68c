/** The templates of postmortems: their text with its faults as one types, and the draft that it makes beside it. */
import { useRef, useState } from 'react';
import type { ListedTemplate, ShownTemplate } from '../../../shared/api/template-procedures.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useTemplateShelf } from '../../bridge/use-templates.ts';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { FaultList, faultAfter } from '../../components/fault-list/fault-list.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { type EditorHandle, TextEditor } from '../../components/text-editor/text-editor.tsx';
import { ShelfList } from './shelf-list.tsx';
import { templateLanguage } from './template-language.ts';
import { begunIds } from './template-pen-box.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';
import { TemplateWays } from './template-ways.tsx';
import styles from './templates.module.css';
import { type Pen, usePen, useTrial } from './use-pen.ts';

/** `template`: as the address has it; the first one without. */
export function TemplateScreen({ template }: { readonly template?: string | undefined }) {
  usePageTitle('Templates');
  const { templates, position, error } = useTemplateShelf();
  const id = template ?? templates?.[0]?.id;
  if (templates !== undefined && id !== undefined) return <Chosen key={id} id={id} templates={templates} position={position} />;
  return error === undefined ? (
    <p className={pageFrame.waiting}>Reading the templates …</p>
  ) : (
    <Notice tone="broken" title={error.message} />
  );
}

interface ChosenProps {
  readonly id: string;
  readonly templates: readonly ListedTemplate[];
  readonly position: number;
}

function Chosen({ id, templates, position }: ChosenProps) {
  const isShelved = templates.some((one) => one.id === id);
  const { answer } = useAnswer('templates.get', isShelved ? { id } : undefined, { again: position });
  const shown = isShelved ? answer : null;
  if (shown === undefined) return <p className={pageFrame.waiting}>Reading the template …</p>;
  const begun = begunIds(sessionStorage).filter((one) => templates.every((known) => known.id !== one));
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <header>
        <h1>Templates</h1>
        <p className={styles.quiet}>
          A template arranges what the log gives into sections. <code>wheelhouse template schema</code> prints all that it may use.
        </p>
      </header>
      <div className={styles.columns}>
        <ShelfList templates={templates} begun={begun} chosen={id} />
        {shown !== null || begun.includes(id) ? (
          <Open id={id} shown={shown} taken={new Set(templates.map((one) => one.id))} />
        ) : (
          <Notice tone="broken" title={`There is no template ${id}. Choose one of the list.`} />
        )}
      </div>
    </div>
  );
}

interface OpenProps {
  readonly id: string;
  readonly shown: ShownTemplate | null;
  readonly taken: ReadonlySet<string>;
}

function Open({ id, shown, taken }: OpenProps) {
  const { session } = useSession();
  const pen = usePen(id, shown);
  const [incident, setIncident] = useState<string | undefined>();
  const trial = useTrial(pen.text, incident);
  const editor = useRef<EditorHandle>(null);
  const nextFault = () => {
    const fault = faultAfter(trial.faults, editor.current?.place() ?? { line: 1, column: 0 });
    if (fault !== undefined) editor.current?.jump(fault);
  };
  useActions(() => [
    {
      id: 'templates.fault',
      name: 'Go to the next fault',
      group: 'Templates',
      chords: ['F8'],
      ...(trial.faults.length === 0 ? { unavailable: 'The text has no fault.' } : {}),
      run: nextFault,
    },
    { id: 'templates.text', name: 'Back to the text', group: 'Templates', chords: ['Alt+0'], run: () => editor.current?.focus() },
  ]);
  return (
    <div className={styles.open}>
      <Standing id={id} shown={shown} pen={pen} />
      <div className={styles.sides}>
        <div className={styles.side}>
          <TextEditor
            label="Template, YAML and Liquid. Tab indents; Escape, then Tab, leaves the text."
            language={templateLanguage}
            text={pen.text}
            onText={pen.write}
            faults={trial.faults}
            access={session?.scope === 'responder' ? 'read' : 'write'}
            handle={editor}
          />
          <p className={styles.quiet}>
            <KeyHint keys="Tab" /> indents; <KeyHint keys="Escape" />, then <KeyHint keys="Tab" />, leaves the text
          </p>
          <FaultList faults={trial.faults} none="It makes a draft." onGo={(fault) => editor.current?.jump(fault)} />
          <TemplateWays id={id} shown={shown} pen={pen} faults={trial.faults.length} taken={taken} onFault={nextFault} />
          {shown === null ? null : <TemplateVersions shown={shown} onText={pen.write} />}
        </div>
        <div className={styles.side}>
          <TemplatePreview trial={trial} incident={incident} onIncident={setIncident} />
        </div>
      </div>
    </div>
  );
}

/** What somebody should know before they write: nothing stops them. */
function Standing({ id, shown, pen }: { readonly id: string; readonly shown: ShownTemplate | null; readonly pen: Pen }) {
  return (
    <>
      <p className={styles.about}>{shown === null ? `${id} is not saved yet.` : shown.about}</p>
      {shown !== null && shown.faults.length > 0 ? (
        <Notice tone="now" title="The newest that was saved cannot be used here, so the one before it is.">
          <ul>
            {shown.faults.slice(0, 3).map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`}>
                {line}:{column} {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {pen.standing === 'overtaken' ? (
        <Notice
          tone="now"
          title="Another was saved, or this one was removed, while you wrote. What you wrote is still here."
          actions={
            <>
              <Button onPress={pen.goOn}>Go on with mine</Button>
              <Button onPress={pen.drop}>Drop mine</Button>
            </>
          }
        />
      ) : null}
    </>
  );
}
