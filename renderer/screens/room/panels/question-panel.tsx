/** The parking lot: questions that interrupted, kept until somebody answers them. */
import type { QuestionView } from '../../../../shared/incident/work-view.ts';
import { useNow } from '../../../bridge/use-now.ts';
import { ageText } from '../../../components/clock/format-time.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { shortLabel } from './task-words.ts';
import styles from './thing.module.css';
import { Thing } from './thing.tsx';

/** Questions that nobody answered, in the order in which they were asked. */
export const openQuestions = (questions: readonly QuestionView[]): readonly QuestionView[] =>
  questions.filter(({ answer }) => answer === undefined);

export function QuestionPanel() {
  const { view, nameOf } = useRoom();
  const open = openQuestions(view.questions);
  if (open.length === 0) return null;
  return (
    <Section title={`Parked questions: ${open.length}`} aside={<ComposeButton line="? " says="park one" />}>
      <LongList items={open} shows="first" most={5} things="questions" className={styles.list}>
        {(question) => (
          <Thing
            key={question.id}
            label={question.label}
            text={question.text}
            clock={<Waiting since={question.askedAt} />}
            below={nameOf(question.askedBy)}
            answers={[{ line: `/ans ${shortLabel(question.label)} `, says: 'answer it' }]}
          />
        )}
      </LongList>
    </Section>
  );
}

function Waiting({ since }: { readonly since: number }) {
  const now = useNow();
  return ageText(now - since);
}
