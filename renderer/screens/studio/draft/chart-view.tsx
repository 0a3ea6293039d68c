/** A figure of the draft: the console's own drawing, and beside it all that it shows, in words. */
import { useEffect, useState } from 'react';
import type { Chart } from '../../../../shared/postmortem/draft.ts';
import styles from './draft.module.css';
import { SourceButton } from './source-button.tsx';

/** Drawn as an image, where no markup of it can reach the page. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  const [address, setAddress] = useState<string | undefined>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([chart.svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [chart.svg]);
  return (
    <figure className={styles.figure}>
      <figcaption>
        {chart.title} <SourceButton says={chart.title} from={chart.from} />
      </figcaption>
      {address === undefined ? null : <img className={styles.chart} src={address} alt={chart.title} />}
      <p className={styles.quiet}>{chart.alternative}</p>
    </figure>
  );
}
