/** A dialog, for the few things that need one: correcting, and what cannot be taken back. Logging never opens one. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape, a press outside, or a button of its own. */
  readonly onClose: () => void;
}

/** Open for as long as it is mounted; focus goes back to where it was. */
export function Dialog({ title, children, onClose }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable className={styles.overlay ?? ''} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
