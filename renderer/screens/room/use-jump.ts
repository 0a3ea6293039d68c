/** The line of the timeline that a person asked for, by an address or by a search. */
import { useCallback, useEffect, useState } from 'react';

/** A new value is a new wish, for the same line too. */
export interface Jump {
  readonly entry: string;
}

/** Follows the entry of the address; `jumpTo` goes elsewhere without a change of address. */
export function useJump(entry: string | undefined) {
  const [jump, setJump] = useState<Jump | undefined>();
  useEffect(() => setJump(entry === undefined ? undefined : { entry }), [entry]);
  const jumpTo = useCallback((wanted: string) => setJump({ entry: wanted }), []);
  return { jump, jumpTo };
}
