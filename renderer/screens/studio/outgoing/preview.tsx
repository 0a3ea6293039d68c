/** The draft as it goes out: text as the text that it is, anything else as HTML in a frame that can do nothing. */
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { ExportFormat } from '../../../../shared/vocabulary/words.ts';
import { previewAddress } from '../../../bridge/preview-address.ts';
import { useAnswer } from '../../../bridge/use-answer.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import styles from '../studio.module.css';
import type { Wish } from '../use-wish.ts';

interface PreviewProps {
  readonly view: IncidentView;
  readonly wish: Wish;
  readonly format: ExportFormat;
}

/** What is shown of a long text: a page of a hundred thousand lines would keep the screen waiting. */
const mostShown = 400_000;

export function Preview({ view, wish, format }: PreviewProps) {
  const asText = format === 'md' || format === 'json';
  return asText ? <TextPreview view={view} wish={wish} format={format} /> : <PagePreview view={view} wish={wish} format={format} />;
}

function TextPreview({ view, wish, format }: PreviewProps) {
  const { answer, refusal } = useAnswer('incidents.export', { id: view.id, ...wish, format }, { again: view.events });
  if (refusal !== undefined) return <Notice tone="broken" title={`There is no draft: ${refusal.message}`} />;
  if (answer === undefined) return <p className={styles.quiet}>Making the draft …</p>;
  const left = answer.text.length - mostShown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.outgoingText} aria-label={`Draft in ${format === 'md' ? 'Markdown' : 'JSON'}`} tabIndex={0}>
      <pre dir="auto">{answer.text.slice(0, mostShown)}</pre>
      {left > 0 ? <p className={styles.quiet}>{left.toLocaleString('en-GB')} characters more are in what is copied or saved.</p> : null}
    </section>
  );
}

function PagePreview({ view, wish, format }: PreviewProps) {
  return (
    <>
      {format === 'html' ? null : <p className={styles.quiet}>Shown as a page; the file has the same words, laid out for paper.</p>}
      {/* The key loads the frame anew when the log has more. */}
      <iframe
        key={view.events}
        className={styles.outgoingPage}
        title="Draft in HTML"
        sandbox=""
        referrerPolicy="no-referrer"
        src={previewAddress(view.id, wish)}
      />
    </>
  );
}
