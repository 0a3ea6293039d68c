/** All the work of an incident beside its timeline: what runs now first, what to think about next, what to come back to last. */
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { BeforeLine } from '../../library/before-line.tsx';
import { ChecklistLine } from '../checklist/checklist-line.tsx';
import { useRoom } from '../room-context.ts';
import { ActionPanel } from './action-panel.tsx';
import { ChangePanel } from './change-panel.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { FollowUpPanel } from './follow-up-panel.tsx';
import { ForkPanel } from './fork-panel.tsx';
import { HypothesisPanel } from './hypothesis-panel.tsx';
import { LeverPanel } from './lever-panel.tsx';
import { PlaybookLine } from './playbook-line.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { TaskPanel } from './task-panel.tsx';
import { UnusedPanel } from './unused-panel.tsx';
import { WorkstreamPanel } from './workstream-panel.tsx';

export function WorkPanel({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  // Written afterwards, an incident has no clocks, and nobody works in it now.
  if (view.mode === 'imported' || view.mode === 'backfilled') return <PastWork entries={entries} />;
  return (
    <>
      <TaskPanel />
      <ClocksPanel />
      <ChecklistLine />
      <DecisionPanel />
      <HypothesisPanel />
      <LeverPanel />
      <ActionPanel entries={entries} />
      <ChangePanel entries={entries} />
      <BeforeLine view={view} />
      <QuestionPanel />
      <WorkstreamPanel />
      <FollowUpPanel />
      <UnusedPanel />
      <ForkPanel />
      <PlaybookLine />
    </>
  );
}

function PastWork({ entries }: { readonly entries: readonly ShownEntry[] }) {
  const { view } = useRoom();
  return (
    <>
      <ChangePanel entries={entries} />
      {view.hypotheses.length > 0 && <HypothesisPanel />}
      <FollowUpPanel />
      {view.mode === 'backfilled' && <UnusedPanel />}
      <ForkPanel />
    </>
  );
}
