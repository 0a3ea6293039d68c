/** What can be done on every screen: going places, finding, keys, and how the window looks. */
import { useBridge } from './bridge/bridge-context.ts';
import { useIncidents } from './bridge/use-incidents.ts';
import { notOwner, useSession } from './bridge/use-session.ts';
import { useSettings } from './bridge/use-settings.ts';
import { announce } from './components/live-region/announce.ts';
import { type Action, useActions } from './components/palette/actions.ts';
import { keysOpen, paletteOpen } from './components/palette/panels.ts';
import { go } from './route.ts';
import { focusDeclare, focusImport, focusSearch } from './screens/home/home-focus.ts';
import { invite } from './screens/invite/invite.ts';

/** Registers them; mounted once, by the frame. */
export function useFrameActions(): void {
  const bridge = useBridge();
  const { incidents } = useIncidents();
  const { session } = useSession();
  const { settings, change } = useSettings();
  // A browser keeps Ctrl N for itself.
  const declareChords = bridge.face === 'desktop' ? ['Mod+N'] : ['Alt+Shift+N', 'Mod+N'];
  const changeNight = () => {
    change({ night: !settings.night });
    announce(settings.night ? 'Night mode is off' : 'Night mode is on');
  };
  const changeSound = () => {
    change({ sound: settings.sound === 'on' ? 'off' : 'on' });
    announce(settings.sound === 'on' ? 'Sound is off' : 'Sound is on');
  };
  const ownerOnly = (what: string) => {
    const unavailable = notOwner(session, what);
    return unavailable === undefined ? {} : { unavailable };
  };
  useActions(
    (): readonly Action[] => [
      { id: 'declare', name: 'Declare an incident', group: 'Go', chords: declareChords, alsoCalled: 'new open start', run: focusDeclare },
      {
        id: 'home',
        name: 'All incidents',
        group: 'Go',
        chords: ['Mod+Shift+H'],
        alsoCalled: 'home list back',
        run: () => go({ screen: 'home' }),
      },
      { id: 'search', name: 'Search every log', group: 'Go', chords: ['Mod+Shift+F'], alsoCalled: 'find text', run: focusSearch },
      {
        id: 'directory',
        name: 'Directory',
        group: 'Go',
        chords: ['Alt+W'],
        typed: '/directory',
        alsoCalled: 'who whom to call phone numbers contacts escalation on call',
        run: () => go({ screen: 'directory' }),
      },
      {
        id: 'followUps',
        name: 'Follow-ups of all incidents',
        group: 'Go',
        chords: ['Alt+X'],
        typed: '/followups',
        alsoCalled: 'action items tasks to do overdue owner afterwards',
        run: () => go({ screen: 'followUps' }),
      },
      {
        id: 'insights',
        name: 'Insights: figures across incidents',
        group: 'Go',
        chords: ['Alt+Shift+F'],
        alsoCalled: 'metrics statistics time to detect mitigate resolve mttr median themes tags trends follow-ups age',
        run: () => go({ screen: 'insights' }),
      },
      {
        id: 'playbook',
        name: 'Playbook',
        group: 'Go',
        chords: ['Alt+Y'],
        typed: '/playbook',
        alsoCalled: 'rules severities cadences checklists templates configure yaml settings',
        run: () => go({ screen: 'playbook' }),
      },
      {
        id: 'templates',
        name: 'Templates of postmortems',
        group: 'Go',
        chords: ['Alt+Shift+T'],
        alsoCalled: 'liquid sections draft own copy google sre pagerduty',
        run: () => go({ screen: 'templates' }),
      },
      {
        id: 'library',
        name: 'Library of past incidents',
        group: 'Go',
        chords: ['Alt+Shift+L'],
        typed: '/library',
        alsoCalled: 'postmortems history archive past publish search',
        run: () => go({ screen: 'library' }),
      },
      {
        id: 'import',
        name: 'Import a timeline file',
        group: 'Go',
        chords: ['Mod+O'],
        alsoCalled: 'open sample json',
        ...ownerOnly('opens samples and files'),
        run: focusImport,
      },
      {
        id: 'invite',
        name: 'Invite a responder',
        group: 'Go',
        alsoCalled: 'link share join people browser',
        ...ownerOnly('invites people'),
        run: () => void invite(bridge),
      },
      ...(incidents ?? [])
        .filter(({ ended }) => !ended)
        .map((incident) => ({
          id: `open.${incident.id}`,
          name: `Open ${incident.label}: ${incident.title}`,
          group: 'Go',
          run: () => go({ screen: 'room', incident: incident.id }),
        })),
      {
        id: 'palette',
        name: 'Find an action',
        group: 'Window',
        chords: ['Mod+K'],
        run: () => paletteOpen.set(!paletteOpen.get()),
      },
      {
        id: 'keys',
        name: keysOpen.get() ? 'Hide the keys' : 'Show the keys',
        group: 'Window',
        chords: ['F1'],
        alsoCalled: 'help shortcuts grammar',
        run: () => {
          keysOpen.set(!keysOpen.get());
          announce(keysOpen.get() ? 'The keys are shown' : 'The keys are hidden');
        },
      },
      {
        id: 'night',
        name: settings.night ? 'Leave night mode' : 'Night mode',
        group: 'Window',
        chords: ['Mod+Shift+D'],
        alsoCalled: 'dark large contrast',
        run: changeNight,
      },
      {
        id: 'strip',
        name: 'Show or hide the strip',
        group: 'Window',
        chords: ['Mod+Shift+S'],
        alsoCalled: 'always on top small window clocks',
        ...(bridge.desktop === undefined ? { unavailable: noStrip } : {}),
        run: () => void bridge.desktop?.strip.toggle(),
      },
      {
        id: 'sound',
        name: settings.sound === 'on' ? 'Sound off' : 'Sound on: a quiet tone when something first asks',
        group: 'Window',
        alsoCalled: 'mute bell tone chime silent',
        run: changeSound,
      },
      {
        id: 'settings',
        name: 'Settings',
        group: 'Go',
        chords: ['Mod+,'],
        alsoCalled: 'preferences shortcut key strip theme',
        run: () => go({ screen: 'settings' }),
      },
      ...themes.map(({ theme, name }) => ({
        id: `theme.${theme}`,
        name,
        group: 'Window',
        ...(settings.theme === theme ? { unavailable: 'This is the present theme.' } : {}),
        run: () => change({ theme }),
      })),
    ],
    'frame',
  );
}

const noStrip = 'A browser has no strip: it is a window of the desktop app that stays on top of other applications.';

const themes = [
  { theme: 'system', name: 'Theme: as the system has it' },
  { theme: 'dark', name: 'Theme: dark' },
  { theme: 'light', name: 'Theme: light' },
] as const;
