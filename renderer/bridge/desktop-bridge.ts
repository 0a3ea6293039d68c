/** The bridge that the desktop app's preload put into the page. */
import type { Bridge } from '../../shared/api/bridge.ts';

declare global {
  interface Window {
    readonly wheelhouse?: Bridge;
  }
}

/** The preload's bridge, or `undefined` in a browser. */
export function desktopBridge(): Bridge | undefined {
  return window.wheelhouse;
}
