/** Which claim of the draft somebody looks behind: its events, shown in the margin. */
import { createContext, useContext } from 'react';

export interface Claim {
  /** What it says, shortly, for whoever listens. */
  readonly says: string;
  readonly from: readonly string[];
}

export interface Sources {
  readonly claim: Claim | undefined;
  readonly look: (claim: Claim) => void;
}

/** Absent where no log is at hand, as in the preview of a template. */
export const SourcesContext = createContext<Sources | undefined>(undefined);
export const useSources = (): Sources | undefined => useContext(SourcesContext);

/** Whether this is the claim whose entries are in the margin. */
export const isSameClaim = (claim: Claim | undefined, from: readonly string[]): boolean =>
  claim !== undefined && claim.from.join() === from.join();

/** A claim in so many characters. */
export function shortly(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
