/** A strip across the whole width for what must not be overlooked: this is a drill; this is not being recorded. */
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './banner.module.css';

export interface BannerProps {
  readonly kind: 'drill' | 'notice' | 'broken';
  readonly children: ReactNode;
}

/** Stripes for a drill, amber for what one should know, red for what is broken; all with words. */
export function Banner({ kind, children }: BannerProps) {
  return (
    <div role={kind === 'broken' ? 'alert' : 'note'} className={classNames(styles.banner, styles[kind])}>
      <p className={styles.words}>{children}</p>
    </div>
  );
}
