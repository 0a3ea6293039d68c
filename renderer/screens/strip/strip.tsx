/** The strip: what one sees of the nearest incident, and the line to log into it, while another application has the screen. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { StripShell } from '../../../shared/api/bridge.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { followConsole, useIncidents } from '../../bridge/use-incidents.ts';
import { useNow } from '../../bridge/use-now.ts';
import { loadSession } from '../../bridge/use-session.ts';
import { useStatus } from '../../bridge/use-status.ts';
import { Button } from '../../components/button/button.tsx';
import { LiveRegion } from '../../components/live-region/live-region.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { useChords } from '../../components/palette/use-chords.ts';
import { chosenIncident, nextIncident } from './chosen-incident.ts';
import styles from './strip.module.css';
import { StripIncident } from './strip-incident.tsx';

/** Everything that the strip's window draws. `shell`: what only the desktop can do for it. */
export function Strip({ shell }: { readonly shell: StripShell }) {
  const bridge = useBridge();
  const { recording, notices } = useStatus();
  const { incidents } = useIncidents();
  // The nearest of several changes with time, though not from one second to the next.
  const now = Math.floor(useNow() / 5000) * 5000;
  const [shown, setShown] = useState<string | undefined>();
  const [picked, setPicked] = useState<string | undefined>();
  const holding = useRef(false);
  useEffect(() => followConsole(bridge), [bridge]);
  useEffect(() => {
    if (recording) void loadSession(bridge);
  }, [bridge, recording]);
  useChords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) void shell.hide();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shell]);
  const line = holding.current || document.hasFocus() ? 'held' : 'free';
  const chosen = chosenIncident(incidents ?? [], now, { shown, line, picked });
  useEffect(() => setShown(chosen.shown), [chosen.shown]);
  const toNext = () => {
    const next = nextIncident(chosen.open, chosen.shown);
    setPicked(next);
    setShown(next);
  };
  useActions(() => [
    {
      id: 'strip.next',
      name: 'Another incident',
      group: 'Strip',
      chords: ['Alt+N'],
      ...(chosen.open.length < 2 ? { unavailable: 'No other incident is open.' } : {}),
      run: toNext,
    },
  ]);
  const frame = useFittingHeight(shell);
  return (
    <div ref={frame} className={styles.strip}>
      {!recording && (
        <p role="alert" className={styles.lost}>
          ■ Not recording. {notices[0] ?? ''}
        </p>
      )}
      {chosen.shown === undefined ? (
        <Nothing shell={shell} known={incidents !== undefined} />
      ) : (
        <StripIncident
          key={chosen.shown}
          incident={chosen.shown}
          shell={shell}
          others={chosen.open.filter(({ id }) => id !== chosen.shown).length}
          onNext={toNext}
          holding={holding}
        />
      )}
      <LiveRegion />
    </div>
  );
}

function Nothing({ shell, known }: { readonly shell: StripShell; readonly known: boolean }) {
  return (
    <div className={styles.nothing}>
      <p>{known ? 'No incident is open. What is open, and the line to log into it, stand here.' : 'Opening…'}</p>
      <Button look="quiet" keys="Escape" onPress={() => void shell.hide()}>
        Hide
      </Button>
    </div>
  );
}

/** Tells the shell how high the content is, so that nothing is cut off and nothing stands empty. */
function useFittingHeight(shell: StripShell) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => void shell.fit(Math.ceil(element.getBoundingClientRect().height)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [shell]);
  return frame;
}
