/** The draft as it is now, made anew when the log grows: Markdown as the text that it is, HTML in a frame that can do nothing. */
import { useEffect, useState } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { Notice } from '../../components/notice/notice.tsx';
import styles from './draft-preview.module.css';
import { previewAddress } from './preview-address.ts';
import type { DraftFormat } from './templates.ts';

export type DraftState =
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly text: string; readonly mediaType: string; readonly fileName: string };

/** A burst of events makes one new draft, ms. */
const gather = 300;

/** Asks for the draft, and again when the log has more; the last one stays until the next is there. */
export function useDraft(view: IncidentView, template: string, format: DraftFormat): DraftState {
  const bridge = useBridge();
  const [made, setMade] = useState<{ readonly of: string; readonly draft: DraftState } | undefined>();
  const of = `${view.id} ${template} ${format}`;
  const { id, events } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `events` is not read, but each new one makes another draft.
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await bridge.call('incidents.export', { id, template, format });
      if (!current) return;
      setMade({ of, draft: answer.ok ? { state: 'ready', ...answer.value } : { state: 'failed', message: answer.error.message } });
    };
    const timer = setTimeout(ask, made?.of === of ? gather : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [bridge, id, template, format, of, events]);
  return made?.of === of ? made.draft : { state: 'making' };
}

export interface DraftPreviewProps {
  readonly view: IncidentView;
  readonly template: string;
  readonly format: DraftFormat;
  readonly draft: DraftState;
}

/** Shows what would be copied or saved. */
export function DraftPreview({ view, template, format, draft }: DraftPreviewProps) {
  if (draft.state === 'failed') return <Notice tone="broken" title={`There is no draft: ${draft.message}`} />;
  if (draft.state === 'making') return <p className={styles.waiting}>Making the draft …</p>;
  if (format === 'md') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      <section className={styles.text} aria-label="Draft in Markdown" tabIndex={0}>
        <pre dir="auto">{draft.text}</pre>
      </section>
    );
  }
  return (
    // The key loads the frame anew when the draft changed.
    <iframe
      key={draft.text}
      className={styles.page}
      title="Draft in HTML"
      sandbox=""
      referrerPolicy="no-referrer"
      src={previewAddress(view.id, template)}
    />
  );
}
