/** A figure of the draft: the console's own drawing, and beside it all that it shows, in words. */
import type { Chart } from '../../../../shared/postmortem/draft.ts';
import { Drawing } from '../../../components/drawing/drawing.tsx';
import styles from './draft.module.css';
import { SourceButton } from './source-button.tsx';

/** Drawn in the colours of the page, where it can be read by day and by night. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        {chart.title} <SourceButton says={chart.title} from={chart.from} />
      </figcaption>
      <Drawing figure={chart.figure} name={chart.title} />
      <p className={styles.quiet}>{chart.alternative}</p>
    </figure>
  );
}
