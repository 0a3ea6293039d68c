/** Which of the two panels over the screens are open. */
import { createStore } from '../../bridge/store.ts';

export const paletteOpen = createStore(false);
export const keysOpen = createStore(false);
