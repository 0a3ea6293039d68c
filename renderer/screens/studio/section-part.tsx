/** One section of the draft: as it reads, or under the pen. */
import { memo, type RefObject, useState } from 'react';
import { personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Block, Section } from '../../../shared/postmortem/draft.ts';
import type { Finding } from '../../../shared/postmortem/review/rule.ts';
import { unusedMeaning } from '../../../shared/postmortem/usage.ts';
import { clockTime, dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Written } from '../../components/written/written.tsx';
import { AcknowledgedForm } from '../insights/acknowledged-form.tsx';
import { BlockView } from './draft/block-view.tsx';
import { HeadingLevel } from './draft/prose-view.tsx';
import type { Find } from './editor/finding-marks.ts';
import type { TextHandle } from './editor/rich-text.tsx';
import { SectionEditor } from './editor/section-editor.tsx';
import { WordDifference } from './editor/word-difference.tsx';
import styles from './studio.module.css';
import { useSince } from './use-since.ts';
import type { Wish } from './use-wish.ts';

interface SectionPartProps {
  readonly view: IncidentView;
  readonly section: Section;
  readonly wish: Wish;
  readonly basis: string | undefined;
  readonly pen: 'reading' | 'writing';
  readonly onWrite: (section: string) => void;
  readonly onClose: () => void;
  readonly onVisit: (section: string) => void;
  readonly find: Find;
  readonly onFindings: (findings: readonly Finding[]) => void;
  readonly handle: RefObject<TextHandle | null>;
}

export const sectionElement = (section: string): string => `section-${section}`;

export const SectionPart = memo(function SectionPart(props: SectionPartProps) {
  const { view, section, wish, basis, pen, onWrite, onVisit } = props;
  const bridge = useBridge();
  const written = view.sections[section.id];
  const Heading = section.level === 2 ? 'h2' : 'h3';
  const id = sectionElement(section.id);
  const given = async () => {
    const answer = await bridge.call('postmortem.sectionSince', { id: view.id, template: wish.template, section: section.id });
    return answer.ok ? withoutQuestions(answer.value.now) : undefined;
  };
  // What people wrote is in the editor while they write; the rest stays to be read.
  const blocks = section.blocks.map((block, index) => ({ block, index }));
  const shown = pen === 'writing' && written !== undefined ? blocks.slice(1) : blocks;
  return (
    <section aria-labelledby={id} className={styles.section} data-section={section.id} onFocus={() => onVisit(section.id)}>
      <header className={styles.sectionHead}>
        <Heading id={id} tabIndex={-1}>
          {section.heading}
        </Heading>
        {pen === 'writing' || section.id === unusedMeaning ? null : (
          <Button
            look="quiet"
            id={`write-${section.id}`}
            label={`${written === undefined ? 'Write' : 'Edit'} ${section.heading}`}
            onPress={() => onWrite(section.id)}
          >
            {written === undefined ? 'Write' : 'Edit'}
          </Button>
        )}
      </header>
      {written === undefined ? null : (
        <p className={styles.quiet}>
          written by <Written>{personName(view, written.by)}</Written>, {dayOf(written.at, view.zone)} {clockTime(written.at, view.zone)}
        </p>
      )}
      {written === undefined ? null : <Since view={view} section={section.id} wish={wish} basis={basis} />}
      {pen === 'writing' ? (
        <SectionEditor
          view={view}
          section={section.id}
          heading={section.heading}
          template={wish.template}
          basis={basis}
          given={given}
          find={props.find}
          onFindings={props.onFindings}
          handle={props.handle}
          onClose={props.onClose}
        />
      ) : null}
      <HeadingLevel value={section.level}>
        {shown.map(({ block, index }) => (
          <div key={index} data-block={index}>
            <BlockView block={ownWords(block, section)} place={{ section: section.id, block: index }} heading={section.heading} />
          </div>
        ))}
      </HeadingLevel>
      {section.id === 'metrics' && view.mode !== 'imported' ? <AcknowledgedForm view={view} /> : null}
    </section>
  );
});

interface SinceProps {
  readonly view: IncidentView;
  readonly section: string;
  readonly wish: Wish;
  readonly basis: string | undefined;
}

/** The log went on after somebody wrote: told, and never written into their words. */
function Since({ view, section, wish, basis }: SinceProps) {
  const since = useSince(view, section, wish, basis);
  const [shown, setShown] = useState<'shown' | 'hidden'>('hidden');
  if (since === undefined) return null;
  return (
    <Notice
      title="The log has said more for this section since it was written."
      actions={
        <Button look="quiet" onPress={() => setShown(shown === 'shown' ? 'hidden' : 'shown')}>
          {shown === 'shown' ? 'Hide what changed' : 'Show what changed'}
        </Button>
      }
    >
      {shown === 'shown' ? <WordDifference label="What the log gave then, and gives now" before={since.before} after={since.now} /> : null}
    </Notice>
  );
}

/** Questions are for whoever writes, and no beginning of what they write. */
function withoutQuestions(markdown: string): string {
  return markdown
    .split('\n\n')
    .filter((part) => !part.startsWith('> **To answer:**'))
    .join('\n\n');
}

/** The event that wrote the words says nothing that the line above them does not. */
function ownWords(block: Block, { written }: Section): Block {
  return block.type === 'prose' && block.from.length === 1 && block.from[0] === written?.event ? { ...block, from: [] } : block;
}
