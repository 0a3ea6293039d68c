/** The room once its incident is there: header, next step, columns, composer, and the keys that lead between them. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import { lineContextOf } from '../../../shared/incident/log-line/line-context.ts';
import type { Opening } from '../../../shared/incident/log-line/parsed-line.ts';
import { personName } from '../../../shared/incident/names.ts';
import { nextStep } from '../../../shared/incident/next-step.ts';
import { canReport } from '../../../shared/incident/situation/can-report.ts';
import { timelineOf } from '../../../shared/incident/timeline.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { knownIncidents } from '../../bridge/use-incidents.ts';
import { useStatus } from '../../bridge/use-status.ts';
import { announce } from '../../components/live-region/announce.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { go, parseRoute, type Route } from '../../route.ts';
import { useChannels } from '../updates/use-channels.ts';
import { type BoardName, boardOf } from './boards/boards.ts';
import { firstBoard, forgetFirstBoard } from './boards/first-board.ts';
import { useAbsence } from './brief/last-look.ts';
import { copyBrief } from './brief.ts';
import { useCaretHome } from './caret-home.ts';
import type { AskedChecklist } from './checklist/asked-checklist.ts';
import { Composer } from './composer/composer.tsx';
import { DetailContext } from './composer/detail-context.ts';
import { DetailFields } from './composer/detail-fields.tsx';
import type { Detailed } from './composer/details.ts';
import { openingWords } from './composer/openings.ts';
import { useComposer } from './composer/use-composer.ts';
import { useDetailed } from './composer/use-detailed.ts';
import { FindLine } from './find/find-line.tsx';
import { RoomBanners } from './header/banners.tsx';
import { HandoffStrip } from './header/handoff-strip.tsx';
import { NextBar } from './header/next-bar.tsx';
import { ResolveRemarks } from './header/resolve-remarks.tsx';
import { RoomHeader } from './header/room-header.tsx';
import { HelpPanel, openHelp } from './help/help-panel.tsx';
import type { ColumnName } from './layout.ts';
import { isDrawer } from './layout.ts';
import styles from './room.module.css';
import { roomActions } from './room-actions.ts';
import { RoomColumns } from './room-columns.tsx';
import { type Room, RoomContext } from './room-context.ts';
import { useSkippedFacts } from './skipped-facts.ts';
import { useHeard } from './use-heard.ts';
import { useJump } from './use-jump.ts';
import { useLayout } from './use-layout.ts';

interface RoomOpenProps {
  readonly view: IncidentView;
  readonly recordedAt: number | undefined;
  /** Whoever types here; known to the composer before their first line makes them known to the incident. */
  readonly self: { readonly id: string; readonly name: string };
  /** The line that one came for; the room opens as ever where there is no such line. */
  readonly entry: string | undefined;
}

function routeAsked(): string | undefined {
  const route = parseRoute(location.hash);
  return route.screen === 'room' ? route.asked : undefined;
}

const updatesOf = (incident: string, about: string | undefined): Route => ({
  screen: 'updates',
  incident,
  ...(about === undefined ? {} : { about }),
});

