/** The updates screen once its incident is there: whom a message is for, the message with its ways out, and what speaks against it or came before it. */
import { useCallback, useEffect, useRef } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Written } from '../../components/written/written.tsx';
import { go, hrefOf } from '../../route.ts';
import { Acts } from './acts.tsx';
import { AudienceList } from './audience-list.tsx';
import { Beside } from './beside.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { deskActions } from './desk-actions.ts';
import { DraftList } from './draft-list.tsx';
import { MessageField } from './message-field.tsx';
import { capital } from './message-words.ts';
import { NextField } from './next-field.tsx';
import { Outcome } from './outcome.tsx';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { TemplateChoice } from './template-choice.tsx';
import styles from './updates-desk.module.css';
import { useDesk } from './use-desk.ts';
import { useEscape } from './use-escape.ts';
import { waitingDrafts } from './use-messages.ts';

interface UpdatesDeskProps {
  readonly view: IncidentView;
  /** The id of the person at this console. */
  readonly self: string;
  /** Whom a new message is for, where one came for them. */
  readonly to: readonly Audience[];
  /** The message that one came for. */
  readonly first: string | undefined;
}

export function UpdatesDesk({ view, self, to, first }: UpdatesDeskProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const desk = useDesk({ view, self, to, first, field });
  const { sending, open, text, status } = desk;
  const drill = view.mode === 'drill';
  const back = useCallback(() => go({ screen: 'room', incident: view.id }), [view.id]);
  usePageTitle(`${drill ? 'DRILL · ' : ''}Updates · ${view.title}`);
  useEscape(back);
  useEffect(() => {
    // A telephone's keyboard would cover half of what one came to see.
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, []);
  useActions(() => deskActions({ desk, view, self, back }));
  return (
    <>
      {drill ? <Banner kind="drill">DRILL. This is an exercise.</Banner> : null}
      <div className={classNames(pageFrame.screen, styles.screen)}>
        <header className={classNames(pageFrame.header, styles.header)}>
          <div className={styles.titles}>
            <p className={pageFrame.quiet}>
              <a href={hrefOf({ screen: 'room', incident: view.id })}>{view.label}</a> updates
            </p>
            <h1 className={styles.title}>
              <Written>{view.title}</Written>
            </h1>
          </div>
          <p className={classNames(pageFrame.quiet, styles.status)}>
            Status: <strong>{capital(status)}</strong>
          </p>
          <Button look="quiet" keys="Escape" onPress={back}>
            Back to the incident
          </Button>
        </header>
        <div className={styles.columns}>
          <div className={styles.to}>
            <AudienceList view={view} chosen={open.writing.audiences} onToggle={desk.toggle} />
            <DraftList view={view} self={self} drafts={waitingDrafts(view)} open={open.key} onShow={desk.show} />
          </div>
          <section className={styles.message} aria-labelledby="updates-open">
            <h2 id="updates-open" className={styles.open}>
              {open.draft === undefined ? 'A new message' : `${open.draft.label}${open.standing === 'changed' ? ', changed here' : ''}`}
            </h2>
            <OvertakenNotice view={view} open={open} onTakeTheirs={desk.takeTheirs} onKeepMine={desk.keepMine} onSetApart={desk.setApart} />
            <TemplateChoice view={view} writing={open.writing} fits={desk.fits} onChoose={desk.choose} onPutBack={desk.putBack} />
            <MessageField field={field} text={text} onChange={desk.type} />
            <NextField view={view} writing={open.writing} onChange={desk.setNext} />
            <ChannelChoice channels={desk.channels} chosen={desk.chosen} to={open.writing.audiences} onToggle={desk.toggleChannel} />
            <Acts acts={desk.acts} />
            <Outcome sending={sending} zone={view.zone} remedyFor={desk.remedyFor} />
          </section>
          <Beside view={view} desk={desk} />
        </div>
      </div>
    </>
  );
}
