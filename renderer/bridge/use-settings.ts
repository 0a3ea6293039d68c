/** Theme, night mode and sound: kept by the shell or the browser, worn by the page's root element. */
import { useCallback } from 'react';
import type { Bridge, WindowSettings } from '../../shared/api/bridge.ts';
import { useBridge } from './bridge-context.ts';
import { createStore, useStore } from './store.ts';

const settings = createStore<WindowSettings>({ theme: 'system', night: false, sound: 'off' });

function wear({ theme, night }: WindowSettings): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.night = night ? 'on' : 'off';
}

/** Reads the settings before the first drawing, so that no light page flashes at 2 a.m. */
export async function loadSettings(bridge: Bridge): Promise<void> {
  settings.set(await bridge.settings.get());
  wear(settings.get());
}

/** Follows what another window of the console changes, for as long as the page is open. */
export function followSettings(bridge: Bridge): void {
  bridge.desktop?.onSettings((changed) => {
    settings.set(changed);
    wear(changed);
  });
}

export interface SettingsState {
  readonly settings: WindowSettings;
  readonly change: (change: Partial<WindowSettings>) => void;
}

/** The settings, and how to change them; a change shows at once and is kept. */
export function useSettings(): SettingsState {
  const bridge = useBridge();
  const change = useCallback(
    (part: Partial<WindowSettings>) => {
      settings.set({ ...settings.get(), ...part });
      wear(settings.get());
      void bridge.settings.set(settings.get());
    },
    [bridge],
  );
  return { settings: useStore(settings), change };
}
