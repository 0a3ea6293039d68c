/** The form in place of a line that is being changed: its fields, the button that Enter presses, and the way out that leaves the line as it is. */
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/button/button.tsx';
import styles from './line.module.css';

interface LineFormProps {
  readonly children: ReactNode;
  /** The button that submits. */
  readonly does: ReactNode;
  /** Another way, beside leaving. */
  readonly otherwise?: ReactNode;
  readonly onSubmit: () => Promise<void>;
  readonly onLeave: () => void;
}

export function LineForm({ children, does, otherwise, onSubmit, onLeave }: LineFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <form className={styles.editor} onSubmit={submit}>
      {children}
      <div className={styles.editorActions}>
        {does}
        <Button look="quiet" keys="Escape" onPress={onLeave}>
          Leave it
        </Button>
        {otherwise}
      </div>
    </form>
  );
}
