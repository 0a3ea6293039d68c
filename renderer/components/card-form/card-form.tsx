/** A form in a list of cards, filled in from the keyboard: Enter saves, Escape leaves it as it was. */
import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import styles from './card-form.module.css';

export interface CardFormProps {
  readonly label: string;
  readonly onSave: () => Promise<void>;
  readonly onDone: () => void;
  readonly children: ReactNode;
  /** The button that does it, where that is not saving. */
  readonly doing?: { readonly says: string; readonly look: 'main' | 'danger' };
  /** Ways out beside doing it and leaving it. */
  readonly otherWays?: ReactNode;
}

export function CardForm({ label, onSave, onDone, children, doing, otherWays }: CardFormProps) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      {children}
      <div className={styles.ways}>
        {doing === undefined ? (
          <Button look="main" type="submit" keys="Enter">
            Save
          </Button>
        ) : (
          <Button look={doing.look} type="submit">
            {doing.says}
          </Button>
        )}
        <Button onPress={onDone} keys="Escape">
          Leave it
        </Button>
        {otherWays}
      </div>
    </form>
  );
}

/** Fields side by side, as many as there is room for. */
export function CardFields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
