/** The draft of a postmortem as one works on it: its sections, what it says, and in the margin what stands behind it and against it. */
import { useState } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { ExportFormat } from '../../../shared/vocabulary/words.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { formatChoices } from './outgoing/formats.ts';
import { Leftovers } from './outgoing/leftovers.tsx';
import { OutgoingBar, type Shown } from './outgoing/outgoing-bar.tsx';
import { Preview } from './outgoing/preview.tsx';
import { ReviewLeft } from './outgoing/review-left.tsx';
import { useOutgoing } from './outgoing/use-outgoing.ts';
import styles from './studio.module.css';
import { useOutgoingActions } from './studio-actions.ts';
import { useWish } from './use-wish.ts';
import { Workbench } from './workbench.tsx';

/** A burst of events makes one new draft, ms. */
const gather = 300;

export function StudioOpen({ view }: { readonly view: IncidentView }) {
  const [wish, setWish] = useWish(view);
  const [format, setFormat] = useState<ExportFormat>('md');
  const [shown, setShown] = useState<Shown>('draft');
  const [writing, setWriting] = useState<string | undefined>();
  const { answer: made, refusal } = useAnswer('postmortem.draft', { id: view.id, ...wish }, { again: view.events, gather });
  const outgoing = useOutgoing(view, wish, format);
  const drill = view.mode === 'drill';
  usePageTitle(`${drill ? 'DRILL · ' : ''}Postmortem of ${view.title}`);
  const notYet = outgoing.busy ? 'The document is being made.' : made === undefined ? 'The draft is being made.' : undefined;
  const isFile = formatChoices.find((one) => one.format === format)?.kind === 'file';
  const noCopy = notYet ?? (isFile ? 'This format is a file: save it.' : undefined);
  useOutgoingActions({ view, outgoing, noCopy, notYet, shown, onShown: setShown, pen: writing === undefined ? 'reading' : 'writing' });

  return (
    <>
      {drill ? <Banner kind="drill">DRILL. This is an exercise.</Banner> : null}
      <div className={classNames(pageFrame.screen, styles.screen)}>
        <header className={pageFrame.header}>
          <div className={styles.titles}>
            <p className={styles.quiet}>
              <a href={hrefOf({ screen: 'room', incident: view.id })}>{view.label}</a> postmortem draft
            </p>
            <h1 className={styles.title}>
              <Written>{view.title}</Written>
            </h1>
          </div>
          <div className={styles.ways}>
            <Button onPress={outgoing.copy} keys="Mod+Shift+C" unavailable={noCopy}>
              Copy
            </Button>
            <Button look="main" onPress={outgoing.save} {...(writing === undefined && { keys: 'Mod+S' })} unavailable={notYet}>
              Save
            </Button>
          </div>
        </header>
        <OutgoingBar {...{ view, wish, format, shown }} onWish={setWish} onFormat={setFormat} onShown={setShown} />
        {outgoing.outcome === undefined ? null : <Notice tone={outgoing.outcome.tone} title={outgoing.outcome.says} />}
        {refusal === undefined ? null : <Notice tone="broken" title={`There is no draft: ${refusal.message}`} />}
        {wish.anonymous ? <Leftovers leftovers={made?.leftovers} /> : null}
        <ReviewLeft view={view} />
        {shown === 'preview' ? <Preview view={view} wish={wish} format={format} /> : null}
        {shown === 'draft' && made !== undefined ? (
          <Workbench view={view} made={made} anonymous={wish.anonymous} writing={writing} onWriting={setWriting} />
        ) : null}
        {made === undefined && refusal === undefined ? <p className={styles.quiet}>Making the draft …</p> : null}
      </div>
    </>
  );
}
