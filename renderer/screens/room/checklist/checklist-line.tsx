/** The one line beside the work: the checklist that is open, or the one that is offered. It never opens by itself. */
import { checklistLine } from '../../../../shared/incident/checklists/offered-checklists.ts';
import { AskButton } from '../../../components/button/ask-button.tsx';
import { Button } from '../../../components/button/button.tsx';
import { KeyHint } from '../../../components/key-hint/key-hint.tsx';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import styles from './checklist.module.css';
import { countWords, forWords } from './item-words.ts';

/** The key that brings the checklists up. */
const checklistChord = 'Alt+C';

export function ChecklistLine() {
  const { view, self, run, bringUp } = useRoom();
  const line = checklistLine(view, self);
  if (line === undefined) return null;
  const more = line.others > 0 && (
    <AskButton
      look="quiet"
      onPress={() => bringUp({ kind: 'open', screen: 'checklist' })}
      label={`${line.others} more ${line.others === 1 ? 'checklist' : 'checklists'}`}
    >
      {line.others} more
    </AskButton>
  );
  if (line.kind === 'open') {
    const { list, title, items } = line.checklist;
    const words = countWords({ items });
    return (
      <p className={styles.line}>
        <AskButton look="quiet" onPress={() => bringUp({ kind: 'open', screen: 'checklist', list })}>
          checklist: <Written>{title}</Written> <span className={styles.count}>{words}</span> <KeyHint keys={checklistChord} />
        </AskButton>
        {more}
      </p>
    );
  }
  const { id: list, title } = line.list;
  const open = async () => {
    const answer = await run({ type: 'checklist.open', list });
    if (answer.ok) bringUp({ kind: 'open', screen: 'checklist', list });
  };
  return (
    <p className={styles.line}>
      <span>
        checklist for {forWords(view, line.list)}: <Written>{title}</Written>
      </span>
      <AskButton onPress={() => void open()} label={`Open the checklist ${title}`}>
        open
      </AskButton>
      {more}
      <KeyHint keys={checklistChord} />
    </p>
  );
}

/** The same where the work is a drawer: a word and how far it is. */
export function ChecklistButton() {
  const { view, self, bringUp } = useRoom();
  const line = checklistLine(view, self);
  if (line === undefined) return null;
  // On a phone at night three buttons have to fit into one row: the word is short.
  return (
    <Button look="quiet" keys={checklistChord} onPress={() => bringUp({ kind: 'open', screen: 'checklist' })}>
      {line.kind === 'open' ? `List ${countWords(line.checklist)}` : 'Lists'}
    </Button>
  );
}
