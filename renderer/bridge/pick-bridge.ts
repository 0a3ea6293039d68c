/** Which face the console wears here. */
import type { Bridge } from '../../shared/api/bridge.ts';
import { desktopBridge } from './desktop-bridge.ts';
import { httpBridge } from './http-bridge.ts';

/** The desktop app's bridge where there is one, else HTTP to the server that this page came from. */
export function pickBridge(): Bridge {
  return desktopBridge() ?? httpBridge(location);
}
