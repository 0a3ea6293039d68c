/** A block of the draft as it will read, and beside each claim the entries that it was made from. */
import type { Block, Facts, List } from '../../../../shared/postmortem/draft.ts';
import { ChartView } from './chart-view.tsx';
import styles from './draft.module.css';
import type { TextPlace } from './finding-places.ts';
import { ProseView } from './prose-view.tsx';
import { SourceButton } from './source-button.tsx';
import { TableView } from './table-view.tsx';
import { Underlined } from './underlined.tsx';
import { walkSources } from './walk-sources.ts';

interface BlockViewProps {
  readonly block: Block;
  readonly place: TextPlace;
  /** The heading above it, by which a table is known. */
  readonly heading: string;
}

export function BlockView({ block, place, heading }: BlockViewProps) {
  switch (block.type) {
    case 'prose':
      return (
        <div className={styles.claim}>
          <ProseView markdown={block.markdown} place={place} />
          <SourceButton says={block.markdown} from={block.from} />
        </div>
      );
    case 'paragraph':
      return (
        <p className={styles.claim}>
          <Underlined shape="lines" text={block.text} place={place} />
          <SourceButton says={block.text} from={block.from} />
        </p>
      );
    case 'note':
      return (
        <p className={styles.note}>
          <bdi dir="auto">{block.text}</bdi> <SourceButton says={block.text} from={block.from} />
        </p>
      );
    case 'prompt':
      return (
        <p className={styles.prompt}>
          <strong>To answer:</strong> <bdi dir="auto">{block.question}</bdi>
        </p>
      );
    case 'facts':
      return <FactsView facts={block} place={place} />;
    case 'list':
      return <ListView list={block} place={place} />;
    case 'table':
    case 'timeline':
      return <TableView table={block} place={place} name={heading} />;
    case 'chart':
      return <ChartView chart={block} />;
  }
}

function FactsView({ facts, place }: { readonly facts: Facts; readonly place: TextPlace }) {
  return (
    <dl className={styles.facts} onKeyDown={walkSources}>
      {facts.rows.map(({ label, value, from }, item) => (
        <div key={`${label} ${value}`}>
          <dt>{label}</dt>
          <dd>
            <Underlined text={value} place={{ ...place, item }} /> <SourceButton says={`${label} ${value}`} from={from} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ListView({ list, place }: { readonly list: List; readonly place: TextPlace }) {
  return (
    <ul className={styles.list} onKeyDown={walkSources}>
      {list.items.map(({ text, from, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are made anew with each draft.
        <li key={index}>
          {href === undefined ? (
            <Underlined text={text} place={{ ...place, item: index }} />
          ) : (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          )}{' '}
          <SourceButton says={text} from={from} />
        </li>
      ))}
    </ul>
  );
}
