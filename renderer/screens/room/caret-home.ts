/** The caret comes home: a letter typed anywhere outside of a field goes into the composer, and Escape comes back to it. */
import { type RefObject, useEffect } from 'react';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/** Whether a key press writes something: one character, no chord. The space bar on a button presses the button. */
function writes(event: KeyboardEvent, target: Element): boolean {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !(event.key === ' ' && target.closest('button, a, summary, [role="separator"]'));
}

export function useCaretHome(field: RefObject<HTMLTextAreaElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
      if (event.key === 'Escape' && !event.target.closest('[role="dialog"]')) {
        onEscape();
        return field.current?.focus();
      }
      if (event.target.closest(typing) || !writes(event, event.target)) return;
      // The character itself goes into the field that has focus when the press is over.
      field.current?.focus();
    };
    const leave = () => {
      // A phone's keyboard does not open by itself, and a selection being made is not undone.
      if (matchMedia('(pointer: coarse)').matches) return;
      requestAnimationFrame(() => {
        const selecting = !(getSelection()?.isCollapsed ?? true);
        if (document.activeElement === document.body && !selecting) field.current?.focus({ preventScroll: true });
      });
    };
    addEventListener('keydown', press);
    addEventListener('focusout', leave);
    addEventListener('pointerup', leave);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('focusout', leave);
      removeEventListener('pointerup', leave);
    };
  }, [field, onEscape]);
}
