/** A button that is never grey without saying why. */
import { type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { announce } from '../live-region/announce.ts';
import styles from './button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `main` is the one thing to do on a screen; `quiet` looks like a link; `bar` is quieter still, for strips; `danger` cannot be taken back. */
  readonly look?: 'plain' | 'main' | 'quiet' | 'bar' | 'danger';
  readonly type?: 'button' | 'submit';
  /** Why it cannot be pressed now, in words. It stays focusable, and says this when it is tried. */
  readonly unavailable?: string | undefined;
  /** A chord such as `Mod+N`, shown beside the words. */
  readonly keys?: string;
  readonly label?: string;
  readonly autoFocus?: true;
  readonly id?: string;
}

/** A press by mouse, finger, Enter or Space. */
export function Button({ children, onPress, look = 'plain', type = 'button', unavailable, keys, label, autoFocus, id }: ButtonProps) {
  const reason = useId();
  const press = () => (unavailable === undefined ? onPress?.() : announce(unavailable));
  return (
    <span className={styles.holder}>
      <AriaButton
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(unavailable === undefined ? {} : { 'aria-describedby': reason })}
        autoFocus={autoFocus ?? false}
        type={unavailable === undefined ? type : 'button'}
        className={classNames(styles.button, styles[look], unavailable !== undefined && styles.unavailable)}
        onPress={press}
      >
        {children}
        {keys === undefined ? null : (
          <span aria-hidden="true">
            <KeyHint keys={keys} />
          </span>
        )}
      </AriaButton>
      {unavailable === undefined ? null : (
        <span id={reason} className={styles.reason}>
          {unavailable}
        </span>
      )}
    </span>
  );
}
