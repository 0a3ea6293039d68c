/** Words of people, or of a template, as they will read: made of elements, never of HTML. */
import type { Heading, Nodes, Table, Text } from 'mdast';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import { proseTree } from '../../../../shared/postmortem/writers/prose.ts';
import styles from './draft.module.css';
import { type TextPlace, useFound } from './finding-places.ts';
import { withUnderlines } from './underlined.tsx';
import { WideTable } from './wide-table.tsx';

interface ProseViewProps {
  readonly markdown: string;
  readonly place?: TextPlace;
}

type Found = readonly Pick<Finding, 'start' | 'end' | 'level'>[];
/** The level of the heading above. */
export const HeadingLevel = createContext<2 | 3>(2);
const FoundContext = createContext<Found>([]);
const nowhere: TextPlace = { section: '', block: 0 };

/** The text as the writers print it: what could do harm is text already. */
export function ProseView({ markdown, place = nowhere }: ProseViewProps) {
  const tree = useMemo(() => proseTree(markdown), [markdown]);
  const found = useFound(place);
  return (
    <FoundContext value={found}>
      <div className={styles.prose} dir="auto">
        {inside(tree)}
      </div>
    </FoundContext>
  );
}

/** One below the heading of the section that it stands in, or deeper. */
function ProseHeading({ node }: { readonly node: Heading }) {
  const under = useContext(HeadingLevel);
  const Level = `h${Math.min(6, under + Math.max(1, node.depth - 3))}` as 'h3' | 'h4' | 'h5' | 'h6';
  return <Level dir="auto">{inside(node)}</Level>;
}

/** Findings count in the Markdown: where a text reads there letter by letter, they can be underlined. */
function Words({ node }: { readonly node: Text }) {
  const found = useContext(FoundContext);
  const begin = node.position?.start.offset;
  const length = (node.position?.end.offset ?? 0) - (begin ?? 0);
  if (begin === undefined || length !== node.value.length) return node.value;
  return withUnderlines(node.value, found, begin);
}

// Nodes have no identity of their own: the tree is made anew with each text.
const inside = (node: Nodes): readonly ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: their place is all that tells them apart.
  'children' in node ? (node.children as readonly Nodes[]).map((child, index) => <One key={index} node={child} />) : [];

function One({ node }: { readonly node: Nodes }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p dir="auto">{inside(node)}</p>;
    case 'heading':
      return <ProseHeading node={node} />;
    case 'text':
      return <Words node={node} />;
    case 'strong':
      return <strong>{inside(node)}</strong>;
    case 'emphasis':
      return <em>{inside(node)}</em>;
    case 'delete':
      return <del>{inside(node)}</del>;
    case 'blockquote':
      return <blockquote>{inside(node)}</blockquote>;
    case 'list':
      return node.ordered === true ? <ol start={node.start ?? 1}>{inside(node)}</ol> : <ul>{inside(node)}</ul>;
    case 'listItem':
      return (
        <li>
          {typeof node.checked === 'boolean' ? <span>{node.checked ? '☑ ' : '☐ '}</span> : null}
          {inside(node)}
        </li>
      );
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer">
          {inside(node)}
        </a>
      );
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre dir="auto">
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return <ProseTable table={node} />;
    default:
      return 'value' in node ? node.value : inside(node);
  }
}

function ProseTable({ table }: { readonly table: Table }) {
  const [head, ...rows] = table.children;
  return (
    <WideTable name="Table" hasButtons={false}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
              <th key={index} scope="col">
                {inside(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
            <tr key={index}>
              {row.children.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                <td key={place}>{inside(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
