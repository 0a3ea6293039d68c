/** The draft that the text makes, beside it: of a public outage that ships with the console, or of an incident of one's own. */
import { useMemo } from 'react';
import type { Draft } from '../../../shared/postmortem/draft.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { BlockView } from '../studio/draft/block-view.tsx';
import styles from './templates.module.css';
import type { Trial } from './use-pen.ts';

interface TemplatePreviewProps {
  readonly trial: Trial;
  /** Undefined: the sample. */
  readonly incident: string | undefined;
  readonly onIncident: (incident: string | undefined) => void;
}

export function TemplatePreview({ trial, incident, onIncident }: TemplatePreviewProps) {
  const { incidents = [] } = useIncidents();
  return (
    <Section title="What it makes" aside={trial.draft?.standing === 'earlier' ? 'of the text before its faults' : undefined}>
      <label className={styles.choice}>
        <span>Shown with</span>
        <select className={styles.select} value={incident ?? ''} onChange={({ target }) => onIncident(target.value || undefined)}>
          <option value="">A public outage</option>
          {incidents.map(({ id, label, title }) => (
            <option key={id} value={id}>
              {label} {title}
            </option>
          ))}
        </select>
      </label>
      {trial.refused === undefined ? null : <Notice tone="broken" title={trial.refused} />}
      {trial.draft === undefined ? (
        <EmptyState>{trial.faults.length > 0 ? 'Nothing yet: the text has faults.' : 'The draft is being made …'}</EmptyState>
      ) : (
        <Made draft={trial.draft.draft} />
      )}
    </Section>
  );
}

function Made({ draft }: { readonly draft: Draft }) {
  const shown = useMemo(() => withoutSources(draft), [draft]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.preview} aria-label="Preview of the draft" tabIndex={0}>
      <p className={styles.draftTitle} dir="auto">
        {shown.title}
      </p>
      {shown.sections.map(({ id, heading, level, blocks }) => {
        const Heading = level === 2 ? 'h3' : 'h4';
        return (
          <section key={id} className={styles.draftSection}>
            <Heading dir="auto">{heading}</Heading>
            {blocks.length === 0 ? <p className={styles.quiet}>Nothing yet.</p> : null}
            {blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks are made anew with each draft.
              <BlockView key={index} block={block} place={{ section: id, block: index }} heading={heading} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

/** Nothing can be looked up here: the entries behind each claim are left out. */
function withoutSources(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft), (key, value: unknown) => (key === 'from' && Array.isArray(value) ? [] : value)) as Draft;
}
