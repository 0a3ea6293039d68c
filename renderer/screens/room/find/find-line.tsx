/** `Ctrl/⌘ F`: a line of this incident by its words. The timeline draws only the lines in sight, so the browser's own search would miss the rest. */
import { useMemo, useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, Text, TextField } from 'react-aria-components';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import palette from '../../../components/palette/palette.module.css';
import { Written } from '../../../components/written/written.tsx';
import { lineTimeInFull } from '../timeline/line-time.ts';
import styles from './find-line.module.css';
import { linesWith } from './lines-with.ts';

interface FindLineProps {
  readonly entries: readonly ShownEntry[];
  readonly zone: string;
  readonly state: 'open' | 'closed';
  readonly onClose: () => void;
  /** Goes to the entry with this id. */
  readonly onGo: (entry: string) => void;
}

/** More than this nobody reads: another word finds it sooner. */
const shown = 30;

export function FindLine(props: FindLineProps) {
  return (
    <ModalOverlay
      isOpen={props.state === 'open'}
      isDismissable
      onOpenChange={(open) => open || props.onClose()}
      className={palette.overlay ?? ''}
    >
      <Modal className={palette.modal ?? ''}>
        <Dialog aria-label="Search in this incident" className={palette.dialog ?? ''}>
          <Finder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ entries, zone, onClose, onGo }: FindLineProps) {
  const [text, setText] = useState('');
  const found = useMemo(() => (text.trim() === '' ? [] : linesWith(entries, text, shown)), [entries, text]);
  const choose = (entry: ShownEntry) => {
    onClose();
    // After the dialog has given focus back: the line takes it then.
    setTimeout(() => onGo(entry.item.id), 0);
  };
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField aria-label="Search in this incident" autoFocus className={palette.field ?? ''}>
        <Input className={palette.input ?? ''} placeholder="Search in this incident" autoComplete="off" spellCheck="false" />
      </TextField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked from the field, but a region that scrolls must be reachable too. */}
      <div className={palette.scroll} tabIndex={0}>
        <Menu
          className={palette.menu ?? ''}
          aria-label="Lines, newest first"
          items={found.map((entry) => ({ id: entry.item.id, entry }))}
          renderEmptyState={() => (
            <p className={palette.none}>
              {text.trim() === '' ? 'Some words of the line, or who wrote it.' : 'No line of this incident holds all of these words.'}
            </p>
          )}
        >
          {({ entry }) => (
            <MenuItem className={palette.item ?? ''} textValue={entry.text} onAction={() => choose(entry)}>
              <Text slot="label" className={styles.text}>
                <Written shape="clipped">{entry.text}</Written>
              </Text>
              <Text slot="description" className={palette.why}>
                {entry.byName ?? entry.actorName} · {lineTimeInFull(entry, zone).split(' · ')[0]}
              </Text>
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}
