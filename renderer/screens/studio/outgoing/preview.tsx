/** The draft as it goes out: text as the text that it is, anything else as HTML in a frame that can do nothing. */
import { useEffect, useState } from 'react';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { ExportFormat } from '../../../../shared/vocabulary/words.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import styles from '../studio.module.css';
import type { Wish } from '../use-studio-draft.ts';
import { previewAddress } from './preview-address.ts';

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

type Made = { readonly state: 'ready'; readonly text: string } | { readonly state: 'failed'; readonly message: string };

function TextPreview({ view, wish, format }: PreviewProps) {
  const bridge = useBridge();
  const [made, setMade] = useState<Made | undefined>();
  const { id, events } = view;
  const { template, anonymous } = wish;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `events` is not read, but each new one makes another draft.
  useEffect(() => {
    let current = true;
    void bridge.call('incidents.export', { id, template, format, ...(anonymous && { anonymous }) }).then((answer) => {
      if (current) setMade(answer.ok ? { state: 'ready', text: answer.value.text } : { state: 'failed', message: answer.error.message });
    });
    return () => {
      current = false;
    };
  }, [bridge, id, template, anonymous, format, events]);
  if (made === undefined) return <p className={styles.quiet}>Making the draft …</p>;
  if (made.state === 'failed') return <Notice tone="broken" title={`There is no draft: ${made.message}`} />;
  const left = made.text.length - mostShown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.outgoingText} aria-label={`Draft in ${format === 'md' ? 'Markdown' : 'JSON'}`} tabIndex={0}>
      <pre dir="auto">{made.text.slice(0, mostShown)}</pre>
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
