/** "I need help with …": a message that is ready to send, and whom to send it to. */
import { useEffect, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { emptyDirectory } from '../../../../shared/directory/directory.ts';
import { helpMessage } from '../../../../shared/directory/help-message.ts';
import { createStore, useStore } from '../../../bridge/store.ts';
import { useDirectory } from '../../../bridge/use-directory.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { useActions } from '../../../components/palette/actions.ts';
import palette from '../../../components/palette/palette.module.css';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { DirectoryPaths } from './directory-paths.tsx';
import styles from './help-panel.module.css';

/** Closed until a `/help` line opens it. */
const asked = createStore<{ readonly wanted: string } | undefined>(undefined);

/** Opens it, with what help is needed with where somebody said so. */
export function openHelp(wanted = ''): void {
  asked.set({ wanted });
}

export function HelpPanel() {
  const { compose } = useRoom();
  const open = useStore(asked);
  useActions(() => [
    {
      id: 'room.help',
      name: 'I need help with …',
      group: 'This incident',
      chords: ['Alt+H'],
      typed: '/help',
      alsoCalled: 'ask escalate whom to call',
      run: () => compose('/help '),
    },
  ]);
  const close = () => asked.set(undefined);
  // A room that is left takes its question with it.
  useEffect(() => () => asked.set(undefined), []);
  return (
    <ModalOverlay isOpen={open !== undefined} isDismissable onOpenChange={(isOpen) => isOpen || close()} className={palette.overlay ?? ''}>
      <Modal className={palette.modal ?? ''}>
        <Dialog aria-label="I need help" className={`${palette.dialog ?? ''} ${styles.dialog ?? ''}`}>
          <Help wanted={open?.wanted ?? ''} onClose={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Help({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { view } = useRoom();
  const { directory = emptyDirectory } = useDirectory();
  const [text, setText] = useState(wanted);
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'failed'>('not yet');
  const help = useMemo(() => helpMessage(view, directory, text, Date.now()), [view, directory, text]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(help.text);
      setCopied('copied');
      announce('The message is copied.');
    } catch {
      setCopied('failed');
      announce('This window may not copy; select the message instead.');
    }
  };
  return (
    <>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <TextField
          label="I need help with"
          value={text}
          onChange={(next) => {
            setText(next);
            setCopied('not yet');
          }}
          autoFocus
        />
        <div className={styles.ways}>
          <Button look="main" type="submit" keys="Enter">
            {copied === 'copied' ? '✓ Copied' : copied === 'failed' ? 'Select it below' : 'Copy the message'}
          </Button>
          <Button onPress={onClose} keys="Escape">
            Close
          </Button>
        </div>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={styles.body} tabIndex={0}>
        <pre className={styles.message} dir="auto">
          {help.text}
        </pre>
        <Section title="Call one of them now" level={3}>
          <DirectoryPaths paths={help.paths} most={4} empty="Nobody is in the directory yet: Alt W opens it." />
        </Section>
      </div>
    </>
  );
}
