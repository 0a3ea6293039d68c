/** The buttons of a line stand over the line above it; where there is none in sight they would be cut off, and stand over the line below instead. */
import type { SyntheticEvent } from 'react';

/** How far the buttons rise above their line, px: a little more than the stylesheet's. */
const rise = 20;

/** Looked at when the pointer or the focus comes to a line, which is when its buttons appear. */
export function placeActions(event: SyntheticEvent<HTMLElement>): void {
  const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
  if (line === null) return;
  const room = line.getBoundingClientRect().top - event.currentTarget.getBoundingClientRect().top;
  line.toggleAttribute('data-topmost', room < rise);
}
