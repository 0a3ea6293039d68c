/** Outline, draft and margin: what one works with, and the way between them. */
import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { StudioDraft } from '../../../shared/api/studio-procedures.ts';
import { timelineOf } from '../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { reviewText } from '../../../shared/postmortem/review/review-text.ts';
import type { Finding } from '../../../shared/postmortem/review/rule.ts';
import { unusedStars } from '../../../shared/postmortem/usage.ts';
import { announce } from '../../components/live-region/announce.ts';
import { FindingsContext, findingPlaces } from './draft/finding-places.ts';
import { type Claim, SourcesContext } from './draft/sources.ts';
import { keptSections } from './editor/kept-text.ts';
import type { TextHandle } from './editor/rich-text.tsx';
import { KeptElsewhere } from './kept-elsewhere.tsx';
import { FindingPanel, type PlacedFinding } from './margin/finding-panel.tsx';
import { SourcesPanel, UnusedPanel } from './margin/margin.tsx';
import { Outline, standingWords } from './outline.tsx';
import { useDismissed } from './review/dismissed.ts';
import { placedFindings } from './review/placed-findings.ts';
import { useReview, useReviewContext } from './review/use-review.ts';
import { SectionPart, sectionElement } from './section-part.tsx';
import styles from './studio.module.css';
import { useWorkActions } from './studio-actions.ts';
import { usePartWalk } from './use-part-walk.ts';
import { useWalk } from './use-walk.ts';
import type { Wish } from './use-wish.ts';

interface WorkbenchProps {
  readonly view: IncidentView;
  readonly made: StudioDraft;
  readonly anonymous: boolean;
  /** The section under the pen. */
  readonly writing: string | undefined;
  readonly onWriting: (section: string | undefined) => void;
}

export function Workbench({ view, made, anonymous, writing, onWriting }: WorkbenchProps) {
  const { draft, basis } = made;
  const [present, setPresent] = useState<string | undefined>();
  // Of the draft that is shown, while another one is being made.
  const wish = useMemo((): Wish => ({ template: draft.template, anonymous }), [draft.template, anonymous]);
  const [claim, setClaim] = useState<Claim | undefined>();
  const [pen, setPen] = useState<readonly Finding[]>([]);
  const handle = useRef<TextHandle>(null);
  const parts = useRef<HTMLDivElement>(null);
  const dismissed = useDismissed(view.id);
  const context = useReviewContext(view);
  const found = useReview(draft, context);
  const lately = useDeferredValue(view);
  const entries = useMemo(() => timelineOf(lately), [lately]);
  const unused = useMemo(() => unusedStars(draft, { view: lately, entries }), [draft, lately, entries]);
  const kept = useMemo(() => found.filter((finding) => !dismissed.has(finding.section, finding)), [found, dismissed]);
  const places = useMemo(() => findingPlaces(kept), [kept]);
  const sources = useMemo(() => ({ claim, look: setClaim }), [claim]);
  const { findings, penned } = useMemo(() => placedFindings({ draft, found: kept, writing, pen }), [draft, kept, writing, pen]);
  const walk = useWalk({ findings, penned, handle });
  const find = useCallback(
    (text: string) => reviewText(text, context).filter((finding) => writing === undefined || !dismissed.has(writing, finding)),
    [context, dismissed, writing],
  );
  const part = usePartWalk(parts);

  const visit = (section: string) => {
    setPresent(section);
    const heading = document.getElementById(sectionElement(section));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  const write = useCallback(
    (section: string) => {
      setPresent(section);
      setPen([]);
      onWriting(section);
      requestAnimationFrame(() => handle.current?.focus());
    },
    [onWriting],
  );
  const close = useCallback(() => {
    setPen([]);
    onWriting(undefined);
    if (writing !== undefined) requestAnimationFrame(() => document.getElementById(`write-${writing}`)?.focus());
  }, [onWriting, writing]);
  const dismiss = (finding: PlacedFinding) => {
    dismissed.add(finding.section, finding);
    announce('It is not shown here again in this session.');
  };
  const closeSources = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) setClaim(undefined);
  };
  useWorkActions({
    headings: draft.sections,
    present,
    writing,
    findings: findings.length,
    onWrite: write,
    onVisit: visit,
    onStep: walk.step,
    onPart: part,
  });

  const unsaved = keptSections(sessionStorage, view.id);
  const items = draft.sections.map((section) => ({
    ...section,
    standing: standingWords(section, {
      view,
      findings: findings.filter((finding) => finding.section === section.id).length,
      unsaved: unsaved.has(section.id),
    }),
  }));
  return (
    <SourcesContext value={sources}>
      <FindingsContext value={places}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is looked at, wherever the focus is. */}
        <div className={styles.columns} ref={parts} onKeyDown={closeSources}>
          <nav aria-label="Sections" className={styles.left} data-part="" tabIndex={-1}>
            <details className={styles.fold} open={window.innerWidth > 700}>
              <summary>Sections</summary>
              <Outline items={items} chosen={present} onChoose={visit} />
            </details>
          </nav>
          <section aria-label="Draft" className={styles.draft} data-part="" tabIndex={-1}>
            {draft.watermark === undefined ? null : <p className={styles.watermark}>{draft.watermark}</p>}
            {draft.sections.map((section) => (
              <SectionPart
                key={section.id}
                view={view}
                section={section}
                wish={wish}
                basis={basis[section.id]}
                pen={writing === section.id ? 'writing' : 'reading'}
                onWrite={write}
                onClose={close}
                onVisit={setPresent}
                find={find}
                onFindings={setPen}
                handle={handle}
              />
            ))}
            <KeptElsewhere view={view} present={new Set(draft.sections.map(({ id }) => id))} />
            <p className={styles.quiet}>{draft.footer}</p>
          </section>
          <aside aria-label="Margin" className={styles.margin} data-part="" tabIndex={-1}>
            <SourcesPanel view={view} entries={entries} claim={claim} onClose={() => setClaim(undefined)} />
            <FindingPanel findings={findings} chosen={walk.chosen} onGo={walk.go} onDismiss={dismiss} />
            <UnusedPanel view={view} unused={unused} />
          </aside>
        </div>
      </FindingsContext>
    </SourcesContext>
  );
}
