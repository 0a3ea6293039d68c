/** What people wrote under sections that the present template does not have: kept, and printed again by any template that has them. */
import { personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { Section } from '../../components/section/section.tsx';
import { ProseView } from './draft/prose-view.tsx';
import styles from './studio.module.css';

interface KeptElsewhereProps {
  readonly view: IncidentView;
  /** The sections that the draft has. */
  readonly present: ReadonlySet<string>;
}

export function KeptElsewhere({ view, present }: KeptElsewhereProps) {
  const kept = Object.entries(view.sections).filter(([section]) => !present.has(section));
  if (kept.length === 0) return null;
  return (
    <Section title="Kept, not in this template" aside={String(kept.length)}>
      {kept.map(([section, { text, by, template }]) => (
        <article key={section} className={styles.kept} aria-label={section}>
          <p className={styles.quiet}>
            {section}, written by {personName(view, by)} in {template}
          </p>
          <ProseView markdown={text} />
        </article>
      ))}
    </Section>
  );
}
