/** A small button that puts a text to start from into the composer, and shows what one would type to do the same. */
import { AskButton } from '../../../components/button/ask-button.tsx';
import { useRoom } from '../room-context.ts';

interface ComposeButtonProps {
  /** The composer text; typing replaces a `…` in it. */
  readonly line: string;
  readonly says: string;
  /** How much of the line is shown as what one would type: the command alone, with the label that it is for, or that and nothing beside it. */
  readonly shows?: 'label' | 'alone';
}

export function ComposeButton({ line, says, shows }: ComposeButtonProps) {
  const { compose } = useRoom();
  const command = (shows === undefined ? /^\/[a-z]+[?+~-]*/.exec(line)?.[0] : line.replace(' …', '').trim()) ?? line;
  const name = shows === 'alone' ? { label: `${command}: ${says}`, title: says } : {};
  return (
    <AskButton look="quiet" onPress={() => compose(line)} {...name}>
      {shows !== 'alone' && <>{says} </>}
      <kbd>{command}</kbd>
    </AskButton>
  );
}
