/** The text of an editor that keeps its own: what its owner hands back may be behind what was typed meanwhile, and must not take its place. */
import { useCallback, useEffect, useRef } from 'react';

/**
 * Calls `take` with each text that comes from outside, and not with one that was typed here and comes back. Answers what is to be called with
 * each text that is typed, before the owner is told of it.
 */
export function useOutsideText(text: string, take: (text: string) => void): (typed: string) => void {
  /** What came back last, and behind it what was typed since. */
  const typed = useRef<readonly string[]>([text]);
  useEffect(() => {
    const at = typed.current.lastIndexOf(text);
    typed.current = at === -1 ? [text] : typed.current.slice(at);
    if (at === -1) take(text);
  });
  return useCallback((next: string) => {
    typed.current = [...typed.current, next];
  }, []);
}
