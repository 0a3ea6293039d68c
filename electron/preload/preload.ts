/** The bridge that a page of the desktop app finds as `window.wheelhouse`, and all that it can reach. Built alone into one CommonJS file, for a sandboxed page. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, WindowSettings } from '../../shared/api/bridge.ts';
import { channels, type Invocations } from './channels.ts';
import { type ConnectionPort, CoreConnection } from './core-connection.ts';

const connection = new CoreConnection();
const menuListeners = new Set<(action: string) => void>();
const settingsListeners = new Set<(settings: WindowSettings) => void>();

ipcRenderer.on(channels.port, (event) => {
  const port = event.ports[0];
  if (port) connection.attach(port as unknown as ConnectionPort);
});
ipcRenderer.on(channels.lost, (_event, why: unknown) => connection.lose(String(why)));
ipcRenderer.on(channels.menu, (_event, action: unknown) => {
  for (const listener of [...menuListeners]) listener(String(action));
});
ipcRenderer.on(channels.settings, (_event, settings: unknown) => {
  for (const listener of [...settingsListeners]) listener(settings as WindowSettings);
});

function ask<C extends keyof Invocations>(channel: C, input: Invocations[C]['input']): Promise<Invocations[C]['output']> {
  return ipcRenderer.invoke(channel, input);
}

const bridge: Bridge = {
  face: 'desktop',
  call: connection.call,
  stream: connection.stream,
  settings: {
    get: () => ask(channels.getSettings, undefined),
    set: async (settings) => {
      await ask(channels.setSettings, settings);
    },
  },
  desktop: {
    onMenu: (listener) => {
      menuListeners.add(listener);
      return () => {
        menuListeners.delete(listener);
      };
    },
    saveFile: (suggestedName, content) => ask(channels.saveFile, { suggestedName, content }),
    onSettings: (listener) => {
      settingsListeners.add(listener);
      return () => {
        settingsListeners.delete(listener);
      };
    },
    strip: {
      toggle: () => ask(channels.toggleStrip, undefined),
      hide: () => ask(channels.hideStrip, undefined),
      fit: (height) => ask(channels.fitStrip, height),
      openRoom: (incident) => ask(channels.openRoom, incident),
      shortcut: () => ask(channels.getShortcut, undefined),
      setShortcut: (chord) => ask(channels.setShortcut, chord),
    },
  },
};

contextBridge.exposeInMainWorld('wheelhouse', bridge);
ipcRenderer.send(channels.connect);
