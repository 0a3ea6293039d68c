/** F6: from the outline to the draft, to the margin, and round; each is entered where it was left. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** `root` holds elements with `data-part`, in their order. Answers what goes on, or back. */
export function usePartWalk(root: RefObject<HTMLElement | null>): (step: 1 | -1) => void {
  const left = useRef(new WeakMap<Element, HTMLElement>());
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const part = target instanceof HTMLElement ? target.closest('[data-part]') : null;
      if (part !== null && target !== part) left.current.set(part, target as HTMLElement);
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  return useCallback(
    (step) => {
      const parts = [...(root.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])];
      const here = parts.findIndex((part) => part.contains(document.activeElement));
      const next = parts[here === -1 ? (step === 1 ? 0 : parts.length - 1) : (here + step + parts.length) % parts.length];
      if (next === undefined) return;
      const before = left.current.get(next);
      (before?.isConnected ? before : next).focus();
    },
    [root],
  );
}
