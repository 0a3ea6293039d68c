/** How the console looks and sounds on this machine, where its updates go, and the key that brings its strip. */
import { useBridge } from '../../bridge/bridge-context.ts';
import { useSettings } from '../../bridge/use-settings.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { runAction } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { sound } from '../../sound/chime.ts';
import { ChannelsSection } from './channels-section.tsx';
import styles from './settings-screen.module.css';
import { StripKey } from './strip-key.tsx';

const themes = [
  { value: 'system', says: 'as the system' },
  { value: 'dark', says: 'dark' },
  { value: 'light', says: 'light' },
] as const;

const sounds = [
  { value: 'off', says: 'silent' },
  { value: 'on', says: 'a quiet tone' },
] as const;

export function SettingsScreen() {
  const { desktop } = useBridge();
  const { settings, change } = useSettings();
  usePageTitle('Settings');
  return (
    <div className={styles.settings}>
      <h1>Settings</h1>
      <Section title="Look">
        <div className={styles.rows}>
          <Choice label="Theme" options={themes} value={settings.theme} onChange={(theme) => change({ theme })} />
          <p>
            <Button keys="Mod+Shift+D" onPress={() => runAction('night')}>
              {settings.night ? 'Leave night mode' : 'Night mode'}
            </Button>
          </p>
        </div>
      </Section>
      <Section title="Sound">
        <div className={styles.rows}>
          <Choice label="When something first asks you" options={sounds} value={settings.sound} onChange={(on) => change({ sound: on })} />
          <p className={styles.quiet}>
            A rising tone: it waits for an answer. A falling one, twice: a promise was not kept. Each once, in one window; half as loud in
            night mode.
          </p>
          <p>
            <Button onPress={() => void sound('now', settings.night ? 'night' : 'day')}>Hear what waits</Button>{' '}
            <Button onPress={() => void sound('broken', settings.night ? 'night' : 'day')}>Hear what is broken</Button>
          </p>
        </div>
      </Section>
      <ChannelsSection />
      <Section title="The strip">
        {desktop === undefined ? (
          <p className={styles.quiet}>
            A browser has no strip: it is a small window of the desktop app that stays on top of other applications and takes a log line.
          </p>
        ) : (
          <div className={styles.rows}>
            <p className={styles.quiet}>A small window that stays on top: the nearest clocks, and a line to log.</p>
            <p>
              <Button keys="Mod+Shift+S" onPress={() => void desktop.strip.toggle()}>
                Show or hide it
              </Button>
            </p>
            <StripKey shell={desktop.strip} />
          </div>
        )}
      </Section>
    </div>
  );
}
