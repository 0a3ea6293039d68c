/** What a person wrote: shown as text, in the direction of its own script. */
import { classNames } from '../class-names.ts';
import styles from './written.module.css';

export interface WrittenProps {
  readonly children: string;
  /** `clipped`: one line with an ellipsis, the whole of it on hover. `lines` keeps line breaks. */
  readonly shape?: 'inline' | 'clipped' | 'lines';
}

/** Use it for every title, name, entry and message. */
export function Written({ children, shape = 'inline' }: WrittenProps) {
  return (
    <bdi dir="auto" className={classNames(styles[shape])} {...(shape === 'clipped' ? { title: children } : {})}>
      {children}
    </bdi>
  );
}
