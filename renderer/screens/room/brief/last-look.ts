/** When this person last looked at an incident from this browser, so that what changed meanwhile can be told. */
import { useEffect, useState } from 'react';

type Box = Pick<Storage, 'getItem' | 'setItem'>;
const keyOf = (incident: string) => `wheelhouse.looked.${incident}`;
/** Shorter than this, looking away is no absence (ms). */
const absence = 60_000;

/** Ms since epoch, UTC; undefined before the first look, and where the mark cannot be read. */
export function readLook(box: Box, incident: string): number | undefined {
  try {
    const kept = Number(box.getItem(keyOf(incident)) ?? Number.NaN);
    return Number.isFinite(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the moment; a forbidden storage is no reason to stop. */
export function keepLook(box: Box, incident: string, at: number): void {
  try {
    box.setItem(keyOf(incident), String(at));
  } catch {
    // Then nothing is told as new.
  }
}

/** A time away: from the last look until the person came back, ms since epoch, UTC. */
export interface Absence {
  readonly from: number;
  readonly to: number;
}

/** The absence that ends at `now`, where it was one. */
export function absenceUntil(now: number, look: number | undefined): Absence | undefined {
  return look === undefined || now - look < absence ? undefined : { from: look, to: now };
}

/** The last time away. The mark is set whenever the page is hidden or left. */
export function useAbsence(incident: string): Absence | undefined {
  const [away, setAway] = useState(() => absenceUntil(Date.now(), readLook(localStorage, incident)));
  useEffect(() => {
    const leave = () => keepLook(localStorage, incident, Date.now());
    const turn = () => {
      if (document.visibilityState === 'hidden') return leave();
      const back = absenceUntil(Date.now(), readLook(localStorage, incident));
      if (back !== undefined) setAway(back);
    };
    document.addEventListener('visibilitychange', turn);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [incident]);
  return away;
}
