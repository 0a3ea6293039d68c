/** The frame around every screen: what is not being recorded, who you are, where you are, and the keys that work everywhere. */
import { lazy, Suspense, useEffect } from 'react';
import styles from './app.module.css';
import { useBridge } from './bridge/bridge-context.ts';
import { followConsole } from './bridge/use-incidents.ts';
import { loadSession, useSession } from './bridge/use-session.ts';
import { useStatus } from './bridge/use-status.ts';
import { Banner } from './components/banner/banner.tsx';
import { KeysPanel } from './components/keys-panel/keys-panel.tsx';
import { announce } from './components/live-region/announce.ts';
import { LiveRegion } from './components/live-region/live-region.tsx';
import { runAction } from './components/palette/actions.ts';
import { Palette } from './components/palette/palette.tsx';
import { useChords } from './components/palette/use-chords.ts';
import { useFrameActions } from './frame-actions.ts';
import { type Route, useRoute } from './route.ts';
import { DirectoryScreen } from './screens/directory/directory-screen.tsx';
import { DirectoryPageScreen } from './screens/directory/page-screen.tsx';
import { FollowUpsScreen } from './screens/follow-ups/follow-ups-screen.tsx';
import { Home } from './screens/home/home.tsx';
import { InsightsScreen } from './screens/insights/insights-screen.tsx';
import { InvitationNotice } from './screens/invite/invitation-notice.tsx';
import { KnownAtScreen } from './screens/known-at/known-at-screen.tsx';
import { LibraryScreen } from './screens/library/library-screen.tsx';
import { PastScreen } from './screens/library/past-screen.tsx';
import { LostScreen } from './screens/lost/lost-screen.tsx';
import { MeetingScreen } from './screens/meeting/meeting-screen.tsx';
import { NameQuestion } from './screens/name/name-question.tsx';
import { Room } from './screens/room/room.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { UpdatesScreen } from './screens/updates/updates-screen.tsx';
import { TopBar } from './top-bar.tsx';

// The editor and the reading of YAML are loaded when somebody comes here: no other screen carries them.
const TemplateScreen = lazy(async () => ({ default: (await import('./screens/templates/template-screen.tsx')).TemplateScreen }));
const PlaybookScreen = lazy(async () => ({ default: (await import('./screens/playbook/playbook-screen.tsx')).PlaybookScreen }));

// So are the editor of sections and what reads and writes Markdown.
const StudioScreen = lazy(async () => ({ default: (await import('./screens/studio/studio-screen.tsx')).StudioScreen }));

/** Everything that is drawn. */
export function App() {
  const bridge = useBridge();
  const route = useRoute();
  const { session, error } = useSession();
  const { recording } = useStatus();
  useEffect(() => followConsole(bridge), [bridge]);
  useEffect(() => {
    // A console that was away may have been away when this page opened.
    if (recording) void loadSession(bridge);
  }, [bridge, recording]);
  useEffect(
    () =>
      bridge.desktop?.onMenu((action) => {
        const whyNot = runAction(action);
        if (whyNot !== undefined) announce(whyNot);
      }),
    [bridge],
  );
  useFrameActions();
  useChords();
  // Without its key a page is told nothing, not even whether the console records.
  const locked = error?.code === 'unauthorized' && session === undefined;
  const nameless = session !== undefined && session.name === undefined;
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skipToScreen}>
        Skip to the screen
      </button>
      <TopBar />
      {locked ? null : <StatusBanner />}
      <InvitationNotice />
      <main id="screen" className={styles.screen} tabIndex={-1}>
        {locked ? <LostScreen reason="unauthorized" /> : nameless ? <NameQuestion /> : <Screen route={route} />}
      </main>
      <KeysPanel place={route.screen === 'room' ? 'room' : 'elsewhere'} />
      <Palette />
      <LiveRegion />
    </div>
  );
}

function Screen({ route }: { readonly route: Route }) {
  if (route.screen === 'home') return <Home />;
  if (route.screen === 'directory') return <DirectoryScreen />;
  if (route.screen === 'directoryPage') return <DirectoryPageScreen />;
  if (route.screen === 'room') return <Room key={route.incident} incident={route.incident} entry={route.entry} />;
  if (route.screen === 'knownAt') return <KnownAtScreen key={route.incident} incident={route.incident} at={route.at} />;
  if (route.screen === 'export')
    return (
      <Suspense fallback={null}>
        <StudioScreen key={route.incident} incident={route.incident} />
      </Suspense>
    );
  if (route.screen === 'updates') return <UpdatesScreen key={route.incident} incident={route.incident} about={route.about} />;
  if (route.screen === 'meeting') return <MeetingScreen key={route.incident} incident={route.incident} />;
  if (route.screen === 'followUps') return <FollowUpsScreen />;
  if (route.screen === 'insights') return <InsightsScreen />;
  if (route.screen === 'settings') return <SettingsScreen />;
  if (route.screen === 'library')
    return route.incident === undefined ? <LibraryScreen /> : <PastScreen key={route.incident} incident={route.incident} />;
  if (route.screen === 'templates')
    return (
      <Suspense fallback={null}>
        <TemplateScreen template={route.template} />
      </Suspense>
    );
  if (route.screen === 'playbook')
    return (
      <Suspense fallback={null}>
        <PlaybookScreen />
      </Suspense>
    );
  return <LostScreen reason={route.screen === 'strip' ? 'strip' : 'address'} />;
}

/** What a person must know of the console itself. Nothing that was typed goes away because of it. */
function StatusBanner() {
  const { recording, notices } = useStatus();
  if (!recording) return <Banner kind="broken">Not recording. {notices.join(' ')} What you type stays here.</Banner>;
  if (notices.length === 0) return null;
  return <Banner kind="notice">{notices.join(' ')}</Banner>;
}

/** A link cannot do this: the hash of the address is the route. */
function skipToScreen(): void {
  document.getElementById('screen')?.focus();
}
