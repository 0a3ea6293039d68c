/** Taking the draft out: made in its format, copied or saved, and recorded in the log. */
import { useState } from 'react';
import type { MadeDocument } from '../../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import type { ExportFormat } from '../../../../shared/vocabulary/words.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { useRunCommand } from '../../../bridge/run-command.ts';
import { copyDraft, saveDocument, type TakenOut } from '../../../bridge/take-out.ts';
import { announce } from '../../../components/live-region/announce.ts';
import type { Wish } from '../use-wish.ts';

/** What the person reads about the last time. */
export interface Outcome {
  readonly tone: 'done' | 'broken';
  readonly says: string;
}

export interface Outgoing {
  readonly outcome: Outcome | undefined;
  readonly copy: () => void;
  readonly save: () => void;
  /** A document is being made. */
  readonly busy: boolean;
}

export function useOutgoing(view: IncidentView, wish: Wish, format: ExportFormat): Outgoing {
  const bridge = useBridge();
  const { run } = useRunCommand(view.id);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [busy, setBusy] = useState(false);
  const tell = (said: Outcome) => {
    setOutcome(said);
    announce(said.says);
  };
  const record = async (done: string) => {
    const { template, anonymous } = wish;
    const recorded = await run({ type: 'postmortem.export', template, format, ...(anonymous && { anonymous }) });
    if (recorded.ok) tell({ tone: 'done', says: `${done} The log says so.` });
    else tell({ tone: 'broken', says: `${done} The log could not say so: ${recorded.error.message}` });
  };
  const takeOut = async (way: (made: MadeDocument) => Promise<TakenOut>, done: string) => {
    if (busy) return;
    setBusy(true);
    const made = await bridge.call('incidents.export', { id: view.id, ...wish, format });
    const taken = made.ok ? await way(made.value) : undefined;
    setBusy(false);
    if (!made.ok) return tell({ tone: 'broken', says: `There is no draft: ${made.error.message}` });
    if (taken === 'impossible')
      return tell({
        tone: 'broken',
        says: 'This browser gives pages from another machine no clipboard. Save the draft instead, or select its text.',
      });
    if (taken === 'taken') await record(done);
  };
  return {
    outcome,
    busy,
    copy: () => void takeOut(({ text }) => copyDraft(text), 'The draft is on the clipboard.'),
    save: () => void takeOut((made) => saveDocument(bridge, made), 'The draft is saved.'),
  };
}
