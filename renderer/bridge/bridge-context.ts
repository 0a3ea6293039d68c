/** The bridge as the screens get it. */
import { createContext, useContext } from 'react';
import type { Bridge } from '../../shared/api/bridge.ts';

export const BridgeContext = createContext<Bridge | undefined>(undefined);

/** The page's one bridge. Outside of the app frame there is none: a bug. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === undefined) throw new Error('there is no bridge outside of the app frame');
  return bridge;
}
