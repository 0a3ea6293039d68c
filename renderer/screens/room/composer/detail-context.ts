/** The way to the fields beneath the composer, for parts of the room that know of a line with something left to be said. */
import { createContext, useContext } from 'react';
import type { Detailed } from './details.ts';

/** Without a composer around there are no such fields, and asking for them does nothing: the strip has none. */
export const DetailContext = createContext<(detailed: Detailed) => void>(() => {});

/** Opens the fields of a line that is there already, and puts the caret into the first. */
export const useDetail = (): ((detailed: Detailed) => void) => useContext(DetailContext);
