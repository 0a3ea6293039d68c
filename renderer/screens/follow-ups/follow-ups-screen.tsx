/** What is to be done after incidents, of all of them: what is overdue, who has it, how far it has come. */
import { useMemo, useState } from 'react';
import { type FollowUpRow, isRowOpen, isRowOverdue } from '../../../shared/postmortem/follow-ups/follow-up-rows.ts';
import type { FollowUpFormat } from '../../../shared/postmortem/follow-ups/follow-up-texts.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { runCommand } from '../../bridge/run-command.ts';
import { saveDraft } from '../../bridge/take-out.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useIncidents } from '../../bridge/use-incidents.ts';
import { useNowBy } from '../../bridge/use-now.ts';
import { newCommandId } from '../../bridge/use-runner.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice, type ChoiceOption } from '../../components/choice/choice.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { LongList } from '../../components/long-list/long-list.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { type Filters, filtered, firstFilters, kindChoices, ownersOf, type ShownState } from './filters.ts';
import { type FollowUpChange, FollowUpLine } from './follow-up-line.tsx';
import styles from './follow-ups.module.css';

const states: readonly ChoiceOption<ShownState>[] = [
  { value: 'open', says: 'open', meaning: 'what is still to be done' },
  { value: 'overdue', says: 'overdue', meaning: 'its day is over where the incident was' },
  { value: 'vague', says: 'vague', meaning: 'nobody could say when it is done' },
  { value: 'over', says: 'over', meaning: 'done, or let go with a reason' },
  { value: 'all', says: 'all' },
];
const kindWords: Readonly<Record<Filters['kind'], string>> = {
  all: 'every kind',
  prevent: 'prevent',
  mitigate: 'mitigate',
  detect: 'detect',
  process: 'process',
  none: 'no kind',
};
const kinds = kindChoices.map((value) => ({ value, says: kindWords[value] }));
const orders = [
  { value: 'due', says: 'by due day' },
  { value: 'age', says: 'by age' },
] as const;

export function FollowUpsScreen() {
  usePageTitle('Follow-ups');
  const bridge = useBridge();
  const now = useNowBy(60_000);
  const { incidents } = useIncidents();
  const { answer: list, refusal } = useAnswer('followUps.list', {}, { again: incidents });
  const rows = list?.followUps;
  const [filters, setFilters] = useState<Filters>(firstFilters);
  const [fault, setFault] = useState<string | undefined>();
  const [note, setNote] = useState<string | undefined>();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => filtered(rows ?? [], filters, kept, now), [rows, filters, kept, now]);
  const set = (change: Partial<Filters>) => {
    setKept(new Set());
    setFilters((last) => ({ ...last, ...change }));
  };

  const change = async (row: FollowUpRow, made: FollowUpChange): Promise<boolean> => {
    const answer = await runCommand(bridge, { type: 'followUp.amend', followUp: row.id, ...made }, row.incident.id, newCommandId());
    setFault(answer.ok ? undefined : answer.error.message);
    if (answer.ok) setKept((last) => new Set([...last, row.id]));
    if (answer.ok) announce(`${row.label} of ${row.incident.label}: ${'wontDo' in made ? 'will not be done' : made.state}.`);
    return answer.ok;
  };
  const save = async (format: FollowUpFormat) => {
    const answer = await bridge.call('followUps.export', { format, open: filters.state === 'open' });
    if (!answer.ok) return setFault(answer.error.message);
    const { fileName, mediaType, text } = answer.value;
    if ((await saveDraft(bridge, fileName, mediaType, text)) === 'taken') setNote(`Saved as ${fileName}.`);
  };
  useActions(() => [
    { id: 'followUps.overdue', name: 'Show what is overdue', group: 'Follow-ups', run: () => set({ state: 'overdue' }) },
    { id: 'followUps.open', name: 'Show what is open', group: 'Follow-ups', run: () => set({ state: 'open' }) },
    { id: 'followUps.csv', name: 'Save as a table (CSV)', group: 'Follow-ups', chords: ['Mod+S'], run: () => void save('csv') },
    { id: 'followUps.md', name: 'Save as tasks in Markdown', group: 'Follow-ups', chords: ['Mod+Shift+E'], run: () => void save('md') },
  ]);

  if (rows === undefined) {
    return refusal === undefined ? (
      <p className={pageFrame.waiting}>Reading the log …</p>
    ) : (
      <Notice tone="broken" title={refusal.message} />
    );
  }
  return (
    <div className={classNames(pageFrame.screen, styles.screen)}>
      <header className={pageFrame.header}>
        <div>
          <h1>Follow-ups</h1>
          <p className={styles.quiet}>{countWords(rows, now)}</p>
        </div>
        <div className={styles.saving}>
          <Button onPress={() => void save('csv')} keys="Mod+S">
            Save as CSV
          </Button>
          <Button onPress={() => void save('md')} keys="Mod+Shift+E">
            Save as tasks
          </Button>
        </div>
      </header>
      <div className={styles.filters}>
        <Choice label="Show" options={states} value={filters.state} onChange={(state) => set({ state })} />
        <Choice label="Kind" options={kinds} value={filters.kind} onChange={(kind) => set({ kind })} />
        <Choice label="Order" options={orders} value={filters.order} onChange={(order) => set({ order })} />
        <Owner rows={rows} value={filters.owner} onChange={(owner) => set({ owner })} />
      </div>
      {fault === undefined ? null : <Notice tone="broken" title={fault} />}
      {note === undefined ? null : <Notice tone="done" title={note} />}
      {shown.length === 0 ? (
        <None any={rows.length > 0 ? 'others' : 'none'} />
      ) : (
        <section aria-label={`Follow-ups shown: ${shown.length}`}>
          <LongList items={shown} things="follow-ups" most={100} shows="first" className={styles.list}>
            {(row) => <FollowUpLine key={row.id} row={row} now={now} onChange={change} />}
          </LongList>
        </section>
      )}
    </div>
  );
}

function countWords(rows: readonly FollowUpRow[], now: number): string {
  const open = rows.filter(isRowOpen).length;
  const overdue = rows.filter((row) => isRowOverdue(row, now)).length;
  return `${open} open, ${overdue} overdue, ${rows.length - open} over; of every incident on this console`;
}

function Owner({
  rows,
  value,
  onChange,
}: {
  readonly rows: readonly FollowUpRow[];
  readonly value: string;
  readonly onChange: (owner: string) => void;
}) {
  const owners = useMemo(() => ownersOf(rows), [rows]);
  return (
    <label className={styles.owner}>
      <span>Owner</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">everybody</option>
        <option value="-">nobody yet</option>
        {owners.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

function None({ any }: { readonly any: 'others' | 'none' }) {
  if (any === 'others') return <EmptyState>None of the follow-ups is like that. Another choice above shows the others.</EmptyState>;
  return (
    <EmptyState>
      No incident has a follow-up yet. In an incident, <kbd>/f @owner +7d text</kbd> notes the first: one act, who does it, and until when.
    </EmptyState>
  );
}
