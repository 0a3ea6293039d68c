/** Somebody else wrote the section while one wrote: theirs stands beside, and nothing is written over. */
import { personName } from '../../../../shared/incident/names.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { Button } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import type { SectionText } from './use-section-text.ts';
import { WordDifference } from './word-difference.tsx';

interface OvertakenProps {
  readonly view: IncidentView;
  readonly section: string;
  readonly words: SectionText;
}

export function Overtaken({ view, section, words }: OvertakenProps) {
  if (words.standing !== 'overtaken') return null;
  const theirs = view.sections[section];
  const who = theirs === undefined ? 'This section was cleared' : `${personName(view, theirs.by)} wrote this section`;
  return (
    <Notice
      tone="now"
      title={`${who} while you wrote. What you typed is still here.`}
      actions={
        <>
          <Button onPress={words.goOn}>Go on with mine</Button>
          <Button onPress={words.drop}>{theirs === undefined ? 'Drop mine' : 'Take theirs'}</Button>
        </>
      }
    >
      {theirs === undefined ? null : (
        <>
          <p>From theirs to yours:</p>
          <WordDifference label="From theirs to yours" before={theirs.text} after={words.text} />
        </>
      )}
    </Notice>
  );
}
