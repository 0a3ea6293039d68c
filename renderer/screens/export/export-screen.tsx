/** The postmortem draft: choose how it is made, look at it, take it along. Each export is a line of the log. */
import { useState } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useIncident } from '../../bridge/use-incident.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Written } from '../../components/written/written.tsx';
import { go, hrefOf } from '../../route.ts';
import { LostScreen } from '../lost/lost-screen.tsx';
import { DraftPreview, useDraft } from './draft-preview.tsx';
import styles from './export-screen.module.css';
import { ReviewLeft } from './review-left.tsx';
import { copyDraft, saveDraft, type TakenOut } from './take-out.ts';
import { type DraftFormat, formats, templates } from './templates.ts';

export interface ExportScreenProps {
  /** As the address has it: an id, a suffix or a label. */
  readonly incident: string;
}

/** Waits for the incident, or says that there is none. */
export function ExportScreen({ incident }: ExportScreenProps) {
  const state = useIncident(incident);
  if (state.state === 'loading') return <p className={styles.waiting}>Reading the log …</p>;
  if (state.state === 'ready') return <Draft view={state.view} />;
  return state.error.code === 'not-found' ? <LostScreen reason="incident" /> : <Notice tone="broken" title={state.error.message} />;
}

function Draft({ view }: { readonly view: IncidentView }) {
  const bridge = useBridge();
  const { run, fault } = useRunCommand(view.id);
  const [template, setTemplate] = useState<'google-sre'>('google-sre');
  const [format, setFormat] = useState<DraftFormat>('md');
  const [note, setNote] = useState<string | undefined>();
  const draft = useDraft(view, template, format);
  const drill = view.mode === 'drill';
  usePageTitle(`${drill ? 'DRILL · ' : ''}Postmortem of ${view.title}`);
  const notYet = draft.state === 'ready' ? undefined : 'The draft is being made.';

  const takeOut = async (way: (text: string) => Promise<TakenOut>, done: string) => {
    if (draft.state !== 'ready') return;
    const outcome = await way(draft.text);
    if (outcome === 'givenUp') return;
    if (outcome === 'impossible')
      return setNote('This browser gives pages from another machine no clipboard. Select the text below, or save it.');
    const recorded = await run({ type: 'postmortem.export', template, format });
    const said = recorded.ok ? `${done} The log says so.` : done;
    setNote(said);
    announce(said);
  };
  const copy = () => void takeOut(copyDraft, 'The draft is on the clipboard.');
  const save = () =>
    void takeOut(
      (text) => (draft.state === 'ready' ? saveDraft(bridge, draft.fileName, draft.mediaType, text) : Promise.resolve('givenUp')),
      'The draft is saved.',
    );
  const back = () => go({ screen: 'room', incident: view.id });
  useActions(() => [
    {
      id: 'export.copy',
      name: 'Copy the draft',
      group: 'This draft',
      chords: ['Mod+Shift+C'],
      ...(notYet === undefined ? {} : { unavailable: notYet }),
      run: copy,
    },
    {
      id: 'export.save',
      name: 'Save the draft',
      group: 'This draft',
      chords: ['Mod+S'],
      ...(notYet === undefined ? {} : { unavailable: notYet }),
      run: save,
    },
    { id: 'export.room', name: 'Back to the incident', group: 'This draft', chords: ['Mod+Shift+E'], run: back },
  ]);

  return (
    <>
      {drill ? <Banner kind="drill">DRILL. This is an exercise.</Banner> : null}
      <div className={styles.screen}>
        <header className={styles.header}>
          <div className={styles.titles}>
            <p className={styles.crumb}>
              <a href={hrefOf({ screen: 'room', incident: view.id })}>{view.label}</a> postmortem draft
            </p>
            <h1 className={styles.title}>
              <Written>{view.title}</Written>
            </h1>
          </div>
          <div className={styles.ways}>
            <Button onPress={copy} keys="Mod+Shift+C" unavailable={notYet}>
              Copy
            </Button>
            <Button look="main" onPress={save} keys="Mod+S" unavailable={notYet}>
              Save
            </Button>
          </div>
        </header>
        <div className={styles.choices}>
          <Choice label="Template" options={templates} value={template} onChange={setTemplate} />
          <Choice label="Format" options={formats} value={format} onChange={setFormat} />
          <Exported view={view} />
        </div>
        {note === undefined ? null : <Notice tone="done" title={note} />}
        {fault === undefined ? null : <Notice tone="broken" title={`The export could not be recorded: ${fault.message}`} />}
        <ReviewLeft view={view} />
        <DraftPreview view={view} template={template} draft={draft} format={format} />
      </div>
    </>
  );
}

function Exported({ view }: { readonly view: IncidentView }) {
  const count = view.exports.length;
  return <p className={styles.exported}>{count === 0 ? 'not exported yet' : count === 1 ? 'exported once' : `exported ${count} times`}</p>;
}