export function RoomOpen({ view, recordedAt, self, entry }: RoomOpenProps) {
  const { recording } = useStatus();
  const { run } = useRunCommand(view.id);
  const layout = useLayout();
  const [drawer, setDrawer] = useState<ColumnName | undefined>();
  const [skipped, skip] = useSkippedFacts(view.id);
  const { jump, jumpTo } = useJump(entry);
  const [finding, setFinding] = useState<'open' | 'closed'>('closed');
  const entries = useMemo(() => timelineOf(view), [view]);
  const channels = useChannels();
  const latest = useRef({ view, self, channels });
  latest.current = { view, self, channels };

  const lineContext = useCallback(() => {
    const { view: present, self: me, channels: ways } = latest.current;
    return lineContextOf(present, { now: Date.now(), self: me.id, name: me.name, incidents: knownIncidents(), channels: ways });
  }, []);
  const away = useAbsence(view.id);
  const [brief, setBrief] = useState<'open' | 'closed'>('closed');
  const showBrief = useCallback((shown: 'open' | 'closed') => {
    setBrief(shown);
    if (shown === 'open') void copyBrief(latest.current.view);
  }, []);
  const [board, setBoard] = useState<BoardName | undefined>(() => firstBoard(view.id));
  const [asked, askChecklist] = useState<AskedChecklist>({ turn: 0 });
  const { detailed, ask: askDetails, wrote, close: closeDetails } = useDetailed();
  const sender = useMemo(
    () => ({
      run: async (draft: CommandDraft) => {
        const answer = await run(draft);
        if (answer.ok) wrote(draft, answer.value);
        return answer;
      },
      lineContext,
    }),
    [run, wrote, lineContext],
  );
  const composer = useComposer(view.id, sender, recording);
  const compose = useCallback(
    (text: string) => {
      setDrawer(undefined);
      if (text.trim() === '/export') return go({ screen: 'export', incident: view.id });
      if (text.trim() === '/meeting') return go({ screen: 'meeting', incident: view.id });
      const updates = /^\/updates(?: (\w+))?$/.exec(text.trim());
      if (updates !== null) return go(updatesOf(view.id, updates[1]));
      composer.compose(text);
    },
    [composer.compose, view.id],
  );
  const bringUp = useCallback(
    (opening: Opening) => {
      if (opening.kind === 'copy') return showBrief('open');
      if (opening.kind === 'fill') return composer.compose(`/can ${canReport(latest.current.view, Date.now())}`);
      if (opening.screen === 'export' || opening.screen === 'meeting') return go({ screen: opening.screen, incident: view.id });
      if (opening.screen === 'directory' || opening.screen === 'playbook' || opening.screen === 'followUps')
        return go({ screen: opening.screen });
      if (opening.screen === 'library') return go({ screen: 'library' });
      if (opening.screen === 'before') return go({ screen: 'library', incident: view.id });
      if (opening.screen === 'updates') return go(updatesOf(view.id, opening.about));
      if (opening.screen === 'help') return openHelp(opening.text);
      if (opening.screen === 'knownAt') return go({ screen: 'knownAt', incident: view.id, at: opening.at });
      if (opening.screen === 'checklist')
        askChecklist(({ turn }) => ({ ...(opening.list !== undefined && { list: opening.list }), turn: turn + 1 }));
      setDrawer(undefined);
      setBoard(boardOf[opening.screen]);
      announce(`Opens: ${openingWords(opening, view.zone)}.`);
    },
    [view.id, view.zone, showBrief, composer.compose],
  );
  const runShown = useCallback<Room['run']>(
    async (draft) => {
      const answer = await run(draft);
      if (!answer.ok) composer.refuse(answer.error);
      return answer;
    },
    [run, composer.refuse],
  );
  const detail = useCallback(
    (asked: Detailed) => {
      setDrawer(undefined);
      askDetails(asked);
    },
    [askDetails],
  );
  const room = useMemo<Room>(
    () => ({ view, self: self.id, run: runShown, compose, lineContext, bringUp, nameOf: (person) => personName(view, person) }),
    [view, self.id, runShown, compose, lineContext, bringUp],
  );

  const stepNow = useCallback(() => nextStep(view, Date.now(), skipped), [view, skipped]);
  const take = useCallback(() => {
    const { key, says } = stepNow();
    if (key === undefined) announce(says);
    else compose(key);
  }, [stepNow, compose]);
  const pass = useCallback(() => {
    const { fact } = stepNow();
    if (fact === undefined) announce('This step cannot be skipped.');
    else skip(fact);
  }, [stepNow, skip]);
  const open = useCallback(
    (column: ColumnName) => {
      if (isDrawer(column, layout)) return setDrawer((shown) => (shown === column ? undefined : column));
      document.querySelector<HTMLElement>(`aside[data-column="${column}"] button`)?.focus();
    },
    [layout],
  );
  const shown = drawer !== undefined && isDrawer(drawer, layout) ? drawer : undefined;

  useActions(() =>
    roomActions({
      view,
      self: self.id,
      first: routeAsked(),
      step: stepNow(),
      failed: composer.failed,
      take,
      pass,
      compose,
      open,
      find: () => setFinding('open'),
      brief: () => showBrief('open'),
      bringUp,
      lineContext,
      focusComposer: () => composer.field.current?.focus(),
    }),
  );
  const leaveBoard = useCallback(
    (line?: string) => {
      forgetFirstBoard(view.id);
      setBoard(undefined);
      if (line === undefined) composer.field.current?.focus();
      else jumpTo(line);
    },
    [composer.field, jumpTo, view.id],
  );
  const leaveDetails = useCallback(() => {
    closeDetails();
    composer.field.current?.focus();
  }, [closeDetails, composer.field]);
  useCaretHome(
    composer.field,
    useCallback(() => {
      setDrawer(undefined);
      closeDetails();
      setBrief('closed');
      setBoard(undefined);
    }, [closeDetails]),
  );
  useHeard(entries, self.id);
  usePageTitle(`${view.mode === 'drill' ? 'DRILL · ' : ''}${view.title}`);
  return (
    <RoomContext value={room}>
      <div className={styles.room} data-layout={layout}>
        <RoomBanners />
        <RoomHeader recording={recording} recordedAt={recordedAt} />
        <NextBar skipped={skipped} onTake={take} onSkip={pass} />
        <HandoffStrip />
        <DetailContext value={detail}>
          <ResolveRemarks entries={entries} />
          <RoomColumns
            entries={entries}
            jump={jump}
            layout={layout}
            drawer={shown}
            onDrawer={open}
            brief={brief}
            away={away}
            onBrief={showBrief}
            board={board}
            asked={asked}
            onLeaveBoard={leaveBoard}
          />
        </DetailContext>
        <FindLine entries={entries} zone={view.zone} state={finding} onClose={() => setFinding('closed')} onGo={jumpTo} />
        <Composer state={composer} recording={recording} onOpening={bringUp}>
          {detailed !== undefined && <DetailFields key={`${detailed.id} ${detailed.lacking}`} detailed={detailed} onLeave={leaveDetails} />}
        </Composer>
        <HelpPanel />
      </div>
    </RoomContext>
  );
}
