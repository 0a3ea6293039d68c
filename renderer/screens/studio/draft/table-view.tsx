/** Tables and timelines of the draft: rows with the entries behind each, the first of a long one at once and the rest when asked for. */
import { useState } from 'react';
import type { Table, TimelineTable } from '../../../../shared/postmortem/draft.ts';
import { Written } from '../../../components/written/written.tsx';
import styles from './draft.module.css';
import type { TextPlace } from './finding-places.ts';
import { SourceButton } from './source-button.tsx';
import { useSources } from './sources.ts';
import { Underlined } from './underlined.tsx';
import { walkSources } from './walk-sources.ts';
import { WideTable } from './wide-table.tsx';

/** So many rows are drawn at first, and more at each press. */
const rowsAtOnce = 40;

interface Row {
  readonly cells: readonly string[];
  readonly from: readonly string[];
  readonly mark?: 'begin' | 'end';
  readonly notes?: readonly number[];
}

interface TableViewProps {
  readonly table: Table | TimelineTable;
  readonly place: TextPlace;
  readonly name: string;
}

export function TableView({ table, place, name }: TableViewProps) {
  const [wanted, setWanted] = useState(rowsAtOnce);
  const sources = useSources();
  const rows: readonly Row[] = table.rows;
  const left = rows.length - wanted;
  const what = table.columns.indexOf('What happened');
  return (
    <WideTable name={name} hasButtons={sources !== undefined && rows.some(({ from }) => from.length > 0)}>
      <table aria-label={name} onKeyDown={walkSources}>
        <thead>
          <tr>
            {sources === undefined ? null : (
              <th scope="col" className={styles.behind}>
                Log
              </th>
            )}
            {table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place.
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, wanted).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are made anew with each draft.
            <tr key={index} className={row.mark === undefined ? undefined : styles.mark}>
              {sources === undefined ? null : (
                <td className={styles.behind}>
                  <SourceButton says={row.cells[what] ?? row.cells.filter(Boolean).join(' · ')} from={row.from} />
                </td>
              )}
              {row.cells.map((text, cell) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place.
                <td key={cell}>
                  <Underlined text={text} place={{ ...place, item: index, cell }} />
                  {cell === what ? (row.notes ?? []).map((number) => <sup key={number}>{number}</sup>) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <button type="button" className={styles.more} onClick={() => setWanted(wanted + 5 * rowsAtOnce)}>
          {left.toLocaleString('en-GB')} more rows
        </button>
      ) : null}
      {table.type === 'timeline' && table.footnotes.length > 0 ? (
        <ol className={styles.footnotes}>
          {table.footnotes.slice(0, wanted).map(({ number, text, from }) => (
            <li key={number} value={number}>
              <Written>{text}</Written> <SourceButton says={text} from={from} />
            </li>
          ))}
        </ol>
      ) : null}
    </WideTable>
  );
}
