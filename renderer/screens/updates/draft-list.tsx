/** The messages that wait: one that is being begun, and every draft with the one whom it waits for. */
import type { DraftView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useNow } from '../../bridge/use-now.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './draft-list.module.css';
import { approvalWords, listed } from './message-words.ts';
import { newMessage } from './writing.ts';

interface DraftListProps {
  readonly view: IncidentView;
  readonly self: string;
  readonly drafts: readonly DraftView[];
  /** The key of the message that is open. */
  readonly open: string;
  readonly onShow: (key: string) => void;
}

export function DraftList({ view, self, drafts, open, onShow }: DraftListProps) {
  const now = useNow();
  return (
    <Section
      title="Drafts"
      aside={
        <Button look="quiet" keys="Alt+B" onPress={() => onShow(newMessage)}>
          Begin another
        </Button>
      }
    >
      {drafts.length === 0 ? (
        <p className={styles.empty}>A message that is kept as a draft stands here, with whom it waits for.</p>
      ) : (
        <ul className={styles.list}>
          {drafts.map((draft) => {
            const { says, tone } = approvalWords(view, draft, now, self);
            return (
              <li key={draft.id}>
                <button
                  type="button"
                  className={styles.draft}
                  aria-current={draft.id === open ? 'true' : undefined}
                  onClick={() => onShow(draft.id)}
                >
                  <span className={styles.head}>
                    <span className={styles.name}>{draft.label}</span> to {listed(draft.audiences)}
                  </span>
                  <span className={styles.says} data-tone={tone}>
                    {tone === 'now' && <span aria-hidden="true">◆ </span>}
                    {tone === 'done' && <span aria-hidden="true">✓ </span>}
                    {says}
                  </span>
                  <Written shape="clipped">{draft.text}</Written>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
