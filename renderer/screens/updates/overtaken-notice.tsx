/** Somebody else changed the draft that one is writing in, or it went: what they made of it, and what may become of one's own. Nothing is overwritten. */

import { personName } from '../../../shared/incident/names.ts';
import type { DraftView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './overtaken-notice.module.css';
import type { OpenMessage } from './use-messages.ts';
import { isOvertaken } from './writing.ts';

interface OvertakenNoticeProps {
  readonly view: IncidentView;
  readonly open: OpenMessage;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
  readonly onSetApart: () => void;
}

export function OvertakenNotice({ view, open, onTakeTheirs, onKeepMine, onSetApart }: OvertakenNoticeProps) {
  const { key, draft, standing, writing } = open;
  if (standing === 'untouched' || key === 'new') return null;
  if (draft === undefined || draft.state === 'sent' || draft.state === 'discarded') {
    return (
      <Notice
        tone="now"
        title={`${goneWords(view, draft)} What you typed is kept here.`}
        actions={
          <>
            <Button onPress={onSetApart}>Go on with it as a new message</Button>
            <Button look="quiet" onPress={onTakeTheirs}>
              Let it go
            </Button>
          </>
        }
      />
    );
  }
  if (!isOvertaken(writing, draft)) return null;
  return (
    <Notice
      tone="now"
      title={`${personName(view, draft.by)} rewrote ${draft.label} while you were writing. Yours is below, as you typed it; theirs reads:`}
      actions={
        <>
          <Button onPress={onTakeTheirs}>Take theirs</Button>
          <Button onPress={onKeepMine}>Go on with mine</Button>
          <Button look="quiet" onPress={onSetApart}>
            Make mine another message
          </Button>
        </>
      }
    >
      <div className={styles.theirs}>
        <Written shape="lines">{draft.text}</Written>
      </div>
    </Notice>
  );
}

function goneWords(view: IncidentView, draft: DraftView | undefined): string {
  if (draft === undefined) return 'This console does not know the draft that it began with.';
  if (draft.state === 'discarded') return `${draft.label} was discarded meanwhile.`;
  const sender = view.updates.find(({ id }) => id === draft.sent)?.actor;
  return `${draft.label} was sent meanwhile${sender === undefined ? '' : `, by ${personName(view, sender)}`}.`;
}
